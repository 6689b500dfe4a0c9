import { Card } from '#app/_ui/card'
import { ClockMark } from '#app/_ui/clock-mark'
import { SummaryList, type SummaryItem } from '#app/_ui/summary-list'
import { Tag } from '#app/_ui/tag'
import { reportOf } from '#lib/domain/case/rounds'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { formatInstant } from '#lib/i18n/dates'
import { caseStatus } from '#lib/views/case-status'
import { clockOf } from '#app/(desk)/_parts/duty-clock'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { caseStatuses } from '#app/(desk)/_parts/status'

/** Written, confirmed, submitted, decided: by whom and when. */
export function StateCard({ page }: { page: CasePage }) {
  const { state, t, me, names, duties } = page
  const { handlerIds } = state
  const report = reportOf(state)
  const stage = stageOf(state)
  if (!report) return null
  const by = (personId: string, at: string) => t.report.who(names.person(personId), formatInstant(at, me.lang))
  const others = handlerIds
    .filter((id) => id !== report.writtenBy)
    .map(names.person)
    .join(t.report.join)
  const decide = duties.find(({ code }) => code === 'decide')
  const clock = decide && clockOf(decide, me.now, me.lang, t)
  const items: SummaryItem[] = [
    { key: 'written', label: t.report.writtenBy, value: by(report.writtenBy, report.writtenAt) },
    {
      key: 'confirmed',
      label: t.report.confirmedBy,
      value: report.confirmed ? by(report.confirmed.by, report.confirmed.at) : t.report.unconfirmed(others),
    },
    {
      key: 'submitted',
      label: t.report.submittedBy,
      value: 'submittedAt' in stage ? by(stage.submittedBy, stage.submittedAt) : t.report.unsubmitted,
    },
    ...('decidingUnitId' in stage
      ? [
          {
            key: 'decides',
            label: t.report.decidedBy,
            value: (
              <>
                {names.unit(stage.decidingUnitId)}
                {clock && <ClockMark {...clock} />}
              </>
            ),
          },
        ]
      : []),
    ...('approval' in stage
      ? [{ key: 'approved', label: t.decision.approved, value: by(stage.approval.approvedBy, stage.approval.approvedAt) }]
      : []),
  ]
  const [status] = caseStatuses(t, caseStatus(state), names.of)
  return (
    <Card title={t.report.state} tag={status && <Tag kind={status.kind}>{status.word}</Tag>}>
      <SummaryList items={items} />
    </Card>
  )
}
