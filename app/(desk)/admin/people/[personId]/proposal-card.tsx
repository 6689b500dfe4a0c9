/** A post that waits for a second person: who proposed it, for which days, and who may say yes. */
import { SubmitButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { TextArea } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { SummaryList } from '#app/_ui/summary-list'
import { formatDay, formatInstant } from '#lib/i18n/dates'
import { messagesOf } from '#lib/i18n/messages'
import { readForm } from '#lib/server/forms/forms'
import type { Proposal } from '#lib/usecases/office/read-office'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import type { Administrator } from '#app/(desk)/admin/_parts/administrator'
import { confirmPostAction, declinePostAction } from './actions.ts'

type Of = { me: Administrator; proposal: Proposal }

export async function ProposalCard({ me, proposal }: Of) {
  const t = messagesOf(me.lang)
  const { post, unit, from, to, proposer, proposedBy, proposedAt, fault } = proposal
  const day = (one: string) => formatDay(one, me.lang)
  const isOwn = proposedBy === me.person.personId
  return (
    <Card title={t.admin.proposal(t.post[post])}>
      <div className="stack">
        <SummaryList
          two
          items={[
            { key: 'unit', label: t.admin.unit, value: (me.lang === 'en' && unit.nameEn) || unit.name },
            { key: 'days', label: t.admin.days, value: t.admin.daysOf(day(from), to ? day(to) : '') },
            { key: 'by', label: t.admin.proposedBy, value: proposer },
            { key: 'at', label: t.admin.proposedAt, value: formatInstant(proposedAt, me.lang) },
          ]}
        />
        {fault ? <p className="hint">{t.refusal[fault]({})}</p> : <Confirm me={me} proposal={proposal} />}
        {(isOwn || !fault) && <Decline me={me} proposal={proposal} isOwn={isOwn} />}
      </div>
    </Card>
  )
}

async function Confirm({ me, proposal: { personId, postId } }: Of) {
  const t = messagesOf(me.lang)
  const form = await readForm(me, `confirm-post:${postId}`, {})
  return (
    <>
      <FormMessages t={t} lang={me.lang} form={form} sentences={sentencesOf(t, form.errors)} />
      <Form key={form.key} action={confirmPostAction.bind(null, personId, postId)} formKey={me.newId()}>
        <p className="hint">{t.admin.confirmNote}</p>
        <Actions>
          <SubmitButton kind="primary">{t.admin.confirm}</SubmitButton>
        </Actions>
      </Form>
    </>
  )
}

async function Decline({ me, proposal: { personId, postId }, isOwn }: Of & { isOwn: boolean }) {
  const t = messagesOf(me.lang)
  const form = await readForm(me, `decline-post:${postId}`, { reason: '' })
  const prefix = `${postId}-`
  const said = sentencesOf(t, form.errors, {}, ['reason'], prefix)
  return (
    <>
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <Form key={form.key} action={declinePostAction.bind(null, personId, postId)} formKey={me.newId()}>
        <TextArea
          name="reason"
          id={`f-${prefix}reason`}
          label={isOwn ? t.admin.withdrawReason : t.admin.declineReason}
          value={form.values.reason}
          error={said.at('reason')}
          rows={2}
        />
        <Actions>
          <SubmitButton kind="danger">{isOwn ? t.admin.withdraw : t.admin.decline}</SubmitButton>
        </Actions>
      </Form>
    </>
  )
}
