/** Where a case stands, in the words that its row shows: what a list is filtered by is what it says (found C9). */
import { CASE_PHASES, casePhase } from '#lib/domain/procedure/case-phases'
import { TRACK_PHASES, trackPhase } from '#lib/domain/procedure/track-phases'
import type { Stage } from '#lib/domain/case/state'
import { isSent, type TrackPhase } from '#lib/domain/transfer/state'

export type StateWord = ReturnType<typeof casePhase>['word'] | ReturnType<typeof trackPhase>['word']
type State = Readonly<{ word: StateWord; tone: ReturnType<typeof casePhase>['tone']; trackId: string | null }>
/** `stage`, `tracks`: of an open case, or of its status. */
type Standing = Readonly<{
  stage: Readonly<{ phase: Stage['phase']; sentBack?: unknown }>
  tracks: Readonly<Record<string, Readonly<{ trackId: string; phase: TrackPhase }>>>
}>

/** With one track the case says what its track says; with several each track says it beside the body's name. */
export function shownStates({ stage, tracks }: Standing): readonly State[] {
  const ofTrack = (phase: TrackPhase, trackId: string | null): State => {
    const { word, tone } = trackPhase(phase)
    return { word, tone, trackId }
  }
  if (stage.phase === 'investigating' && stage.sentBack) return [ofTrack('returned', null)]
  const all = Object.values(tracks)
  const sent = all.filter(isSent)
  const { node, word, tone } = casePhase(stage.phase)
  // A round that is still written or reviewed stands before what went out under one before it.
  const beside = sent.filter(({ phase }) => trackPhase(phase).life === 'lives').map(({ phase, trackId }) => ofTrack(phase, trackId))
  if (node !== null || sent.length === 0) return [{ word, tone, trackId: null }, ...beside]
  if (all.length === 1) return sent.map(({ phase }) => ofTrack(phase, null))
  return all.map(({ phase, trackId }) => ofTrack(phase, trackId))
}

/** Every word that a row can show. Where a case's tracks say how it stands, its own phase has none (`node`). */
const STATE_WORDS: readonly StateWord[] = [
  ...new Set([
    ...CASE_PHASES.map(casePhase).flatMap(({ node, word }) => (node === null ? [] : [word])),
    ...TRACK_PHASES.map((phase) => trackPhase(phase).word),
  ]),
]
/** Nothing more is owed by anyone. */
export const ENDED = 'ended' as const
export type ShownState = StateWord | typeof ENDED
export const SHOWN_STATES: readonly ShownState[] = [...STATE_WORDS, ENDED]
