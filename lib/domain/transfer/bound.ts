/** Whose a file is where a case goes to several bodies (docs/decisions.md D7; lib/decisions/0005). */
import type { TrackPlan } from '../case/events.ts'
import { roundOf, roundOfTrack } from '../case/rounds.ts'
import type { OpenCase } from '../case/state.ts'
import { trackPhase } from '../procedure/track-phases.ts'
import { isSent, sentFiles, type TrackState } from './state.ts'

/** Files that another body has, or is to have, and that this track's plan does not list: by item, which body. A body that the letter left has none. */
export function boundElsewhere({ tracks }: OpenCase, { trackId, plan, to }: TrackState): ReadonlyMap<string, string> {
  const others = Object.values(tracks).filter(
    (other) => other.trackId !== trackId && other.to.unitId !== to.unitId && trackPhase(other.phase).life !== 'left',
  )
  const listed = others.flatMap((other) =>
    [...other.plan.itemIds, ...(isSent(other) ? sentFiles(other).map(({ itemId }) => itemId) : [])].map(
      (itemId) => [itemId, other.to.name] as const,
    ),
  )
  return new Map(listed.filter(([itemId]) => !plan.itemIds.includes(itemId)))
}

/**
 * Does another body have part of the case, or is it to have it, by the same report or one before? Then each letter has people, items and texts
 * of its own (D7). What a body gave back is nobody's, and what goes to the same body twice is no other's.
 */
export function isOneOfSeveral(
  state: OpenCase,
  { trackId, to }: Pick<TrackPlan, 'trackId' | 'to'>,
  beside: readonly TrackPlan[] | null = null,
): boolean {
  const round = roundOfTrack(state, trackId) ?? roundOf(state)
  const own = state.rounds.indexOf(round)
  const siblings = (beside ?? round.report?.tracks ?? []).filter((plan) => plan.trackId !== trackId)
  const earlier = Object.values(state.tracks).filter((other) => {
    const of = roundOfTrack(state, other.trackId)
    return other.trackId !== trackId && trackPhase(other.phase).life !== 'left' && of !== null && state.rounds.indexOf(of) < own
  })
  return siblings.length > 0 || earlier.some((other) => other.to.unitId !== to.unitId)
}
