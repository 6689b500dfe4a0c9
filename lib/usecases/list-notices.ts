/** What somebody was told, newest first, each with what it calls for and by when. */
import type { OpenCase } from '#lib/domain/case/state'
import { can } from '#lib/domain/policy/can'
import type { Actor } from '#lib/domain/result'
import type { Reader, KeptNotice, Page } from '#lib/ports/case-store'
import { afterNotice } from '#lib/ports/pages'
import type { DutyCode } from '#lib/domain/procedure/duty'
import { caseStream } from '#lib/domain/stream'
import type { Duty } from '#lib/views/rows'
import { openCase } from '#lib/views/case-views'
import { NOTICES } from '#lib/views/notices'
import { owes } from '#lib/views/whose'
import { shownOf, type Shown } from './pages.ts'

/** `duty`: what the addressee still owes because of it. `reads`: how much of the case is open to them today; posts end, and ties with them. */
export type ShownNotice = KeptNotice & Readonly<{ duty: Duty | null; reads: 'content' | 'status' | 'track' | 'tombstone' | 'nothing' }>

export async function listNotices(
  read: Reader,
  actor: Actor,
  filter: Readonly<{ unreadOnly: boolean }>,
  page: Page,
): Promise<Shown<ShownNotice>> {
  const { rows, next } = await shownOf((asked) => read.listNotices(actor, filter, asked), page, afterNotice)
  const cases = new Map(
    await Promise.all(
      [...new Set(rows.map(({ caseId }) => caseId))].map(async (caseId) => [caseId, await aboutCase(read, caseId)] as const),
    ),
  )
  return { rows: distinctNotices(rows.map((notice) => withDuty(actor, notice, cases.get(notice.caseId) ?? null))), next }
}

/** Of several notices that call for one thing, the newest does. */
function distinctNotices(rows: readonly ShownNotice[]): readonly ShownNotice[] {
  const called = new Set<string>()
  return rows.map((row) => {
    if (!row.duty || !called.has(row.duty.dutyId)) return (called.add(row.duty?.dutyId ?? ''), row)
    return { ...row, duty: null }
  })
}

type About = Readonly<{ state: OpenCase; duties: readonly Duty[] }> | null
async function aboutCase(read: Reader, caseId: string): Promise<About> {
  const [row, duties] = await Promise.all([read.readCaseRow(caseId), read.listDutiesOf(caseStream(caseId))])
  return row && { state: openCase(row, []), duties } // who may read it does not hang on its evidence
}

function withDuty(actor: Actor, notice: KeptNotice, about: About): ShownNotice {
  const wanted: readonly DutyCode[] = NOTICES[notice.code].calls
  const duty =
    about?.duties.find(
      (one) => wanted.includes(one.code) && (notice.trackId === '' || one.trackId === notice.trackId) && owes(actor, one),
    ) ?? null
  const reads = readsOf(actor, notice, about)
  return { ...notice, ...saidTo(reads, notice), duty, reads }
}

/** What a notice says in its sentence was theirs to read when it came. A letter taken back says no more; where nothing is open, nobody's own words do. */
function saidTo(reads: ShownNotice['reads'], { about, title }: KeptNotice): Pick<KeptNotice, 'about' | 'title'> {
  if (reads === 'tombstone') return { about: '{}', title: '' }
  if (reads !== 'nothing') return { about, title }
  const { text: _, ...rest }: Record<string, unknown> = JSON.parse(about) // safe: written by lib/views/events.ts
  return { about: JSON.stringify(rest), title }
}

function readsOf(actor: Actor, { trackId }: KeptNotice, about: About): ShownNotice['reads'] {
  if (!about) return 'nothing'
  if (can(actor, 'ReadContent', about.state)) return 'content'
  if (can(actor, 'ReadCase', about.state)) return 'status'
  if (trackId === '') return 'nothing'
  if (can(actor, 'ReadTrack', about.state, { trackId })) return 'track'
  return can(actor, 'ReadTombstone', about.state, { trackId }) ? 'tombstone' : 'nothing'
}
