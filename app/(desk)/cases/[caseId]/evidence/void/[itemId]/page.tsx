import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TextArea, TextField } from '#app/_ui/field'
import { Banner } from '#app/_ui/banner'
import { Form } from '#app/_ui/form'
import { SummaryList } from '#app/_ui/summary-list'
import { isLocked } from '#lib/domain/evidence/stored'
import { denied } from '#lib/server/access-here'
import { readForm } from '#lib/server/forms'
import { PasswordAgain } from '../../../../../../_form/password-again.tsx'
import { sentencesOf } from '../../../../../../_form/sentences.ts'
import { CasePage } from '../../../../_case/case-page.tsx'
import { FormCard, NotNowCard, Send } from '../../../../_case/form-card.tsx'
import { caseMetadata, openCasePage } from '../../../../_case/open.ts'
import { voidEvidenceAction } from './actions.ts'

type Props = Readonly<{ params: Promise<{ caseId: string; itemId: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return caseMetadata(params, (t) => t.evi.void, { form: `void:${(await params).itemId}` })
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
      <CasePage page={page} tab="evidence" here={t.evi.void} compact>
        <NotNowCard t={t} title={t.evi.void} />
      </CasePage>
    )
  const form = await readForm(me, `void:${item.itemId}`, { reason: '', caseNo: '' })
  const said = sentencesOf(t, form.errors, {}, ['reason', 'caseNo', 'password'])
  return (
    <CasePage page={page} tab="evidence" here={t.evi.void} compact>
      <FormCard page={page} title={t.evi.void} form={form} said={said}>
        <Banner kind="warn" title={t.evi.voidWarn} />
        {isLocked(state, item.blobId) && <Banner kind="bad" title={t.evi.lockedVoid} />}
        <SummaryList
          items={[
            { key: 'name', label: t.evi.name, value: item.name },
            { key: 'digest', label: t.evi.digest, value: <span className="mono">SM3 {item.sm3}</span> },
          ]}
        />
        <Form key={form.key} action={voidEvidenceAction.bind(null, state.caseId, item.itemId)} formKey={me.newId()}>
          <TextArea name="reason" label={t.evi.voidReason} value={form.values.reason} error={said.at('reason')} rows={3} />
          <TextField
            name="caseNo"
            label={t.xfer.typeNo}
            hint={t.xfer.typeHint(state.caseNo)}
            value={form.values.caseNo}
            error={said.at('caseNo')}
          />
          <PasswordAgain me={me} t={t} caseId={state.caseId} act="VoidEvidence" error={said.at('password')} />
          <Send t={t} label={t.evi.void} back={back} />
        </Form>
      </FormCard>
    </CasePage>
  )
}
