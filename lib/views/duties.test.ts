/** Who owes what: vectors written from the handbook (docs/handbook.md §3.1-§3.5), not from duties.ts. T.. and CL.. are its numbers. */
import { describe, expect, it } from 'vitest'
import {
  APPROVED,
  CHEN,
  CHIEF,
  COMMISSION,
  CONFIRMED,
  DECISION,
  FILLED,
  INTAKE,
  OFFICER,
  open,
  plan,
  POLICE,
  PROCURATORATE,
  REGISTERED,
  report,
  send,
  SUBMITTED,
  play,
  WANG,
  WRITTEN,
  type Step,
} from '#lib/domain/case/given'
import {
  ASKED as ASKED_AGAIN,
  ACCEPTED,
  DRAFTED,
  EXPLAINED,
  HANDED,
  ORDERED,
  PREPARED,
  PROPOSED,
  REASONS_ASKED,
  REPORTED,
  TAKEN,
  UPHELD,
  WAIVED,
} from '#lib/domain/case/given-stages'
import { inRound } from '#lib/domain/case/rounds'
import type { CasePhase, OpenCase } from '#lib/domain/case/state'
import { stageOf } from '#lib/domain/procedure/case-phases'
import type { UnitRef } from '#lib/domain/result'
import type { TrackPhase } from '#lib/domain/transfer/state'
import { dutiesOf, hasEnded, trackHasEnded } from './duties.ts'
import type { Duty } from './rows.ts'

/** Wednesdays: the third day is a Saturday, so that strict and tolerant differ (§3.4 rule 5). The n-th deed is done at 10:n in Beijing. */
const DAYS = {
  2017: {
    day: '2017-06-14',
    next: '2017-06-15',
    third: '2017-06-17T15:59:59.999Z',
    rolled: '2017-06-19T15:59:59.999Z',
    seventh: '',
    fifteenth: '',
  },
  2019: {
    day: '2019-06-12',
    next: '2019-06-13',
    third: '2019-06-15T15:59:59.999Z',
    rolled: '2019-06-17T15:59:59.999Z',
    seventh: '',
    fifteenth: '',
  },
  2026: {
    day: '2026-11-25',
    next: '2026-11-26',
    third: '2026-11-28T15:59:59.999Z',
    rolled: '2026-11-30T15:59:59.999Z',
    seventh: '2026-12-02T15:59:59.999Z',
    fifteenth: '2026-12-10T15:59:59.999Z',
  },
} as const
type Year = keyof typeof DAYS
const on = (year: Year, steps: readonly Step[]): OpenCase =>
  open(play(steps.map((step, n) => ({ ...step, at: `${DAYS[year].day}T02:${String(n).padStart(2, '0')}:00.000Z` }))))

/** The usual way, with another body instead of the police. */
function to(body: UnitRef, steps: readonly Step[]): readonly Step[] {
  const tracks = report({
    ...plan(),
    to: body,
    copyTo: body.kind === 'police' ? PROCURATORATE : null,
    route: { rule: 'RG5', suggested: body.kind, citation: '', reason: '' },
  })
  return steps.map((step) => {
    if (step.command.type === 'WriteReport') return { ...step, command: { ...step.command, report: tracks } }
    if (step.command.type === 'PassOn') return { ...step, command: { ...step.command, to: { ...body, unitId: 'next' } } }
    return step
  })
}
const SENT: readonly Step[] = [...APPROVED, { by: CHEN, command: send('t1') }]
const RECEIVED: readonly Step[] = [
  ...SENT,
  { by: INTAKE, command: { type: 'SignReceipt', trackId: 't1', code: 'x', damaged: [], remarks: '' } },
]
const EXAMINING: readonly Step[] = [...RECEIVED, { by: OFFICER, command: { type: 'OpenExamination', trackId: 't1' } }]
const FILED: readonly Step[] = [...EXAMINING, { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: DECISION } }]
const NOT_FILED: readonly Step[] = [
  ...EXAMINING,
  { by: CHIEF, command: { type: 'DeclineFiling', trackId: 't1', decision: { ...DECISION, reasons: 'x' } } },
]
const SIGNED: Step = { by: CHEN, command: { type: 'SignForDecision', trackId: 't1' } }
const WITHDRAWN: readonly Step[] = [...SENT, { by: CHEN, command: { type: 'WithdrawTransfer', trackId: 't1', reason: 'x' } }]
const RETURNED: readonly Step[] = [
  ...RECEIVED,
  { by: INTAKE, command: { type: 'ReturnTransfer', trackId: 't1', reason: 'x', competent: 'y' } },
]
const ASKED: readonly Step[] = [...RECEIVED, { by: INTAKE, command: { type: 'AskSupplement', trackId: 't1', wanted: ['x'] } }]
const PASSED_ON: readonly Step[] = [
  ...RECEIVED,
  { by: INTAKE, command: { type: 'PassOn', trackId: 't1', to: POLICE, copyTo: null, reason: 'x' } },
]

type Owner = 'procuratorate' | 'team' | 'second' | 'reviewer' | 'head' | 'body intake' | 'body handler' | 'body officer' | 'body approver'
/**
 * `3d` a duty of three days, `24h` of a day by the hour; after it by which of the two times it is judged: the bureau strictly,
 * others tolerantly (§3.4 rule 5). `right`: it lapses, and nobody is overdue. `internal`: what the house asks, and nobody is overdue. `-`: no number, or no clock.
 */
type Ends = '7d tolerant' | '15d tolerant' | '3d strict' | '3d tolerant' | '3d right' | '24h strict' | '24h internal' | '-'
type Line = readonly [code: Duty['code'], clock: Duty['clock'], owner: Owner, start: string, ends: Ends]

const OWNERS = (body: string): Readonly<Record<Owner, Pick<Duty, 'unitId' | 'post' | 'personIds'>>> => ({
  team: { unitId: 'bureau', post: 'handler', personIds: '|chen|zhou|' },
  second: { unitId: 'bureau', post: 'handler', personIds: '|zhou|' },
  reviewer: { unitId: 'bureau', post: 'reviewer', personIds: '' },
  head: { unitId: 'bureau', post: 'approver', personIds: '' },
  'body intake': { unitId: body, post: 'intake', personIds: '' },
  'body handler': { unitId: body, post: 'handler', personIds: '' },
  'body officer': { unitId: body, post: 'handler', personIds: '|liu|' }, // who opened the examination
  'body approver': { unitId: body, post: 'approver', personIds: '' },
  procuratorate: { unitId: 'procuratorate', post: 'supervisor', personIds: '' },
})
function vector(year: Year, body: string, [code, clock, owner, start, ends]: Line) {
  const { day, next, third, rolled, seventh, fifteenth } = DAYS[year]
  const dues = {
    '7d tolerant': year === 2026 ? [seventh, seventh, seventh] : ['', '', ''], // CL20 and CL21 since 2019-12-30
    '15d tolerant': year === 2026 ? [fifteenth, fifteenth, fifteenth] : ['', '', ''],
    '3d strict': [third, rolled, third],
    '3d tolerant': [third, rolled, rolled],
    '3d right': [third, rolled, ''],
    '24h strict': [`${next}T${start}:00.000Z`, `${next}T${start}:00.000Z`, `${next}T${start}:00.000Z`],
    '24h internal': [`${next}T${start}:00.000Z`, `${next}T${start}:00.000Z`, ''],
    '-': ['', '', ''],
  }[ends]
  const [dueStrictAt, dueTolerantAt, dueAt] = dues
  return { code, clock, ...OWNERS(body)[owner], startedAt: `${day}T${start}:00.000Z`, dueStrictAt, dueTolerantAt, dueAt }
}
const seen = (state: OpenCase) =>
  dutiesOf(state).map(({ code, clock, unitId, post, personIds, startedAt, dueStrictAt, dueTolerantAt, dueAt }) => ({
    code,
    clock,
    unitId,
    post,
    personIds,
    startedAt,
    dueStrictAt,
    dueTolerantAt,
    dueAt,
  }))

describe('the case before any sending', () => {
  const SEND: Line = ['send', 'CL10', 'team', '02:08', '24h strict'] // T08: 24 hours from the approval, to the minute
  const VECTORS: readonly (readonly [what: string, phase: CasePhase, steps: readonly Step[], owed: readonly Line[]])[] = [
    ['registered: at once, no number (CL08)', 'investigating', REGISTERED, [['submit-report', 'CL08', 'team', '02:00', '-']]],
    [
      'written: the other officer confirms (D24)',
      'investigating',
      WRITTEN,
      [
        ['submit-report', 'CL08', 'team', '02:00', '-'],
        ['confirm-report', '', 'second', '02:05', '-'],
      ],
    ],
    ['confirmed: nothing more of the other officer', 'investigating', CONFIRMED, [['submit-report', 'CL08', 'team', '02:00', '-']]],
    [
      'submitted: the head decides in three days (T06, CL09), the reviewer gives an opinion (T07, internal)',
      'in-review',
      SUBMITTED,
      [
        ['decide', 'CL09', 'head', '02:07', '3d strict'],
        ['give-opinion', '', 'reviewer', '02:07', '-'],
      ],
    ],
    [
      'reviewed: the head alone',
      'in-review',
      [
        ...SUBMITTED,
        {
          by: { personId: 'li', unitId: 'bureau', post: 'reviewer' },
          command: { type: 'GiveOpinion', verdict: 'agree', text: '', readSeq: 8 },
        },
      ],
      [['decide', 'CL09', 'head', '02:07', '3d strict']],
    ],
    [
      'sent back for changes: at once again, from then',
      'investigating',
      [...SUBMITTED, { by: WANG, command: { type: 'ReturnReport', note: 'x', readSeq: 8 } }],
      [
        ['submit-report', 'CL08', 'team', '02:08', '-'],
        ['confirm-report', '', 'second', '02:05', '-'], // the return took the confirmation with it
      ],
    ],
    ['approved: sent within 24 hours (T08, CL10)', 'approved', APPROVED, [SEND]],
    [
      'not approved: nothing (T09 ends CL09)',
      'not-approved',
      [...SUBMITTED, { by: WANG, command: { type: 'RefuseTransfer', reason: 'x', readSeq: 8 } }],
      [],
    ],
    ['withdrawn before the receipt: under the same approval (decision 0002)', 'approved', WITHDRAWN, [SEND]],
  ]
  for (const year of [2017, 2019, 2026] as const)
    it.each(VECTORS)(`${year} · %s`, (_what, phase, steps, owed) => {
      const state = on(year, steps)
      expect(stageOf(state).phase).toBe(phase)
      expect(seen(state)).toEqual(owed.map((line) => vector(year, 'police', line)))
    })
  it('is decided by the unit to which it was put, and recorded as its approver’s', () => {
    const put = on(2026, [...CONFIRMED, { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'league', readSeq: 6 } }])
    expect(dutiesOf(put)[0]).toMatchObject({ code: 'decide', unitId: 'league', post: 'approver', dueAt: DAYS[2026].third })
  })
  it('asks the others of a larger team, never the writer, to confirm', () => {
    const steps: readonly Step[] = [
      { by: CHEN, command: { ...first(REGISTERED), handlerIds: ['zhou', 'chen', 'sun'] } },
      ...WRITTEN.slice(1),
    ]
    expect(dutiesOf(on(2026, steps)).map(({ personIds }) => personIds)).toEqual(['|zhou|chen|sun|', '|zhou|sun|'])
  })
})
const first = ([step]: readonly Step[]) => {
  if (step?.command.type !== 'RegisterCase') throw new Error('a case begins by being registered')
  return step.command
}

type At =
  | TrackPhase
  | 'passed-on'
  | 'filed, signed for'
  | 'not-filed, signed for'
  | 'not-filed, prepared'
  | 'not-filed, waived'
  | 'upheld, signed for'
  | 'upheld, drafted'
  | 'not-filed, drafted'
  | 'in-supervision, asked'
  | 'in-supervision, explained'
  | 'filed, handed'
  | 'filed, nothing to hand over'
const TRACKS: Readonly<Record<At, readonly Step[]>> = {
  planned: APPROVED,
  sent: SENT,
  withdrawn: WITHDRAWN,
  received: RECEIVED,
  supplementing: ASKED,
  examining: EXAMINING,
  returned: RETURNED,
  'passed-on': PASSED_ON,
  filed: FILED,
  'not-filed': NOT_FILED,
  'filed, signed for': [...FILED, SIGNED],
  'not-filed, signed for': [...NOT_FILED, SIGNED],
  'not-filed, prepared': PREPARED,
  'not-filed, waived': WAIVED,
  reconsidering: ASKED_AGAIN,
  upheld: UPHELD,
  'upheld, signed for': [...UPHELD, SIGNED],
  'filed, handed': HANDED,
  'filed, nothing to hand over': [...FILED, SIGNED, { by: CHEN, command: { type: 'DeclareNoHandOver', trackId: 't1', reason: '无' } }],
  'handed-over': TAKEN,
  'upheld, drafted': [...UPHELD, SIGNED, { by: CHEN, command: { type: 'PrepareSupervision', trackId: 't1', text: 'x' } }],
  'not-filed, drafted': DRAFTED,
  'in-supervision': PROPOSED,
  'in-supervision, asked': REASONS_ASKED,
  'in-supervision, explained': EXPLAINED,
  'reasons-accepted': ACCEPTED,
  ordered: ORDERED,
  ...REPORTED,
}
const SEND: Line = ['send', 'CL10', 'team', '02:08', '24h strict']
const SIGN: Line = ['sign-receipt', 'CL12', 'body intake', '02:09', '-'] // 及时: no number
const SIGN_FOR: Line = ['sign-for-decision', '', 'team', '02:12', '24h strict'] // §3.4 rule 8: alarmed after a day
/** Regime G. Order 310 arts 5-12 and GA2020 arts 175-185: CL16 runs from the receipt, also while something is supplemented (§3.4 rule 9). */
const POLICE_OWES: Readonly<Record<At, readonly Line[]>> = {
  planned: [SEND],
  sent: [SIGN],
  withdrawn: [SEND],
  received: [['open-examination', 'CL16', 'body handler', '02:10', '3d tolerant']],
  supplementing: [
    ['examine', 'CL16', 'body approver', '02:10', '3d tolerant'],
    ['supplement', 'CL15', 'team', '02:11', '3d strict'],
  ],
  examining: [
    ['examine', 'CL16', 'body approver', '02:10', '3d tolerant'],
    ['write-opinion', '', 'body officer', '02:11', '-'], // found B5: of the body's own house, and no text gives it a time
  ],
  returned: [['plan-anew', '', 'team', '02:11', '-']],
  'passed-on': [['sign-receipt', 'CL12', 'body intake', '02:11', '-']], // T15: a new receipt, of the new body
  filed: [SIGN_FOR],
  'not-filed': [SIGN_FOR],
  'filed, signed for': [['hand-over', 'CL25', 'team', '02:13', '3d strict']],
  'not-filed, signed for': [['reconsider', 'CL17', 'team', '02:13', '3d right']], // a right, not a duty
  'not-filed, prepared': [['sign-reconsideration', 'CL17', 'head', '02:13', '3d right']], // T20: R06 signs; the same right, from the same signature
  'not-filed, waived': [],
  reconsidering: [['answer-reconsideration', 'CL18', 'body approver', '02:15', '3d tolerant']], // T20: CL18 starts
  upheld: [['sign-for-decision', '', 'team', '02:16', '24h strict']], // T23: HRSS receives the decision
  'upheld, signed for': [['propose-supervision', 'CL19', 'team', '02:17', '3d right']], // T23: CL19 starts when HRSS receives the decision
  'upheld, drafted': [['sign-supervision', 'CL19', 'head', '02:17', '3d right']],
  'not-filed, drafted': [['sign-supervision', 'CL17', 'head', '02:13', '3d right']], // T21 ends CL17 as T20 does
  'in-supervision': [['ask-reasons', '', 'procuratorate', '02:15', '-']],
  'in-supervision, asked': [['explain-reasons', 'CL20', 'body approver', '02:16', '7d tolerant']],
  'in-supervision, explained': [['judge-reasons', '', 'procuratorate', '02:17', '-']],
  'reasons-accepted': [],
  proceeding: [],
  dropped: [],
  prosecuting: [],
  'not-prosecuted': [],
  'on-trial': [],
  judged: [],
  ordered: [['file-as-ordered', 'CL21', 'body approver', '02:18', '15d tolerant']],
  'filed, handed': [['confirm-hand-over', '', 'body handler', '02:14', '-']], // T29: both sign; no text gives the body a time
  'filed, nothing to hand over': [],
  'handed-over': [],
}
/** CL15 is a rule of 2020-09-01: before it the supplement is asked for, and no clock is in force. */
const POLICE_OWED: typeof POLICE_OWES = {
  ...POLICE_OWES,
  supplementing: [
    ['examine', 'CL16', 'body approver', '02:10', '3d tolerant'],
    ['supplement', 'CL15', 'team', '02:11', '-'],
  ],
}
/**
 * Regime J, and the procuratorate: nothing of arts 7, 8, 9 and 12, which speak of the police, nor of GA2020. What the house asks of its
 * own people stands as an internal time, IN..: 24 hours to send, a receipt at once (§3.1 J, §3.3 CL12; found A4).
 */
const OTHERS_OWE: typeof POLICE_OWES = {
  ...POLICE_OWES,
  planned: [['send', 'IN10', 'team', '02:08', '24h internal']],
  sent: [['sign-receipt', 'IN12', 'body intake', '02:09', '-']],
  withdrawn: [['send', 'IN10', 'team', '02:08', '24h internal']],
  received: [['open-examination', '', 'body handler', '02:10', '-']],
  supplementing: [
    ['examine', '', 'body approver', '02:10', '-'],
    ['supplement', '', 'team', '02:11', '-'],
  ],
  examining: [
    ['examine', '', 'body approver', '02:10', '-'],
    ['write-opinion', '', 'body officer', '02:11', '-'],
  ],
  'passed-on': [['sign-receipt', 'IN12', 'body intake', '02:11', '-']],
  'filed, signed for': [],
  'not-filed, signed for': [],
}
/** Regime P: art. 18 of 2001 puts the bureau under CL09 and CL10 by analogy; the procuratorate's own clocks are found B1. */
const PROCURATORATE_OWED: typeof POLICE_OWES = { ...OTHERS_OWE, planned: [SEND], withdrawn: [SEND] }
const REGIMES = [
  ['G, police 2017', 2017, POLICE, POLICE_OWED],
  ['G, police 2019', 2019, POLICE, POLICE_OWED],
  ['G, police 2026', 2026, POLICE, POLICE_OWES],
  ['J, commission 2019', 2019, COMMISSION, OTHERS_OWE],
  ['J, commission 2026', 2026, COMMISSION, OTHERS_OWE],
  ['P, procuratorate 2017', 2017, PROCURATORATE, PROCURATORATE_OWED],
  ['procuratorate 2026 (Order 310 art. 19)', 2026, PROCURATORATE, OTHERS_OWE],
] as const
const ALL_AT = Object.keys(TRACKS) as At[] // safe: the record's own keys

const POLICE_ONLY: readonly At[] = [
  'upheld, drafted',
  'not-filed, drafted',
  'in-supervision',
  'in-supervision, asked',
  'in-supervision, explained',
  'reasons-accepted',
  'ordered',
  'not-filed, prepared',
  'not-filed, waived',
  'reconsidering',
  'upheld',
  'upheld, signed for',
]

describe.each(REGIMES)('a track, %s', (_regime, year, body, owes) => {
  // Arts 9 and 12 speak of the police: of another body there is no reconsideration.
  it.each(ALL_AT.filter((at) => body === POLICE || !POLICE_ONLY.includes(at)))('%s', (at) => {
    const state = on(year, to(body, TRACKS[at]))
    expect(state.tracks['t1']?.phase).toBe(at === 'passed-on' ? 'sent' : at.split(',')[0])
    expect(seen(state)).toEqual(owes[at].map((line) => vector(year, at === 'passed-on' ? 'next' : body.unitId, line)))
  })
})

describe('a duty', () => {
  it('names its case, track, waiting side, and whose it is to see', () => {
    const copied = on(2026, ASKED) // the police of the sentence, with a copy to the procuratorate
    const place = { caseId: 'c1', bureauId: 'bureau', superiorId: 'league', decidingUnitId: 'bureau', division: '159921' }
    expect(dutiesOf(copied)).toMatchObject([
      { ...place, dutyId: 'c1:t1:examine', trackId: 't1', toUnitId: 'bureau', copiedId: 'procuratorate' },
      { ...place, dutyId: 'c1:t1:supplement:12', trackId: 't1', toUnitId: 'police', copiedId: 'procuratorate' },
    ])
    expect(dutiesOf(on(2026, FILLED))).toMatchObject([
      { ...place, dutyId: 'c1::submit-report', trackId: '', toUnitId: '', copiedId: '', decidingUnitId: '' },
    ])
  })
  it('stands in the list by the time it is judged by; what has none stands last, by its start', () => {
    const [examine, supplement] = dutiesOf(on(2026, ASKED))
    expect([examine?.sortAt, supplement?.sortAt]).toEqual([DAYS[2026].rolled, DAYS[2026].third])
    expect(dutiesOf(on(2026, SENT))[0]?.sortAt).toBe('9999-2026-11-25T02:09:00.000Z')
  })
  it('of a body runs from the day on the paper; the sender is reminded from the day it was recorded (D23)', () => {
    const onPaper = { actedBy: '郝', paperNo: '12', blobDigest: 'd' }
    const paper = (steps: readonly Step[], from: number) =>
      open(
        play(
          steps.map((step, n) => ({ ...step, at: `2026-11-25T02:${String(n).padStart(2, '0')}:00.000Z`, ...(n >= from && { onPaper }) })),
        ),
      )
    expect(dutiesOf(paper(RECEIVED, 10))).toMatchObject([{ code: 'open-examination', startedAt: '2026-11-25T02:10:00.000Z' }])
    // recorded on 2026-12-31 (given.ts)
    expect(dutiesOf(paper(FILED, 10))).toMatchObject([
      { code: 'sign-for-decision', startedAt: '2026-12-31T00:00:00.000Z', dueAt: '2027-01-01T00:00:00.000Z' },
    ])
  })
  it('is owed by each track of a mixed case for itself', () => {
    const part = { facts: 'x', law: 'x' }
    const both = report(
      { ...plan(), ...part },
      {
        ...plan({ trackId: 't2', to: COMMISSION, itemIds: [] }),
        ...part,
        route: { rule: 'RG7', suggested: 'commission', citation: '', reason: '' },
      },
    )
    const steps = RECEIVED.map((step) =>
      step.command.type === 'WriteReport' ? { ...step, command: { ...step.command, report: both } } : step,
    )
    expect(dutiesOf(on(2026, steps)).map(({ dutyId, unitId }) => [dutyId, unitId])).toEqual([
      ['c1:t1:open-examination', 'police'],
      ['c1:t2:send', 'bureau'],
    ])
  })
  it('to send is none where the report no longer plans that track', () => {
    const state = on(2026, WITHDRAWN)
    expect(dutiesOf({ ...state, ...inRound(state, { report: null }) })).toEqual([])
  })
})

describe('ended', () => {
  const ends = (at: At, body = POLICE) => {
    const state = on(2026, to(body, TRACKS[at]))
    return { case: hasEnded(state), track: Object.values(state.tracks).map((track) => trackHasEnded(state, track)) }
  }
  it('is a case or track in which nothing is owed', () => {
    expect(ends('filed, signed for', COMMISSION)).toEqual({ case: true, track: [true] })
    expect(ends('not-filed, signed for', PROCURATORATE)).toEqual({ case: true, track: [true] })
    for (const at of ['sent', 'received', 'supplementing', 'examining', 'filed', 'filed, signed for', 'not-filed, signed for'] as const)
      expect(ends(at), at).toEqual({ case: false, track: [false] })
  })
  it('is a track that was never sent not', () => expect(ends('planned')).toEqual({ case: false, track: [false] }))
  it('is a withdrawn or returned track, though its case goes on', () => {
    expect(ends('withdrawn')).toEqual({ case: false, track: [true] })
    expect(ends('returned')).toEqual({ case: false, track: [true] })
  })
  it('is a case that the head refused, and none that is still written', () => {
    const refused: readonly Step[] = [...SUBMITTED, { by: WANG, command: { type: 'RefuseTransfer', reason: 'x', readSeq: 8 } }]
    expect([hasEnded(on(2026, refused)), hasEnded(on(2026, REGISTERED)), hasEnded(on(2026, SUBMITTED))]).toEqual([true, false, false])
  })
})

/** What is folded changes with a number (decision 0014): what is still wanted is red, and says so when it is not. */
describe('what the handbook wants', () => {
  const R310 = /^CL(09|10|12|15)$/
  const internal = () => ({ clock: expect.not.stringMatching(R310), dueAt: '' })
  const beyond = [
    ['the commission', 2026, COMMISSION],
    ['the commission under the Act of 2018', 2019, COMMISSION],
    ['the procuratorate since 2020-08-07', 2026, PROCURATORATE],
  ] as const
  for (const [whom, year, body] of beyond) {
    it(`a case for ${whom} is decided within an internal time: no article, nobody overdue (found A4)`, () =>
      expect(dutiesOf(on(year, to(body, SUBMITTED)))[0]).toMatchObject({ code: 'decide', ...internal() }))
    it(`a letter to ${whom} is sent within an internal time: no article, nobody overdue (found A4)`, () =>
      expect(dutiesOf(on(year, to(body, APPROVED)))).toMatchObject([{ code: 'send', ...internal() }]))
    it(`${whom} signs by house rule, not by Order 310 art. 7 (found A4)`, () =>
      expect(dutiesOf(on(year, to(body, SENT)))).toMatchObject([{ code: 'sign-receipt', ...internal() }]))
    it(`what ${whom} asks for is supplemented under no rule of the police (found A4)`, () =>
      expect(dutiesOf(on(year, to(body, ASKED)))[1]).toMatchObject({ code: 'supplement', ...internal() }))
  }
  it('the procuratorate of 2017 signs under its own text, not Order 310 art. 7 (found A4)', () =>
    expect(dutiesOf(on(2017, to(PROCURATORATE, SENT)))).toMatchObject([{ code: 'sign-receipt', ...internal() }]))
  it.fails.each(['received', 'examining'] as const)(
    'the procuratorate of 2017 examines under CL27, three days (§3.1 P; found B1): %s',
    (at) => expect(dutiesOf(on(2017, to(PROCURATORATE, TRACKS[at])))).toMatchObject([{ clock: 'CL27', dueAt: DAYS[2017].rolled }]),
  )
  it.fails('its refusal of 2017 may be taken to reconsideration within five days, CL28 (found B1)', () =>
    expect(dutiesOf(on(2017, to(PROCURATORATE, [...NOT_FILED, SIGNED])))).toMatchObject([
      { clock: 'CL28', dueStrictAt: '2017-06-19T15:59:59.999Z', dueAt: '' },
    ]))
  it('a right stands in the order of its end, not last (found A5)', () =>
    expect(dutiesOf(on(2026, [...NOT_FILED, SIGNED]))[0]?.sortAt).toBe(DAYS[2026].third))
  it('an internal time stands in the order of its end (found A4)', () => {
    expect(dutiesOf(on(2026, to(COMMISSION, SUBMITTED)))[0]).toMatchObject({ clock: 'IN09', sortAt: DAYS[2026].third })
    expect(dutiesOf(on(2026, to(COMMISSION, APPROVED)))[0]).toMatchObject({ clock: 'IN10', sortAt: '2026-11-26T02:08:00.000Z' })
  })
  it('a mixed case is decided under Order 310: one of its tracks goes to the police (found A4)', () => {
    const part = { facts: 'x', law: 'x' }
    const route = { rule: 'RG7', suggested: 'commission', citation: '', reason: '' } as const
    const tracks = report({ ...plan(), ...part }, { ...plan({ trackId: 't2', to: COMMISSION, itemIds: [] }), ...part, route })
    const steps = SUBMITTED.map((step) =>
      step.command.type === 'WriteReport' ? { ...step, command: { ...step.command, report: tracks } } : step,
    )
    expect(dutiesOf(on(2026, steps))[0]).toMatchObject({ code: 'decide', clock: 'CL09', dueAt: DAYS[2026].third })
  })
  it.each([
    ['2018-03-19', 'CL10'],
    ['2018-03-20', 'IN10'],
  ] as const)(
    'Order 310 binds by analogy until the Supervision Act: approved for the procuratorate on %s under %s (found A4)',
    (day, clock) => {
      const at = (n: number) => `${day}T02:${String(n).padStart(2, '0')}:00.000Z`
      const state = open(play(to(PROCURATORATE, APPROVED).map((step, n) => ({ ...step, at: at(n) }))))
      expect(dutiesOf(state)).toMatchObject([{ code: 'send', clock }])
    },
  )
  it('the handler of the body owes an opinion while it examines (found B5)', () =>
    expect(dutiesOf(on(2026, EXAMINING))).toContainEqual(
      expect.objectContaining({ unitId: 'police', post: 'handler', personIds: '|liu|' }),
    ))
  it('a returned track leaves the sender with something to do (found B2)', () =>
    expect(dutiesOf(on(2026, RETURNED))).toContainEqual(expect.objectContaining({ unitId: 'bureau', trackId: 't1' })))
})
