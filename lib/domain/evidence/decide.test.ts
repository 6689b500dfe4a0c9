import { describe, expect, it } from 'vitest'
import { attempt, CHEN, COMMISSION, EXAMINING, FILLED, item, open, plan, report, play, type Step, type Played } from '../case/given.ts'
import type { CaseCommand } from '../case/commands.ts'
import { evolve } from '../case/evolve.ts'
import { FOLDERS } from '../law/dossier.ts'

const outcome = (past: readonly Step[], command: CaseCommand) => attempt(play(past), { by: CHEN, command })
const voided: readonly Step[] = [...FILLED, { by: CHEN, command: { type: 'VoidEvidence', itemId: 'i1', reason: '误传' } }]

it('points out a copy by its number in the dossier, and adds nothing', () =>
  expect(outcome(FILLED, { type: 'AddEvidence', item: { ...item(1), itemId: 'i9' } })).toMatchObject({
    refusal: { code: 'evidence.duplicate', about: { n: 1 } },
  }))
it('takes the same bytes again once the first item is void', () =>
  expect(outcome(voided, { type: 'AddEvidence', item: { ...item(1), itemId: 'i9' } }).ok).toBe(true))
it('knows only the folders of the dossier', () =>
  expect(outcome(FILLED, { type: 'AddEvidence', item: item(2, 'main-99') })).toMatchObject({ refusal: { code: 'evidence.wrong-folder' } }))
it('voids once, and keeps the item with its reason', () => {
  expect(play(voided).state?.evidence['i1']?.voided).toMatchObject({ reason: '误传' })
  expect(outcome(voided, { type: 'VoidEvidence', itemId: 'i1', reason: '再次' })).toMatchObject({
    refusal: { code: 'evidence.void-already' },
  })
})

describe('a file that is none of the accepted types', () => {
  const other = (folder: string, asIs: string) =>
    outcome(FILLED, { type: 'AddEvidence', item: { ...item(2, folder), content: 'other', asIs } })
  it('goes into no folder but electronic data, and there only with a reason (found E1)', () => {
    for (const { id } of FOLDERS.filter(({ id }) => id !== 'main-07'))
      expect(other(id, '原始数据')).toMatchObject({ refusal: { code: 'evidence.other-content' } })
    expect(other('main-07', '')).toMatchObject({ refusal: { code: 'evidence.needs-as-is' } })
    const kept = other('main-07', '业务系统导出的数据库文件')
    expect(kept.ok && kept.value.events.at(-1)?.event).toMatchObject({ v: 2, item: { content: 'other', asIs: '业务系统导出的数据库文件' } })
    expect(kept.ok && kept.value.state?.keptAsIs).toEqual({ i2: '业务系统导出的数据库文件' })
  })
  it('is the only one with a reason: of a batch the others were never in doubt (found E1)', () => {
    const known = outcome(FILLED, { type: 'AddEvidence', item: { ...item(2, 'main-07'), asIs: '原始数据' } })
    expect(known.ok && known.value.events.at(-1)?.event).toMatchObject({ item: { content: 'pdf', asIs: '' } })
  })
  it('stays where it was stored before anybody looked (found E1)', () => {
    const { content: _, asIs: __, ...before } = { ...item(2), name: '病毒.exe' }
    const past = play(FILLED)
    const [{ occasion } = { occasion: null }] = past.events.slice(-1)
    const event = { type: 'EvidenceAdded', v: 1, item: before } as const
    const state = occasion && evolve(past.state, { streamId: 'c1', seq: 6, occasion, event })
    expect(state?.evidence['i2']).toMatchObject({ name: '病毒.exe', folder: 'main-05', voided: null })
    expect(state).not.toHaveProperty('keptAsIs')
  })
})

it.each([
  ['main-05', 'E24', 'evidence.sealed-kind'],
  ['inner-02', 'E24', 'evidence.sealed-kind'],
  ['inner-03', 'E24', null],
  ['main-05', 'E04', null],
])('into %s a file of the kind %s: %s (found A10)', (folder, kind, code) => {
  const added = outcome(FILLED, { type: 'AddEvidence', item: { ...item(2, folder), kind } })
  expect(added.ok ? null : added.refusal.code).toBe(code)
})

it('what an earlier build let into 正卷 is neither planned nor supplemented (found A10)', () => {
  const played = play([...EXAMINING, { by: CHEN, command: { type: 'AddEvidence', item: item(2) } }])
  const state = open(played)
  const one = state.evidence['i2']
  if (!one) throw new Error('i2 was added')
  const before: Played = { ...played, state: { ...state, evidence: { ...state.evidence, i2: { ...one, kind: 'E24' } } } }
  const code = (command: CaseCommand): string | null => {
    const done = attempt(before, { by: CHEN, command })
    return done.ok ? null : done.refusal.code
  }
  expect(
    code({
      type: 'WriteReport',
      report: report(plan({ trackId: 't2', to: COMMISSION, facts: '事实', law: '法', itemIds: ['i2'] })),
      readSeq: state.sections.report,
    }),
  ).toBe('report.sealed-item')
  expect(code({ type: 'SendSupplement', trackId: 't1', itemIds: ['i2'], note: '' })).toBe('report.sealed-item')
})
