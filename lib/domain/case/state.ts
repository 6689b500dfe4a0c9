/** What is known of a case after its events. A phase is a type: what cannot be true together cannot be written together (docs/style.md rule 3). */
import type { EvidenceItem } from '../evidence/events.ts'
import type { FileFault, NamedFile } from '../evidence/stored.ts'
import type { By, Instant } from '../result.ts'
import type { TrackState } from '../transfer/state.ts'
import type { Absent, AmountLine, Assessment, Basics, Bound, Bureau, Item, Report, Subject } from './events.ts'

export type Opinion = Readonly<{ verdict: 'agree' | 'agree-with-notes' | 'disagree'; text: string; by: By; at: Instant }>
export type Submitted = Readonly<{ submittedAt: Instant; submittedBy: string; decidingUnitId: string }>
export type Approved = Readonly<{ approvedAt: Instant; approvedBy: string; opinion: string; binds: Bound }>
/** How far the deciding unit is with a report. */
export type Review =
  | Readonly<{ phase: 'investigating'; sentBack: Readonly<{ note: string; by: string; at: Instant }> | null }>
  | (Readonly<{ phase: 'in-review' }> & Submitted)
  | (Readonly<{ phase: 'approved' }> & Submitted & Readonly<{ approval: Approved }>)
  | (Readonly<{ phase: 'not-approved' }> & Submitted & Readonly<{ reason: string; refusedAt: Instant; refusedBy: string }>)
/** Why another round was begun. Of the first there is none, nor of one that began before there was this act. */
type Opened = Readonly<{ reason: string; by: string; at: Instant }>
/** A report, what the reviewer said of it, and how far the deciding unit is with it. What it plans becomes its tracks once it is approved. */
export type Round = Readonly<{ report: WrittenReport | null; opinion: Opinion | null; review: Review; opened?: Opened }>
/** Where a round stands, its tracks counted in. */
export type Stage =
  | Exclude<Review, { phase: 'approved' }>
  | (Readonly<{ phase: 'approved' | 'transferred' }> & Submitted & Readonly<{ approval: Approved }>)
export type CasePhase = Stage['phase']

/** Seq of the last event of each section: the version that a form carries (docs/stack.md §21). 0: nothing yet. */
export type Sections = Readonly<{
  basics: number
  handlers: number
  subjects: number
  amounts: number
  items: number
  report: number
  review: number
  evidence: number
}>
export type WrittenReport = Report &
  Readonly<{ seq: number; writtenBy: string; writtenAt: Instant; confirmed: Readonly<{ by: string; at: Instant; seq: number }> | null }>

export type OpenCase = Readonly<{
  caseId: string
  caseNo: string
  bureau: Bureau
  basics: Basics
  registeredAt: Instant
  registeredBy: string
  handlerIds: readonly string[]
  subjects: Readonly<Record<string, Subject & Readonly<{ seq: number }>>>
  lines: readonly AmountLine[]
  assessments: readonly Assessment[]
  items: readonly Item[]
  absent: Absent
  /** Of its evidence, what is not void. */
  liveItems: number
  evidence: Readonly<
    Record<
      string,
      EvidenceItem &
        Readonly<{ seq: number; addedBy: string; addedAt: Instant; voided: Readonly<{ reason: string; by: string; at: Instant }> | null }>
    >
  >
  /** Why a file that is none of the accepted types is kept as it is, by `itemId`. Absent where there is none, as `faults`. */
  keptAsIs?: Readonly<Record<string, string>>
  /** Stored files that are not what was sealed, by `blobId`. Absent where all are whole: a case folds as it did before there were any. */
  faults?: Readonly<Record<string, NamedFile & Readonly<{ is: FileFault; at: Instant }>>>
  /** The last one is the one that the bureau is at (rounds.ts); another begins when a report is written after one was decided upon. */
  rounds: readonly [Round, ...Round[]]
  tracks: Readonly<Record<string, TrackState>>
  sections: Sections
  lastSeq: number
  lastAt: Instant
}>
/** `null` until the case is registered. */
export type CaseState = OpenCase | null

/** In fen. */
export const totalFen = (lines: readonly Pick<AmountLine, 'fen'>[]): number => lines.reduce((sum, { fen }) => sum + fen, 0)
export const totalRecovered = (lines: readonly Pick<AmountLine, 'recoveredFen'>[]): number =>
  lines.reduce((sum, { recoveredFen }) => sum + recoveredFen, 0)
