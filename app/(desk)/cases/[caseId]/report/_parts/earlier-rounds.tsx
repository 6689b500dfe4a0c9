import { Card } from '#app/_ui/card'
import type { Round } from '#lib/domain/case/state'
import { formatInstant } from '#lib/i18n/dates'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { ReportView } from './report-view.tsx'

/** What was reported and decided before this round: it stays as it was (found B3). */
export function EarlierRounds({ page }: { page: CasePage }) {
  const { state, t } = page
  const earlier = state.rounds.slice(0, -1).map((round, i) => ({ round, no: i + 1 }))
  return earlier.toReversed().map(({ round, no }) => (
    <Card key={no} title={t.report.roundNo(no)} tag={<span className="sec">{outcomeOf(round, page)}</span>}>
      <details>
        <summary>{t.report.title}</summary>
        {round.report && (
          <div className="stack">
            <ReportView page={page} report={round.report} />
          </div>
        )}
      </details>
    </Card>
  ))
}

function outcomeOf({ review }: Round, { t, names, me }: CasePage): string {
  const by = (personId: string, at: string): string => t.report.who(names.person(personId), formatInstant(at, me.lang))
  if (review.phase === 'approved') return `${t.decision.approved} ${by(review.approval.approvedBy, review.approval.approvedAt)}`
  return review.phase === 'not-approved'
    ? t.report.refused(names.person(review.refusedBy), formatInstant(review.refusedAt, me.lang))
    : t.report.roundUndecided
}
