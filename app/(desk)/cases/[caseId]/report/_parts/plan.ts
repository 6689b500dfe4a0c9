/** What a page says about a report beyond its own words: what changed since, what was left out, how much a track is about. */
import { trackPhase } from '#lib/domain/procedure/track-phases'
import { plannedTrack } from '#lib/domain/transfer/state'
import type { TrackPlan } from '#lib/domain/case/events'
import { reportOf } from '#lib/domain/case/rounds'
import { totalFen, type OpenCase } from '#lib/domain/case/state'
import { maySend } from '#lib/domain/law/evidence-kinds'
import { MATERIALS } from '#lib/domain/law/materials'
import { preflight, type Check, type CheckId } from '#lib/domain/transfer/preflight'
import type { ChangedSection } from '#lib/i18n/report'

type Evidence = OpenCase['evidence'][string]

const SECTIONS: readonly ChangedSection[] = ['basics', 'subjects', 'amounts', 'items', 'report']
export const changedSince = ({ sections }: OpenCase, seq: number): readonly ChangedSection[] =>
  SECTIONS.filter((name) => sections[name] > seq)

/** Live items of the main volume, as they came in. */
export const mainItems = ({ evidence }: OpenCase): readonly Evidence[] =>
  Object.values(evidence)
    .filter((item) => !item.voided && maySend(item))
    .toSorted((a, b) => a.seq - b.seq)
/** What this report plans, and what went out under one before and did not come back. */
const plansOf = (state: OpenCase): readonly TrackPlan[] => [
  ...(reportOf(state)?.tracks ?? []),
  ...Object.values(state.tracks).flatMap(({ phase, plan }) => (trackPhase(phase).life === 'left' ? [] : [plan])),
]
/** Of these, what no track takes along. */
export function leftOut(state: OpenCase): readonly Evidence[] {
  const taken = new Set(plansOf(state).flatMap((track) => track.itemIds))
  return mainItems(state).filter(({ itemId }) => !taken.has(itemId))
}
/** People and bodies of the case that no track names. */
export const unnamed = (state: OpenCase): readonly string[] =>
  Object.entries(state.subjects).flatMap(([id, { name }]) => (plansOf(state).some((track) => track.subjectIds.includes(id)) ? [] : [name]))
export const voidIn = (state: OpenCase): readonly string[] =>
  [...new Set(reportOf(state)?.tracks.flatMap((track) => track.itemIds))].filter((id) => state.evidence[id]?.voided)

export const amountOf = ({ lines }: OpenCase, subjectIds: readonly string[]): number =>
  totalFen(lines.filter(({ subjectId }) => subjectIds.includes(subjectId)))
export const itemsOf = ({ evidence }: OpenCase, { itemIds }: TrackPlan): readonly Evidence[] => itemIds.flatMap((id) => evidence[id] ?? [])

/** The checks of Order 310 art. 6 that concern what the head decides on; the rest is checked when it is sent. */
const ASKED: ReadonlySet<CheckId> = new Set([...MATERIALS.map(({ id }) => id).filter((id) => id !== 'letter'), 'officers', 'left-out'])
export const materialsOf = (state: OpenCase, plan: TrackPlan): readonly Check[] =>
  preflight(state, plannedTrack(plan), []).filter(({ id }) => ASKED.has(id))

export type { Evidence }
