import { describe, expect, it } from 'vitest'
import { actor } from '../case/given.ts'
import { POSTS, type Post, type UnitKind } from '../result.ts'
import { readingScope, scopesOf } from './scope.ts'

/** Which lists a post looks into, by hand from the words (docs/product.md §2, docs/decisions.md D7; second-table.ts says the same of one case). */
const CASES: Readonly<Partial<Record<Post, readonly string[]>>> = {
  handler: ['handlerUnits'],
  liaison: ['liaisonUnits', 'superiorOf'],
  reviewer: ['reviewerUnits'],
  approver: ['approverUnits', 'superiorOf'],
  overseer: ['superiorOf'],
}
const TRACKS: Readonly<Partial<Record<Post, readonly string[]>>> = {
  intake: ['recipientUnits', 'formerUnits', 'copiedUnits'],
  approver: ['recipientUnits', 'formerUnits', 'copiedUnits'],
  liaison: ['recipientUnits', 'formerUnits', 'copiedUnits'],
  handler: ['handlerUnits', 'formerUnits'],
  supervisor: ['copiedUnits'],
}
const filled = (scope: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(scope).flatMap(([name, value]) => (Array.isArray(value) && value.length > 0 ? [name] : []))
const as = (post: Post, kind: UnitKind = 'bureau') => scopesOf(actor('p', post, { unitId: 'u', kind }, '159921'))

describe('whose lists', () => {
  it.each(POSTS)('a %s looks into', (post) => {
    expect(filled(as(post).cases).toSorted()).toEqual([...(CASES[post] ?? [])].toSorted())
    expect(filled(as(post).tracks).toSorted()).toEqual([...(TRACKS[post] ?? [])].toSorted())
  })
  it('an overseer of justice looks into: the cases of the division, by its code', () => {
    expect(as('overseer', 'justice').cases.overseerDivisions).toEqual(['159921'])
    expect(as('liaison', 'justice').cases.overseerDivisions).toEqual([])
    expect(as('overseer', 'bureau').cases.overseerDivisions).toEqual([])
  })
  it('of several seats are all of them, each unit once', () => {
    const seat = { unitKind: 'bureau', division: '159921' } as const
    const seats = [
      { ...seat, unitId: 'a', post: 'handler' },
      { ...seat, unitId: 'b', post: 'handler' },
      { ...seat, unitId: 'a', post: 'handler' },
    ] as const
    expect(scopesOf({ personId: 'p', seats }).cases.handlerUnits).toEqual(['a', 'b'])
  })
  it('are searched by names only where the content is read: not by a superior or overseer', () => {
    const scope = { ...as('approver').cases, overseerDivisions: ['159921'] }
    expect(filled(readingScope(scope))).toEqual(['approverUnits'])
  })
})
