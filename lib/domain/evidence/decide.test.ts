import { expect, it } from 'vitest'
import { attempt, CHEN, FILLED, item, play, type Step } from '../case/given.ts'
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
