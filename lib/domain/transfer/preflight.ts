/** The check before sending: the five materials of Order 310 art. 6, two officers, digests, and the approval bound to exactly this version. */
import type { Item, TrackPlan } from '../case/events.ts'
import type { OpenCase } from '../case/state.ts'
import type { RefusalCode } from '../refusals.ts'
import type { TrackState } from './state.ts'

export const CHECKS = ['letter', 'report', 'items', 'expert', 'other', 'officers', 'approval', 'digests', 'left-out'] as const
export type CheckId = (typeof CHECKS)[number]
/** `block` must be dealt with; `warn` may go on. `count` is what was found (files, items, officers). */
export type Check = Readonly<{ id: CheckId; is: 'pass' | 'warn' | 'block'; count: number; justified: string; code: RefusalCode | null }>

/** `damaged`: ids of items whose stored bytes no longer match their digest. */
export function preflight(state: OpenCase, track: TrackState, damaged: readonly string[]): Check[] {
  const planned = track.plan.itemIds.flatMap((id) => state.evidence[id] ?? [])
  const live = planned.filter((item) => !item.voided)
  const inFolders = (test: (folder: string) => boolean) => live.filter((item) => test(item.folder)).length
  const expert = inFolders((folder) => folder === 'main-04')
  const other = inFolders((folder) => folder >= 'main-05' && folder <= 'main-08')
  const leftOut = Object.values(state.evidence).filter(
    (item) => !item.voided && item.folder.startsWith('main') && !track.plan.itemIds.includes(item.itemId),
  ).length
  const broken = damaged.filter((id) => track.plan.itemIds.includes(id)).length
  return [
    check('letter', 1),
    check('report', state.report?.investigation ? 1 : 0, 'report.incomplete'),
    check('items', itemsOf(state, track.plan).length, 'report.absent-items', state.absent.items),
    check('expert', expert, 'report.absent-expert', state.absent.expert),
    check('other', other, 'report.absent-other', state.absent.other),
    {
      ...check('officers', state.handlerIds.length),
      is: state.handlerIds.length < 2 ? 'block' : 'pass',
      code: state.handlerIds.length < 2 ? 'case.needs-two-handlers' : null,
    },
    isBound(state, track)
      ? live.length < planned.length
        ? { ...check('approval', 0), is: 'block', code: 'transfer.item-void' }
        : check('approval', 1)
      : check('approval', 0, 'transfer.binding-broken'),
    broken > 0 ? { ...check('digests', 0, 'transfer.damaged'), count: broken } : check('digests', 1),
    { ...check('left-out', leftOut), is: leftOut > 0 ? 'warn' : 'pass', code: null },
  ]
}

/** Of the case's items, those that go to one body: with several tracks only what belongs to its own people (D7). */
export function itemsOf({ items, report }: OpenCase, { subjectIds }: TrackPlan): readonly Item[] {
  return report?.tracks.length === 1 ? items : items.filter(({ subjectId }) => subjectIds.includes(subjectId))
}

function check(id: CheckId, count: number, code: RefusalCode | null = null, justified = ''): Check {
  const blocked = count === 0 && code !== null && justified === ''
  return { id, is: blocked ? 'block' : 'pass', count, justified: count === 0 ? justified : '', code: blocked ? code : null }
}

/** Nothing that the head read may have changed since (issue: approval bound to exactly this version). */
function isBound({ stage, sections, report }: OpenCase, { trackId }: TrackState): boolean {
  // A track that was withdrawn and is no longer in the plan is none that the head approved.
  if (!('approval' in stage) || !report?.tracks.some((plan) => plan.trackId === trackId)) return false
  const { binds } = stage.approval
  return (
    binds.basics === sections.basics &&
    binds.subjects === sections.subjects &&
    binds.amounts === sections.amounts &&
    binds.items === sections.items &&
    binds.report === sections.report
  )
}
