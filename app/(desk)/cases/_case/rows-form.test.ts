import { describe, expect, it } from 'vitest'
import { roomFor, rowsShown } from './rows-form.ts'

const BLANK = { amount: '' }
const saved = (n: number) => Array.from({ length: n }, (_, i) => ({ amount: String(i) }))
const typed = (n: number, more: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries(Array.from({ length: n }, (_, i) => [`line.${i}.amount`, '1'])),
  ...more,
})

describe('rows in a form', () => {
  it('are what is saved and two blank ones, and never more than may be sent again (found J9)', () => {
    expect(rowsShown(null, 'line', saved(2), BLANK)).toEqual([...saved(2), BLANK, BLANK])
    expect(rowsShown(null, 'line', saved(299), BLANK)).toEqual([...saved(299), BLANK])
    expect(rowsShown(null, 'line', saved(300), BLANK)).toEqual(saved(300))
  })
  it('are blank where more is saved than may be sent again: 5,000 are no page (found J9)', () => {
    expect(rowsShown(null, 'line', saved(5_000), BLANK)).toEqual([BLANK, BLANK])
  })
  it('grow by one when asked, up to 300, and then it is said (found J9)', () => {
    expect(rowsShown(typed(299, { more: 'line' }), 'line', [], BLANK)).toHaveLength(300)
    expect(rowsShown(typed(300, { more: 'line' }), 'line', [], BLANK)).toHaveLength(300)
    expect(roomFor(typed(299), 'line').fields).toEqual({})
    expect(roomFor(typed(300), 'line').fields).toEqual({ '': [{ code: 'form.too-large' }] })
  })
})
