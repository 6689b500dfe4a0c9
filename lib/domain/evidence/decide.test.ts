import { expect, it } from 'vitest'
import { attempt, CHEN, EXAMINING, FILLED, item, open, plan, report, play, type Step, type Played } from '../case/given.ts'
import type { CaseCommand } from '../case/commands.ts'

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
  expect(code({ type: 'WriteReport', report: report(plan({ itemIds: ['i2'] })), readSeq: state.sections.report })).toBe(
    'report.sealed-item',
  )
  expect(code({ type: 'SendSupplement', trackId: 't1', itemIds: ['i2'], note: '' })).toBe('report.sealed-item')
})
