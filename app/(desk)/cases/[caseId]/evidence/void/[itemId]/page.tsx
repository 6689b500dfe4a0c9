import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TextArea, TextField } from '#app/_ui/field'
import { Banner } from '#app/_ui/banner'
import { Form } from '#app/_ui/form'
import { SummaryList } from '#app/_ui/summary-list'
import { isLocked } from '#lib/domain/evidence/stored'
import { denied } from '#lib/server/session/access-notes'
import { readForm } from '#lib/server/forms/forms'
import { PasswordAgain } from '#app/_form/password-again.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { FormCard, NotNowCard, Send } from '#app/(desk)/_parts/form-card.tsx'
import { caseMetadata, openCasePage } from '#app/(desk)/cases/_case/open'
import { voidEvidenceAction } from './actions.ts'

type Props = Readonly<{ params: Promise<{ caseId: string; itemId: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return caseMetadata(params, (t) => t.evidence.void, { form: `void:${(await params).itemId}` })
}

/** Grade B (docs/ux.md §3): reason, typed case number, password. The original stays in the ledger. */
export default async function VoidPage({ params }: Props) {
  const page = await openCasePage(params)
  const { me, t, state, may } = page
  const { itemId } = await params
  const item = Object.hasOwn(state.evidence, itemId) ? state.evidence[itemId] : null
  const answer = may('VoidEvidence').is
  if (answer === 'never') denied()
  if (!item) notFound()
  const back = `/cases/${state.caseId}/evidence?folder=${item.folder}`
  if (answer === 'not-now' || item.voided)
    return (
      <CaseFrame page={page} tab="evidence" current={t.evidence.void} compact>
        <NotNowCard t={t} title={t.evidence.void} />
      </CaseFrame>
    )
  const form = await readForm(me, `void:${item.itemId}`, { reason: '', caseNo: '' })
  const said = sentencesOf(t, form.errors, {}, ['reason', 'caseNo', 'password'])
  return (
    <CaseFrame page={page} tab="evidence" current={t.evidence.void} compact>
      <FormCard page={page} title={t.evidence.void} form={form} said={said}>
        <Banner kind="warn" title={t.evidence.voidWarn} />
        {isLocked(state, item.blobId) && <Banner kind="bad" title={t.evidence.lockedVoid} />}
        <SummaryList
          items={[
            { key: 'name', label: t.evidence.name, value: item.name },
            { key: 'digest', label: t.evidence.digest, value: <span className="mono">SM3 {item.sm3}</span> },
          ]}
        />
        <Form key={form.key} action={voidEvidenceAction.bind(null, state.caseId, item.itemId)} formKey={me.newId()}>
          <TextArea name="reason" label={t.evidence.voidReason} value={form.values.reason} error={said.at('reason')} rows={3} />
          <TextField
            name="caseNo"
            label={t.transfers.typeNo}
            hint={t.transfers.typeHint(state.caseNo)}
            value={form.values.caseNo}
            error={said.at('caseNo')}
          />
          <PasswordAgain me={me} t={t} caseId={state.caseId} act="VoidEvidence" error={said.at('password')} />
          <Send t={t} label={t.evidence.void} back={back} />
        </Form>
      </FormCard>
    </CaseFrame>
  )
}
