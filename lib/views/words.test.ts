import { describe, expect, it } from 'vitest'
import { CHEN, EXAMINING, open, SENT, play } from '#lib/domain/case/given'
import { caseViews } from './case-views.ts'
import { SHOWN_STATES } from './shown-states.ts'
import { wordsOfCaseState } from './words.ts'

const wordsAfter = (steps: Parameters<typeof play>[0]) => {
  const { events, state } = play(steps)
  const { words } = caseViews(events, null, state).is
  return { case: words.find(({ ref }) => ref === 'c1'), letter: words.find(({ ref }) => ref === 't1') }
}
const has = (text: string | undefined, word: string): boolean => text?.split(' ').includes(word) ?? false

describe('the words of a case and of its letters', () => {
  it('open ones name nobody: number, units, where it stands; named ones the subjects, the title, the letter', () => {
    const { case: row, letter } = wordsAfter(SENT)
    for (const word of ['赵某', '某祥']) expect([has(row?.open, word), has(row?.named, word)], word).toEqual([false, true])
    expect([has(row?.open, ':state:sent'), has(row?.named, ':state:sent')]).toEqual([true, true])
    expect([has(row?.open, ':bureau:bureau'), has(letter?.named, ':recipient:police')]).toEqual([true, true])
    expect([has(letter?.open, '赵某'), has(letter?.named, '赵某')]).toEqual([false, true])
  })
  it('hold each subject, whatever the title says', () => {
    const state = open(play(SENT))
    const subjects = { ...state.subjects, s9: { ...Object.values(state.subjects)[0], name: '欧阳青' } } as typeof state.subjects // safe: one more of the same
    const placed = { caseId: 'c1', bureauId: 'bureau', superiorId: '', decidingUnitId: '', division: '' }
    const row = wordsOfCaseState({ ...state, subjects }, placed, false)
    expect([has(row.named, '欧阳'), has(row.open, '欧阳')]).toEqual([true, false])
  })
  it('of a letter that was taken back are its number alone', () => {
    const { letter, case: row } = wordsAfter([...SENT, { by: CHEN, command: { type: 'WithdrawTransfer', trackId: 't1', reason: '有误' } }])
    expect(letter?.named).toBe(letter?.open)
    expect(has(letter?.named, '移') && !has(letter?.named, '赵')).toBe(true)
    expect(has(row?.open, ':state:withdrawn')).toBe(true)
  })
  it('follow the case: what it showed before it shows no more', () => {
    const { case: row } = wordsAfter(EXAMINING)
    expect([has(row?.open, ':state:sent'), has(row?.open, ':state:underReview')]).toEqual([false, true])
  })
  it('have a word for every state that can be shown, and each once', () => {
    expect(SHOWN_STATES.toSorted()).toEqual(
      // docs/ux.md §4, by hand
      [
        'investigating',
        'pendingApproval',
        'refused',
        'approved',
        'sent',
        'received',
        'supplement',
        'underReview',
        'returned',
        'filed',
        'notFiled',
        'reconsider',
        'upheld',
        'handedOver',
        'supervision',
        'ordered',
        'reasonsAccepted',
        'proceedings',
        'dropped',
        'prosecuting',
        'noProsecution',
        'onTrial',
        'judged',
        'withdrawn',
        'ended',
      ].toSorted(),
    )
  })
})
