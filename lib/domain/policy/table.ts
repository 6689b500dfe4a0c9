/**
 * The one table of who may do what (style.md rule 6). A tie that is not in a row may never do it: the button is absent and the
 * answer is the 404 of a missing page (D14). A phase outside `when` means: not now; shown disabled, with the reason.
 * Citations: Order 310 arts 5-9; GA2020 arts 175-180; style.md §5 for commands and phases.
 */
import type { CaseCommand } from '../case/commands.ts'
import { CASE_PHASES, type CasePhase } from '../case/state.ts'
import { TRACK_PHASES, type TrackPhase } from '../transfer/state.ts'

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

export type Reading = 'ReadCase' | 'ReadContent' | 'ReadInner' | 'ReadTrack' | 'ReadFiles'
export type Action = CaseCommand['type'] | Reading
type Row = Readonly<{
  who: readonly Tie[]
  onPaper?: readonly Tie[] // who may record the act of a body that works on paper (D23)
  when: Readonly<{ case?: readonly CasePhase[]; track?: readonly TrackPhase[] }>
}>

const OPEN: readonly CasePhase[] = CASE_PHASES
const WRITING: readonly CasePhase[] = ['investigating']
const SENT: readonly TrackPhase[] = TRACK_PHASES.filter((phase) => phase !== 'planned')
const SIGNED: readonly TrackPhase[] = ['received', 'supplementing', 'examining', 'returned', 'filed', 'not-filed']
const SENDER: readonly Tie[] = ['handler', 'liaison']
const BODY: readonly Tie[] = ['recipient-intake', 'recipient-handler', 'recipient-approver', 'recipient-liaison']

export const POLICY: Readonly<Record<Action, Row>> = {
  ReadCase: { who: ['handler', 'reviewer', 'approver', 'liaison', 'superior', 'overseer'], when: {} },
  ReadContent: { who: ['handler', 'reviewer', 'approver', 'liaison'], when: {} },
  ReadInner: { who: ['handler', 'reviewer', 'approver'], when: {} },
  ReadTrack: { who: [...BODY, 'former-recipient', 'copied'], when: { track: SENT } },
  ReadFiles: { who: BODY, when: { track: SIGNED } },

  RegisterCase: { who: ['registrar'], when: {} },
  RecordBasics: { who: ['handler'], when: { case: WRITING } },
  AssignHandlers: { who: ['approver', 'liaison'], when: { case: OPEN } },
  RecordSubject: { who: ['handler'], when: { case: WRITING } },
  StrikeSubject: { who: ['handler'], when: { case: WRITING } },
  RecordAmounts: { who: ['handler'], when: { case: WRITING } },
  RecordItems: { who: ['handler'], when: { case: WRITING } },
  AddEvidence: { who: ['handler'], when: { case: OPEN } },
  VoidEvidence: { who: ['handler'], when: { case: OPEN } },
  JustifyAbsence: { who: SENDER, when: { case: OPEN } },
  WriteReport: { who: ['handler'], when: { case: WRITING } },
  ConfirmReport: { who: ['second-handler'], when: { case: WRITING } },
  SubmitReport: { who: ['handler'], when: { case: WRITING } },
  GiveOpinion: { who: ['reviewer'], when: { case: ['in-review'] } },
  ApproveTransfer: { who: ['approver'], when: { case: ['in-review'] } },
  RefuseTransfer: { who: ['approver'], when: { case: ['in-review'] } },
  ReturnReport: { who: ['approver'], when: { case: ['in-review'] } },
  WithdrawReport: { who: ['handler'], when: { case: ['in-review', 'approved'] } },

  SendTransfer: { who: SENDER, when: { case: ['approved', 'transferred'], track: ['planned', 'withdrawn'] } },
  WithdrawTransfer: { who: SENDER, when: { track: ['sent'] } },
  SignReceipt: { who: ['recipient-intake', 'recipient-liaison'], onPaper: SENDER, when: { track: ['sent'] } },
  OpenExamination: { who: ['recipient-handler'], onPaper: SENDER, when: { track: ['received'] } },
  AskSupplement: { who: ['recipient-intake', 'recipient-handler'], onPaper: SENDER, when: { track: ['received'] } },
  SendSupplement: { who: ['handler'], when: { track: ['received', 'supplementing', 'examining', 'filed'] } },
  PassOn: { who: ['recipient-intake', 'recipient-handler'], onPaper: SENDER, when: { track: ['received'] } },
  ReturnTransfer: {
    who: ['recipient-intake', 'recipient-handler', 'recipient-approver'],
    onPaper: SENDER,
    when: { track: ['received', 'examining'] },
  },
  FileCase: { who: ['recipient-approver'], onPaper: SENDER, when: { track: ['examining'] } },
  DeclineFiling: { who: ['recipient-approver'], onPaper: SENDER, when: { track: ['examining'] } },
  SignForDecision: { who: SENDER, when: { track: ['filed', 'not-filed'] } },
  DisputePaper: { who: [...BODY, 'former-recipient'], when: { track: SENT } },
  Urge: {
    who: ['handler', 'liaison', 'approver', 'superior', 'overseer', 'recipient-intake', 'recipient-handler', 'recipient-liaison'],
    when: { case: OPEN },
  },
  AlarmSilence: { who: ['clock'], when: { track: ['filed', 'not-filed'] } },
}
