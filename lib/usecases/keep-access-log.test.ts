import { beforeEach, describe, expect, it } from 'vitest'
import type { AccessRow } from '#lib/domain/access'
import { addDays } from '#lib/domain/time'
import type { AccessLog } from '#lib/ports/access-log'
import { entry } from '#lib/ports/access-log.contract'
import { memoryAccessLog } from '#lib/ports/access-log.memory'
import { memoryStore } from '#lib/ports/case-store.memory'
import { ACCESS_LOG_SEEN, checkAccessLog, keepAccessLog } from './keep-access-log.ts'

const noon = (day: string): string => `${day}T04:00:00.000Z`
const FIRST = '2026-01-01'
let log: AccessLog
let facts: ReturnType<typeof memoryStore>
beforeEach(() => {
  log = memoryAccessLog()
  facts = memoryStore()
})
/** One row a day, from the first of January on. */
const fill = (days: number) => log.append(Array.from({ length: days }, (_, i) => entry('chen', { at: noon(addDays(FIRST, i)) })))
const oldest = async () => (await log.readOn(0, 1))[0]?.day
const keep = (day: string, days = 184) => keepAccessLog(log, facts, days, noon(day))
const check = async (changed: AccessLog = log) => checkAccessLog(changed, await facts.readFact(ACCESS_LOG_SEEN))

describe('the access log is kept (found J13)', () => {
  it('for as many whole days as are set, and no more', async () => {
    await fill(3)
    expect(await keep(addDays(FIRST, 184))).toBe(0)
    expect(await keep(addDays(FIRST, 185))).toBe(1)
    expect(await oldest()).toBe(addDays(FIRST, 1))
    expect(await check()).toEqual([])
  })
  it('while nothing was written, too', async () => expect([await keep(FIRST), await check()]).toEqual([0, []]))
  it('a clock that stands years ahead takes a week with it, not everything', async () => {
    await fill(30)
    expect(await keep('2099-01-01')).toBe(7)
    expect(await oldest()).toBe(addDays(FIRST, 7))
  })
})

describe('what became of the access log is found (found J13)', () => {
  const tampered = (change: (rows: readonly AccessRow[]) => readonly AccessRow[]): AccessLog => ({
    ...log,
    readOn: async (after, size) =>
      change(await log.readOn(0, 10_000))
        .filter(({ n }) => n > after)
        .slice(0, size),
  })
  it('nothing, where it is whole, over more rows than are read at once, and after days were removed', async () => {
    await fill(2_500)
    await keep(addDays(FIRST, 185))
    await log.append([entry('later', { at: noon('2033-01-01') })])
    expect(await check()).toEqual([])
  })
  it('a row that was changed, taken out or put in', async () => {
    await fill(2_500)
    expect(await check(tampered((rows) => rows.map((row) => (row.n === 1_200 ? { ...row, personId: 'zhou' } : row))))).toEqual([1_200])
    expect(await check(tampered((rows) => rows.filter(({ n }) => n !== 1_000)))).toEqual([1_001])
    expect(await check(tampered((rows) => rows.filter(({ n }) => n !== 2_500)))).toEqual([0])
    expect(await check(tampered((rows) => rows.flatMap((row) => (row.n === 7 ? [row, row] : [row]))))).toEqual([7])
    expect(await check(tampered(() => []))).toEqual([0])
  })
  it('the whole of it, by what was noted of its end with the cases', async () => {
    await fill(5)
    await keep('2026-01-06')
    expect(await check(memoryAccessLog())).toEqual([0])
    const other = memoryAccessLog()
    await other.append(Array.from({ length: 5 }, () => entry('zhou')))
    expect(await check(other)).toEqual([0])
    expect(await checkAccessLog(other, null)).toEqual([])
  })
  it('nothing is missed of what a job removes meanwhile', async () => {
    await fill(3_000)
    let hasRemoved = false
    const removing: AccessLog = {
      ...log,
      readOn: async (after, size) => {
        if (!hasRemoved) await log.removeBefore(addDays(FIRST, 5))
        hasRemoved = true
        return log.readOn(after, size)
      },
    }
    expect(await checkAccessLog(removing, null)).toEqual([])
  })
})
