import { describe, expect, it } from 'vitest'
import {
  APPROVED,
  assessment,
  CHEN,
  FILLED,
  item,
  line,
  open,
  OTHER_POLICE,
  plan,
  report,
  subject,
  play,
  type Step,
} from '../case/given.ts'
import { reportOf } from '../case/rounds.ts'
import type { OpenCase } from '../case/state.ts'
import { preflight, type CheckId } from './preflight.ts'
import { snapshotOf } from './snapshot.ts'
import { plannedTrack, type TrackState } from './state.ts'

const ELSEWHERE = { rule: 'RG1', suggested: 'police', citation: '', reason: '另案侦办' } as const
const THING = {
  subjectId: 's1',
  name: '电脑主机',
  spec: '',
  quantity: '1',
  unit: '台',
  condition: '',
  valueFen: null,
  place: '',
  origin: '',
}
/** Two people, an expert opinion (i2) and an item taken that concern the first alone; t2 is to get only i3. */
const two = (absent: { items: string; expert: string; other: string }): Step[] => [
  ...FILLED,
  { by: CHEN, command: { type: 'RecordSubject', subjectId: 's2', subject: subject({ name: '刘某芳', official: 'no' }), readSeq: 0 } },
  { by: CHEN, command: { type: 'RecordAmounts', lines: [line('s1'), line('s2', 520_000)], assessments: [assessment('s1')], readSeq: 3 } },
  { by: CHEN, command: { type: 'AddEvidence', item: item(2, 'main-04') } },
  { by: CHEN, command: { type: 'AddEvidence', item: item(3, 'main-06') } },
  { by: CHEN, command: { type: 'RecordItems', items: [THING], readSeq: 0 } },
  { by: CHEN, command: { type: 'JustifyAbsence', absent } },
  {
    by: CHEN,
    command: {
      type: 'WriteReport',
      readSeq: 0,
      report: report(
        plan({ itemIds: ['i2'], facts: '赵', law: '刑法' }),
        plan({ trackId: 't2', to: OTHER_POLICE, route: ELSEWHERE, subjectIds: ['s2'], itemIds: ['i3'], facts: '刘', law: '刑法' }),
      ),
    },
  },
]
const NONE = { items: '', expert: '', other: '' }
const SAID = { items: '刘某芳无涉案物品', expert: '刘某芳部分不需要鉴定', other: '赵某祥部分无其他材料' }
/** As it is before the head's approval: planned, not sent. */
const planned = (steps: readonly Step[], trackId: string): { state: OpenCase; track: TrackState } => {
  const state = open(play(steps))
  const its = reportOf(state)?.tracks.find((one) => one.trackId === trackId)
  if (!its) throw new Error('the report above plans both tracks')
  return { state, track: plannedTrack(its) }
}
const found = (steps: readonly Step[], trackId: string, id: CheckId) => {
  const { state, track } = planned(steps, trackId)
  return preflight(state, track, []).find((check) => check.id === id)
}

describe('a material that the case has and the track has not (Order 310 art. 6)', () => {
  it.each([
    ['t2', 'expert', 'report.absent-expert'],
    ['t2', 'items', 'report.absent-items'],
    ['t1', 'other', 'report.absent-other'],
  ] as const)('stops %s at %s', (trackId, id, code) => expect(found(two(NONE), trackId, id)).toMatchObject({ is: 'block', count: 0, code }))
  it('does not stop the track that has it', () => {
    for (const [trackId, id] of [
      ['t1', 'expert'],
      ['t1', 'items'],
      ['t2', 'other'],
    ] as const)
      expect(found(two(NONE), trackId, id)).toMatchObject({ is: 'pass', count: 1, justified: '' })
  })
  it('lets the track go on with a reason, which the other track does not carry', () => {
    expect(found(two(SAID), 't2', 'expert')).toMatchObject({ is: 'pass', count: 0, justified: SAID.expert })
    expect(found(two(SAID), 't1', 'expert')).toMatchObject({ is: 'pass', count: 1, justified: '' })
    const given = { letterNo: '', handlers: [], approvedBy: '', approvedAt: '', manifest: '' }
    const absentOf = (trackId: string) => {
      const { state, track } = planned(two(SAID), trackId)
      return snapshotOf(state, track, given).absent
    }
    expect(absentOf('t1')).toEqual({ items: '', expert: '', other: SAID.other })
    expect(absentOf('t2')).toEqual({ items: SAID.items, expert: SAID.expert, other: '' })
  })
  it.each([
    ['main-02', 0, 0],
    ['main-03', 0, 0],
    ['main-04', 1, 0],
    ['main-05', 0, 1],
    ['main-06', 0, 1],
    ['main-07', 0, 1],
    ['main-08', 0, 1],
  ])('a file in %s: %i expert opinions, %i of other material (found G5)', (folder, expert, other) => {
    const { state, track } = planned(two(NONE), 't1')
    const item = state.evidence['i2']
    if (!item) throw new Error('the plan of t1 is of i2 alone')
    const checks = preflight({ ...state, evidence: { ...state.evidence, i2: { ...item, folder } } }, track, [])
    const count = (id: CheckId) => checks.find((check) => check.id === id)?.count
    expect([count('expert'), count('other')]).toEqual([expert, other])
  })
  it('a voided file is none', () => {
    const voided: Step[] = [...two(NONE), { by: CHEN, command: { type: 'VoidEvidence', itemId: 'i2', reason: '误传' } }]
    expect(found(voided, 't1', 'expert')).toMatchObject({ is: 'block', count: 0 })
  })
})

describe('the investigation report, where several bodies are sent to (found A1)', () => {
  const withOwn = (investigation: string): Step[] =>
    two(SAID).map((step) =>
      step.command.type === 'WriteReport'
        ? { ...step, command: { ...step.command, report: report(...step.command.report.tracks.map((one) => ({ ...one, investigation }))) } }
        : step,
    )
  const given = { letterNo: '', handlers: [], approvedBy: '', approvedAt: '', manifest: '' }
  const sealed = (steps: readonly Step[]): string => {
    const { state, track } = planned(steps, 't1')
    return snapshotOf(state, track, given).investigation
  }
  it('of the whole case goes to none of them, and is not counted as there', () => {
    expect(found(two(SAID), 't1', 'report')).toMatchObject({ is: 'warn', count: 0, code: null })
    expect(sealed(two(SAID))).toBe('')
  })
  it('of each one’s own is there and goes along', () => {
    expect(found(withOwn('查明赵某祥'), 't1', 'report')).toMatchObject({ is: 'pass', count: 1 })
    expect(sealed(withOwn('查明赵某祥'))).toBe('查明赵某祥')
  })
  it('blocks where there is no report at all, or one for one body that does not tell it', () => {
    const bare = open(play(FILLED))
    expect(preflight(bare, plannedTrack(plan()), []).find(({ id }) => id === 'report')).toMatchObject({
      is: 'block',
      code: 'report.incomplete',
    })
    const { investigation: _, ...rest } = report()
    const untold: Step[] = [...FILLED, { by: CHEN, command: { type: 'WriteReport', report: { ...rest, investigation: '' }, readSeq: 0 } }]
    expect(found(untold, 't1', 'report')).toMatchObject({ is: 'block', count: 0, code: 'report.incomplete' })
  })
  it('may be a file in its folder', () => {
    const { state, track } = planned(two(SAID), 't1')
    const file = state.evidence['i2']
    if (!file) throw new Error('the plan of t1 is of i2 alone')
    const filed = { ...state, evidence: { ...state.evidence, i2: { ...file, folder: 'main-02' } } }
    expect(preflight(filed, track, []).find(({ id }) => id === 'report')).toMatchObject({ is: 'pass', count: 1 })
  })
})

it.each([
  [['chen'], 'block', 'case.needs-two-handlers'],
  [['chen', 'chen'], 'block', 'case.needs-two-handlers'],
  [['chen', 'lin'], 'pass', null],
] as const)('of the officers %o: %s, since Order 310 art. 5 wants two (found G5)', (handlerIds, is, code) => {
  const { state, track } = planned(two(NONE), 't1')
  expect(preflight({ ...state, handlerIds }, track, []).find(({ id }) => id === 'officers')).toMatchObject({ is, code })
})
it('what stays behind is said of 正卷 only: 副卷 never leaves the unit', () => {
  const { state, track } = planned(two(NONE), 't1')
  const more: Step[] = [{ by: CHEN, command: { type: 'AddEvidence', item: item(4, 'inner-02') } }]
  const leftOut = (steps: readonly Step[]) => preflight(open(play(steps)), track, []).find(({ id }) => id === 'left-out')
  expect(preflight(state, track, []).find(({ id }) => id === 'left-out')).toMatchObject({ is: 'warn', count: 2 })
  expect(leftOut([...two(NONE), ...more])).toMatchObject({ is: 'warn', count: 2 })
})

describe('a report of the sealed vault that an earlier build let into 正卷 (found A10)', () => {
  const { state, track } = planned(two(SAID), 't1')
  const sealedIn = (itemId: string): OpenCase => {
    const one = state.evidence[itemId]
    if (!one) throw new Error(`${itemId} is there`)
    return { ...state, evidence: { ...state.evidence, [itemId]: { ...one, kind: 'E24' } } }
  }
  const of = (changed: OpenCase, id: CheckId) => preflight(changed, track, []).find((one) => one.id === id)
  it('stops a letter that lists it, approved or not', () =>
    expect(of(sealedIn('i2'), 'approval')).toMatchObject({ is: 'block', code: 'report.sealed-item' }))
  it('is not missed where it stays behind', () => {
    expect(of(state, 'left-out')).toMatchObject({ count: 2 })
    expect(of(sealedIn('i3'), 'left-out')).toMatchObject({ count: 1 })
  })
})

describe('what the head approved', () => {
  const state = open(play(APPROVED))
  const track = state.tracks['t1']
  if (!track) throw new Error('t1 is planned')
  const approvalOf = (changed: OpenCase) => preflight(changed, track, []).find(({ id }) => id === 'approval')?.is

  it('is sent as it was read', () => expect(approvalOf(state)).toBe('pass'))
  it.each(['basics', 'subjects', 'amounts', 'items'] as const)('stops where %s were changed since', (section) =>
    expect(approvalOf({ ...state, sections: { ...state.sections, [section]: 99 } })).toBe('block'),
  )
  it.each(['handlers', 'evidence'] as const)('goes on where %s were', (section) =>
    expect(approvalOf({ ...state, sections: { ...state.sections, [section]: 99 } })).toBe('pass'),
  )
})

it('what a body is told of amounts and charges is of its own people', () => {
  const both = two(SAID).map((step) =>
    step.command.type === 'RecordAmounts' && step.command.lines.length > 1
      ? { ...step, command: { ...step.command, assessments: [assessment('s1'), assessment('s2')] } }
      : step,
  )
  const reasonsOf = (trackId: string) => {
    const { state, track } = planned(both, trackId)
    const { assessments, lines } = snapshotOf(state, track, { letterNo: '', handlers: [], approvedBy: '', approvedAt: '', manifest: '' })
    return [assessments, lines].map((all) => all.map(({ subjectId }) => subjectId))
  }
  expect(reasonsOf('t1')).toEqual([['s1'], ['s1']])
  expect(reasonsOf('t2')).toEqual([['s2'], ['s2']])
})
