/**
 * Who may do what, said a second time and by hand, from the words: docs/style.md §5, decision 0002, the handbook (docs/handbook.md) §2.2, §3.5
 * and the law. It knows nothing of table.ts and is never derived from it. can.test.ts compares the two cell by cell, and hostile
 * tests take their expectation from here. Where the words want more than is built, that stands beside the row as its `wish`.
 * Not here: who took part may not decide (found J3); that is a rule about persons, in case/decide.ts.
 */
type Who =
  | 'registrar' // a handler of a bureau, before there is a case
  | 'handler' // of the team, the second one too
  | 'second-handler' // of the team, and did not write the report
  | 'reviewer'
  | 'approver' // of the unit that decides
  | 'liaison' // of the bureau
  | 'superior'
  | 'overseer'
  | 'recipient-intake'
  | 'recipient-handler' // nobody has opened the examination, or they did
  | 'recipient-approver'
  | 'recipient-liaison'
  | 'former-recipient' // of a body that signed and passed on
  | 'copied'
  | 'supervising' // of the procuratorate that it is copied to: R12, and its head
  | 'clock'
type CasePhase = 'investigating' | 'in-review' | 'approved' | 'not-approved' | 'transferred'
type TrackPhase = 'planned' | 'sent' | 'withdrawn' | 'received' | 'supplementing' | 'examining' | 'returned' | Decided
/** The body has decided: ST-D0 to ST-D6, ST-E0 of docs/handbook.md §3.2. */
type Reported = 'proceeding' | 'dropped' | 'prosecuting' | 'not-prosecuted' | 'on-trial' | 'judged'
type Decided =
  | Reported
  | 'filed'
  | 'handed-over'
  | 'not-filed'
  | 'reconsidering'
  | 'upheld'
  | 'in-supervision'
  | 'ordered'
  | 'reasons-accepted'
type Said = Readonly<{
  who: readonly Who[]
  /** Left out: whatever the phase of the case; with no phase of a track, no track is needed. */
  inCase?: readonly CasePhase[]
  inTrack?: readonly TrackPhase[]
  /** D23: the act of a body that works on paper is recorded by the sender's handler or liaison. In another's name, hence a password. */
  onPaper?: Readonly<{ who: readonly Who[]; password: 'A' | 'B' | null }>
  password: 'A' | 'B' | null
  words: string
  /** What the words want otherwise, and is not built yet: cells that replace those above. */
  wish?: Readonly<{ says: string; who?: readonly Who[]; inTrack?: readonly TrackPhase[]; password?: 'A' | null }>
}>
/** ST-E1 to ST-E6: told by whoever has it. */
const REPORTED: readonly Reported[] = ['proceeding', 'dropped', 'prosecuting', 'not-prosecuted', 'on-trial', 'judged']
const DECIDED: readonly Decided[] = [
  'filed',
  'handed-over',
  'not-filed',
  'reconsidering',
  'upheld',
  'in-supervision',
  'ordered',
  'reasons-accepted',
  ...REPORTED,
]
/** Under examination, signed for: T28 begins here too, where no decision comes. */
const EXAMINED: readonly TrackPhase[] = ['received', 'supplementing', 'examining']
/** It filed: ST-D0, ST-E0. */
const FILED: readonly Decided[] = ['filed', 'handed-over', ...REPORTED]
const BY_SENDER = { who: ['handler', 'liaison'], password: 'A' } as const

export const SECOND_TABLE: Readonly<Record<string, Said>> = {
  ReadCase: {
    who: ['handler', 'reviewer', 'approver', 'liaison', 'superior', 'overseer'],
    password: null,
    words: 'docs/product.md §2: superior and overseer see the status; the bureau’s own by their part in the case, not every colleague',
  },
  ReadContent: {
    who: ['handler', 'reviewer', 'approver', 'liaison'],
    password: null,
    words: 'docs/product.md §2: no content without a grant for superior and overseer; the liaison sends it',
  },
  ReadInner: {
    who: ['handler', 'reviewer', 'approver'],
    password: null,
    words: 'D13: 副卷 stays with who investigates, reviews and decides',
  },
  ReadTrack: {
    who: ['recipient-intake', 'recipient-handler', 'recipient-approver', 'recipient-liaison', 'former-recipient', 'copied'],
    inTrack: ['sent', 'received', 'supplementing', 'examining', 'returned', ...DECIDED],
    password: null,
    words: 'D7, D13: from the sending on, but not what was taken back (found A7, J5)',
  },
  ReadTombstone: {
    who: ['recipient-intake', 'recipient-handler', 'recipient-approver', 'recipient-liaison', 'former-recipient', 'copied'],
    inTrack: ['withdrawn'],
    password: null,
    words: 'found A7: those whose unit had it: number, sent, withdrawn when and by which unit',
  },
  ReadFiles: {
    who: ['recipient-intake', 'recipient-handler', 'recipient-approver', 'recipient-liaison'],
    inTrack: ['received', 'supplementing', 'examining', 'returned', ...DECIDED],
    password: null,
    words: 'D13: the files after signing',
  },

  RegisterCase: { who: ['registrar'], password: null, words: '登记案件: handler of a bureau; T04, T05' },
  RecordBasics: { who: ['handler'], inCase: ['investigating'], password: null, words: 'decision 0002: a correction of the first section' },
  AssignHandlers: {
    who: ['approver', 'liaison'],
    inCase: ['investigating', 'in-review', 'approved', 'not-approved', 'transferred'],
    password: null,
    words: '指定承办人: head or unit liaison, any open case; Order 310 art. 5¶1',
  },
  RecordSubject: { who: ['handler'], inCase: ['investigating'], password: null, words: '登记人员: handler, investigating' },
  StrikeSubject: { who: ['handler'], inCase: ['investigating'], password: null, words: 'decision 0002: a subject entered by mistake' },
  RecordAmounts: { who: ['handler'], inCase: ['investigating'], password: null, words: '登记金额: handler, investigating' },
  RecordItems: { who: ['handler'], inCase: ['investigating'], password: null, words: '登记物品: handler, investigating' },
  AddEvidence: {
    who: ['handler'],
    inCase: ['investigating', 'in-review', 'approved', 'not-approved', 'transferred'],
    password: null,
    words: '归集证据: handler, until closed',
  },
  VoidEvidence: {
    who: ['handler'],
    inCase: ['investigating', 'in-review', 'approved', 'not-approved', 'transferred'],
    password: 'B',
    words: '作废证据: handler, until closed; docs/ux.md §3: grade B',
  },
  JustifyAbsence: {
    who: ['handler', 'liaison'],
    // Sent to one body, and perhaps not yet to the other.
    inCase: ['investigating', 'in-review', 'approved', 'not-approved', 'transferred'],
    password: null,
    words: 'decision 0002: until sending, by handler or liaison; Order 310 art. 6',
  },
  WriteReport: { who: ['handler'], inCase: ['investigating'], password: null, words: 'decision 0002; R02 drafts the report' },
  ConfirmReport: {
    who: ['second-handler'],
    inCase: ['investigating'],
    password: 'A',
    words: '确认报告: second handler, in their own session (D24)',
    wish: { says: 'without a password: not among the grades of docs/ux.md §3 (found H)', password: null },
  },
  SubmitReport: { who: ['handler'], inCase: ['investigating'], password: null, words: '提交移送报告: handler; T06' },
  GiveOpinion: { who: ['reviewer'], inCase: ['in-review'], password: null, words: '法制审核: legal reviewer; T07' },
  ApproveTransfer: { who: ['approver'], inCase: ['in-review'], password: 'A', words: '批准移送: T08, R06 only; Order 310 art. 5¶2' },
  RefuseTransfer: { who: ['approver'], inCase: ['in-review'], password: 'A', words: '不批准移送: T09, R06 only; Order 310 art. 5¶2' },
  ReturnReport: { who: ['approver'], inCase: ['in-review'], password: 'A', words: '退回修改: the head’s third answer in the same form' },
  WithdrawReport: {
    who: ['handler'],
    inCase: ['in-review', 'approved'],
    password: null,
    words: '收回报告: handler, nothing sent; grade C of docs/ux.md §3',
  },
  OpenRound: {
    who: ['handler'],
    inCase: ['approved', 'not-approved', 'transferred'],
    password: null,
    words:
      'T17 and found B2, B3: what came back or was refused is planned anew, by who investigates; not while another report is written or under review',
  },

  SendTransfer: {
    who: ['handler', 'liaison'],
    inCase: ['approved', 'transferred'],
    inTrack: ['planned', 'withdrawn'],
    password: 'B',
    words: '移送: handler or unit liaison, planned; again after a withdrawal (decision 0002); T10; docs/ux.md §3: grade B',
  },
  WithdrawTransfer: {
    who: ['handler', 'liaison'],
    inTrack: ['sent'],
    password: 'A',
    words: '撤回移送: the sender, before the receipt; takes a letter back, hence A',
  },
  SignReceipt: {
    who: ['recipient-intake', 'recipient-liaison'],
    inTrack: ['sent'],
    onPaper: BY_SENDER,
    password: 'A',
    words: '签收: intake or liaison of the body; T11, T15; Order 310 art. 7; docs/ux.md §3: receipt',
  },
  OpenExamination: {
    who: ['recipient-handler'],
    inTrack: ['received'],
    onPaper: BY_SENDER,
    password: null,
    words: '开始审查: handler of the body; T42',
  },
  GiveFilingOpinion: {
    who: ['recipient-handler'],
    inTrack: ['examining', 'supplementing'],
    password: null,
    words: '审查意见: whoever examines writes it for whoever decides (R09, R10; found B5)',
  },
  AskSupplement: {
    who: ['recipient-intake', 'recipient-handler'],
    inTrack: ['received', 'examining'],
    onPaper: BY_SENDER,
    password: null,
    words: '要求补正: intake or handler of the body; T12; GA2020 art. 180¶2; also while examining (found B5)',
  },
  SendSupplement: {
    who: ['handler'],
    inTrack: ['received', 'supplementing', 'examining', 'filed'],
    password: 'A',
    words: '补正、补充移送: handler; unasked from received, examining, filed; T13',
  },
  PassOn: {
    who: ['recipient-intake', 'recipient-handler'],
    inTrack: ['received', 'examining'],
    onPaper: BY_SENDER,
    password: 'A',
    words: '转送: intake or handler of the body; T14; Order 310 art. 7; a decision of theirs; also while examining (found B5)',
  },
  ReturnTransfer: {
    who: ['recipient-intake', 'recipient-handler', 'recipient-approver'], // R07: a liaison decides nothing
    inTrack: ['received', 'examining'],
    onPaper: BY_SENDER,
    password: 'A',
    words: '退回: the body; T16; GA2020 art. 180¶3; a decision of theirs',
  },
  FileCase: {
    who: ['recipient-approver'],
    inTrack: ['examining'],
    onPaper: BY_SENDER,
    password: 'A',
    words: '立案: approver of the body; T18; GA2020 art. 178',
  },
  DeclineFiling: {
    who: ['recipient-approver'],
    inTrack: ['examining'],
    onPaper: BY_SENDER,
    password: 'A',
    words: '不予立案: approver of the body; T19; Order 310 art. 8',
  },
  SignForDecision: {
    who: ['handler', 'liaison'],
    inTrack: DECIDED,
    password: null,
    words: '签收决定: the sender’s handler or liaison; docs/handbook.md §3.4 rule 8',
    wish: { says: 'with a password: it starts a legal clock, as a receipt does (found H)', password: 'A' },
  },
  PrepareReconsideration: {
    who: ['handler'],
    inTrack: ['not-filed'],
    password: null,
    words: 'T20: from ST-D1; the handler prepares (R02, R03), the head signs; Order 310 art. 9¶1',
  },
  AskReconsideration: {
    who: ['approver'],
    inTrack: ['not-filed'],
    password: 'A',
    words: 'T20: R06 asks; a letter goes out under the head’s name, hence A',
  },
  AnswerReconsideration: {
    who: ['recipient-approver'],
    inTrack: ['reconsidering', 'in-supervision', 'reasons-accepted'], // it is answered whatever the procuratorate does
    onPaper: BY_SENDER,
    password: 'A',
    words: 'T22, T23: R10 decides; Order 310 art. 9¶2, GA2020 art. 181; a decision, hence A',
  },
  WaiveRemedy: {
    who: ['approver'],
    inTrack: ['not-filed', 'upheld'],
    password: 'A',
    words: 'found B1: a waiver with reason; whose right it is to ask (R06) may leave it',
  },
  LeaveReturned: {
    who: ['approver'],
    inTrack: ['returned'],
    password: 'A',
    words: 'T17, T36: who decides on transferring (R06) may decide that what came back goes to nobody else',
  },
  PrepareSupervision: {
    who: ['handler'],
    inTrack: ['not-filed', 'reconsidering', 'upheld', ...EXAMINED],
    password: null,
    words: 'T21 from ST-D1, T24 from ST-D3, T28 from ST-C5 overdue; beside a reconsideration too (growth §2); the handler prepares',
  },
  ProposeSupervision: {
    who: ['approver'],
    inTrack: ['not-filed', 'reconsidering', 'upheld', ...EXAMINED],
    password: 'A',
    words: 'T21, T24, T28: R06; Order 310 arts 9, 17; JS2019 art. 557',
  },
  AskReasons: {
    who: ['supervising'],
    inTrack: ['in-supervision', 'not-filed', 'reconsidering', 'upheld', ...EXAMINED],
    onPaper: BY_SENDER,
    password: 'A',
    words: 'ST-D4: R12 asks for the reasons; JS2019 art. 560, and art. 562 where there is no decision; by itself too, art. 557',
  },
  FindNoObjection: {
    who: ['supervising'],
    inTrack: ['not-filed', 'reconsidering', 'upheld', ...EXAMINED],
    password: 'A',
    words: 'R12 has reviewed a refusal or a delay and leaves it, with a reason; said to all sides',
  },
  ExplainReasons: {
    who: ['recipient-approver'],
    inTrack: ['in-supervision', 'not-filed', 'reconsidering', 'upheld', ...EXAMINED],
    onPaper: BY_SENDER,
    password: 'A',
    words: 'CL20, CL23: the police explain in writing; GA2020 art. 182',
  },
  AcceptReasons: {
    who: ['supervising'],
    inTrack: ['in-supervision', 'not-filed', 'reconsidering', 'upheld', ...EXAMINED],
    onPaper: BY_SENDER,
    password: 'A',
    words: 'T26: R12; JS2019 art. 561¶2',
  },
  OrderFiling: {
    who: ['supervising'],
    inTrack: ['in-supervision', 'not-filed', 'reconsidering', 'upheld', ...EXAMINED],
    onPaper: BY_SENDER,
    password: 'A',
    words: 'T25: R12 and the chief procurator; JS2019 arts 561–563',
  },
  FileAsOrdered: {
    who: ['recipient-approver'],
    inTrack: ['ordered', ...EXAMINED],
    onPaper: BY_SENDER,
    password: 'A',
    words: 'T27: the police file; JS2019 art. 563, GA2020 art. 182; a decision, hence A',
  },
  ReportStatus: {
    who: ['recipient-handler', 'recipient-approver'],
    inTrack: FILED,
    onPaper: BY_SENDER,
    password: 'A',
    words: 'T30–T33, T37: who has it says how it goes on; in regime J as it chooses (T50); said in its unit’s name, hence A',
  },
  HandOver: {
    who: ['handler'],
    inTrack: FILED,
    password: 'A',
    words: 'T29: R02 hands over, from ST-D0 on and in parts; Order 310 art. 12; both sign, hence A',
  },
  DeclareNoHandOver: {
    who: ['handler'],
    inTrack: FILED,
    password: 'A',
    words: 'T48, found B1: nothing physical is to be handed over; ends the duty of art. 12, hence A',
  },
  ConfirmHandOver: {
    who: ['recipient-intake', 'recipient-handler'],
    inTrack: FILED,
    onPaper: BY_SENDER,
    password: 'A',
    words: 'T29: the body signs the list, as its intake signs for the letter',
  },
  DisputePaper: {
    who: ['recipient-intake', 'recipient-handler', 'recipient-approver', 'recipient-liaison', 'former-recipient'],
    inTrack: ['sent', 'received', 'supplementing', 'examining', 'returned', ...DECIDED],
    password: null,
    words:
      'D23, decision 0002: the body in whose name something was recorded from paper; not on what was taken back, which it reads no more (found A7)',
  },
  Urge: {
    who: ['handler', 'liaison', 'approver', 'superior', 'overseer', 'recipient-intake', 'recipient-handler', 'recipient-liaison'],
    password: null,
    words: '催办: anyone waiting; docs/product.md §2: superior and overseer',
    wish: {
      says: 'by the approver of a body too, who waits for a supplement as the others do (docs/style.md §5)',
      who: [
        'handler',
        'liaison',
        'approver',
        'superior',
        'overseer',
        'recipient-intake',
        'recipient-handler',
        'recipient-approver',
        'recipient-liaison',
      ],
    },
  },
  FindFileFault: {
    who: ['clock'],
    password: null,
    words: 'found J6: whoever reads a stored file that is not as sealed, the clock records it; nobody locks by hand',
  },
  FindFileWhole: { who: ['clock'], password: null, words: 'found J6: a check after a restore unlocks, and nobody does by hand' },
  AlarmSilence: { who: ['clock'], inTrack: DECIDED, password: null, words: 'docs/handbook.md §3.4 rule 8; decision 0002' },
}

type Cell = Readonly<{ ties: readonly string[]; casePhase: string | null; trackPhase: string | null; onPaper?: boolean }>
/** What the table says of somebody with these ties: `never` is answered as missing (D14); what cannot be read yet does not exist either. */
export const secondAnswer = (act: string, cell: Cell): 'yes' | 'not-now' | 'never' => answerOf(act, saidOf(act), cell)
/** The same, were its wish granted. */
export const wishedAnswer = (act: string, cell: Cell): 'yes' | 'not-now' | 'never' => answerOf(act, wished(saidOf(act)), cell)
export const secondGrades = (act: string) => gradesOf(saidOf(act))
export const wishedGrades = (act: string) => gradesOf(wished(saidOf(act)))

function answerOf(act: string, said: Said, { ties, casePhase, trackPhase, onPaper = false }: Cell): 'yes' | 'not-now' | 'never' {
  const who: readonly string[] = onPaper ? (said.onPaper?.who ?? []) : said.who
  if (!ties.some((tie) => who.includes(tie))) return 'never'
  const among = (phases: readonly string[] | undefined, phase: string | null) => !phases || (phase !== null && phases.includes(phase))
  if (among(said.inCase, casePhase) && among(said.inTrack, trackPhase)) return 'yes'
  return act.startsWith('Read') ? 'never' : 'not-now'
}
const gradesOf = ({ password, onPaper }: Said) => ({ password, onPaper: onPaper?.password })
const wished = (said: Said): Said => ({ ...said, ...said.wish })
function saidOf(act: string): Said {
  const said = SECOND_TABLE[act]
  if (!said) throw new Error(`${act} is not in the second table`)
  return said
}
