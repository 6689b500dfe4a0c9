/** Where a case or track stands, in a word and a colour (ux.md §4 Status tags). */
import type { TagKind } from '#app/_ui/tag'
import type { CasePhase, OpenCase } from '#lib/domain/case/state'
import type { TrackPhase, TrackState } from '#lib/domain/transfer/state'
import type { Messages } from '#lib/i18n/messages'
import type { Names } from '#lib/usecases/directory'

export type Status = Readonly<{ kind: TagKind; word: string }>
type Key = keyof Messages['status']

const OF_CASE: Readonly<Record<CasePhase, readonly [TagKind, Key]>> = {
  investigating: ['info', 'investigating'],
  'in-review': ['warn', 'pendingApproval'],
  approved: ['ok', 'approved'],
  'not-approved': ['bad', 'refused'],
  transferred: ['info', 'transferred'],
}
const OF_TRACK: Readonly<Record<TrackPhase, readonly [TagKind, Key]>> = {
  planned: ['ok', 'approved'],
  sent: ['warn', 'sent'],
  withdrawn: ['rest', 'withdrawn'],
  received: ['ok', 'received'],
  supplementing: ['warn', 'supplement'],
  examining: ['info', 'underReview'],
  returned: ['bad', 'returned'],
  filed: ['info', 'filed'],
  'not-filed': ['bad', 'notFiled'],
}
const of = (t: Messages, [kind, key]: readonly [TagKind, Key]): Status => ({ kind, word: t.status[key] })

export const trackStatus = (t: Messages, phase: TrackPhase): Status => of(t, OF_TRACK[phase])
export const phaseStatus = (t: Messages, phase: CasePhase): Status => of(t, OF_CASE[phase])

/** With one track the case says what its track says; with several each track says it beside the body's name. */
export function caseStatuses(t: Messages, { stage, tracks }: Pick<OpenCase, 'stage' | 'tracks'>, nameOf: Names['of']): Status[] {
  if (stage.phase === 'investigating' && stage.sentBack) return [of(t, ['bad', 'returned'])]
  const sent = Object.values(tracks).filter((track): track is TrackState => track.phase !== 'planned')
  if (stage.phase !== 'approved' && stage.phase !== 'transferred') return [phaseStatus(t, stage.phase)]
  if (sent.length === 0) return [phaseStatus(t, stage.phase)]
  if (Object.keys(tracks).length === 1) return sent.map((track) => trackStatus(t, track.phase))
  return Object.values(tracks).map((track) => {
    const { kind, word } = trackStatus(t, track.phase)
    return { kind, word: t.cpage.onTrack(nameOf(track.to), word) }
  })
}
