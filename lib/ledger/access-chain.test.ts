import { describe, expect, it } from 'vitest'
import type { AccessEntry, AccessRow } from '#lib/domain/access'
import { breaksOf, chained, FIRST } from './access-chain.ts'

const said = (personId: string, at: string): AccessEntry => ({
  at,
  personId,
  unitId: 'b',
  post: 'handler',
  kind: 'read',
  what: 'case',
  caseId: 'c1',
  trackId: '',
  objectId: '',
  result: 'ok',
  reason: '',
  requestId: 'r1',
})
const ROWS = chained(FIRST, [
  said('chen', '2026-11-24T15:59:59.999Z'),
  said('zhou', '2026-11-24T16:00:00.000Z'),
  said('wang', '2026-11-25T02:00:00.000Z'),
  said('lifang', '2026-11-26T02:00:00.000Z'),
])
const ENDS = { before: FIRST, last: ROWS.at(-1) ?? FIRST }
const changed = (at: number, more: Partial<AccessRow>): AccessRow[] => ROWS.map((row, i) => (i === at ? { ...row, ...more } : row))

describe('the chain of the access log (found J13)', () => {
  it('has the same digests as on the first day', () => {
    expect(ROWS.map(({ n, day, digest }) => [n, day, digest.slice(0, 16)])).toEqual([
      [1, '2026-11-24', '4ea025c1be4b5ffd'],
      [2, '2026-11-25', '70caf94f803abaf3'],
      [3, '2026-11-25', 'b8b764ed04f4e89f'],
      [4, '2026-11-26', '6083639ffb1cbfa5'],
    ])
  })
  it('holds from the first row, and over rows that come later', () => {
    const more = chained(ENDS.last, [said('chen', '2026-11-26T03:00:00.000Z')])
    expect(breaksOf(ENDS, ROWS)).toEqual([])
    expect(breaksOf({ before: FIRST, last: more[0] ?? null }, [...ROWS, ...more])).toEqual([])
  })
  it.each(Object.keys(ROWS[0] ?? {}).filter((field) => field !== 'n'))('finds a row whose %s was changed', (field) => {
    expect(breaksOf(ENDS, changed(1, { [field]: 'x' }))).toContain(2)
  })
  it('finds a row that was taken out, put in, moved, or counted otherwise', () => {
    const [first, second, third, last] = ROWS as [AccessRow, AccessRow, AccessRow, AccessRow] // safe: four were made
    expect(breaksOf(ENDS, [first, third, last])).toEqual([3])
    expect(breaksOf(ENDS, [second, third, last]), 'the first').toEqual([2])
    expect(breaksOf(ENDS, [first, second, third]), 'the last').toEqual([0])
    expect(breaksOf(ENDS, []), 'all').toEqual([0])
    expect(breaksOf(ENDS, [first, second, { ...second, n: 3 }, third, last])).not.toEqual([])
    expect(breaksOf(ENDS, [second, first, third, last])).not.toEqual([])
    expect(breaksOf(ENDS, changed(2, { n: 9 }))).toEqual([9, 4])
  })
  it('is whole from any row on, behind the digest of the one before', () => {
    expect(breaksOf({ before: ROWS[1] ?? FIRST, last: ENDS.last }, ROWS.slice(2))).toEqual([])
    expect(breaksOf({ before: ROWS[0] ?? FIRST, last: ENDS.last }, ROWS.slice(2))).toEqual([3])
  })
})
