import { describe, expect, it } from 'vitest'
import { owes, peopleOf } from './whose.ts'

const who = (personId: string, unitId: string, ...posts: readonly ('handler' | 'intake' | 'liaison')[]) => ({
  personId,
  seats: posts.map((post) => ({ unitId, post })),
})
const ofIntake = { unitId: 'police', post: 'intake', personIds: '' } as const
const ofChenAndZhou = { unitId: 'bureau', post: 'handler', personIds: '|chen|zhou|' } as const

describe('a duty', () => {
  it.each([
    ['is owed by everybody in the post', who('hao', 'police', 'intake'), ofIntake, true],
    ['is owed by nobody of another post in the same house, though they may do it', who('li', 'police', 'liaison'), ofIntake, false],
    ['is owed by nobody of another house', who('qu', 'commission', 'intake'), ofIntake, false],
    ['that names people is owed by them', who('zhou', 'bureau', 'liaison', 'handler'), ofChenAndZhou, true],
    ['that names people is owed by no colleague', who('sun', 'bureau', 'handler'), ofChenAndZhou, false],
    ['that names people is owed by none of them who left the post', who('chen', 'bureau', 'liaison'), ofChenAndZhou, false],
  ])('%s', (_what, person, duty, is) => expect(owes(person, duty)).toBe(is))
  it('says whom it names', () => expect([ofIntake, ofChenAndZhou].map(peopleOf)).toEqual([[], ['chen', 'zhou']]))
})
