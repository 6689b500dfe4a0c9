import { Card } from '#app/_ui/card'
import { NotNow, SubmitButton } from '#app/_ui/button'
import { DraftAutosave } from '#app/_ui/draft-autosave'
import { RadioGroup, TextArea } from '#app/_ui/field'
import { Actions, Form } from '#app/_ui/form'
import { SubmitGuard } from '#app/_ui/submit-guard'
import { lengthOn } from '#lib/i18n/lengths'
import { readForm } from '#lib/server/forms/forms'
import { caseStatus } from '#lib/views/case-status'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { dueText, isOwnTime, sendBy, timeOf } from '#app/(desk)/cases/_case/times'
import { withStale } from '#app/_form/named'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { decideAction } from '../actions.ts'

/** The head's one form and three answers. Absent for everybody else (Order 310 art. 5¶2; J4). */
export async function DecideCard({ page, isBarred }: { page: CasePage; isBarred: boolean }) {
  const { state, t, me, may } = page
  const { caseId, sections } = state
  if (may('ApproveTransfer').is !== 'yes') return null
  if (isBarred)
    return (
      <Card title={t.approval.opinion} id="decide">
        <NotNow reason={t.refusal['decision.took-part']({})}>{t.decision.decide}</NotNow>
      </Card>
    )
  const status = caseStatus(state)
  const name = `decide:${caseId}`
  const form = await readForm(me, name, { decision: '', opinion: '' })
  const said = sentencesOf(
    { ...withStale(t, t.decision.stale), field: { ...t.field, 'opinion.choice': () => t.decision.errChoice } },
    form.errors,
    BESIDE,
    ['decision', 'opinion', 'password'],
  )
  const due = dueText(sendBy(status, me.now), me.lang, t)
  const within = lengthOn(timeOf('send', status, me.now), me.today, me.lang)
  return (
    <Card title={t.approval.opinion} id="decide">
      <FormMessages t={t} lang={me.lang} form={form} sentences={said} />
      <Form
        key={form.key}
        action={decideAction.bind(null, caseId)}
        formKey={me.newId()}
        hidden={{ readAt: String(sections.review) }}
        draft={name}
      >
        <RadioGroup
          name="decision"
          label={t.decision.choice}
          value={form.values.decision}
          error={said.at('decision')}
          options={[
            {
              value: 'approve',
              label: t.approval.approve,
              hint: isOwnTime(status, me.now) ? t.approval.approveNoteInternal(due) : t.approval.approveNote(due, within),
            },
            { value: 'refuse', label: t.approval.refuse, hint: t.decision.refuseHint },
            { value: 'return', label: t.approval.return, hint: t.decision.returnHint },
          ]}
        />
        <TextArea
          name="opinion"
          label={t.approval.opinion}
          hint={t.decision.opinionHint}
          value={form.values.opinion}
          error={said.at('opinion')}
          rows={6}
        />
        <Stock t={t} />
        <PasswordAgain me={me} t={t} caseId={caseId} act="ApproveTransfer" error={said.at('password')} />
        <Actions>
          <SubmitButton kind="primary" size="large">
            {t.decision.decide}
          </SubmitButton>
          <SubmitGuard sending={t.form.submitting} slow={t.form.slow} />
          <DraftAutosave
            url="/api/drafts"
            savedAt={form.savedAt || undefined}
            words={{
              saved: t.form.draftSaved('{time}'),
              saving: t.form.draftSaving,
              failed: t.form.draftFailed,
              tooLarge: t.form.draftTooLarge,
            }}
          />
        </Actions>
      </Form>
    </Card>
  )
}
const BESIDE = { 'decision.needs-reason': 'opinion', 'decision.needs-note': 'opinion' } as const

/** To be copied and edited: plain text, no script. */
function Stock({ t }: { t: CasePage['t'] }) {
  return (
    <details>
      <summary>{t.decision.stock}</summary>
      <ul className="plain-list">
        {Object.values(t.decision.phrases).map((phrase) => (
          <li key={phrase} className="quote">
            {phrase}
          </li>
        ))}
      </ul>
    </details>
  )
}
