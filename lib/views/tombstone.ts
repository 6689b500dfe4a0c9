/** A letter that was taken back, as those know it who had it: its number, when it was sent, and that it is withdrawn (policy: ReadTombstone). */
import type { TrackRow } from './rows.ts'

/** The row as a body may see it. A tombstone's letter number stands where others read the case's; all else is empty, so that nothing new in a row can be forgotten here. */
export function asTombstone(row: TrackRow): TrackRow {
  if (row.phase !== 'withdrawn') return row
  const { trackId, caseId, bureauId, phase, letterNo, sentAt, isEnded } = row
  const empty = { recipientId: '', copiedId: '', handlerId: '', title: '', funds: '[]', amountFen: 0, fileCount: 0, seq: 0 }
  return {
    ...empty,
    trackId,
    caseId,
    bureauId,
    phase,
    letterNo,
    caseNo: letterNo,
    sentAt,
    arrivedAt: sentAt,
    formerFiles: '{}',
    receivedAt: '',
    decidedAt: '',
    signedForAt: '',
    isEnded,
  }
}
