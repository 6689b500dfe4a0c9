import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitting, isTooLarge, isTooLong, LONGEST_TEXT, MOST_ROWS } from './limits.ts'

const KIBI = 1024
const rows = (n: number, amount = '1') => Object.fromEntries(Array.from({ length: n }, (_, i) => [`line.${i}.amount`, amount]))

describe('a form', () => {
  it('has 300 rows of a group, 64 KiB a text and 256 KiB in all, and nothing more (found J9)', () => {
    expect(isTooLarge(rows(300))).toBe(false)
    expect(isTooLarge(rows(301))).toBe(true)
    expect(
      isTooLarge({ ...rows(300), ...Object.fromEntries(Object.entries(rows(300)).map(([k, v]) => [k.replace('line', 'item'), v])) }),
    ).toBe(false)
    expect(isTooLarge({ text: 'x'.repeat(64 * KIBI) })).toBe(false)
    expect(isTooLarge({ text: 'x'.repeat(64 * KIBI + 1) })).toBe(true)
    expect(isTooLarge({ text: '证'.repeat(22 * KIBI) }), 'bytes, not characters').toBe(true)
    expect(isTooLarge({ list: ['x', 'x'.repeat(64 * KIBI + 1)] })).toBe(true)
    const four = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, 'x'.repeat(64 * KIBI - 1)]))
    expect(isTooLarge(four)).toBe(false)
    expect(isTooLarge({ ...four, e: '' })).toBe(true)
  })
})

describe('of a form that is too large', () => {
  it('the first rows are kept, and what stands beside them (found J9)', () => {
    const kept = fitting({ readAt: '3', ...rows(5_000), note: 'x' }, {})
    expect(kept).toEqual({ readAt: '3', ...rows(MOST_ROWS), note: 'x' })
  })
  it('what fits is kept as it is now, what does not as it was kept before, and no row of one beside a row of the other (found J9)', () => {
    const before = { title: 'old', text: 'old text', ...rows(7, 'old'), gone: 'x' }
    const now = { title: 'new', text: 'x'.repeat(LONGEST_TEXT + 1), ...rows(5_000, 'new') }
    expect(fitting(now, before)).toEqual({ title: 'new', text: 'old text', ...rows(7, 'old') })
    expect(fitting(now, rows(400))).toEqual({ title: 'new', text: 'x'.repeat(LONGEST_TEXT), ...rows(MOST_ROWS, 'new') }) // what was kept before there was a limit
  })
  it('a text is kept up to its last whole character, where nothing of it was kept before (found J9)', () => {
    expect(fitting({ text: `x${'证'.repeat(30_000)}` }, {})).toEqual({ text: `x${'证'.repeat(Math.floor((LONGEST_TEXT - 1) / 3))}` })
  })
  it('what is kept is never too large, and no row in it was made up (found J9)', () => {
    const name = fc.oneof(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.tuple(fc.nat(400), fc.constantFrom('x', 'y')).map(([i, f]) => `line.${i}.${f}`),
    )
    const text = fc.oneof(
      fc.string(),
      fc.integer({ min: 60, max: 70 }).map((n) => '证'.repeat((n * KIBI) / 3)),
    )
    const form = fc.dictionary(name, fc.oneof(text, fc.array(text, { maxLength: 3 })), { maxKeys: 12, noNullPrototype: true })
    fc.assert(
      fc.property(form, form, fc.boolean(), (now, before, isLong) => {
        const all = { ...now, ...(isLong && rows(500)) }
        const kept = fitting(all, before)
        expect(isTooLarge(kept)).toBe(false)
        for (const [key, value] of Object.entries(kept).filter(([key]) => key.startsWith('line.')))
          expect([all[key], before[key]]).toContainEqual(value)
      }),
      { numRuns: 50 },
    )
  })
})

it('a text is counted in bytes', () => {
  expect([isTooLong('证'.repeat(20_000)), isTooLong('证'.repeat(22_000))]).toEqual([false, true])
})
