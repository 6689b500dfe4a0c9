import type { Metadata } from 'next'
import { Banner } from '#app/_ui/banner'
import { ClockTicker } from '#app/_ui/clock-ticker'
import { reportOf, roundOf } from '#lib/domain/case/rounds'
import { tookPart } from '#lib/domain/case/took-part'
import { readPast } from '#lib/usecases/read-case'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { caseMetadata, openCasePage, type CasePage } from '#app/(desk)/cases/_case/open'
import type { CaseProps } from '#app/(desk)/_parts/props'
import { AmountsCard } from '../report/_parts/amounts-card.tsx'
import { MaterialsCards } from '../report/_parts/materials-card.tsx'
import { ReportView } from '../report/_parts/report-view.tsx'
import { Reminders } from '../report/_parts/reminders.tsx'
import { SaidBanner } from '../report/_parts/said.tsx'
import { DecideCard } from './_parts/decide-card.tsx'
import { OpinionCard } from './_parts/opinion-card.tsx'
import { RecordCard } from './_parts/record-card.tsx'
import { StandingCard } from './_parts/standing-card.tsx'

export async function generateMetadata({ params }: CaseProps): Promise<Metadata> {
  const { caseId } = await params
  return caseMetadata(params, (t) => t.decision.title, { form: `decide:${caseId}` })
}

/** On the left what is decided on, on the right the decision: by the legal reviewer, by the head, and what came of it (J4). */
export default async function DecisionPage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const { t, state, me, may } = page
  const report = reportOf(state)
  const isBarred = may('ApproveTransfer').is === 'yes' && tookPart(await readPast(me.read, state.caseId)).has(me.person.personId)
  return (
    <CaseFrame page={page} tab="report" compact>
      <div className="stack sub-page">
        <SaidBanner page={page} query={await searchParams} address={`/cases/${state.caseId}/decision`} />
        <div className="head">
          <h1>{t.decision.title}</h1>
          <ToForm page={page} />
        </div>
        {report ? (
          <div className="split decision">
            <div className="stack">
              <Reminders page={page} />
              <ReportView page={page} report={report} />
              <AmountsCard page={page} />
              <MaterialsCards page={page} report={report} />
            </div>
            <div className="stack">
              <StandingCard page={page} isBarred={isBarred} />
              <OpinionCard page={page} />
              <DecideCard page={page} isBarred={isBarred} />
              <RecordCard page={page} />
            </div>
          </div>
        ) : (
          <Banner>{t.report.none}</Banner>
        )}
      </div>
      <ClockTicker now={me.now} lang={me.lang} red={t.clock.red} amber={t.clock.amber} green={t.clock.green} />
    </CaseFrame>
  )
}

/** On a phone the form lies far below. */
function ToForm({ page: { t, may, state } }: { page: CasePage }) {
  if (may('ApproveTransfer').is === 'yes') return <a href="#decide">{t.decision.toForm}</a>
  return may('GiveOpinion').is === 'yes' && !roundOf(state).opinion ? <a href="#opinion">{t.decision.toOpinion}</a> : null
}
