/** What can have happened on one transfer track. The snapshot is sealed for ever: exactly this was sent, never a later draft (D13). */
import type { Absent, AmountLine, Assessment, Item, Subject, TrackPlan } from '../case/events.ts'
import type { Outcome, PreparedId, StageId } from '../procedure/stages.ts'
import type { Day, FileRef, Instant, UnitRef } from '../result.ts'

export type SentFile = FileRef &
  Readonly<{ itemId: string; folder: string; kind: string; source: string; collectedBy: string; collectedOn: Day }>
export type Snapshot = Readonly<{
  letterNo: string
  caseNo: string
  title: string
  from: UnitRef
  to: UnitRef
  copyTo: UnitRef | null
  subjects: readonly (Subject & { subjectId: string })[]
  charges: readonly string[]
  lines: readonly AmountLine[]
  assessments: readonly Assessment[]
  amountFen: number
  conduct: string
  facts: string
  law: string
  proposal: string
  investigation: string
  items: readonly Item[]
  absent: Absent
  route: TrackPlan['route']
  files: readonly SentFile[]
  manifest: string // SHA-256 over the sorted file digests
  handlers: readonly Readonly<{ name: string; phone: string }>[]
  approvedBy: string
  approvedAt: Instant
}>
/** A filing decision, docs/handbook.md W15, W16. */
export type Decision = Readonly<{ decisionNo: string; decidedOn: Day; charge: string; reasons: string; document: FileRef }>

export const PROPOSED = ['file', 'decline', 'other'] as const
/** What the handler of the body proposes to whoever decides on filing. */
export type Proposed = (typeof PROPOSED)[number]

/** One thing of a hand-over: an item by its place in the letter's list, or a file by its id. `keptAt`: where it stays, '' where it was handed over. */
export type Thing = Readonly<{ is: 'item' | 'file'; ref: string; name: string; quantity: string; keptAt: string }>
/**
 * What opens a stage, one shape for all: '', null or [] where the stage asks for none (procedure/stages.ts). `about`: seq of the decision or
 * proceeding that it answers; `prepared`: seq of the text that was signed; `no`, `on`, `time` (HH:MM): of the paper, or of the place.
 */
export type Opening = Readonly<{
  stage: StageId
  about: number | null
  prepared: number | null
  to: UnitRef
  no: string
  on: Day | ''
  time: string
  place: string
  text: string
  things: readonly Thing[]
  document: FileRef | null
}>
/** What a stage is answered by; `proceeding`: seq of what was opened. `charge`: where the answer files the case. */
export type Answering = Readonly<{
  proceeding: number
  stage: StageId
  outcome: Outcome
  no: string
  on: Day | ''
  charge: string
  text: string
  document: FileRef | null
}>
/** Said once and answered by nobody. `kind`: which word of the stage; `fen`: a sum, where the word is of money. */
export type Reporting = Readonly<{
  stage: StageId
  about: number | null
  kind: string
  no: string
  on: Day | ''
  text: string
  fen: number | null
  document: FileRef | null
}>

type E<T extends string, P> = Readonly<{ type: T; v: 1; trackId: string }> & Readonly<P>
export type TransferEvent =
  | E<'TransferSent', { snapshot: Snapshot }>
  | E<'TransferWithdrawn', { reason: string }>
  | E<'ReceiptSigned', { receiptNo: string; fileCount: number; remarks: string }>
  | E<'ExaminationOpened', { handlerId: string }>
  | E<'FilingOpinionGiven', { proposes: Proposed; text: string }>
  | E<'SupplementAsked', { wanted: readonly string[] }>
  | E<'SupplementSent', { files: readonly SentFile[]; note: string; asked: boolean }>
  | E<'TransferPassedOn', { to: UnitRef; copyTo: UnitRef | null; reason: string }>
  | E<'TransferReturned', { reason: string; competent: string }>
  | E<'CaseFiled', { decision: Decision }>
  | E<'CaseNotFiled', { decision: Decision }>
  | E<'DecisionSignedFor', Record<never, never>>
  | E<'PaperDisputed', { seq: number; reason: string }>
  | E<'SilenceAlarmed', { about: 'decision' }>
  | E<'StagePrepared', { stage: PreparedId; about: number | null; text: string }>
  | E<'ProceedingOpened', Opening>
  | E<'ProceedingAnswered', Answering>
  | E<'StageReported', Reporting>
