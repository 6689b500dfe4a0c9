/**
 * The one table of who may do what (docs/style.md rule 6). A tie that is not in a row may never do it: the button is absent and the
 * answer is the 404 of a missing page (D14). A phase outside `when` means: not now; shown disabled, with the reason.
 * Citations: Order 310 arts 5-9; GA2020 arts 175-180; docs/style.md §5 for commands and phases.
 */
import type { CaseCommand } from '../case/commands.ts'
import type { CasePhase } from '../case/state.ts'
import { CASE_PHASES, casePhasesThat } from '../procedure/case-phases.ts'
import { STAGES } from '../procedure/stages.ts'
import { trackPhasesThat } from '../procedure/track-phases.ts'
import type { TrackPhase } from '../transfer/state.ts'

/** What a person is to a case or track. Computed by ties.ts; never chosen by anyone. */
export const TIES = [
  'handler',
  'second-handler',
  'reviewer',
  'approver',
  'colleague',
  'liaison',
  'registrar',
  'superior',
  'overseer',
  'recipient-intake',
  'recipient-handler',
  'recipient-approver',
  'recipient-liaison',
  'recipient-colleague',
  'former-recipient',
  'copied',
  'supervising',
  'other-recipient',
  'unrelated',
  'subject',
  'system-admin',
  'security-admin',
  'audit-admin',
  'clock',
  'nobody',
] as const
export type Tie = (typeof TIES)[number]

export type Reading = 'ReadCase' | 'ReadContent' | 'ReadInner' | 'ReadTrack' | 'ReadTombstone' | 'ReadFiles'
export type Action = CaseCommand['type'] | Reading
/** The password at an act (docs/ux.md §3): A is remembered for five minutes in the same case, B asks each time. */
export type PasswordGrade = 'A' | 'B'
type Row = Readonly<{
  who: readonly Tie[]
  onPaper?: Readonly<{ who: readonly Tie[]; password: PasswordGrade | null }> // who may record the act of a body that works on paper (D23)
  when: Readonly<{ case?: readonly CasePhase[]; track?: readonly TrackPhase[] }>
  password: PasswordGrade | null
}>

const OPEN: readonly CasePhase[] = CASE_PHASES
const WRITING = casePhasesThat(({ isWriting }) => isWriting === true)
/** What was taken back is a tombstone to those who had it: they know that, and no word of the letter. */
const SENT = trackPhasesThat(({ known }) => known === 'letter')
const SIGNED = trackPhasesThat(({ isSigned }) => isSigned === true)
const DECIDED = trackPhasesThat(({ isDecided }) => isDecided === true)
const SENDER: readonly Tie[] = ['handler', 'liaison']
/** In another body's name: asked for also where the body itself is not. */
const BY_SENDER = { who: SENDER, password: 'A' } as const
const BODY: readonly Tie[] = ['recipient-intake', 'recipient-handler', 'recipient-approver', 'recipient-liaison']

const PROPOSED: readonly TrackPhase[] = [...STAGES.T21.from, ...STAGES.T24.from, ...STAGES.T28.from]

export const POLICY: Readonly<Record<Action, Row>> = {
  ReadCase: { who: ['handler', 'reviewer', 'approver', 'liaison', 'superior', 'overseer'], when: {}, password: null },
  ReadContent: { who: ['handler', 'reviewer', 'approver', 'liaison'], when: {}, password: null },
  ReadInner: { who: ['handler', 'reviewer', 'approver'], when: {}, password: null },
  ReadTrack: { who: [...BODY, 'former-recipient', 'copied'], when: { track: SENT }, password: null },
  ReadTombstone: {
    who: [...BODY, 'former-recipient', 'copied'],
    when: { track: trackPhasesThat(({ known }) => known === 'tombstone') },
    password: null,
  },
  ReadFiles: { who: BODY, when: { track: SIGNED }, password: null },

  RegisterCase: { who: ['registrar'], when: {}, password: null },
  RecordBasics: { who: ['handler'], when: { case: WRITING }, password: null },
  AssignHandlers: { who: ['approver', 'liaison'], when: { case: OPEN }, password: null },
  RecordSubject: { who: ['handler'], when: { case: WRITING }, password: null },
  StrikeSubject: { who: ['handler'], when: { case: WRITING }, password: null },
  RecordAmounts: { who: ['handler'], when: { case: WRITING }, password: null },
  RecordItems: { who: ['handler'], when: { case: WRITING }, password: null },
  AddEvidence: { who: ['handler'], when: { case: OPEN }, password: null },
  VoidEvidence: { who: ['handler'], when: { case: OPEN }, password: 'B' },
  JustifyAbsence: { who: SENDER, when: { case: OPEN }, password: null },
  WriteReport: { who: ['handler'], when: { case: WRITING }, password: null },
  ConfirmReport: { who: ['second-handler'], when: { case: WRITING }, password: 'A' },
  SubmitReport: { who: ['handler'], when: { case: WRITING }, password: null },
  GiveOpinion: { who: ['reviewer'], when: { case: ['in-review'] }, password: null },
  ApproveTransfer: { who: ['approver'], when: { case: ['in-review'] }, password: 'A' },
  RefuseTransfer: { who: ['approver'], when: { case: ['in-review'] }, password: 'A' },
  ReturnReport: { who: ['approver'], when: { case: ['in-review'] }, password: 'A' },
  WithdrawReport: { who: ['handler'], when: { case: ['in-review', 'approved'] }, password: null },
  OpenRound: { who: ['handler'], when: { case: ['approved', 'not-approved', 'transferred'] }, password: null },

  SendTransfer: {
    who: SENDER,
    when: { case: ['approved', 'transferred'], track: trackPhasesThat(({ isSendable }) => isSendable === true) },
    password: 'B',
  },
  WithdrawTransfer: { who: SENDER, when: { track: ['sent'] }, password: 'A' },
  SignReceipt: { who: ['recipient-intake', 'recipient-liaison'], onPaper: BY_SENDER, when: { track: ['sent'] }, password: 'A' },
  OpenExamination: { who: ['recipient-handler'], onPaper: BY_SENDER, when: { track: ['received'] }, password: null },
  GiveFilingOpinion: { who: ['recipient-handler'], when: { track: ['examining', 'supplementing'] }, password: null },
  AskSupplement: {
    who: ['recipient-intake', 'recipient-handler'],
    onPaper: BY_SENDER,
    when: { track: ['received', 'examining'] },
    password: null,
  },
  SendSupplement: { who: ['handler'], when: { track: ['received', 'supplementing', 'examining', 'filed'] }, password: 'A' },
  PassOn: { who: ['recipient-intake', 'recipient-handler'], onPaper: BY_SENDER, when: { track: ['received', 'examining'] }, password: 'A' },
  ReturnTransfer: {
    who: ['recipient-intake', 'recipient-handler', 'recipient-approver'],
    onPaper: BY_SENDER,
    when: { track: ['received', 'examining'] },
    password: 'A',
  },
  FileCase: { who: ['recipient-approver'], onPaper: BY_SENDER, when: { track: ['examining'] }, password: 'A' },
  DeclineFiling: { who: ['recipient-approver'], onPaper: BY_SENDER, when: { track: ['examining'] }, password: 'A' },
  SignForDecision: { who: SENDER, when: { track: DECIDED }, password: null },
  PrepareReconsideration: { who: ['handler'], when: { track: STAGES.T20.from }, password: null },
  AskReconsideration: { who: [STAGES.T20.signs], when: { track: STAGES.T20.from }, password: 'A' },
  AnswerReconsideration: { who: ['recipient-approver'], onPaper: BY_SENDER, when: { track: STAGES.T20.runs }, password: 'A' },
  WaiveRemedy: { who: [STAGES.waive.signs], when: { track: STAGES.waive.from }, password: 'A' },
  LeaveReturned: { who: [STAGES.leave.signs], when: { track: STAGES.leave.from }, password: 'A' },
  PrepareSupervision: { who: ['handler'], when: { track: PROPOSED }, password: null },
  ProposeSupervision: { who: [STAGES.T21.signs], when: { track: PROPOSED }, password: 'A' },
  AskReasons: { who: [STAGES.reasons.signs], onPaper: BY_SENDER, when: { track: STAGES.reasons.from }, password: 'A' },
  FindNoObjection: { who: [STAGES.reviewed.signs], when: { track: STAGES.reviewed.from }, password: 'A' },
  ExplainReasons: { who: ['recipient-approver'], onPaper: BY_SENDER, when: { track: STAGES.reasons.runs }, password: 'A' },
  AcceptReasons: { who: [STAGES.T25.signs], onPaper: BY_SENDER, when: { track: STAGES.T25.from }, password: 'A' },
  OrderFiling: { who: [STAGES.T25.signs], onPaper: BY_SENDER, when: { track: STAGES.T25.from }, password: 'A' },
  FileAsOrdered: { who: ['recipient-approver'], onPaper: BY_SENDER, when: { track: STAGES.T25.runs }, password: 'A' },
  ReportStatus: {
    who: ['recipient-handler', 'recipient-approver'],
    onPaper: BY_SENDER,
    when: { track: STAGES.report.from },
    password: 'A',
  },
  HandOver: { who: [STAGES.T29.signs], when: { track: STAGES.T29.from }, password: 'A' },
  DeclareNoHandOver: { who: [STAGES.T48.signs], when: { track: STAGES.T48.from }, password: 'A' },
  ConfirmHandOver: { who: ['recipient-intake', 'recipient-handler'], onPaper: BY_SENDER, when: { track: STAGES.T29.runs }, password: 'A' },
  DisputePaper: { who: [...BODY, 'former-recipient'], when: { track: SENT }, password: null },
  Urge: {
    who: ['handler', 'liaison', 'approver', 'superior', 'overseer', 'recipient-intake', 'recipient-handler', 'recipient-liaison'],
    when: { case: OPEN },
    password: null,
  },
  FindFileFault: { who: ['clock'], when: {}, password: null },
  FindFileWhole: { who: ['clock'], when: {}, password: null },
  AlarmSilence: { who: ['clock'], when: { track: DECIDED }, password: null },
}

/** Which password an act asks for; `onPaper` where the sender records it for a body that works on paper. */
export const passwordGrade = (action: Action, onPaper = false): PasswordGrade | null =>
  (onPaper ? POLICY[action].onPaper : POLICY[action])?.password ?? null
