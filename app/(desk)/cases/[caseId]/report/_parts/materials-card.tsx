import { Card } from '#app/_ui/card'
import { Checklist } from '#app/_ui/checklist'
import type { TrackPlan } from '#lib/domain/case/events'
import type { WrittenReport } from '#lib/domain/case/state'
import { isMaterial } from '#lib/domain/law/materials'
import type { Check, CheckId } from '#lib/domain/transfer/preflight'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { materialsOf } from './plan.ts'

/** The materials of Order 310 art. 6, as the head is to weigh them: one list a track. */
export function MaterialsCards({ page, report }: { page: CasePage; report: WrittenReport }) {
  const { materials } = page.t.report
  return report.tracks.map((plan) => (
    <MaterialsCard
      key={plan.trackId}
      page={page}
      plan={plan}
      title={report.tracks.length > 1 ? page.t.casePage.onTrack(page.names.of(plan.to), materials) : materials}
    />
  ))
}

function MaterialsCard({ page, plan, title }: { page: CasePage; plan: TrackPlan; title: string }) {
  const { t } = page
  return (
    <Card title={title} flush>
      <Checklist
        items={materialsOf(page.state, plan).map((check) => ({
          key: check.id,
          state: check.is,
          stateWord: t.state[check.is],
          title: titleOf(check.id, t),
          detail: detailOf(check, page),
        }))}
      />
    </Card>
  )
}

function titleOf(id: CheckId, { material, report }: CasePage['t']): string {
  if (isMaterial(id)) return material[id]
  return id === 'officers' ? report.officers : report.leftOutCheck
}

function detailOf({ id, is, count, justified }: Check, { t, state, names }: CasePage): string {
  const { report } = t
  if (id === 'officers') return report.nOfficers(state.handlerIds.map(names.person).join(report.join), count)
  if (id === 'left-out') return count > 0 ? report.nFiles(count) : report.noneLeftOut
  if (id === 'report') return is === 'block' ? report.empty : is === 'warn' ? report.noOwnReport : report.written
  if (count > 0) return id === 'items' ? report.nItems(count) : report.nFiles(count)
  return justified ? report.absentBecause(justified) : report.absent
}
