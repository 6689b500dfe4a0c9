/** Where a case or track stands, in a word and a colour (docs/ux.md §4 Status tags). */
import type { TagKind } from '#app/_ui/tag'
import type { CasePhase } from '#lib/domain/case/state'
import { casePhase } from '#lib/domain/procedure/case-phases'
import { trackPhase } from '#lib/domain/procedure/track-phases'
import type { TrackPhase } from '#lib/domain/transfer/state'
import type { Messages } from '#lib/i18n/messages'
import type { Names } from '#lib/usecases/directory'
import type { CaseStatus } from '#lib/views/case-status'
import { shownStates } from '#lib/views/shown-states'

export type Status = Readonly<{ kind: TagKind; word: string }>
export const trackStatus = (t: Messages, phase: TrackPhase): Status => statusOf(t, trackPhase(phase))
export const phaseStatus = (t: Messages, phase: CasePhase): Status => statusOf(t, casePhase(phase))
const statusOf = (t: Messages, { tone, word }: Readonly<{ tone: TagKind; word: keyof Messages['status'] }>): Status => ({
  kind: tone,
  word: t.status[word],
})

/** Of a row about one track: how that stands; about the case: as its own row in the list of cases says (found A6). */
export const statusesOf = (t: Messages, status: Pick<CaseStatus, 'stage' | 'tracks'>, trackId: string, nameOf: Names['of']): Status[] => {
  const track = status.tracks[trackId]
  return track ? [trackStatus(t, track.phase)] : caseStatuses(t, status, nameOf)
}

/** As lib/views/shown-states.ts says, by which lists are filtered. */
export const caseStatuses = (t: Messages, status: Pick<CaseStatus, 'stage' | 'tracks'>, nameOf: Names['of']): Status[] =>
  shownStates(status).map((state) => {
    const { kind, word } = statusOf(t, state)
    const track = state.trackId === null ? undefined : status.tracks[state.trackId]
    return { kind, word: track ? t.casePage.onTrack(nameOf(track.to), word) : word }
  })
