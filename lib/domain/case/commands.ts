/** What can be asked of a case. No command says who asks or what time it is (docs/style.md rule 1). `readSeq`: seq of the section's last event when the form was read. */
import type { EvidenceItem, Looked } from '../evidence/events.ts'
import type { FileFault } from '../evidence/stored.ts'
import type { ReportKind } from '../procedure/stages.ts'
import type { Day, FileRef, UnitRef } from '../result.ts'
import type { Decision, Proposed, Thing } from '../transfer/events.ts'
import type { Absent, AmountLine, Assessment, Basics, Bureau, Item, Report, Subject } from './events.ts'

type C<T extends string, P> = Readonly<{ type: T }> & Readonly<P>
type T<N extends string, P> = C<N, { trackId: string }> & Readonly<P>

export type CaseCommand =
  | C<'RegisterCase', { bureau: Bureau; basics: Basics; handlerIds: readonly string[] }>
  | C<'RecordBasics', { basics: Basics; readSeq: number }>
  | C<'AssignHandlers', { handlerIds: readonly string[]; reason: string; readSeq: number }>
  | C<'RecordSubject', { subjectId: string; subject: Subject; readSeq: number }>
  | C<'StrikeSubject', { subjectId: string; reason: string; readSeq: number }>
  | C<'RecordAmounts', { lines: readonly AmountLine[]; assessments: readonly Assessment[]; readSeq: number }>
  | C<'RecordItems', { items: readonly Item[]; readSeq: number }>
  | C<'JustifyAbsence', { absent: Absent }>
  | C<'WriteReport', { report: Report; readSeq: number }>
  | C<'ConfirmReport', { readSeq: number }>
  | C<'SubmitReport', { decidingUnitId: string; readSeq: number }>
  | C<'GiveOpinion', { verdict: 'agree' | 'agree-with-notes' | 'disagree'; text: string; readSeq: number }>
  | C<'ApproveTransfer', { opinion: string; readSeq: number }>
  | C<'RefuseTransfer', { reason: string; readSeq: number }>
  | C<'ReturnReport', { note: string; readSeq: number }>
  | C<'WithdrawReport', { reason: string }>
  | C<'OpenRound', { reason: string }>
  | C<'Urge', { trackId: string | null; toUnitId: string; toPost: string; text: string }>
  | EvidenceCommand
  | TransferCommand
  | StageCommand

export type EvidenceCommand =
  | C<'AddEvidence', { item: EvidenceItem & Looked }>
  | C<'VoidEvidence', { itemId: string; reason: string }>
  | C<'FindFileFault', { blobId: string; is: FileFault }>
  | C<'FindFileWhole', { blobId: string }>

export type TransferCommand =
  | T<
      'SendTransfer',
      { handlers: readonly Readonly<{ name: string; phone: string }>[]; approvedBy: string; manifest: string; damaged: readonly string[] }
    >
  | T<'WithdrawTransfer', { reason: string }>
  | T<'SignReceipt', { code: string; damaged: readonly string[]; remarks: string }>
  | T<'OpenExamination', Record<never, never>>
  | T<'GiveFilingOpinion', { proposes: Proposed; text: string }>
  | T<'AskSupplement', { wanted: readonly string[] }>
  | T<'SendSupplement', { itemIds: readonly string[]; note: string }>
  | T<'PassOn', { to: UnitRef; copyTo: UnitRef | null; reason: string }>
  | T<'ReturnTransfer', { reason: string; competent: string }>
  | T<'FileCase', { decision: Decision }>
  | T<'DeclineFiling', { decision: Decision }>
  | T<'SignForDecision', Record<never, never>>
  | T<'DisputePaper', { seq: number; reason: string }>
  | T<'AlarmSilence', Record<never, never>>

/** What a paper of another body says: its number and day, its words, and itself where it was scanned. */
export type StagePaper = Readonly<{ no: string; on: Day; text: string; document: FileRef | null }>
/** Of the stages after the decision (procedure/stages.ts). `readSeq`: seq of the prepared text that is signed. */
export type StageCommand =
  | T<'PrepareReconsideration', { text: string }>
  | T<'AskReconsideration', { readSeq: number }>
  | T<'AnswerReconsideration', { outcome: 'changed' | 'upheld'; decision: Decision }>
  | T<'WaiveRemedy', { reason: string }>
  | T<'LeaveReturned', { reason: string }>
  | T<'HandOver', { things: readonly Pick<Thing, 'is' | 'ref' | 'keptAt'>[]; place: string; on: Day; time: string; text: string }>
  | T<'PrepareSupervision', { text: string }>
  | T<'ProposeSupervision', { readSeq: number }>
  | T<'AskReasons', { paper: StagePaper }>
  | T<'FindNoObjection', { reason: string }>
  | T<'ExplainReasons', { paper: StagePaper }>
  | T<'AcceptReasons', { paper: StagePaper }>
  | T<'OrderFiling', { paper: StagePaper }>
  | T<'FileAsOrdered', { decision: Decision }>
  | T<'ReportStatus', { kind: ReportKind; fen: number | null; paper: StagePaper }>
  | T<'DeclareNoHandOver', { reason: string }>
  | T<'ConfirmHandOver', { proceeding: number; outcome: 'taken' | 'not-taken'; text: string }>
