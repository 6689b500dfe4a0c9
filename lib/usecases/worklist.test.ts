import { describe, expect, it } from 'vitest'
import type { Reader, DutyFilter, DutyRow } from '#lib/ports/case-store'
import { addHours } from '#lib/domain/time'
import { DUTY_COLOURS, colourOf, isInRange } from '#lib/views/clock-colour'
import { isWhole, sumOf, worklistOf } from './worklist.ts'

const NOW = '2026-11-24T06:20:00.000Z'
const ACTOR = { personId: 'chen', seats: [{ unitId: 'b', unitKind: 'bureau', division: '1', post: 'handler' }] } as const

/** A clock of 24 hours is amber in its last 8, one of three days in its last 24, and what is due in two days is on track with either. */
const due = (n: number, hours: number, clock: DutyRow['clock']): DutyRow => row(n, clock, addHours(NOW, hours))
const row = (n: number, clock: DutyRow['clock'], dueAt: string): DutyRow => ({
  stream: 'case',
  streamId: `c${n}`,
  dutyId: `d${String(n).padStart(4, '0')}`,
  caseId: `c${n}`,
  trackId: '',
  code: 'send',
  clock,
  unitId: 'b',
  post: 'handler',
  personIds: '',
  toUnitId: '',
  startedAt: '2026-11-20T06:20:00.000Z',
  dueStrictAt: dueAt,
  dueTolerantAt: dueAt,
  dueAt,
  sortAt: dueAt || `9999-2026-11-20T06:20:00.000Z`,
  bureauId: 'b',
  superiorId: '',
  decidingUnitId: '',
  division: '',
  copiedId: '',
  caseNo: '',
  title: '',
  phase: 'approved',
  funds: '[]',
  amountFen: 0,
  asRecipient: 0,
})
/** A right, or an internal time: it ends, and nobody is late. */
function soft(n: number, hours: number, clock: DutyRow['clock']): DutyRow {
  const dueStrictAt = addHours(NOW, hours)
  return { ...row(n, clock, ''), dueStrictAt, sortAt: dueStrictAt }
}
const ROWS: readonly DutyRow[] = [
  due(1, -30, 'CL10'),
  due(2, -1, 'CL09'),
  due(3, 7, 'CL10'),
  due(4, 9, 'CL10'),
  due(5, 20, 'CL09'),
  due(6, 23, 'CL10'),
  due(7, 23.5, 'CL09'),
  due(8, 60, 'CL09'),
  due(9, 400, 'CL09'),
  row(10, '', ''),
  row(11, 'CL12', ''),
  soft(12, 30, 'CL17'),
  soft(13, -40, 'CL17'),
  soft(14, -20, 'IN09'),
  soft(15, 48, 'IN10'),
  soft(16, -50, 'CL17'),
]
/** A store over a list, in the order that every engine keeps. */
function reader(rows: readonly DutyRow[]): Reader {
  const found = ({ colour }: DutyFilter) => rows.filter((duty) => !colour || isInRange(duty, colour))
  const key = ({ sortAt, dutyId }: DutyRow) => `${sortAt} ${dutyId}`
  const read: Pick<Reader, 'listDuties' | 'countDuties'> = {
    listDuties: async (_who, _cases, _tracks, filter, { after, size }) =>
      found(filter)
        .filter((one) => !after || key(one) > `${after.key} ${after.id}`)
        .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
        .slice(0, size),
    countDuties: async (_who, _cases, _tracks, filter, cap) => Math.min(found(filter).length, cap + 1),
  }
  return read as Reader // safe: the worklist asks nothing else
}
const ids = (rows: readonly DutyRow[]) => rows.map(({ dutyId }) => Number(dutyId.slice(1)))
const ALL = { after: null, size: 100 }

describe('the worklist by heat', () => {
  const list = worklistOf(reader(ROWS), ACTOR, NOW)

  it('counts what each list holds, and everything once', async () => {
    const counts = await list.countColours({ side: 'mine' })
    expect(counts).toEqual({ red: 2, amber: 5, green: 5, none: 4 })
    expect(sumOf(counts)).toBe(await list.count({ side: 'mine' }))
    for (const colour of DUTY_COLOURS) expect((await list.list({ side: 'mine' }, colour, ALL)).rows).toHaveLength(counts[colour])
  })

  it('takes the colours for a tab’s count only where they leave nothing out', () => {
    expect(isWhole({ side: 'mine' }, 'mine')).toBe(true)
    expect(isWhole({ side: 'mine' }, 'waiting')).toBe(false)
    expect(isWhole({ side: 'mine', fund: 'FD1' }, 'mine')).toBe(false)
  })

  it.each([
    ['red', [1, 2]],
    ['amber', [14, 3, 5, 7, 12]],
    ['green', [4, 6, 15, 8, 9]],
    ['none', [10, 11, 16, 13]],
  ] as const)('lists what is %s, nearest first', async (colour, expected) => {
    const { rows, next } = await list.list({ side: 'mine' }, colour, ALL)
    expect(ids(rows)).toEqual(expected)
    expect(next).toBeNull()
    expect(rows.map((one) => colourOf(one, NOW))).toEqual(rows.map(() => colour))
  })

  it('puts a right where it ends, and after everything else once it has; an internal time where it ends (found A4, A5)', async () => {
    const { rows } = await list.list({ side: 'mine' }, null, ALL)
    expect(ids(rows)).toEqual([1, 14, 2, 3, 4, 5, 6, 7, 12, 15, 8, 9, 10, 11, 16, 13])
  })

  it.each([1, 2, 3])('shows everything once, page by page of %i', async (size) => {
    for (const colour of [null, ...DUTY_COLOURS]) {
      const seen: number[] = []
      for (let after: { key: string; id: string } | null = null, more = true; more;) {
        const { rows, next } = await list.list({ side: 'mine' }, colour, { after, size })
        seen.push(...ids(rows))
        after = next
        more = next !== null
      }
      expect(seen).toEqual(ids((await list.list({ side: 'mine' }, colour, ALL)).rows))
    }
  })
})
