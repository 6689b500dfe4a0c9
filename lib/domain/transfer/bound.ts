/** Whose a file is where a case goes to several bodies (docs/decisions.md D7; lib/decisions/0005). */
import type { OpenCase } from '../case/state.ts'
import { trackPhase } from '../procedure/track-phases.ts'
import { isSent, sentFiles, type TrackState } from './state.ts'

/** Files that another body has, or is to have, and that this track's plan does not list: by item, which body. A body that the letter left has none. */
export function boundElsewhere({ tracks }: OpenCase, { trackId, plan }: TrackState): ReadonlyMap<string, string> {
  const others = Object.values(tracks).filter((other) => other.trackId !== trackId && trackPhase(other.phase).life !== 'left')
  const listed = others.flatMap((other) =>
    [...other.plan.itemIds, ...(isSent(other) ? sentFiles(other).map(({ itemId }) => itemId) : [])].map(
      (itemId) => [itemId, other.to.name] as const,
    ),
  )
  return new Map(listed.filter(([itemId]) => !plan.itemIds.includes(itemId)))
}
