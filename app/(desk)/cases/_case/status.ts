/** Where a case or track stands, in a word and a colour (ux.md §4 Status tags). */
import type { TagKind } from '#app/_ui/tag'
import type { CasePhase } from '#lib/domain/case/state'
import { casePhase } from '#lib/domain/procedure/case-phases'
import { trackPhase } from '#lib/domain/procedure/track-phases'
import { isSent, type TrackPhase } from '#lib/domain/transfer/state'
import type { Messages } from '#lib/i18n/messages'
import type { Names } from '#lib/usecases/directory'
import type { CaseStatus } from '#lib/views/case-status'

export type Status = Readonly<{ kind: TagKind; word: string }>
export const trackStatus = (t: Messages, phase: TrackPhase): Status => statusOf(t, trackPhase(phase))
export const phaseStatus = (t: Messages, phase: CasePhase): Status => statusOf(t, casePhase(phase))
const statusOf = (t: Messages, { tone, word }: Readonly<{ tone: TagKind; word: keyof Messages['status'] }>): Status => ({
  kind: tone,
  word: t.status[word],
})

/** With one track the case says what its track says; with several each track says it beside the body's name. */
export function caseStatuses(t: Messages, { stage, tracks }: Pick<CaseStatus, 'stage' | 'tracks'>, nameOf: Names['of']): Status[] {
  if (stage.phase === 'investigating' && stage.sentBack) return [trackStatus(t, 'returned')]
  const sent = Object.values(tracks).filter(isSent)
  if (casePhase(stage.phase).node !== null || sent.length === 0) return [phaseStatus(t, stage.phase)]
  if (Object.keys(tracks).length === 1) return sent.map((track) => trackStatus(t, track.phase))
  return Object.values(tracks).map((track) => {
    const { kind, word } = trackStatus(t, track.phase)
    return { kind, word: t.cpage.onTrack(nameOf(track.to), word) }
  })
}
