import { expect, it } from 'vitest'
import { POSTS, UNIT_KINDS } from '../result.ts'
import { mayInOffice, OFFICE_ACTIONS } from './policy.ts'
import { maySecondly, SECOND_OFFICE } from './second-table.ts'

it('the policy of the office and its second table name the same acts', () => {
  expect(OFFICE_ACTIONS.toSorted()).toEqual(Object.keys(SECOND_OFFICE).toSorted())
})
it.each(OFFICE_ACTIONS)('%s: the same posts, of the platform alone (found J13)', (action) => {
  const wrong = POSTS.flatMap((post) =>
    UNIT_KINDS.flatMap((unitKind) => {
      const may = mayInOffice({ personId: 'p', seats: [{ unitId: 'u', unitKind, division: '', post }] }, action) !== null
      return may === maySecondly(post, unitKind, action) ? [] : [`${post} in ${unitKind}`]
    }),
  )
  expect(wrong).toEqual([])
})
