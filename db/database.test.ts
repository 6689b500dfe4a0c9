import { expect, it } from 'vitest'
import { keep } from './database.ts'

it('builds a query once while it is among those last used, and again after that', () => {
  const built: string[] = []
  const kept = keep<string>(2)
  for (const shape of ['a', 'b', 'a', 'c', 'a', 'b'])
    kept(shape, () => {
      built.push(shape)
      return shape
    })
  expect(built).toEqual(['a', 'b', 'c', 'b']) // c drove out b, which was used longest ago, and not a
})
