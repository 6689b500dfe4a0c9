/** What every access log promises (found J13): SQLite, PostgreSQL and memory alike. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { AccessEntry } from '#lib/domain/access'
import { breaksOf } from '#lib/ledger/access-chain'
import type { AccessFilter, AccessLog } from './access-log.ts'

export const entry = (personId: string, more: Partial<AccessEntry> = {}): AccessEntry => ({
  at: '2026-11-24T06:20:00.000Z',
  personId,
  unitId: 'bureau',
  post: 'handler',
  kind: 'read',
  what: 'case',
  caseId: 'c1',
  trackId: '',
  objectId: '',
  result: 'ok',
  reason: '',
  requestId: 'r1',
  ...more,
})
/** Noon in Beijing. */
const on = (day: string): Pick<AccessEntry, 'at'> => ({ at: `${day}T04:00:00.000Z` })

/** What the chain says of all that is kept. */
export async function breaksIn(log: AccessLog): Promise<readonly number[]> {
  return breaksOf(await log.readEnds(), await log.readOn(0, 100_000))
}

export function accessLogContract(engine: string, open: () => Promise<AccessLog>): void {
  describe(`access log on ${engine} (found J13)`, () => {
    let log: AccessLog
    beforeEach(async () => void (log = await open()))
    const listed = async (filter: AccessFilter = {}, after: number | null = null, size = 100): Promise<string[]> =>
      (await log.list(filter, { after, size })).map(({ personId }) => personId)

    it('gives back what was written, newest first, numbered from 1, each with its day in Beijing', async () => {
      const night = entry('chen', { at: '2026-11-24T16:00:00.000Z', reason: 'x', trackId: 't1', objectId: 'letter', what: 'paper' })
      await log.append([entry('zhou'), night])
      const [newest, oldest] = await log.list({}, { after: null, size: 100 })
      expect(newest).toEqual({ ...night, n: 2, day: '2026-11-25', digest: newest?.digest })
      expect(oldest).toMatchObject({ n: 1, day: '2026-11-24', personId: 'zhou' })
    })

    it('finds by person, kind, result, days and object, each and all together, and page by page', async () => {
      await log.append([
        entry('a', { ...on('2026-11-20') }),
        entry('b', { ...on('2026-11-21'), kind: 'download', what: 'file', objectId: 'i1' }),
        entry('a', { ...on('2026-11-22'), result: 'denied', caseId: 'c2', trackId: 't2', what: 'track' }),
        entry('c', { ...on('2026-11-23'), kind: 'sign-in', what: '', caseId: '' }),
      ])
      expect(await listed()).toEqual(['c', 'a', 'b', 'a'])
      expect(await listed({ personIds: ['a'] })).toEqual(['a', 'a'])
      expect(await listed({ personIds: ['b', 'c'] })).toEqual(['c', 'b'])
      expect(await listed({ personIds: [] })).toEqual([])
      expect(await listed({ kind: 'download' })).toEqual(['b'])
      expect(await listed({ result: 'denied' })).toEqual(['a'])
      expect(await listed({ from: '2026-11-21', to: '2026-11-22' })).toEqual(['a', 'b'])
      expect(await listed({ objects: ['c1'] })).toEqual(['b', 'a'])
      expect(await listed({ objects: ['t2'] })).toEqual(['a'])
      expect(await listed({ objects: ['i1', 'c2'] })).toEqual(['a', 'b'])
      expect(await listed({ objects: [] })).toEqual([])
      expect(await listed({ personIds: ['a'], result: 'ok', objects: ['c1'], kind: 'read', to: '2026-11-20' })).toEqual(['a'])
      const [first] = await log.list({}, { after: null, size: 1 })
      expect(await listed({}, first?.n ?? null, 2)).toEqual(['a', 'b'])
    })

    it('chains every row to the one before, over days and batches, also where the clock steps back', async () => {
      await log.append([entry('a', on('2026-11-24')), entry('b', on('2026-11-25'))])
      await log.append([entry('c', on('2026-11-23'))])
      await log.append([])
      await log.append([entry('d', on('2026-11-26'))])
      expect(await breaksIn(log)).toEqual([])
      expect((await log.readOn(0, 100)).map(({ n, personId }) => `${n}${personId}`)).toEqual(['1a', '2b', '3c', '4d'])
      expect((await log.readEnds()).last.n).toBe(4)
      expect((await log.readOn(2, 1)).map(({ personId }) => personId)).toEqual(['c'])
    })

    it('takes many writers at once, and the chain holds', async () => {
      await Promise.all(Array.from({ length: 20 }, (_, i) => log.append([entry(`p${i}`), entry(`p${i}`)])))
      expect(await breaksIn(log)).toEqual([])
      expect(await listed()).toHaveLength(40)
    })

    it('lets old days go from the front, and is whole from the first day that is kept', async () => {
      const days = ['2026-11-20', '2026-11-21', '2026-11-21', '2026-11-22']
      await log.append(days.map((day) => entry(day, on(day))))
      expect(await log.removeBefore('2026-11-20')).toBe(0)
      expect(await log.removeBefore('2026-11-22')).toBe(3)
      expect(await listed()).toEqual(['2026-11-22'])
      expect((await log.readEnds()).before.n).toBe(3)
      expect(await breaksIn(log)).toEqual([])
      expect(await log.removeBefore('2026-11-22')).toBe(0)
      expect(await log.removeBefore('2027-01-01')).toBe(1)
      await log.append([entry('new', on('2027-01-01'))])
      expect((await log.readOn(0, 10)).map(({ n }) => n)).toEqual([5])
      expect(await breaksIn(log)).toEqual([])
    })

    it('keeps a newer row that stands in front of an older one: the clock had stepped back', async () => {
      await log.append([entry('new', on('2026-11-25')), entry('old', on('2026-01-01'))])
      expect(await log.removeBefore('2026-06-01')).toBe(0)
      expect(await listed()).toEqual(['old', 'new'])
    })

    it('takes thousands of rows at once', async () => {
      await log.append(Array.from({ length: 5_000 }, (_, i) => entry(`p${i}`)))
      expect((await log.readEnds()).last.n).toBe(5_000)
      expect(await breaksIn(log)).toEqual([])
    })
  })
}
