import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LinkButton, NotNow, SubmitButton } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import { Actions, Form } from '#app/_ui/form'
import { SubmitGuard } from '#app/_ui/submit-guard'
import { submitFault } from '#lib/domain/case/report-rules'
import { reportOf } from '#lib/domain/case/rounds'
import { denied } from '#lib/server/session/access-notes'
import { caseDesk } from '#lib/server/session/case-desk'
import { NO_PROBLEMS, readForm } from '#lib/server/forms/forms'
import { decidingUnitOf } from '#lib/usecases/submit-report'
import { caseStatus } from '#lib/views/case-status'
import { FormMessages } from '#app/_form/form-messages.tsx'
import { sentencesOf } from '#app/_form/sentences'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { caseMetadata, openCasePage } from '#app/(desk)/cases/_case/open'
import type { CaseProps } from '#app/(desk)/_parts/props'
import { decideBy, dueText, isOwnTime } from '#app/(desk)/cases/_case/times'
import { isRetry } from '../_parts/retry-address.ts'
import { AmountsCard } from '../_parts/amounts-card.tsx'
import { MaterialsCards } from '../_parts/materials-card.tsx'
import { Reminders } from '../_parts/reminders.tsx'
import { withStale } from '#app/_form/named'
import { ReportView } from '../_parts/report-view.tsx'
import { submitReportAction } from './actions.ts'

export async function generateMetadata({ params, searchParams }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.report.submit, isRetry(await searchParams) ? { form: `submit-report:${(await params).caseId}` } : {})
}

/** Everything the head will see, and the button under it (J4). */
export default async function SubmitReportPage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const { t, state, may, me, names } = page
  const { caseId } = state
  const report = reportOf(state)
  if (may('SubmitReport').is === 'never') denied()
  const form = await readForm(me, `submit-report:${caseId}`, {})
  const answered = isRetry(await searchParams)
  const said = sentencesOf(withStale(t, t.report.stale), answered ? form.errors : NO_PROBLEMS)
  const fault = said.list.length === 0 ? submitFault(state) : null
  if (!report || may('SubmitReport').is !== 'yes' || fault) redirect(`/cases/${caseId}/report`)
  const deciding = await decidingUnitOf(caseDesk(me), state)
  const status = caseStatus(state)
  const note = isOwnTime(status, me.now) ? t.report.submitNoteInternal : t.report.submitNote
  return (
    <CaseFrame page={page} tab="report" current={t.report.submit} compact>
      <div className="stack sub-page">
        <h1>{t.report.submit}</h1>
        {answered && <FormMessages t={t} lang={me.lang} form={form} sentences={said} />}
        <p>{t.report.headSees}</p>
        <Reminders page={page} />
        <ReportView page={page} report={report} />
        <AmountsCard page={page} />
        <MaterialsCards page={page} report={report} />
        <Card title={t.report.submit}>
          {deciding.ok ? (
            <Form
              key={form.key}
              action={submitReportAction.bind(null, caseId)}
              formKey={me.newId()}
              hidden={{ readAt: String(state.sections.report) }}
            >
              {deciding.value !== state.bureau.unitId && <p>{t.report.submitNoteElsewhere(names.unit(deciding.value))}</p>}
              <p>{note(names.unit(deciding.value), dueText(decideBy(status, me.now), me.lang, t))}</p>
              <Actions>
                <SubmitButton kind="primary" size="large">
                  {t.report.submit}
                </SubmitButton>
                <LinkButton size="large" href={`/cases/${caseId}/report`}>
                  {t.form.back}
                </LinkButton>
                <SubmitGuard sending={t.form.submitting} slow={t.form.slow} />
              </Actions>
            </Form>
          ) : (
            <NotNow size="large" reason={t.refusal[deciding.refusal.code]({ unit: names.unit(state.bureau.unitId) })}>
              {t.report.submit}
            </NotNow>
          )}
        </Card>
      </div>
    </CaseFrame>
  )
}
