/** What somebody has done, and what has ended: the worklist's other two tabs. Each row as its reader may see it. */
import { can } from '#lib/domain/policy/can'
import { scopesOf } from '#lib/domain/policy/scope'
import { sitsIn } from '#lib/domain/policy/seats'
import { trackPhasesThat } from '#lib/domain/procedure/track-phases'
import type { Actor } from '#lib/domain/result'
import type { CaseOrder, Reader, Page } from '#lib/ports/case-store'
import { afterActed, afterCase, afterTrack } from '#lib/ports/pages'
import { caseStatus, type CaseStatus } from '#lib/views/case-status'
import { openCase } from '#lib/views/case-views'
import type { CaseRow, Entry, TrackRow } from '#lib/views/rows'
import { shownOf, type Shown } from './pages.ts'
import { readCaseAs, readTombstoneAs } from './read-case.ts'

/** The newest act of the person in each case or track, with the words of the case for its bureau and of the track for others (D7). `phase` is '' for a body that passed it on. */
export type Acted = Entry & Readonly<{ caseNo: string; title: string; phase: string; asRecipient: number; status: CaseStatus | null }>

export async function listActed(read: Reader, actor: Actor, page: Page): Promise<Shown<Acted>> {
  const { cases, tracks } = scopesOf(actor)
  const { rows, next } = await shownOf((asked) => read.listActed(actor.personId, cases, tracks, asked), page, afterActed)
  return { rows: (await Promise.all(rows.map((entry) => wordsOf(read, actor, entry)))).filter((row) => row !== null), next }
}

async function wordsOf(read: Reader, actor: Actor, entry: Entry): Promise<Acted | null> {
  const track = entry.trackId ? await read.readTrackRow(entry.trackId) : null
  // A letter that was taken back: its number and what was done, and no word of either.
  if (track?.phase === 'withdrawn' && !(await readCaseAs(read, actor, entry.caseId))) {
    const stone = await readTombstoneAs(read, actor, track.trackId)
    return (
      stone && { ...entry, detail: '{}', onPaper: '', caseNo: stone.letterNo, title: '', phase: track.phase, asRecipient: 1, status: null }
    )
  }
  const isOurs = !track || sitsIn(actor, track.bureauId)
  const ours = isOurs ? await read.readCaseRow(entry.caseId) : null
  const row = ours ?? track
  const status = ours && caseStatus(openCase(ours, []))
  const isFormer = !isOurs && !sitsIn(actor, track.recipientId) && !sitsIn(actor, track.copiedId)
  return row && { ...entry, caseNo: row.caseNo, title: row.title, phase: isFormer ? '' : row.phase, asRecipient: isOurs ? 0 : 1, status }
}

const LATEST: CaseOrder = { by: 'lastAt', descending: true }
/** `title` is null where the reader may know only where the case stands. */
export type EndedCase = Pick<CaseRow, 'caseId' | 'caseNo' | 'phase' | 'funds' | 'amountFen' | 'lastAt'> &
  Readonly<{ title: string | null; status: CaseStatus }>
export async function listEnded(read: Reader, actor: Actor, page: Page): Promise<Shown<EndedCase>> {
  const { rows, next } = await shownOf(
    (asked) => read.listCases(scopesOf(actor).cases, { ended: true }, LATEST, asked),
    page,
    (row) => afterCase(row, LATEST),
  )
  return { rows: rows.map((row) => endedCase(actor, row)), next }
}
function endedCase(actor: Actor, row: CaseRow): EndedCase {
  const { caseId, caseNo, phase, funds, amountFen, lastAt } = row
  const state = openCase(row, [])
  const title = can(actor, 'ReadContent', state) ? row.title : null
  return { caseId, caseNo, phase, funds, amountFen, lastAt, title, status: caseStatus(state) }
}

/** For a body that received: what it has decided, sent back, or what was taken back. */
const ENDED = trackPhasesThat(({ tab }) => tab === 'decided')
export type EndedTrack = Pick<
  TrackRow,
  'trackId' | 'bureauId' | 'phase' | 'title' | 'caseNo' | 'letterNo' | 'funds' | 'amountFen' | 'sentAt'
>
export async function listEndedTracks(read: Reader, actor: Actor, page: Page): Promise<Shown<EndedTrack>> {
  const scope = { ...scopesOf(actor).tracks, formerUnits: [] }
  const { rows, next } = await shownOf((asked) => read.listTracks(scope, { phases: ENDED }, asked), page, afterTrack)
  return { rows: rows.map(endedTrack), next }
}
const endedTrack = ({ trackId, bureauId, phase, title, caseNo, letterNo, funds, amountFen, sentAt }: TrackRow): EndedTrack => ({
  trackId,
  bureauId,
  phase,
  title,
  caseNo,
  letterNo,
  funds,
  amountFen,
  sentAt,
})
