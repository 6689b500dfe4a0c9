import type { Metadata } from 'next'
import { TextArea } from '#app/_ui/field'
import { Form } from '#app/_ui/form'
import { denied } from '#lib/server/access-here'
import { readForm } from '#lib/server/forms'
import { sentencesOf } from '../../../../../_form/sentences.ts'
import { CasePage } from '../../../_case/case-page.tsx'
import { FormCard, NotNowCard, Send } from '../../../_case/form-card.tsx'
import { caseMetadata, openCasePage } from '../../../_case/open.ts'
import type { CaseProps } from '../../../_case/props.ts'
import { named } from '../_parts/named.ts'
import { withdrawReportAction } from './actions.ts'

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.report.withdraw, { form: `withdraw-report:${(await params).caseId}` })
}

export default async function WithdrawReportPage({ params }: CaseProps) {
  const page = await openCasePage(params)
  const { t, me, state, may } = page
  const { caseId } = state
  const answer = may('WithdrawReport').is
  if (answer === 'never') denied()
  const form = await readForm(me, `withdraw-report:${caseId}`, { reason: '' })
  const said = named(sentencesOf(t, form.errors, {}, ['reason']), t, { reason: t.report.withdrawReason })
  if (answer === 'not-now' && said.list.length === 0)
    return (
      <CasePage page={page} tab="report" here={t.report.withdraw} compact>
        <NotNowCard t={t} title={t.report.withdraw} />
      </CasePage>
    )
  return (
    <CasePage page={page} tab="report" here={t.report.withdraw} compact>
      <FormCard page={page} title={t.report.withdraw} lead={t.report.withdrawNote} form={form} said={said}>
        <Form key={form.key} action={withdrawReportAction.bind(null, caseId)} formKey={me.newId()}>
          <TextArea name="reason" label={t.report.withdrawReason} value={form.values.reason} error={said.at('reason')} rows={4} />
          <Send t={t} label={t.report.withdraw} back={`/cases/${caseId}/report`} />
        </Form>
      </FormCard>
    </CasePage>
  )
}
