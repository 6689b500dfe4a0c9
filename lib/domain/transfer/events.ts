/** What can have happened on one transfer track. The snapshot is sealed for ever: exactly this was sent, never a later draft (D13). */
import type { Absent, AmountLine, Assessment, Item, Subject, TrackPlan } from '../case/events.ts'
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

type E<T extends string, P> = Readonly<{ type: T; v: 1; trackId: string }> & Readonly<P>
export type TransferEvent =
  | E<'TransferSent', { snapshot: Snapshot }>
  | E<'TransferWithdrawn', { reason: string }>
  | E<'ReceiptSigned', { receiptNo: string; fileCount: number; remarks: string }>
  | E<'ExaminationOpened', { handlerId: string }>
  | E<'SupplementAsked', { wanted: readonly string[] }>
  | E<'SupplementSent', { files: readonly SentFile[]; note: string; asked: boolean }>
  | E<'TransferPassedOn', { to: UnitRef; copyTo: UnitRef | null; reason: string }>
  | E<'TransferReturned', { reason: string; competent: string }>
  | E<'CaseFiled', { decision: Decision }>
  | E<'CaseNotFiled', { decision: Decision }>
  | E<'DecisionSignedFor', Record<never, never>>
  | E<'PaperDisputed', { seq: number; reason: string }>
  | E<'SilenceAlarmed', { about: 'decision' }>
