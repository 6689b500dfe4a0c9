/** How long nobody has said how a filed case goes on. It is no time that anybody is late with (docs/handbook.md §3.5, after T50). */
import type { Instant } from '../result.ts'
import { msBetween } from '../time.ts'
import { decisionOf, type DecidedTrack, type TrackPhase } from './state.ts'

/** Nothing more is to be said. */
const OVER: readonly TrackPhase[] = ['dropped', 'not-prosecuted', 'judged']
const DAY_MS = 86_400_000

/** Whole days since the filing or the last word after it; null where none is awaited. */
export function daysOfSilence(track: DecidedTrack, now: Instant): number | null {
  const { outcome, at } = decisionOf(track)
  if (outcome !== 'filed' || OVER.includes(track.phase)) return null
  const last = track.reports.findLast(({ stage }) => stage === 'report')?.at ?? at
  return Math.floor(msBetween(last, now) / DAY_MS)
}
