/** The place of a row in its list: what a "next page" link carries. One function per list, so that page and store agree on the key. */
import type { CaseRow, Duty, Entry, Notice, TrackRow } from '#lib/views/rows'
import type { CaseOrder, Page } from './case-store.ts'

type Place = NonNullable<Page['after']>

export const afterCase = (row: CaseRow, { by }: CaseOrder): Place => ({ key: String(row[by]), id: row.caseId })
export const afterTrack = ({ sentAt, trackId }: TrackRow): Place => ({ key: sentAt, id: trackId })
export const afterDuty = ({ sortAt, dutyId }: Duty): Place => ({ key: sortAt, id: dutyId })
export const afterNotice = ({ at, noticeId }: Notice): Place => ({ key: at, id: noticeId })
export const afterActed = ({ recordedAt, caseId, seq }: Entry): Place => ({ key: recordedAt, id: `${caseId}/${seq}` })
/** The entry behind an id of `afterActed`. */
export const entryOf = (id: string): Readonly<{ caseId: string; seq: number }> => {
  const cut = id.lastIndexOf('/')
  return { caseId: id.slice(0, Math.max(cut, 0)), seq: Number(id.slice(cut + 1)) || 0 }
}
