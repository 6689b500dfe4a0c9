/** What can be owed: a row for each duty. Under which time it runs: law/step-clocks.ts; from when, by whom in person: the phases. */
import type { CaseCommand } from '../case/commands.ts'
import type { TimeId } from '../law/soft-times.ts'
import type { Instant, Post, UnitKind } from '../result.ts'

/** The course of a case at a glance (docs/ux.md §1.3). */
export const NODES = ['register', 'investigate', 'approve', 'transfer', 'receipt', 'examine', 'result'] as const
export type Node = (typeof NODES)[number]

type Row = Readonly<{
  by: 'bureau' | 'body' | 'copied'
  post: Post
  /** The act by which it is done. No duty without one (found B1). */
  act: CaseCommand['type']
  /** Acts by which its owner, or another post of the same house, can end it instead. */
  instead?: readonly CaseCommand['type'][]
  /** Of the body's own house: no other house sees that it is owed. */
  isOwn?: true
  node: Node
  /** Where the bureau deals with it or sees how it stands, after /cases/:id; `:track` for its track. */
  atBureau: string
  /** Where it is done, where that is another page. */
  doneAt?: string
  /** As above, after /transfers/:id. */
  atBody: string
}>
export const DUTIES = {
  'submit-report': { by: 'bureau', post: 'handler', act: 'SubmitReport', node: 'investigate', atBureau: '/report', atBody: '' },
  'confirm-report': { by: 'bureau', post: 'handler', act: 'ConfirmReport', node: 'investigate', atBureau: '/report', atBody: '' },
  'give-opinion': { by: 'bureau', post: 'reviewer', act: 'GiveOpinion', node: 'approve', atBureau: '/decision', atBody: '' },
  decide: { by: 'bureau', post: 'approver', act: 'ApproveTransfer', node: 'approve', atBureau: '/decision', atBody: '' },
  send: { by: 'bureau', post: 'handler', act: 'SendTransfer', node: 'transfer', atBureau: '/send/:track/check', atBody: '' },
  'sign-receipt': { by: 'body', post: 'intake', act: 'SignReceipt', node: 'receipt', atBureau: '/transfers', atBody: '/receipt' },
  'open-examination': { by: 'body', post: 'handler', act: 'OpenExamination', node: 'examine', atBureau: '/transfers', atBody: '' },
  examine: { by: 'body', post: 'approver', act: 'FileCase', node: 'examine', atBureau: '/transfers', atBody: '/decision' },
  'write-opinion': {
    by: 'body',
    post: 'handler',
    act: 'GiveFilingOpinion',
    isOwn: true,
    node: 'examine',
    atBureau: '/transfers',
    atBody: '/opinion',
  },
  supplement: {
    by: 'bureau',
    post: 'handler',
    act: 'SendSupplement',
    node: 'examine',
    atBureau: '/transfers',
    doneAt: '/transfers/:track/supplement',
    atBody: '',
  },
  'plan-anew': {
    by: 'bureau',
    post: 'handler',
    act: 'OpenRound',
    instead: ['LeaveReturned', 'WithdrawReport'],
    node: 'examine',
    atBureau: '/transfers',
    doneAt: '/report/open-round',
    atBody: '',
  },
  'sign-for-decision': { by: 'bureau', post: 'handler', act: 'SignForDecision', node: 'result', atBureau: '/transfers', atBody: '' },
  'hand-over': {
    by: 'bureau',
    post: 'handler',
    act: 'HandOver',
    instead: ['DeclareNoHandOver'],
    node: 'result',
    atBureau: '/transfers',
    doneAt: '/transfers/:track/hand-over',
    atBody: '',
  },
  'confirm-hand-over': {
    by: 'body',
    post: 'handler',
    act: 'ConfirmHandOver',
    node: 'result',
    atBureau: '/transfers',
    atBody: '/confirm-hand-over',
  },
  reconsider: {
    by: 'bureau',
    post: 'handler',
    act: 'PrepareReconsideration',
    instead: ['PrepareSupervision'],
    node: 'result',
    atBureau: '/transfers',
    doneAt: '/transfers/:track/prepare-reconsideration',
    atBody: '',
  },
  'sign-reconsideration': {
    by: 'bureau',
    post: 'approver',
    act: 'AskReconsideration',
    instead: ['WaiveRemedy'],
    node: 'result',
    atBureau: '/transfers',
    doneAt: '/transfers/:track/ask-reconsideration',
    atBody: '',
  },
  'propose-supervision': {
    by: 'bureau',
    post: 'handler',
    act: 'PrepareSupervision',
    node: 'result',
    atBureau: '/transfers',
    doneAt: '/transfers/:track/prepare-supervision',
    atBody: '',
  },
  'sign-supervision': {
    by: 'bureau',
    post: 'approver',
    act: 'ProposeSupervision',
    instead: ['WaiveRemedy'],
    node: 'result',
    atBureau: '/transfers',
    doneAt: '/transfers/:track/propose-supervision',
    atBody: '',
  },
  'ask-reasons': {
    by: 'copied',
    post: 'supervisor',
    act: 'AskReasons',
    instead: ['AcceptReasons'],
    node: 'result',
    atBureau: '/transfers',
    atBody: '/ask-reasons',
  },
  'explain-reasons': {
    by: 'body',
    post: 'approver',
    act: 'ExplainReasons',
    node: 'result',
    atBureau: '/transfers',
    atBody: '/explain-reasons',
  },
  'judge-reasons': {
    by: 'copied',
    post: 'supervisor',
    act: 'OrderFiling',
    instead: ['AcceptReasons'],
    node: 'result',
    atBureau: '/transfers',
    atBody: '',
  },
  'file-as-ordered': {
    by: 'body',
    post: 'approver',
    act: 'FileAsOrdered',
    node: 'result',
    atBureau: '/transfers',
    atBody: '/file-as-ordered',
  },
  'answer-reconsideration': {
    by: 'body',
    post: 'approver',
    act: 'AnswerReconsideration',
    node: 'result',
    atBureau: '/transfers',
    atBody: '/answer-reconsideration',
  },
} as const satisfies Readonly<Record<string, Row>>
export type DutyCode = keyof typeof DUTIES
export const DUTY_CODES = Object.keys(DUTIES) as readonly DutyCode[] // safe: the table's own keys
export const dutyRow = (code: DutyCode): Row => DUTIES[code]
/** What no other house sees. */
export const OWN_DUTIES: readonly DutyCode[] = DUTY_CODES.filter((code) => dutyRow(code).isOwn === true)

/** One thing owed: by which unit and post, by `personIds` alone where there are any; `dueAt` where no row of law or house says. */
export type Owed = Readonly<{
  code: DutyCode
  clock: TimeId | ''
  startedAt: Instant
  unitId: string
  kind: UnitKind
  post: Post
  personIds?: readonly string[]
  trackId?: string
  toUnitId?: string
  /** The proceeding in which it is owed, by its seq: of one kind several may be open at once. */
  proceeding?: number
  dueAt?: Instant
}>

/** In a word and a colour (docs/ux.md §4 Status tags). */
export type Tone = 'info' | 'warn' | 'ok' | 'bad' | 'rest'
