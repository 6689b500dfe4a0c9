import { beforeEach, describe, expect, it } from 'vitest'
import { caseStream } from '#lib/domain/stream'
import { rangeOf } from '#lib/views/clock-colour'
import type { CaseRow, Duty } from '#lib/views/rows'
import { wordsOfCase } from '#lib/views/words'
import type { CaseFilter, CaseWriter, Reader } from './case-store.ts'
import { someone } from './lists.contract.ts'
import { AT, caseRow, deed, duty } from './samples.ts'

const gao = someone('gao', ['bureau', 'liaison'])

/** What a list finds by words. Who may find what by them: scope.contract.ts. */
export function wordsContract(engine: string, open: () => Promise<Reader & CaseWriter>): void {
  describe(`words on ${engine}`, () => {
    let store: Reader & CaseWriter
    beforeEach(async () => void (store = await open()))
    const add = async (caseId: string, row: Partial<CaseRow> = {}) =>
      store.commit(deed(caseId, { rows: { cases: [caseRow(caseId, row)] } }))
    const found = async (filter: CaseFilter) =>
      (await store.listCases(gao.cases, filter, { by: 'caseNo', descending: false }, { after: null, size: 99 })).map(({ caseId }) => caseId)

    it('finds words in title and number, in any order and between any brackets, and no piece of a number or Latin word but its beginning (found C10)', async () => {
      await add('c1', { title: '赵某祥等骗取 50% 待遇', caseNo: '乙人社案〔2026〕26号' })
      await add('c2', { title: '骗取 500 待遇', caseNo: '乙人社案〔2026〕126号' })
      await add('c3', { title: 'Zhao\\Li 医保案', caseNo: '乙人社案〔2025〕26号' })
      expect(await found({ text: '50%' })).toEqual(['c1'])
      expect(await found({ text: '待遇' })).toEqual(['c2', 'c1'])
      expect(await found({ text: '待遇 赵某祥' })).toEqual(['c1'])
      expect(await found({ text: 'zhao\\' })).toEqual(['c3'])
      expect(await found({ text: 'ZH' })).toEqual(['c3'])
      for (const text of ['26号', '26', '026号']) expect(await found({ text }), text).toEqual(['c3', 'c1'])
      for (const text of ['(2026)26', '［2026］26号', '乙人社案[2026]026号', '2026 26']) expect(await found({ text }), text).toEqual(['c1'])
      expect(await found({ text: '遇待' })).toEqual([])
      expect(await found({ text: '6号' })).toEqual([])
      for (const text of ['%', '_', '"', '*', "'", '\\', '〔〕']) expect(await found({ text }), text).toEqual([])
      for (const text of ["'; drop table case_row", '" OR "', 'a:*', "26' | 'x", 'bureau:bureau', 'NOT 26'])
        expect(await found({ text }), text).toEqual([])
      expect(await found({ text: '' })).toHaveLength(3)
      expect(await store.countCases(gao.cases, { text: '26号' }, 9)).toBe(2)
    })

    it('finds words together with every other filter, page by page and in every order', async () => {
      for (let i = 0; i < 9; i++)
        await add(`c${i}`, { title: i % 3 === 0 ? '医保案' : '养老案', amountFen: i, phase: i < 6 ? 'approved' : 'in-review' })
      expect(await found({ text: '养老', phases: ['approved'], minFen: 2 })).toEqual(['c2', 'c4', 'c5'])
      const order = { by: 'amountFen', descending: true } as const
      const page = await store.listCases(gao.cases, { text: '养老' }, order, { after: { key: '5', id: 'c5' }, size: 2 })
      expect(page.map(({ caseId }) => caseId)).toEqual(['c4', 'c2'])
    })

    it('finds nothing of a case that is no longer so, nor of one that went', async () => {
      await add('c1', { title: '旧名', bureauId: 'bureau' })
      await store.commit(
        deed('c1', { past: await store.readEvents(caseStream('c1')), rows: { cases: [caseRow('c1', { title: '新名' })] } }),
      )
      expect([await found({ text: '旧名' }), await found({ text: '新名' })]).toEqual([[], ['c1']])
      const gone = { words: [wordsOfCase(caseRow('c1'), { open: [], named: [] })] }
      await store.commit(deed('c1', { past: await store.readEvents(caseStream('c1')), gone }))
      expect(await found({ text: '新名' })).toEqual([])
    })

    it('finds what a row shows, alone and with words, also for whoever may read no name (found C9)', async () => {
      const states = { c1: ['sent'], c2: ['sent', 'filed'], c3: ['filed', 'ended'] } as const
      for (const [caseId, shown] of Object.entries(states)) {
        const row = caseRow(caseId, { superiorId: 'league', title: caseId === 'c2' ? '医保案' : '养老案' })
        const words = [wordsOfCase(row, { open: [row.caseNo], named: [row.title], states: shown })]
        await store.commit(deed(caseId, { rows: { cases: [row], words } }))
      }
      expect(await found({ state: 'sent' })).toEqual(['c1', 'c2'])
      expect(await found({ state: 'filed' })).toEqual(['c2', 'c3'])
      expect(await found({ state: 'ended' })).toEqual(['c3'])
      expect(await found({ state: 'withdrawn' })).toEqual([])
      expect(await found({ state: 'filed', text: '医保' })).toEqual(['c2'])
      expect(await found({ state: 'filed', text: '%' })).toEqual([])
      const tao = someone('tao', ['league', 'liaison'])
      expect(await store.countCases(tao.cases, { state: 'sent' }, 9)).toBe(2)
      expect(await store.countCases(tao.cases, { state: 'sent', text: '医保' }, 9)).toBe(0)
    })

    it('finds the cases in which something of a colour is owed, by anybody, once each (found C9)', async () => {
      const now = '2026-11-24T00:00:00.000Z'
      const on = (dutyId: string, caseId: string, day: number) =>
        duty(dutyId, caseId, { sortAt: `2026-11-${day}T00:00:00.000Z`, clock: 'CL09' })
      const add = (caseId: string, row: Partial<CaseRow>, ...duties: readonly Duty[]) =>
        store.commit(deed(caseId, { rows: { cases: [caseRow(caseId, row)] }, duties }))
      await add('c1', { title: '医保案' }, on('late', 'c1', 20), on('later', 'c1', 21))
      await add('c2', {}, on('far', 'c2', 29))
      await add('c3', {}, on('old', 'c3', 19), on('near', 'c3', 28))
      await add('c4', {})
      await add('c5', { bureauId: 'far' }, duty('theirs', 'c5', { bureauId: 'far', sortAt: '2026-11-20T00:00:00.000Z' }))
      const red = rangeOf('red', now)
      expect(await found({ colour: red })).toEqual(['c1', 'c3'])
      expect(await found({ colour: rangeOf('green', now) })).toEqual(['c2', 'c3'])
      expect(await found({ colour: rangeOf('none', now) })).toEqual([])
      expect(await found({ colour: red, text: '医保' })).toEqual(['c1'])
      expect(await found({ colour: red, minFen: 1e15 })).toEqual([])
      expect(await store.countCases(gao.cases, { colour: red }, 9)).toBe(2)
      expect(await store.countCases(gao.cases, { colour: red }, 1)).toBe(2) // one past the cap
    })

    it('finds the same where more than a few hold the words: then it walks and asks', async () => {
      const many = Array.from({ length: 5_002 }, (_, i) =>
        caseRow(`m${i}`, { title: i === 7 ? '特例' : '常见', caseNo: `乙〔2026〕${i}号`, lastAt: AT }),
      )
      const words = many.map((row) => wordsOfCase(row, { open: [row.caseNo], named: [row.title] }))
      await store.commit(deed('m-all', { rows: { words: words.map((row) => ({ ...row, caseId: 'm-all' })) } }))
      for (const row of many.slice(-3)) await add(row.caseId, row) // the last of all: a sample does not hold them
      expect(await found({ text: '常见' })).toEqual(['m4999', 'm5000', 'm5001'])
      expect(await store.countCases(gao.cases, { text: '常见' }, 9)).toBe(3)
      expect(await found({ text: '常见', minFen: 1e15 })).toEqual([])
      expect(await found({ text: '特例' })).toEqual([])
      // Few hold the words where much is owed, and the other way round.
      const late = { stream: 'case', streamId: 'm-all', sortAt: '2026-11-20T00:00:00.000Z' } as const
      const owed = many.slice(0, 1_600).map(({ caseId }) => duty(`d-${caseId}`, caseId, late))
      await store.commit(deed('m-all', { past: await store.readEvents(caseStream('m-all')), duties: owed }))
      const last = [duty('d-last', 'm5001', { sortAt: late.sortAt })]
      await store.commit(deed('m5001', { past: await store.readEvents(caseStream('m5001')), duties: last }))
      const colour = rangeOf('red', '2026-11-24T00:00:00.000Z')
      for (const text of ['5001号', '常见', '']) {
        expect(await found({ text, colour }), text).toEqual(['m5001'])
        expect(await store.countCases(gao.cases, { text, colour }, 9), text).toBe(1)
      }
      expect(await found({ text: '4999号', colour })).toEqual([])
    }, 30_000)
  })
}
