import type { UnitRef } from '../result.ts'
import type { SentTrack } from './state.ts'

/** What a former body knows of a track: up to where it passed it on, not a word of what the next one did. */
export function ownPartOf(track: SentTrack, units: ReadonlySet<string>): { track: SentTrack; passedTo: UnitRef } {
  const last = track.legs.findLastIndex(({ from }) => units.has(from.unitId))
  const legs = track.legs.slice(0, last + 1)
  const until = legs.at(-1)?.passedOn.seq ?? 0
  const passedTo = track.legs[last + 1]?.from ?? track.to
  const { trackId, plan, sent, snapshot, supplements, disputes, copyTo } = track
  const before = <T extends { seq: number }>(acts: readonly T[]): T[] => acts.filter(({ seq }) => seq < until)
  return {
    passedTo,
    track: {
      phase: 'sent',
      trackId,
      plan,
      to: passedTo,
      copyTo,
      sent,
      snapshot,
      legs,
      supplements: before(supplements),
      disputes: before(disputes),
      seq: until,
    },
  }
}
