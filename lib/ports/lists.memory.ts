/** Lists over arrays: scope, filter, order, page, in that order and nothing cleverer. */
import { OWN_DUTIES } from '#lib/domain/procedure/duty'
import { trackPhase } from '#lib/domain/procedure/track-phases'
import { readingScope } from '#lib/domain/policy/scope'
import { holds, sitsIn } from '#lib/domain/policy/seats'
import { soughtIn } from '#lib/domain/words'
import { type ColourRange, isInRange } from '#lib/views/clock-colour'
import type { ShownState } from '#lib/views/shown-states'
import { stateWord } from '#lib/views/words'
import type { CaseRow, Duty, Entry, TrackRow } from '#lib/views/rows'
import { asTombstone } from '#lib/views/tombstone'
import { owes } from '#lib/views/whose'
import type { CaseFilter, Reader, CaseScope, DutyFilter, DutyRow, KeptNotice, Page, Seats, TrackScope } from './case-store.ts'
import type { Kept } from './case-store.memory.ts'
import { isCaseIn, isTied, isTrackIn } from './scope.memory.ts'
import { afterActed, afterDuty, afterNotice, afterTrack, entryOf } from './pages.ts'

type Cases = 'listCases' | 'countCases' | 'listTracks' | 'countTracks'
type Work = 'listDuties' | 'countDuties' | 'listActed' | 'listSilent' | 'listFaulty' | 'listNotices' | 'readNotice' | 'countUnread'
export const memoryLists = (kept: Kept): Pick<Reader, Cases | Work> => ({ ...caseLists(kept), ...workLists(kept) })

function caseLists(kept: Kept): Pick<Reader, Cases> {
  const cases = (scope: CaseScope, filter: CaseFilter): CaseRow[] =>
    kept.rows.cases.filter(
      (row) =>
        isCaseIn(scope, row, kept) &&
        isLike(row, filter) &&
        speaks(kept, row.caseId, filter.text, isCaseIn(readingScope(scope), row, kept)) &&
        (!filter.state || shows(kept, row.caseId, filter.state)) &&
        isOwedIn(kept, row.caseId, filter.colour),
    )
  const tracks = (scope: TrackScope, { phases, text }: Readonly<{ phases?: readonly string[]; text?: string }>): TrackRow[] =>
    kept.rows.tracks
      .filter((row) => isTrackIn(scope, row, kept) && (phases?.includes(row.phase) ?? true))
      .filter(({ trackId }) => speaks(kept, trackId, text, true))
      .map(asTombstone)
  return {
    listCases: async (scope, filter, { by, descending }, page) => {
      const { after } = page
      const last = after && [by === 'amountFen' ? Number(after.key) : after.key, after.id]
      return pageOf(cases(scope, filter), (row) => [row[by], row.caseId], descending, last, page)
    },
    countCases: async (scope, filter, cap) => Math.min(cases(scope, filter).length, cap + 1),
    listTracks: async (scope, filter, page) =>
      pageOf(tracks(scope, filter), (row) => pair(afterTrack(row)), true, page.after && pair(page.after), page),
    countTracks: async (scope, filter, cap) => Math.min(tracks(scope, filter).length, cap + 1),
  }
}

function workLists(kept: Kept): Pick<Reader, Work> {
  const caseOf = (caseId: string): CaseRow | undefined => kept.rows.cases.find((row) => row.caseId === caseId)
  const trackOf = (trackId: string): TrackRow | undefined => kept.rows.tracks.find((row) => row.trackId === trackId)
  const readable = (cases: CaseScope, tracks: TrackScope, { caseId, trackId }: Readonly<{ caseId: string; trackId: string }>) => {
    const [row, track] = [caseOf(caseId), trackOf(trackId)]
    if (row && isCaseIn(cases, row, kept)) return { row, ref: caseId, asRecipient: 0, reads: isCaseIn(readingScope(cases), row, kept) }
    return track && isTrackIn(tracks, track, kept) ? { row: track, ref: trackId, asRecipient: 1, reads: true } : null
  }
  const duties = (who: Who, cases: CaseScope, tracks: TrackScope, filter: DutyFilter): DutyRow[] =>
    kept.rows.duties.flatMap((duty) => {
      const seen = isOwed(duty, who, filter) && readable(cases, tracks, duty)
      if (!seen || (seen.asRecipient === 1 && seen.row.phase === 'withdrawn') || !isLike(seen.row, filter)) return []
      if (!speaks(kept, seen.ref, filter.text, seen.reads)) return []
      const { caseNo, title, phase, funds, amountFen } = seen.row
      return [{ ...duty, caseNo, title, phase, funds, amountFen, asRecipient: seen.asRecipient }]
    })
  const notices = (who: Who, unreadOnly = false): KeptNotice[] =>
    kept.rows.notices.flatMap((notice) => {
      const isMine = notice.personId === '' ? holds(who, notice.unitId, notice.post) : notice.personId === who.personId
      const readAt = kept.reads.find((read) => read.personId === who.personId && read.noticeId === notice.noticeId)?.readAt ?? ''
      if (!isMine || (unreadOnly && readAt) || isTied(kept, notice.caseId, who.personId, 'subject')) return []
      const row = caseOf(notice.caseId)
      const isOwn = row !== undefined && sitsIn(who, row.bureauId)
      const track = trackOf(notice.trackId)
      const hadIt = kept.rows.trackTies.some((tie) => tie.trackId === notice.trackId && sitsIn(who, tie.unitId))
      const shown = notice.trackId === '' || isOwn ? row : track && hadIt ? asTombstone(track) : track
      return [{ ...notice, readAt, caseNo: shown?.caseNo ?? '', title: shown?.title ?? '' }]
    })
  return {
    listDuties: async (who, cases, tracks, filter, page) =>
      pageOf(duties(who, cases, tracks, filter), (row) => pair(afterDuty(row)), false, page.after && pair(page.after), page),
    countDuties: async (who, cases, tracks, filter, cap) => Math.min(duties(who, cases, tracks, filter).length, cap + 1),
    listActed: async (personId, cases, tracks, page) => {
      const mine = kept.rows.entries.filter((entry) => entry.personId === personId && readable(cases, tracks, entry))
      const newest = mine.filter((entry) => !mine.some((other) => isSamePlace(entry, other) && other.seq > entry.seq))
      const last = page.after && [page.after.key, ...Object.values(entryOf(page.after.id))]
      return pageOf(newest, (row) => [afterActed(row).key, row.caseId, row.seq], true, last, page)
    },
    listSilent: async (before) => {
      const acts = (trackId: string, types: readonly string[]): Entry[] =>
        kept.rows.entries.filter((entry) => entry.trackId === trackId && types.includes(entry.type))
      const isSilent = ({ trackId }: TrackRow): boolean =>
        acts(trackId, ['CaseFiled', 'CaseNotFiled', 'ProceedingAnswered']).some(
          (decided) => decided.recordedAt <= before && !acts(trackId, ['SilenceAlarmed']).some(({ seq }) => seq > decided.seq),
        )
      return kept.rows.tracks
        .filter((row) => row.signedForAt === '' && trackPhase(row.phase).isDecided === true && isSilent(row))
        .map(({ caseId, trackId }) => ({ caseId, trackId }))
        .toSorted((a, b) => (a.trackId < b.trackId ? -1 : 1))
    },
    listFaulty: async () => {
      const found = (caseId: string, type: string): number =>
        kept.rows.entries.filter((entry) => entry.caseId === caseId && entry.type === type).length
      return kept.rows.cases
        .map(({ caseId }) => caseId)
        .filter((caseId) => found(caseId, 'FileFaultFound') > found(caseId, 'FileFoundWhole'))
        .toSorted()
    },
    listNotices: async (who, { unreadOnly }, page) =>
      pageOf(notices(who, unreadOnly), (row) => pair(afterNotice(row)), true, page.after && pair(page.after), page),
    readNotice: async (noticeId) => kept.rows.notices.find((row) => row.noticeId === noticeId) ?? null,
    countUnread: async (who, cap) => Math.min(notices(who, true).length, cap + 1),
  }
}

type Who = Readonly<{ personId: string; seats: Seats }>
const isSamePlace = (a: Entry, b: Entry): boolean => a.caseId === b.caseId && a.trackId === b.trackId

function isOwed(duty: Duty, who: Who, { side, code, colour }: DutyFilter): boolean {
  if (side === 'mine' ? !owes(who, duty) : sitsIn(who, duty.unitId) || OWN_DUTIES.includes(duty.code)) return false
  return (code ?? duty.code) === duty.code && (!colour || isInRange(duty, colour))
}

type Shown = Pick<CaseRow, 'caseNo' | 'title' | 'funds' | 'amountFen' | 'isEnded'> & Readonly<{ phase: string }>
function isLike(row: Shown, { phases, fund, ended, minFen }: CaseFilter): boolean {
  return (
    (phases?.includes(row.phase) ?? true) &&
    (!fund || row.funds.includes(JSON.stringify(fund))) &&
    (ended === undefined || row.isEnded === Number(ended)) &&
    (minFen === undefined || row.amountFen >= minFen)
  )
}
const shows = ({ rows }: Kept, caseId: string, state: ShownState): boolean =>
  rows.words.some(({ ref, open }) => ref === caseId && open.split(' ').includes(stateWord(state)))
const isOwedIn = ({ rows }: Kept, caseId: string, colour: ColourRange | undefined): boolean =>
  !colour || rows.duties.some((duty) => duty.caseId === caseId && isInRange(duty, colour))
function speaks({ rows }: Kept, ref: string, text: string | undefined, reads: boolean): boolean {
  if (!text) return true
  const row = rows.words.find((one) => one.ref === ref)
  const words = (reads ? row?.named : row?.open)?.split(' ') ?? []
  const sought = soughtIn(text)
  return sought.length > 0 && sought.every(({ word, begins }) => words.some((one) => (begins ? one.startsWith(word) : one === word)))
}

type Place = readonly (string | number)[]
const pair = ({ key, id }: NonNullable<Page['after']>): Place => [key, id]
function pageOf<T>(rows: readonly T[], place: (row: T) => Place, descending: boolean, last: Place | null, { size }: Page): T[] {
  const way = descending ? -1 : 1
  const past = rows.filter((row) => !last || way * compare(place(row), last) > 0)
  return past.toSorted((a, b) => way * compare(place(a), place(b))).slice(0, size)
}
function compare(a: Place, b: Place): number {
  const at = a.findIndex((part, i) => part !== b[i])
  const [one, other] = [a[at], b[at]]
  return one === undefined || other === undefined ? 0 : one < other ? -1 : 1
}
