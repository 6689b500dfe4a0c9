import { caseStream } from '#lib/domain/stream'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Reader, CaseWriter, Rows } from './case-store.ts'
import type { JobStore } from './job-store.ts'
import type { RowStore } from './row-store.ts'
import { someone } from './lists.contract.ts'
import { AT, caseRow, deed, duty, entry, evidence, notice, sentCase, trackRow } from './samples.ts'

type Store = Reader & CaseWriter & RowStore & JobStore
const FACT = { name: 'refold', value: 'so far', at: AT }
const office = (name: string): Rows => ({ persons: [{ personId: name, login: name, name, phone: '', from: '2020-01-01', leftOn: '' }] })

/** What becomes of rows that are folded anew. */
export function refoldContract(engine: string, open: () => Promise<Store>): void {
  describe(`rows folded anew on ${engine}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
      await store.saveFact(FACT)
    })
    const key = (streamId: string, stream: 'case' | 'office' = 'case') => ({ stream, streamId })
    const all = async (caseId: string) => [
      await store.readCaseRow(caseId),
      await store.listTracksOf(caseId),
      await store.listEvidence(caseId),
      await store.listEntries(caseStream(caseId), {}),
      await store.listDutiesOf(caseStream(caseId)),
    ]

    it('stand in place of all that their streams had, and nobody else’s are touched', async () => {
      const rows = { ...sentCase('c1'), evidence: [evidence('c1', 'e1')], entries: [entry('c1', 1), entry('c1', 2)] }
      await store.commit(deed('c1', { rows, duties: [duty('d1', 'c1')] }))
      await store.commit(deed('c2', { rows: { ...sentCase('c2'), entries: [entry('c2', 1)] }, duties: [duty('d2', 'c2')] }))
      const other = await all('c2')
      const anew = {
        cases: [caseRow('c1', { title: '新' })],
        tracks: [trackRow('t9', 'c1')],
        entries: [entry('c1', 2, { detail: '{"a":1}' })],
      }
      const is = [{ ...FACT, value: 'further' }]
      const streams = [{ key: key('c1'), rows: { ...anew, duties: [duty('d9', 'c1')] } }]
      expect(await store.replaceRows(streams, { was: FACT, is })).toBe('replaced')
      expect(await all('c1')).toEqual([anew.cases[0], anew.tracks, [], anew.entries, [duty('d9', 'c1')]])
      expect(await all('c2')).toEqual(other)
      expect(await store.readFact('refold')).toEqual(is[0])
      expect(await store.countCases(someone('chen', ['bureau', 'handler']).cases, {}, 9)).toBe(1) // the ties of c1 went with its rows
    })

    it('leave what was sealed: events, notices, numbers, the keys of forms', async () => {
      const idempotencyKey = { personId: 'chen', formKey: 'k', stream: 'case', streamId: 'c1', seq: 1, deed: '' } as const
      const number = { unitId: 'bureau', kind: 'case', year: 2026, serial: 7 } as const
      const notice1 = notice('n1', 'c1', { personId: 'chen' })
      await store.commit(deed('c1', { rows: sentCase('c1'), notices: [notice1], numbers: [number], idempotencyKey }))
      const events = await store.readEvents(key('c1'))
      await store.replaceRows([{ key: key('c1'), rows: {} }], { was: FACT, is: [FACT] })
      expect(await store.readEvents(key('c1'))).toEqual(events)
      expect(await store.readIdempotencyKey('chen', 'k')).toEqual(idempotencyKey)
      expect(await store.nextSerial('bureau', 'case', 2026)).toBe(8)
      expect(await store.listNotices({ personId: 'chen', seats: [] }, {}, { after: null, size: 9 })).toMatchObject([{ noticeId: 'n1' }])
    })

    it('of the office are all of it: who is there no more is gone', async () => {
      await store.commit(deed('office', { stream: 'office', rows: office('chen') }))
      await store.commit(deed('c1', { rows: sentCase('c1') }))
      await store.replaceRows([{ key: key('office', 'office'), rows: office('lin') }], { was: FACT, is: [FACT] })
      expect((await store.listPersons()).map(({ personId }) => personId)).toEqual(['lin'])
      expect(await store.readCaseRow('c1')).not.toBeNull()
    })

    it('are not written by a node that was overtaken: what others did since is not undone', async () => {
      await store.commit(deed('c1', { rows: sentCase('c1'), duties: [duty('d1', 'c1')] }))
      const before = await all('c1')
      const late = { was: { ...FACT, value: 'earlier' }, is: [{ ...FACT, value: 'mine' }] }
      expect(await store.replaceRows([{ key: key('c1'), rows: {} }], late)).toBe('overtaken')
      expect(await all('c1')).toEqual(before)
      expect(await store.readFact('refold')).toEqual(FACT)
    })
  })
}
