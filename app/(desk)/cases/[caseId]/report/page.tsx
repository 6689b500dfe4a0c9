import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { reportOf } from '#lib/domain/case/rounds'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { caseMetadata, openCasePage } from '#app/(desk)/cases/_case/open'
import type { CaseProps } from '#app/(desk)/_parts/props'
import { isRetry } from './_parts/retry-address.ts'
import { AmountsCard } from './_parts/amounts-card.tsx'
import { EarlierRounds } from './_parts/earlier-rounds.tsx'
import { ConfirmCard } from './_parts/confirm-card.tsx'
import { ReportActions } from './_parts/report-actions.tsx'
import { ReportView } from './_parts/report-view.tsx'
import { Reminders } from './_parts/reminders.tsx'
import { SaidBanner } from './_parts/said.tsx'
import { StateCard } from './_parts/state-card.tsx'

export async function generateMetadata({ params, searchParams }: CaseProps): Promise<Metadata> {
  return caseMetadata(params, (t) => t.report.title, isRetry(await searchParams) ? { form: `confirm-report:${(await params).caseId}` } : {})
}

/** The transfer report as it stands, what happened to it, and what comes next for whoever reads it. */
export default async function ReportPage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const { t, state } = page
  const report = reportOf(state)
  const query = await searchParams
  return (
    <CaseFrame page={page} tab="report" compact>
      <div className="stack sub-page">
        <SaidBanner page={page} query={query} address={`/cases/${state.caseId}/report`} />
        <div className="head">
          <h1>{t.report.title}</h1>
          <ReportActions page={page} />
        </div>
        <Reminders page={page} />
        {report ? (
          <div className="split">
            <div className="stack">
              <ReportView page={page} report={report} />
              <AmountsCard page={page} />
            </div>
            <div className="stack">
              <ConfirmCard page={page} answered={isRetry(query)} />
              <StateCard page={page} />
            </div>
          </div>
        ) : (
          <Banner>{state.rounds.length > 1 ? t.report.noneYet : t.report.none}</Banner>
        )}
        <EarlierRounds page={page} />
      </div>
    </CaseFrame>
  )
}
