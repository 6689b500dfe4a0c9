/** Whose a file is where a case goes to several bodies (docs/decisions.md D7; lib/decisions/0005). */
import type { TrackPlan } from '../case/events.ts'
import { roundOf, roundOfTrack } from '../case/rounds.ts'
import type { OpenCase, Round } from '../case/state.ts'
import type { UnitRef } from '../result.ts'
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
 * of its own (D7). What a body gave back is nobody's, and what goes to the same body twice is no other's. `written`: what stands beside it in
 * the report that is being written, whose round is the last one whatever planned the track before.
 */
export function isOneOfSeveral(
  state: OpenCase,
  { trackId, to }: Readonly<{ trackId: string; to: Pick<UnitRef, 'unitId'> }>,
  written?: readonly Pick<TrackPlan, 'trackId'>[],
): boolean {
  const round = (!written && roundOfTrack(state, trackId)) || roundOf(state)
  const siblings = written ?? round.report?.tracks ?? []
  const isBefore = (other: TrackState): boolean => {
    const of = roundOfTrack(state, other.trackId)
    return of !== null && (of !== round || isDecidedUpon(round, written)) && state.rounds.indexOf(of) <= state.rounds.indexOf(round)
  }
  const earlier = Object.values(state.tracks).filter(
    (other) => other.trackId !== trackId && trackPhase(other.phase).life !== 'left' && isBefore(other),
  )
  return siblings.some((plan) => plan.trackId !== trackId) || earlier.some((other) => other.to.unitId !== to.unitId)
}
/** A report that is written now begins a round of its own (case/rounds.ts). */
const isDecidedUpon = ({ review }: Round, written: unknown): boolean =>
  written !== undefined && (review.phase === 'approved' || review.phase === 'not-approved')
