/**
 * Every stage after the decision of the body, one row: who prepares, who signs, to whom it goes, under which clock, by which paper, how it
 * is answered and who hears (docs/handbook.md §3.5; ids are its own). A new stage is a row here, its acts and its sentences: decision 0030.
 * Long, because it is a table.
 */
import type { CaseCommand } from '../case/commands.ts'
import type { Citation } from '../law/citation.ts'
import type { ClockId } from '../law/clocks.ts'
import type { StagePaperId } from '../law/papers.ts'
import type { Tag } from '../law/row.ts'
import type { NumberKind } from '../numbers.ts'
import type { Tie } from '../policy/table.ts'
import type { DecidedPhase, TrackPhase } from '../transfer/state.ts'

export const OPENED_KINDS = ['reconsideration', 'hand-over', 'supervision', 'reasons', 'order'] as const
/** What runs on a track beside its phase until it is answered. */
export type OpenedKind = (typeof OPENED_KINDS)[number]
export const OUTCOMES = ['changed', 'upheld', 'taken', 'not-taken', 'explained', 'accepted', 'ordered', 'filed'] as const
export type Outcome = (typeof OUTCOMES)[number]
/** `copied`: the body that the letter is copied to; `superior`: of the sender. */
export type Who = 'handlers' | 'sender' | 'head' | 'body' | 'copied'

type Row = Readonly<{
  /** Null: it is said once, and answered by nobody. */
  opens: OpenedKind | null
  /** In which phases it may begin; `runs`: in which it is owed once it has. */
  from: readonly TrackPhase[]
  runs: readonly TrackPhase[]
  /** The phase that lists show from then on. */
  makes: DecidedPhase | null
  /** Who writes the text that another signs. */
  prepares: Tie | null
  signs: Tie
  /** The act by which it begins. */
  act: CaseCommand['type']
  to: 'body' | 'copied' | null
  /** Of the answer. */
  clock: ClockId | null
  paper: StagePaperId | null
  number: NumberKind | null
  document: 'required' | 'optional' | 'none'
  answers: readonly Outcome[]
  /** Stays in the house of the sender: no body reads that it was. */
  isOwn?: true
  /** What was told stays told (decision 0017): of a stage that has been used these lines are never changed. */
  hears: Readonly<{ prepared: readonly Who[]; opened: readonly Who[]; answered: readonly Who[] }>
  regimes: readonly ('P' | 'G' | 'J')[]
  citations: readonly Citation[]
  tag: Tag
}>
const EXAMINED: readonly TrackPhase[] = ['received', 'supplementing', 'examining']
/** Where the procuratorate may look by itself: a refusal, or no decision in time. */
const WATCHED: readonly TrackPhase[] = ['not-filed', 'reconsidering', 'upheld', ...EXAMINED]
const FILED: readonly TrackPhase[] = [
  'filed',
  'handed-over',
  'proceeding',
  'dropped',
  'prosecuting',
  'not-prosecuted',
  'on-trial',
  'judged',
]
const art9 = (part: string): readonly Citation[] => [
  { source: 'R310-2001', article: `9${part}` },
  { source: 'R310-2020', article: `9${part}` },
]
const GA2020 = (article: string): Citation => ({ source: 'GA2020', article })

const JS2019 = (article: string): Citation => ({ source: 'JS2019', article })
const BY_LAW = { document: 'optional', regimes: ['G'], tag: 'V' } as const
/** What is said once, and answered by nobody. */
const SAID = {
  opens: null,
  runs: [],
  makes: null,
  prepares: null,
  to: null,
  clock: null,
  paper: null,
  number: null,
  document: 'none',
  answers: [],
} as const
const PROPOSAL = {
  ...BY_LAW,
  opens: 'supervision',
  makes: 'in-supervision',
  prepares: 'handler',
  signs: 'approver',
  act: 'ProposeSupervision',
  to: 'copied',
  clock: null,
  paper: 'supervision',
  number: 'supervision',
  answers: ['accepted', 'ordered'],
  hears: { prepared: ['head', 'handlers'], opened: ['copied', 'body', 'handlers'], answered: ['sender', 'body', 'copied'] },
} as const
/** Of the procuratorate, to the police: by its own templates, so by number and scan alone (docs/handbook.md §7.2 W20). */
const ORDER = {
  ...BY_LAW,
  prepares: null,
  signs: 'supervising',
  to: 'body',
  paper: null,
  number: null,
  hears: { prepared: [], opened: ['body', 'sender', 'copied'], answered: ['copied', 'sender'] },
} as const

export const STAGES = {
  /** 提请复议, and its answer: T22 changed, T23 upheld. */
  T20: {
    opens: 'reconsideration',
    from: ['not-filed'],
    runs: ['reconsidering', 'in-supervision', 'reasons-accepted'],
    makes: 'reconsidering',
    prepares: 'handler',
    signs: 'approver',
    act: 'AskReconsideration',
    to: 'body',
    clock: 'CL18',
    paper: 'reconsideration',
    number: 'reconsideration',
    document: 'required',
    answers: ['changed', 'upheld'],
    hears: { prepared: ['head', 'handlers'], opened: ['body', 'handlers', 'copied'], answered: ['sender', 'copied'] },
    regimes: ['G'],
    citations: [...art9('¶2'), GA2020('181')],
    tag: 'V',
  },
  /** 不再提出异议: the remedy is a right (art. 9: 可以), and whoever has it may leave it. A house rule: no text says how. */
  waive: {
    ...SAID,
    from: ['not-filed', 'upheld'],
    signs: 'approver',
    act: 'WaiveRemedy',
    isOwn: true,
    hears: { prepared: [], opened: ['sender'], answered: [] },
    regimes: ['G'],
    citations: art9('¶1'),
    tag: 'D',
  },
  /** 不再移送: what a body gave back goes to no other (docs/handbook.md §3.5 T17, T36: it is handled by law). A house rule: no text says how. */
  leave: {
    ...SAID,
    from: ['returned'],
    signs: 'approver',
    act: 'LeaveReturned',
    isOwn: true,
    hears: { prepared: [], opened: ['sender'], answered: [] },
    regimes: ['P', 'G', 'J'],
    citations: [
      { source: 'R310-2001', article: '10' },
      { source: 'R310-2020', article: '10' },
    ],
    tag: 'D',
  },
  /** 建议立案监督: at once, after a reconsideration (T24), or because no decision comes (T28). To the procuratorate that the letter was copied to; over a commission there is none. */
  T21: { ...PROPOSAL, from: ['not-filed', 'reconsidering'], runs: ['in-supervision'], citations: [...art9('¶1'), JS2019('557')] },
  T24: { ...PROPOSAL, from: ['upheld'], runs: ['in-supervision'], citations: [...art9('¶2'), JS2019('557')] },
  T28: {
    ...PROPOSAL,
    from: EXAMINED,
    runs: EXAMINED,
    makes: null,
    citations: [{ source: 'R310-2001', article: '17' }, { source: 'R310-2020', article: '17' }, JS2019('562')],
  },
  /** 依职权监督: the procuratorate begins by itself, by asking (JS2019 arts 557–562). */
  own: {
    ...PROPOSAL,
    from: WATCHED,
    runs: WATCHED,
    makes: null, // the sender's own remedy runs beside it, and lists go by that
    prepares: null,
    signs: 'supervising',
    act: 'AskReasons',
    to: 'body',
    paper: null,
    number: null,
    hears: { ...PROPOSAL.hears, prepared: [], opened: [] }, // that it asks is told with the asking
    citations: [JS2019('557'), JS2019('560'), JS2019('562')],
  },
  /** 审查后无异议: it has looked at the refusal, or the delay, and leaves it. A house rule: no text asks for a word. */
  reviewed: {
    ...SAID,
    from: WATCHED,
    signs: 'supervising',
    act: 'FindNoObjection',
    hears: { prepared: [], opened: ['body', 'sender', 'copied'], answered: [] },
    regimes: ['G'],
    citations: [JS2019('557')],
    tag: 'D',
  },
  /** 要求说明不立案理由, or why there is no decision yet (CL23 where it is about T28). */
  reasons: {
    ...ORDER,
    opens: 'reasons',
    from: ['in-supervision', ...WATCHED],
    runs: ['in-supervision', ...WATCHED],
    makes: null,
    act: 'AskReasons',
    clock: 'CL20',
    answers: ['explained'],
    citations: [JS2019('560'), GA2020('182')],
  },
  /** 通知立案, and T27: the police file as they were told. */
  T25: {
    ...ORDER,
    opens: 'order',
    from: ['in-supervision', ...WATCHED],
    runs: ['ordered', ...EXAMINED],
    makes: 'ordered',
    act: 'OrderFiling',
    clock: 'CL21',
    answers: ['filed'],
    citations: [JS2019('563'), GA2020('182')],
  },
  /** 移交涉案物品和其他材料: in parts, both sign; what is kept elsewhere is said. CL25 is the sender's, and runs from the notice of filing. */
  T29: {
    opens: 'hand-over',
    from: FILED,
    runs: FILED,
    makes: null,
    prepares: null,
    signs: 'handler',
    act: 'HandOver',
    to: 'body',
    clock: null,
    paper: 'hand-over',
    number: 'hand-over',
    document: 'none',
    answers: ['taken', 'not-taken'],
    hears: { prepared: [], opened: ['body', 'handlers'], answered: ['sender'] },
    regimes: ['P', 'G', 'J'],
    citations: [
      { source: 'R310-2001', article: '12' },
      { source: 'R310-2020', article: '12' },
      { source: 'GA2020', article: '185' },
    ],
    tag: 'V',
  },
  /** 没有可以移交的物品 (docs/handbook.md §3.5 T48 has it for regimes J and P; for G a house rule, said with its reason). */
  T48: {
    ...SAID,
    from: FILED,
    signs: 'handler',
    act: 'DeclareNoHandOver',
    hears: { prepared: [], opened: ['body', 'sender'], answered: [] },
    regimes: ['P', 'G', 'J'],
    citations: [],
    tag: 'D',
  },
  /** 情况通报 (T30–T33, T37): nobody owes it, and nobody is late with it; in regime J it is the commission's to say or not (docs/handbook.md §3.5 T50). */
  report: {
    ...SAID,
    from: FILED,
    signs: 'recipient-handler',
    act: 'ReportStatus',
    document: 'optional',
    hears: { prepared: [], opened: ['sender'], answered: [] },
    regimes: ['P', 'G', 'J'],
    citations: [GA2020('186'), { source: 'R310-2001', article: '13' }, { source: 'R310-2020', article: '13' }],
    tag: 'V',
  },
} as const satisfies Readonly<Record<string, Row>>
/** What is said after filing, by its word; where it moves the track, to which phase (T30–T33, T37). */
export const REPORTS = {
  measures: 'proceeding',
  transferred: 'prosecuting',
  'not-prosecuted': 'not-prosecuted',
  'on-trial': 'on-trial',
  judged: 'judged',
  recovered: null,
  dropped: 'dropped',
} as const satisfies Readonly<Record<string, DecidedPhase | null>>
export type ReportKind = keyof typeof REPORTS
export const isReportKind = (kind: string): kind is ReportKind => Object.hasOwn(REPORTS, kind)
export type StageId = keyof typeof STAGES
/** Of which somebody writes a text that another signs. */
export type PreparedId = { [S in StageId]: (typeof STAGES)[S]['prepares'] extends null ? never : S }[StageId]
export const STAGE_IDS = Object.keys(STAGES) as readonly StageId[] // safe: the table's own keys
export const stageRow = (id: StageId): Row => STAGES[id]
