/**
 * A case goes through rounds: a report is written, reviewed, decided upon, and its tracks go out. A report that is written after that
 * begins another round, while tracks of the one before live on; so what is asked of a track is asked of its own round.
 */
import type { Approved, OpenCase, Round, WrittenReport } from './state.ts'

type Rounds = Pick<OpenCase, 'rounds'>

/** The one that the bureau is at. */
export const roundOf = ({ rounds }: Rounds): Round => rounds.at(-1) ?? rounds[0]
export const reportOf = (state: Rounds): WrittenReport | null => roundOf(state).report
/** The last one whose report plans the track; null for one that is planned no more. */
export const roundOfTrack = ({ rounds }: Rounds, trackId: string): Round | null => rounds.findLast((round) => plans(round, trackId)) ?? null
const plans = ({ report }: Round, trackId: string): boolean => report?.tracks.some((plan) => plan.trackId === trackId) ?? false

/** That which plans the track; before it is approved, that which the bureau is at. */
export const reportFor = (state: Rounds, trackId: string): WrittenReport | null => (roundOfTrack(state, trackId) ?? roundOf(state)).report
/** Under which a track goes out: that of its own round; null where that is not approved, or plans it no more. */
export function approvalFor(state: Rounds, trackId: string): Approved | null {
  const review = roundOfTrack(state, trackId)?.review
  return review && 'approval' in review ? review.approval : null
}

/** The round that the bureau is at, changed. */
export const inRound = ({ rounds }: Rounds, change: Partial<Round>): Rounds => ({
  rounds: [...rounds.slice(0, -1), { ...roundOf({ rounds }), ...change }] as unknown as Rounds['rounds'], // safe: as many as there were
})
const NEW: Round = { report: null, opinion: null, review: { phase: 'investigating', sentBack: null } }
export const FIRST_ROUND: Rounds = { rounds: [NEW] }
/** Another one, whose report is still to be written; those before stay as they were decided upon. */
export const nextRound = ({ rounds }: Rounds, opened: NonNullable<Round['opened']>): Rounds => ({ rounds: [...rounds, { ...NEW, opened }] })
/** In the round that the bureau is at while its report can be written; once it was decided upon, in a new one. */
export function writtenInto(state: Rounds, report: WrittenReport): Rounds {
  const isOpen = roundOf(state).review.phase === 'investigating' || roundOf(state).review.phase === 'in-review'
  return isOpen ? inRound(state, { report }) : { rounds: [...state.rounds, { ...NEW, report }] }
}
