/** The rows that pages read, folded from events in the same commit. They inform; they never permit (docs/style.md §1). */
import type { CaseEvent } from '#lib/domain/case/events'
import type { CasePhase } from '#lib/domain/case/state'
import type { TimeId } from '#lib/domain/law/soft-times'
import type { DutyCode } from '#lib/domain/procedure/duty'
import type { Day, Instant, Post } from '#lib/domain/result'
import type { StreamKey } from '#lib/domain/stream'
import type { TrackPhase } from '#lib/domain/transfer/state'
import type { NoticeCode } from './notices.ts'

/** `sheet` is the folded state without its evidence, as JSON text: what the case page shows. Lists are JSON text. Money in fen. */
export type CaseRow = Readonly<{
  caseId: string
  caseNo: string
  title: string
  bureauId: string
  superiorId: string
  decidingUnitId: string
  division: string
  funds: string
  charges: string
  phase: CasePhase
  amountFen: number
  foundOn: Day
  registeredAt: Instant
  isEnded: number // 1 where nothing more is owed by anyone in this portal
  itemCount: number // evidence items that are not void
  lastSeq: number
  lastAt: Instant
  sheet: string
}>
export type TrackRow = Readonly<{
  trackId: string
  caseId: string
  bureauId: string
  recipientId: string
  copiedId: string
  handlerId: string
  phase: TrackPhase
  title: string
  caseNo: string
  letterNo: string
  funds: string
  amountFen: number
  fileCount: number
  sentAt: string
  receivedAt: string
  decidedAt: string
  signedForAt: string
  isEnded: number // instants, '' where not yet
  seq: number
  arrivedAt: string // when it came to the body that has it now
  formerFiles: string // how many files each body had that passed it on: JSON text, by unit
}>
/** Who may find which row in a list: the stored shadow of domain/policy/ties.ts, kept equal to it by a property test on every engine. */
export type CaseTie = Readonly<{ caseId: string; personId: string; tie: 'handler' | 'subject' }>
export type TrackTie = Readonly<{ trackId: string; caseId: string; unitId: string; tie: 'recipient' | 'former' | 'copied' }>
export type EvidenceRow = Readonly<{
  caseId: string
  itemId: string
  seq: number
  folder: string
  kind: string
  name: string
  source: string
  collectedBy: string
  collectedOn: Day
  size: number
  sha256: string
  sm3: string
  blobId: string
  addedBy: string
  addedAt: Instant
  voidedAt: string
  voidReason: string
  voidedBy: string
}>
/** By which words a case or a track (`ref`) is found, a blank between them: words.ts. */
export type WordRow = Readonly<{ ref: string; caseId: string; open: string; named: string }>
/** One act, for timeline and recent activity. `detail` is JSON text of what the page may say; `trackId` '' where it concerns no track, `caseId` '' where no case. */
export type Entry = StreamKey &
  Readonly<{
    caseId: string
    seq: number
    trackId: string
    type: CaseEvent['type']
    happenedAt: Instant
    recordedAt: Instant
    personId: string
    unitId: string
    post: string
    onPaper: string
    detail: string
  }>

/** The parts of a case that a page shows: '' is its overview. */
export type Section = '' | 'subjects' | 'evidence' | 'report' | 'decision' | 'transfers'

/** Who owes what under which clock row (D22). `dueAt` is the one it is judged by (D16); '' where nobody can be late: no number, a right, an internal time. */
export type Duty = StreamKey &
  Readonly<{
    dutyId: string
    caseId: string
    trackId: string
    code: DutyCode
    clock: TimeId | ''
    unitId: string
    post: Post
    personIds: string // '|a|b|' where only these owe it, '' where anyone in the post does
    toUnitId: string // whom it is owed to, '' for one's own house
    startedAt: Instant
    dueStrictAt: string
    dueTolerantAt: string
    dueAt: string
    sortAt: string
    bureauId: string // from here on as in the case's and the track's own row: by them lists find whose duty it is to see, in order
    superiorId: string
    decidingUnitId: string
    division: string
    copiedId: string
  }>
/** What someone is told. `code` names the sentence; `about` is JSON text of the few words in it: never a name of a person in the case. */
export type Notice = StreamKey &
  Readonly<{
    noticeId: string
    caseId: string
    trackId: string
    seq: number
    at: Instant
    code: NoticeCode
    about: string
    unitId: string
    post: string
    personId: string // addressee: a post in a unit, or one person
  }>
