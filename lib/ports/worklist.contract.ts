import { beforeEach, describe, expect, it } from 'vitest'
import type { Reader, CaseWriter, DutyFilter, Page, Rows } from './case-store.ts'
import type { DeskStore } from './desk-store.ts'
import { someone } from './lists.contract.ts'
import { afterDuty } from './pages.ts'
import { caseRow, caseTie, deed, duty, sentCase, trackRow, trackTie } from './samples.ts'

const zhou = someone('zhou', ['bureau', 'approver'])
const chen = someone('chen', ['bureau', 'handler'])
const lin = someone('lin', ['bureau', 'handler'])
const gao = someone('gao', ['bureau', 'liaison'])
const pan = someone('pan', ['police', 'intake'])
const hu = someone('hu', ['police', 'handler'])
const ALL = { after: null, size: 99 }
const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`

export function worklistContract(engine: string, open: () => Promise<Reader & CaseWriter & DeskStore>): void {
  describe(`worklist on ${engine}`, () => {
    let store: Reader & CaseWriter & DeskStore
    beforeEach(async () => void (store = await open()))
    type Who = typeof zhou
    const list = (who: Who, filter: DutyFilter, page: Page = ALL) => store.listDuties(who, who.cases, who.tracks, filter, page)
    const ids = async (who: Who, filter: DutyFilter, page?: Page) => (await list(who, filter, page)).map(({ dutyId }) => dutyId)
    const both = async (who: Who) => ({ mine: await ids(who, { side: 'mine' }), waiting: await ids(who, { side: 'waiting' }) })

    it('says what is mine by seat or by name, and what I wait for', async () => {
      const duties = [
        duty('decide', 'c1'),
        duty('write', 'c1', { post: 'handler', personIds: '|chen|lin|', code: 'submit-report' }),
        duty('confirm', 'c1', { post: 'handler', personIds: '|lin|', code: 'confirm-report' }),
        duty('sign', 'c1', { trackId: 'c1-g', unitId: 'police', post: 'intake', code: 'sign-receipt' }),
        duty('supplement', 'c1', { trackId: 'c1-g', post: 'handler', personIds: '|chen|lin|', code: 'supplement' }),
      ]
      await store.commit(deed('c1', { rows: sentCase('c1'), duties }))
      expect(await both(zhou)).toEqual({ mine: ['decide'], waiting: ['sign'] })
      expect(await both(chen)).toEqual({ mine: ['supplement', 'write'], waiting: ['sign'] })
      expect(await both(lin)).toEqual({ mine: ['confirm', 'supplement', 'write'], waiting: ['sign'] })
      expect(await both(gao)).toEqual({ mine: [], waiting: ['sign'] })
      expect(await both(pan)).toEqual({ mine: ['sign'], waiting: ['supplement'] })
      expect(await both(hu)).toEqual({ mine: [], waiting: ['supplement'] })
      expect(await both(someone('che', ['bureau', 'handler']))).toEqual({ mine: [], waiting: [] })
      expect(await both(someone('boss', ['province', 'liaison']))).toEqual({
        mine: [],
        waiting: ['confirm', 'decide', 'sign', 'supplement', 'write'],
      })
      expect(await both(someone('idle'))).toEqual({ mine: [], waiting: [] })
    })

    it('shows nothing of a case that cannot be read: not handled, a subject, or a track not yet sent', async () => {
      const rows: Rows = {
        cases: [caseRow('c1')],
        tracks: [trackRow('t1', 'c1', { phase: 'planned' })],
        caseTies: [caseTie('c1', 'chen'), caseTie('c1', 'zhou', 'subject'), caseTie('c1', 'pan', 'subject')],
        trackTies: [trackTie('t1', 'c1', 'police')],
      }
      const duties = [
        duty('decide', 'c1'),
        duty('any', 'c1', { post: 'handler' }),
        duty('sign', 'c1', { trackId: 't1', unitId: 'police', post: 'handler' }),
      ]
      await store.commit(deed('c1', { rows, duties }))
      expect(await both(zhou)).toEqual({ mine: [], waiting: [] })
      expect(await both(pan)).toEqual({ mine: [], waiting: [] })
      expect(await both(hu)).toEqual({ mine: [], waiting: [] })
      expect(await both(lin)).toEqual({ mine: [], waiting: [] })
      expect(await both(chen)).toEqual({ mine: ['any'], waiting: ['sign'] })
      expect(await both(someone('yan', ['bureau', 'approver'], ['bureau', 'handler']))).toEqual({
        mine: ['any', 'decide'],
        waiting: ['sign'],
      })
      expect(await both(someone('chen', ['bureau', 'approver']))).toEqual({ mine: [], waiting: [] }) // who handles it does not decide it
    })

    it('speaks to a recipient in the words of its track, and to the bureau in those of the case', async () => {
      const words = { caseNo: 'N1', title: '全案', phase: 'transferred', funds: '["pension","medical"]', amountFen: 900 } as const
      const own = { caseNo: 'N1', title: '本轨', phase: 'sent', funds: '["pension"]', amountFen: 300 } as const
      const rows: Rows = { ...sentCase('c1'), cases: [caseRow('c1', words)], tracks: [trackRow('c1-g', 'c1', own)] }
      const sign = duty('sign', 'c1', { trackId: 'c1-g', unitId: 'police', post: 'intake' })
      await store.commit(deed('c1', { rows, duties: [sign] }))
      expect(await list(pan, { side: 'mine' })).toEqual([{ ...sign, ...own, asRecipient: 1 }])
      expect(await list(chen, { side: 'waiting' })).toEqual([{ ...sign, ...words, asRecipient: 0 }])
      // Nor can a recipient feel for words that it is not shown.
      expect(await ids(pan, { side: 'mine', text: '全案' })).toEqual([])
      expect(await ids(pan, { side: 'mine', fund: 'medical' })).toEqual([])
      expect(await ids(pan, { side: 'mine', minFen: 301 })).toEqual([])
      expect(await ids(pan, { side: 'mine', text: '本轨', fund: 'pension', minFen: 300 })).toEqual(['sign'])
      expect(await ids(chen, { side: 'waiting', text: '全案', fund: 'medical', minFen: 900 })).toEqual(['sign'])
    })

    it('shows a body nothing of what is owed in a letter that was taken back, however it is asked, and counts nothing (found A7)', async () => {
      const rows: Rows = { ...sentCase('c1'), tracks: [trackRow('c1-g', 'c1', { phase: 'withdrawn' })] }
      const second = duty('again', 'c1', { trackId: 'c1-g', code: 'send', post: 'handler', personIds: '|chen|', toUnitId: 'police' })
      await store.commit(deed('c1', { rows, duties: [second, duty('sign', 'c1', { trackId: 'c1-g', unitId: 'police', post: 'intake' })] }))
      expect(await both(pan)).toEqual({ mine: [], waiting: [] })
      for (const side of ['mine', 'waiting'] as const)
        for (const more of [{}, { text: '赵某祥' }, { fund: 'pension' }, { minFen: 1 }, { code: 'send' }])
          expect(await store.countDuties(pan, pan.cases, pan.tracks, { side, ...more }, 9), `${side} ${JSON.stringify(more)}`).toBe(0)
      expect(await both(chen)).toEqual({ mine: ['again'], waiting: ['sign'] }) // the sender's own side as before
    })

    it('shows a duty once to who reads both case and track, as their own case', async () => {
      const liaison = someone('both', ['bureau', 'liaison'], ['police', 'liaison'])
      await store.commit(deed('c1', { rows: sentCase('c1'), duties: [duty('open', 'c1', { trackId: 'c1-g', unitId: 'court' })] }))
      expect((await list(liaison, { side: 'waiting' })).map(({ dutyId, asRecipient }) => [dutyId, asRecipient])).toEqual([['open', 0]])
      expect(await store.countDuties(liaison, liaison.cases, liaison.tracks, { side: 'waiting' }, 9)).toBe(1)
    })

    it('sorts by due time, pages by it, filters, and counts up to the cap', async () => {
      for (const [i, day] of [5, 3, 3, 9, 1].entries()) {
        const caseId = `c${i}`
        const sortAt = i === 3 ? `9999-${at(1)}` : at(day)
        await store.commit(
          deed(caseId, { rows: sentCase(caseId), duties: [duty(`d${i}`, caseId, { sortAt, code: i === 0 ? 'give-opinion' : 'decide' })] }),
        )
      }
      const mine = { side: 'mine' } as const
      const whole = ['d4', 'd1', 'd2', 'd0', 'd3']
      expect(await ids(zhou, mine)).toEqual(whole)
      const second = (await list(zhou, mine, { after: null, size: 2 })).at(-1)
      expect(await ids(zhou, mine, { after: second ? afterDuty(second) : null, size: 2 })).toEqual(['d2', 'd0'])
      expect(await ids(zhou, { ...mine, colour: { from: '', to: at(3) } })).toEqual(['d4']) // from, up to but not with
      expect(await ids(zhou, { ...mine, colour: { from: at(3), to: at(9) } })).toEqual(['d1', 'd2', 'd0'])
      expect(await ids(zhou, { ...mine, colour: { from: '9999-', to: '9999~' } })).toEqual(['d3'])
      expect(await ids(zhou, { ...mine, code: 'give-opinion' })).toEqual(['d0'])
      const count = (filter: DutyFilter, cap: number) => store.countDuties(zhou, zhou.cases, zhou.tracks, filter, cap)
      expect(await Promise.all([count(mine, 99), count(mine, 5), count(mine, 3), count({ ...mine, code: 'send' }, 9)])).toEqual([
        5, 5, 4, 0,
      ])
      const amber = { from: at(3), to: '9999', amber: { is: true, until: [{ clocks: ['CL09', 'CL08'], from: '', at: at(3) }] } }
      expect(await ids(zhou, { ...mine, colour: amber })).toEqual(['d1', 'd2']) // up to and with
      expect(await ids(zhou, { ...mine, colour: { ...amber, amber: { ...amber.amber, is: false } } })).toEqual(['d0'])
      expect(
        await ids(zhou, { ...mine, colour: { ...amber, amber: { is: true, until: [{ clocks: ['CL10'], from: '', at: at(9) }] } } }),
      ).toEqual([])
      expect(await count({ ...mine, colour: amber }, 1)).toBe(2)
    })

    it('leaves out some clocks before a time, lists only some, and tells an amber that has begun from one that may be past (found A4, A5)', async () => {
      const clocks = ['CL09', 'IN09', 'CL17'] as const
      const rows = { ...sentCase('c1') }
      const duties = clocks.flatMap((clock) => [2, 6].map((day) => duty(`${clock}-${day}`, 'c1', { clock, sortAt: at(day) })))
      await store.commit(deed('c1', { rows, duties }))
      const within = (colour: DutyFilter['colour'] & object) => ids(zhou, { side: 'mine', colour })
      const count = (colour: DutyFilter['colour'] & object) =>
        store.countDuties(zhou, zhou.cases, zhou.tracks, { side: 'mine', colour }, 99)
      const all = { from: '', to: 'A' }
      const unless = { clocks: ['CL17'], before: at(6) }
      expect(await within({ ...all, unless })).toEqual(['CL09-2', 'IN09-2', 'CL09-6', 'CL17-6', 'IN09-6'])
      expect(await within({ ...all, to: at(6), only: ['CL17'] })).toEqual(['CL17-2'])
      expect(await count({ ...all, unless })).toBe(5)
      expect(await count({ ...all, only: ['CL17', 'IN09'] })).toBe(4)
      const until = [
        { clocks: ['CL09'], from: at(3), at: at(9) },
        { clocks: ['IN09'], from: '', at: at(3) },
      ]
      expect(await within({ ...all, amber: { is: true, until } })).toEqual(['IN09-2', 'CL09-6'])
    })

    it('merges what I owe as a bureau and as a recipient into one sorted list', async () => {
      const two = someone('two', ['bureau', 'liaison'], ['police', 'intake'])
      const elsewhere: Rows = {
        cases: [caseRow('x', { bureauId: 'far' })],
        tracks: [trackRow('x-g', 'x', { bureauId: 'far' })],
        trackTies: [trackTie('x-g', 'x', 'police')],
      }
      await store.commit(
        deed('c1', {
          rows: sentCase('c1'),
          duties: [duty('a', 'c1', { post: 'liaison', sortAt: at(1) }), duty('c', 'c1', { post: 'liaison', sortAt: at(3) })],
        }),
      )
      await store.commit(
        deed('x', {
          rows: elsewhere,
          duties: [duty('b', 'x', { bureauId: 'far', trackId: 'x-g', unitId: 'police', post: 'intake', sortAt: at(2) })],
        }),
      )
      const pages: string[] = []
      for (let after: Page['after'] = null, n = 0; n < 3; n++) {
        const [row] = await list(two, { side: 'mine' }, { after, size: 1 })
        if (row) pages.push(`${row.dutyId}${row.asRecipient}`)
        after = row ? afterDuty(row) : null
      }
      expect(pages).toEqual(['a0', 'b1', 'c0'])
    })
  })
}
