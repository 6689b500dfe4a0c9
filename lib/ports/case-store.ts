/**
 * What we ask of a database. A transaction is a value: everything to be written is known before the first write, so SQLite can
 * commit without an await and PostgreSQL with. The lock is the primary key (stream, streamId, seq). A page gets a reader; only `ask` gets the writer.
 */
import type { TakenNumber } from '#lib/domain/numbers'
import type { CaseScope, TrackScope } from '#lib/domain/policy/scope'
import type { SealedEvent, Stream, StreamKey } from '#lib/ledger/seal'
import type { CaseRows } from '#lib/views/case-views'
import type { ColourRange } from '#lib/views/clock-colour'
import type { OfficeRows } from '#lib/views/office-views'
import type { ShownState } from '#lib/views/shown-states'
import type { CaseRow, Duty, Entry, EvidenceRow, Notice, TrackRow } from '#lib/views/rows'
import type { DirectoryRow, PersonRow, PostRow, UnitNameRow, UnitRow } from '#lib/views/office-rows'

export type { CaseScope, TakenNumber, TrackScope }
/** seq: where the first deed ended, so that a repeat gets the first answer. deed: digest of what was asked; '' (from before it was kept) matches anything. */
export type IdempotencyKey = Readonly<{ personId: string; formKey: string }> & StreamKey & Readonly<{ seq: number; deed: string }>

/** Everything that is folded from events, kind by kind (row-kinds.ts). */
export type FoldedRows = CaseRows & OfficeRows & Readonly<{ notices: readonly Notice[] }>
/** What was told is no row that could be folded otherwise: it is written once. */
export type Rows = Partial<Omit<FoldedRows, 'notices'>>
export type Commit = Readonly<{
  events: readonly SealedEvent[] // never empty; all of one stream
  rows: Rows // over those with the same key; entries are added
  gone: Rows // what the stream had and has no more: a plan taken back, a duty done
  notices: readonly Notice[] // a repeated id is a bug and throws
  numbers: readonly TakenNumber[] // unique; a clash is a lost race
  idempotencyKey: IdempotencyKey | null // unique (person, form); a clash is a lost race
}>

export interface CaseWriter {
  /** All or nothing. 'conflict': another deed took the same (stream, streamId, seq), number or form key first. */
  commit(commit: Commit): Promise<'committed' | 'conflict'>
}

/** Keyset paging: `after` is the sort key and id of the last row shown. */
export type Page = Readonly<{ after: Readonly<{ key: string; id: string }> | null; size: number }>
/** `state`: what the row shows (lib/views/shown-states.ts). `heat`: something owed in the case, by anybody, is of this colour now. */
export type CaseFilter = Readonly<{
  phases?: readonly string[]
  state?: ShownState
  colour?: ColourRange
  fund?: string
  ended?: boolean
  text?: string
  minFen?: number
}>
export type TrackFilter = Readonly<{ phases?: readonly string[]; text?: string }>
export type CaseOrder = Readonly<{ by: 'registeredAt' | 'lastAt' | 'amountFen' | 'caseNo'; descending: boolean }>
export type DutyFilter = Readonly<{
  side: 'mine' | 'waiting'
  code?: string
  fund?: string
  colour?: ColourRange
  text?: string
  minFen?: number
}>
/** A duty with the words of the row it belongs to, as its reader may see them: a track's for its recipient, the case's for its bureau. */
export type DutyRow = Duty &
  Readonly<{ caseNo: string; title: string; phase: string; funds: string; amountFen: number; asRecipient: number }>
export type Seats = readonly Readonly<{ unitId: string; post: string }>[]
export type KeptNotice = Notice & Readonly<{ readAt: string; caseNo: string; title: string }>

/** What a reader can be asked, whatever the stream: the events themselves. */
export interface LedgerReader {
  /** In order; `from`: those of this seq and after. */
  readEvents(key: StreamKey, from?: number): Promise<readonly SealedEvent[]>
  listStreams(): Promise<readonly StreamKey[]>
  /** The id that comes next among the streams of this kind, by their events; '' is before the first, null after the last. */
  nextStream(stream: Stream, after: string): Promise<string | null>
  readIdempotencyKey(personId: string, formKey: string): Promise<IdempotencyKey | null>
  nextSerial(unitId: string, kind: TakenNumber['kind'], year: number): Promise<number>
}

/** What several streams have of one kind: what was done, what is owed, what was told. */
export interface WorkReader {
  /** Newest first. `trackId`: that track's entries only. */
  listEntries(
    key: StreamKey,
    filter: Readonly<{ trackId?: string; limit?: number; types?: readonly Entry['type'][] }>,
  ): Promise<readonly Entry[]>
  listDutiesOf(key: StreamKey): Promise<readonly Duty[]>
  /** By due time, overdue first; those without a number last. */
  listDuties(
    who: Readonly<{ personId: string; seats: Seats }>,
    cases: CaseScope,
    tracks: TrackScope,
    filter: DutyFilter,
    page: Page,
  ): Promise<readonly DutyRow[]>
  countDuties(
    who: Readonly<{ personId: string; seats: Seats }>,
    cases: CaseScope,
    tracks: TrackScope,
    filter: DutyFilter,
    cap: number,
  ): Promise<number>
  /** Cases and tracks in which the person acted, newest first. */
  listActed(personId: string, cases: CaseScope, tracks: TrackScope, page: Page): Promise<readonly Entry[]>
  listNotices(
    who: Readonly<{ personId: string; seats: Seats }>,
    filter: Readonly<{ unreadOnly?: boolean }>,
    page: Page,
  ): Promise<readonly KeptNotice[]>
  /** Asks nobody. */
  readNotice(noticeId: string): Promise<Notice | null>
  countUnread(who: Readonly<{ personId: string; seats: Seats }>, cap: number): Promise<number>
}

export interface CaseReader {
  readCaseRow(caseId: string): Promise<CaseRow | null>
  readTrackRow(trackId: string): Promise<TrackRow | null>
  /** Ids of the cases and tracks that bear this number, as it is stored. */
  listNumbered(no: string): Promise<readonly string[]>
  listTracksOf(caseId: string): Promise<readonly TrackRow[]>
  listEvidence(caseId: string): Promise<readonly EvidenceRow[]>
  readEvidence(caseId: string, itemId: string): Promise<EvidenceRow | null>
  listCases(scope: CaseScope, filter: CaseFilter, order: CaseOrder, page: Page): Promise<readonly CaseRow[]>
  countCases(scope: CaseScope, filter: CaseFilter, cap: number): Promise<number>
  /** Latest sent first. Of a letter that was taken back the row says no word, and no text finds it but its number (lib/views/tombstone.ts). */
  listTracks(scope: TrackScope, filter: TrackFilter, page: Page): Promise<readonly TrackRow[]>
  countTracks(scope: TrackScope, filter: TrackFilter, cap: number): Promise<number>
  /** Decided tracks whose decision was recorded at or before `before`, not signed for and not alarmed yet. */
  listSilent(before: string): Promise<readonly Readonly<{ caseId: string; trackId: string }>[]>
  /** Cases of which a stored file stands locked: found faulty oftener than found whole. In the order of ids. */
  listFaulty(): Promise<readonly string[]>
}

export interface OfficeReader {
  listUnits(): Promise<readonly UnitRow[]>
  listUnitNames(): Promise<readonly UnitNameRow[]>
  listPersons(): Promise<readonly PersonRow[]>
  readPerson(personId: string): Promise<PersonRow | null>
  readPersonByLogin(login: string): Promise<PersonRow | null>
  /** Posts of one person, or all. Dated: the caller picks those of the day. */
  listPosts(filter: Readonly<{ personId?: string; unitId?: string }>): Promise<readonly PostRow[]>
  listDirectory(): Promise<readonly DirectoryRow[]>
}

/** What is asked of a stream's own rows: a stream without a line does not compile. */
export interface StreamReaders extends Record<Stream, object> {
  case: CaseReader
  office: OfficeReader
}
type Both<U> = (U extends unknown ? (each: U) => void : never) extends (all: infer All) => void ? All : never
export type Reader = LedgerReader & WorkReader & Both<StreamReaders[Stream]>
