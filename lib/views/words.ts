/**
 * By which words a case or a track is found, as one row each for an index: `open` to whoever may know that it is there, `named` to whoever
 * may read it, since names stand there. Whose lists it can be in stands among the words, so that nothing of others is looked through.
 */
import type { OpenCase } from '#lib/domain/case/state'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { wordsOf } from '#lib/domain/words'
import { isSent, type TrackState } from '#lib/domain/transfer/state'
import type { CaseRow, TrackTie, WordRow } from './rows.ts'
import { ENDED, type ShownState, shownStates } from './shown-states.ts'

/** In whose lists: read by lib/domain/policy/scope.ts. No word of a text begins with a colon, and nobody's beginning of a word is one. */
type Place = 'bureau' | 'superior' | 'deciding' | 'division' | TrackTie['tie']
export const placeWord = (place: Place, id: string): string => `:${place}:${id.toLowerCase()}`

/** How it stands, as its row says it: whoever knows of a case knows that. */
export const stateWord = (state: ShownState): string => `:state:${state}`

type Said = Readonly<{ open: readonly string[]; named: readonly string[]; states?: readonly ShownState[] }>
function wordRow(ref: string, caseId: string, { open, named, states = [] }: Said, places: readonly (readonly [Place, string])[]): WordRow {
  const marks = [...places.flatMap(([place, id]) => (id === '' ? [] : [placeWord(place, id)])), ...states.map(stateWord)]
  const joined = (texts: readonly string[]): string => [...new Set([...marks, ...texts.flatMap(wordsOf)])].join(' ')
  return { ref, caseId, open: joined(open), named: joined([...open, ...named]) }
}

type Placed = Pick<CaseRow, 'caseId' | 'bureauId' | 'superiorId' | 'decidingUnitId' | 'division'>
/** @internal */
export const wordsOfCase = ({ caseId, bureauId, superiorId, decidingUnitId, division }: Placed, said: Said): WordRow =>
  wordRow(caseId, caseId, said, [
    ['bureau', bureauId],
    ['superior', superiorId],
    ['deciding', decidingUnitId],
    ['division', division],
  ])
/** @internal */
export const wordsOfTrack = (trackId: string, caseId: string, said: Said, ties: readonly Pick<TrackTie, 'unitId' | 'tie'>[]): WordRow =>
  wordRow(
    trackId,
    caseId,
    said,
    ties.map(({ unitId, tie }) => [tie, unitId]),
  )

/** Of a case its number and the units, as where it stands says them; beside them title, subjects and the numbers of its letters. */
export function wordsOfCaseState(state: OpenCase, placed: Placed, hasEnded: boolean): WordRow {
  const tracks = Object.values(state.tracks)
  const units = tracks.flatMap(({ to, copyTo }) => [to.name, copyTo?.name ?? ''])
  const letters = tracks.flatMap((track) => (isSent(track) ? [track.snapshot.letterNo] : []))
  const states = shownStates({ stage: stageOf(state), tracks: state.tracks })
  const names = Object.values(state.subjects).map(({ name }) => name)
  return wordsOfCase(placed, {
    open: [state.caseNo, state.bureau.name, ...units],
    named: [state.basics.title, ...names, ...letters],
    states: [...states.map(({ word }) => word), ...(hasEnded ? [ENDED] : [])],
  })
}

/** Of a letter what it said when it was sealed; of one that was taken back its number alone (tombstone.ts). */
export function wordsOfTrackState({ caseId }: OpenCase, track: TrackState, ties: readonly TrackTie[]): WordRow[] {
  if (!isSent(track)) return []
  const { letterNo, caseNo, title, subjects, from } = track.snapshot
  const said = track.phase === 'withdrawn' ? [] : [caseNo, title, from.name, ...subjects.map(({ name }) => name)]
  return [wordsOfTrack(track.trackId, caseId, { open: [letterNo], named: said }, ties)]
}
