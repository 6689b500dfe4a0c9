import { beforeEach, describe, expect, it } from 'vitest'
import { scopesOf } from '#lib/domain/policy/scope'
import type { Post } from '#lib/domain/result'
import type { CaseRow } from '#lib/views/rows'
import type { CaseFilter, CaseOrder, Reader, CaseWriter, Page } from './case-store.ts'
import { afterCase, afterTrack } from './pages.ts'
import { AT, caseRow, deed, trackRow, trackTie } from './samples.ts'

/** Somebody with posts; units `police` and `bureau` are what they say. */
export const someone = (personId: string, ...posts: readonly (readonly [string, Post])[]) => {
  const seats = posts.map(([unitId, post]) => ({
    unitId,
    post,
    unitKind: unitId === 'police' ? ('police' as const) : ('bureau' as const),
    division: '990102',
  }))
  return { personId, seats, ...scopesOf({ personId, seats }) }
}
const gao = someone('gao', ['bureau', 'liaison'])
const ORDERS: readonly CaseOrder[] = (['registeredAt', 'lastAt', 'amountFen', 'caseNo'] as const).flatMap((by) =>
  [true, false].map((descending) => ({ by, descending })),
)

export function listsContract(engine: string, open: () => Promise<Reader & CaseWriter>): void {
  describe(`lists of cases on ${engine}`, () => {
    let store: Reader & CaseWriter
    beforeEach(async () => void (store = await open()))
    const add = async (caseId: string, row: Partial<CaseRow> = {}) =>
      store.commit(deed(caseId, { rows: { cases: [caseRow(caseId, row)] } }))
    const found = async (filter: CaseFilter) =>
      (await store.listCases(gao.cases, filter, { by: 'caseNo', descending: false }, { after: null, size: 99 })).map(({ caseId }) => caseId)
    const pages = async (order: CaseOrder, size: number) => {
      const rows: CaseRow[] = []
      for (let after: Page['after'] = null; ; after = afterCase(rows.at(-1) ?? caseRow('none'), order)) {
        const page = await store.listCases(gao.cases, {}, order, { after, size })
        rows.push(...page)
        if (page.length < size) return rows.map(({ caseId }) => caseId)
      }
    }

    it.each(ORDERS)('pages by $by (descending: $descending) show each row once, equal keys too', async (order) => {
      for (let i = 0; i < 11; i++) {
        const at = `2026-11-0${1 + (i % 3)}T00:00:00.000Z`
        await add(`c${i}`, { caseNo: `N${i % 4}`, registeredAt: at, lastAt: at, amountFen: [5, 40, 300][i % 3] ?? 0 })
      }
      const whole = (await store.listCases(gao.cases, {}, order, { after: null, size: 99 })).map((row) => ({
        key: row[order.by],
        id: row.caseId,
      }))
      const sorted = whole.toSorted((a, b) => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key < b.key ? -1 : 1))
      expect(whole).toEqual(order.descending ? sorted.toReversed() : sorted)
      expect(whole).toHaveLength(11)
      for (const size of [1, 2, 5, 11]) expect(await pages(order, size)).toEqual(whole.map(({ id }) => id))
    })

    it('lets a superior find a case by its number, and not by a name in its title that they may not read', async () => {
      await add('c1', { title: '赵某祥案', caseNo: '乙人社案〔2026〕1号', superiorId: 'league' })
      const tao = someone('tao', ['league', 'liaison'])
      const count = (text: string) => store.countCases(tao.cases, { text }, 9)
      expect([await count('赵某祥'), await count('1号'), (await found({ text: '赵某祥' })).length]).toEqual([0, 1, 1])
    })

    it('a page stays where it was while rows come in before and after it', async () => {
      const order: CaseOrder = { by: 'registeredAt', descending: true }
      const on = (day: number) => ({ registeredAt: `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z` })
      for (const day of [2, 4, 6, 8]) await add(`c${day}`, on(day))
      const first = await store.listCases(gao.cases, {}, order, { after: null, size: 2 })
      for (const day of [9, 7, 5]) await add(`c${day}`, on(day))
      const last = first.at(-1)
      const next = await store.listCases(gao.cases, {}, order, { after: last ? afterCase(last, order) : null, size: 9 })
      expect([first, next].map((page) => page.map(({ caseId }) => caseId))).toEqual([
        ['c8', 'c6'],
        ['c5', 'c4', 'c2'],
      ])
    })

    it('counts what it lists, and stops one past the cap', async () => {
      for (let i = 0; i < 6; i++) await add(`c${i}`, { phase: i < 4 ? 'in-review' : 'approved' })
      await add('other', { bureauId: 'elsewhere' })
      expect(await store.countCases(gao.cases, {}, 99)).toBe(6)
      expect(await store.countCases(gao.cases, { phases: ['in-review'] }, 99)).toBe((await found({ phases: ['in-review'] })).length)
      expect(await store.countCases(gao.cases, {}, 3)).toBe(4)
      expect(await store.countCases(someone('nobody').cases, {}, 9)).toBe(0)
    })

    it('filters by phase, fund, end, amount', async () => {
      await add('c1', { phase: 'approved', funds: '["pension","injury"]', amountFen: 500 })
      await add('c2', { isEnded: 1, funds: '["medical"]', amountFen: 501 })
      await add('c3', { phase: 'in-review', funds: '["pension-rural"]', amountFen: 30_000_000_000 })
      expect(await found({})).toEqual(['c1', 'c2', 'c3'])
      expect(await found({ phases: ['approved', 'in-review'] })).toEqual(['c1', 'c3'])
      expect(await found({ phases: [] })).toEqual([])
      expect(await found({ fund: 'pension' })).toEqual(['c1'])
      expect(await found({ fund: 'PENSION' })).toEqual([])
      expect(await found({ ended: true })).toEqual(['c2'])
      expect(await found({ ended: false, minFen: 501 })).toEqual(['c3'])
      expect(await found({ minFen: 501 })).toEqual(['c2', 'c3'])
    })

    it('lists tracks latest sent first, in pages, by phase and text', async () => {
      const hu = someone('hu', ['police', 'intake'])
      for (let i = 0; i < 7; i++) {
        const track = trackRow(`t${i}`, `c${i}`, {
          sentAt: `2026-11-0${1 + (i % 3)}T00:00:00.000Z`,
          phase: i === 6 ? 'planned' : i === 0 ? 'received' : 'sent',
          letterNo: `L${i}`,
        })
        await store.commit(deed(`c${i}`, { rows: { tracks: [track], trackTies: [trackTie(`t${i}`, `c${i}`, 'police')] } }))
      }
      const ids = async (after: Page['after'], size: number) =>
        (await store.listTracks(hu.tracks, {}, { after, size })).map(({ trackId }) => trackId)
      const whole = ['t5', 't2', 't4', 't1', 't3', 't0']
      expect(await ids(null, 9)).toEqual(whole)
      const [, second] = await store.listTracks(hu.tracks, {}, { after: null, size: 2 })
      expect(await ids(second ? afterTrack(second) : null, 3)).toEqual(['t4', 't1', 't3'])
      expect(await store.countTracks(hu.tracks, {}, 99)).toBe(6)
      expect(await store.countTracks(hu.tracks, { phases: ['received'] }, 99)).toBe(1)
      expect(await store.countTracks(hu.tracks, {}, 2)).toBe(3)
      expect((await store.listTracks(hu.tracks, { text: 'l4' }, { after: null, size: 9 })).map(({ trackId }) => trackId)).toEqual(['t4'])
      expect(await store.countTracks(gao.tracks, {}, 9)).toBe(0)
    })

    it('of a letter that was taken back, recipient, copied and former body have its number and when it was sent, and can feel for nothing else (found A7)', async () => {
      const row = trackRow('t1', 'c1', {
        phase: 'withdrawn',
        copiedId: 'watch',
        isEnded: 1,
        seq: 7,
        arrivedAt: '2026-11-28T00:00:00.000Z',
        formerFiles: '{"before":3}',
      })
      const ties = [trackTie('t1', 'c1', 'police'), trackTie('t1', 'c1', 'watch', 'copied'), trackTie('t1', 'c1', 'before', 'former')]
      await store.commit(deed('c1', { rows: { cases: [caseRow('c1')], tracks: [row], trackTies: ties } }))
      const letterNo = '示社移〔2026〕26号'
      const nothing = {
        recipientId: '',
        copiedId: '',
        handlerId: '',
        title: '',
        funds: '[]',
        amountFen: 0,
        fileCount: 0,
        seq: 0,
        formerFiles: '{}',
      }
      const stone = {
        trackId: 't1',
        caseId: 'c1',
        bureauId: 'bureau',
        phase: 'withdrawn',
        letterNo,
        caseNo: letterNo,
        sentAt: AT,
        arrivedAt: AT,
        isEnded: 1,
      }
      const never = { receivedAt: '', decidedAt: '', signedForAt: '' }
      for (const unitId of ['police', 'watch', 'before']) {
        const { tracks } = someone('hu', [unitId, 'intake'])
        const found = (text?: string) => store.listTracks(tracks, text === undefined ? {} : { text }, { after: null, size: 9 })
        expect(await found(), unitId).toEqual([{ ...nothing, ...stone, ...never }])
        expect(await found('26号'), unitId).toHaveLength(1)
        for (const text of ['赵某祥', '诈骗', '示社案', '伪造']) expect(await found(text), `${unitId} feels for ${text}`).toEqual([])
        expect(await store.countTracks(tracks, { phases: ['withdrawn'] }, 9), unitId).toBe(1)
      }
    })
  })
}
