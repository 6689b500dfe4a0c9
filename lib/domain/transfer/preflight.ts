/** The check before sending: the five materials of Order 310 art. 6, two officers, digests, and the approval bound to exactly this version. */
import type { Item, TrackPlan } from '../case/events.ts'
import { approvalFor, reportFor } from '../case/rounds.ts'
import type { OpenCase } from '../case/state.ts'
import { isLocked } from '../evidence/stored.ts'
import { isSealedKind, maySend } from '../law/evidence-kinds.ts'
import { filesOf, MATERIALS, type MaterialId } from '../law/materials.ts'
import { isTeam } from '../law/team.ts'
import type { RefusalCode } from '../refusals.ts'
import { isOneOfSeveral } from './bound.ts'
import type { TrackState } from './state.ts'

export type CheckId = MaterialId | 'officers' | 'approval' | 'digests' | 'left-out'
/** `block` must be dealt with; `warn` may go on. `count` is what was found (files, items, officers). */
export type Check = Readonly<{ id: CheckId; is: 'pass' | 'warn' | 'block'; count: number; justified: string; code: RefusalCode | null }>

/** `damaged`: ids of items whose stored bytes no longer match their digest; what stands locked is damaged. Neither matters in what stays here. */
export function preflight(state: OpenCase, track: TrackState, damaged: readonly string[]): Check[] {
  const { absent, evidence, handlerIds } = state
  const planned = track.plan.itemIds.flatMap((id) => evidence[id] ?? [])
  const live = planned.filter((item) => !item.voided)
  const leftOut = Object.values(evidence).filter(
    (item) => !item.voided && maySend(item) && !track.plan.itemIds.includes(item.itemId),
  ).length
  const broken = planned.filter(({ itemId, blobId }) => damaged.includes(itemId) || isLocked(state, blobId)).length
  const found = foundOf(state, track.plan)
  return [
    ...MATERIALS.map(({ id, missing, absentWithReason }) => check(id, found[id], missing, absentWithReason ? absent[id] : '')).map((one) =>
      // Of several tracks one may be without a report of its own; then letter and report say so (lib/decisions/0003).
      one.id === 'report' && one.is === 'block' && isOneOfSeveral(state, track.plan) ? { ...one, is: 'warn' as const, code: null } : one,
    ),
    isTeam(handlerIds)
      ? check('officers', handlerIds.length)
      : { ...check('officers', handlerIds.length), is: 'block', code: 'case.needs-two-handlers' },
    live.some(({ kind }) => isSealedKind(kind))
      ? { ...check('approval', 0), is: 'block', code: 'report.sealed-item' }
      : isBound(state, track)
        ? live.length < planned.length
          ? { ...check('approval', 0), is: 'block', code: 'transfer.item-void' }
          : check('approval', 1)
        : check('approval', 0, 'transfer.binding-broken'),
    broken > 0 ? { ...check('digests', 0, 'transfer.damaged'), count: broken } : check('digests', 1),
    { ...check('left-out', leftOut), is: leftOut > 0 ? 'warn' : 'pass', code: null },
  ]
}

/** How much there is of each material for one body. */
export function foundOf(state: OpenCase, plan: TrackPlan): Readonly<Record<MaterialId, number>> {
  const live = plan.itemIds.flatMap((id) => state.evidence[id] ?? []).filter(({ voided }) => !voided)
  return {
    letter: 1, // drawn at sending
    report: (investigationFor(state, plan) === '' ? 0 : 1) + filesOf('report', live).length,
    items: itemsOf(state, plan).length,
    expert: filesOf('expert', live).length,
    other: filesOf('other', live).length,
  }
}

/** What a body is told of how the case was investigated: with several tracks this track's own text, '' where there is none. */
export const investigationFor = (state: OpenCase, plan: TrackPlan): string =>
  (isOneOfSeveral(state, plan) ? plan.investigation : reportFor(state, plan.trackId)?.investigation) ?? ''

/** Of the case's items, those that go to one body: with several tracks only what belongs to its own people (D7). */
export function itemsOf(state: OpenCase, plan: TrackPlan): readonly Item[] {
  const { items } = state
  return !isOneOfSeveral(state, plan) ? items : items.filter(({ subjectId }) => plan.subjectIds.includes(subjectId))
}

function check(id: CheckId, count: number, code: RefusalCode | null = null, justified = ''): Check {
  const blocked = count === 0 && code !== null && justified === ''
  return { id, is: blocked ? 'block' : 'pass', count, justified: count === 0 ? justified : '', code: blocked ? code : null }
}

/** Nothing that the head read may have changed since (issue: approval bound to exactly this version). */
function isBound(state: OpenCase, { trackId }: TrackState): boolean {
  // A track that was withdrawn and is no longer in the plan is none that the head approved.
  const approval = approvalFor(state, trackId)
  if (!approval) return false
  const { sections } = state
  const { binds } = approval
  return (
    binds.basics === sections.basics &&
    binds.subjects === sections.subjects &&
    binds.amounts === sections.amounts &&
    binds.items === sections.items &&
    binds.report === reportFor(state, trackId)?.seq
  )
}
