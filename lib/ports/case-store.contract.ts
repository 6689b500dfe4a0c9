/** What every engine promises. Each engine's own test calls this and nothing is left out for any of them. */
import { caseStream } from '#lib/domain/stream'
import { beforeEach, describe, expect, it } from 'vitest'
import { firstBreak } from '#lib/ledger/open'
import type { Reader, CaseWriter } from './case-store.ts'
import type { DeskStore } from './desk-store.ts'
import { deskStoreContract } from './desk-store.contract.ts'
import { jobStoreContract } from './job-store.contract.ts'
import type { JobStore } from './job-store.ts'
import type { RowStore } from './row-store.ts'
import { refoldContract } from './refold.contract.ts'
import { listsContract } from './lists.contract.ts'
import { caseRow, deed, duty, entry, evidence, notice, sentCase } from './samples.ts'
import { rowsContract } from './rows.contract.ts'
import { scopeContract } from './scope.contract.ts'
import { noticesContract } from './notices.contract.ts'
import { wordsContract } from './words.contract.ts'
import { worklistContract } from './worklist.contract.ts'

export type Store = Reader & CaseWriter & RowStore & DeskStore & JobStore

/** `open` gives a fresh, empty store each time. */
export function storeContracts(engine: string, open: () => Promise<Store>): void {
  caseStoreContract(engine, open)
  rowsContract(engine, open)
  refoldContract(engine, open)
  listsContract(engine, open)
  wordsContract(engine, open)
  worklistContract(engine, open)
  noticesContract(engine, open)
  deskStoreContract(engine, open)
  jobStoreContract(engine, open)
  scopeContract(engine, open)
}

function caseStoreContract(engine: string, open: () => Promise<Reader & CaseWriter>): void {
  describe(`case store on ${engine}`, () => {
    let store: Reader & CaseWriter
    beforeEach(async () => void (store = await open()))
    const events = (streamId: string) => store.readEvents({ stream: 'case', streamId })

    it('gives back the bytes it was given', async () => {
      const given = deed('c1', { title: '𠮷某 "引号" \\ %_ 📎\u2028' })
      await store.commit(given)
      expect(await events('c1')).toEqual(given.events)
      expect(firstBreak(await events('c1'))).toBeNull()
    })

    it('reads a stream from an event on', async () => {
      const first = deed('c1')
      const second = deed('c1', { past: first.events })
      await store.commit(first)
      await store.commit(second)
      const from = (seq: number) => store.readEvents({ stream: 'case', streamId: 'c1' }, seq)
      expect(await from(0)).toEqual([...first.events, ...second.events])
      expect(await from(2)).toEqual(second.events)
      expect(await from(3)).toEqual([])
    })

    it('keeps streams of different kinds apart, even under one id', async () => {
      await store.commit(deed('x', { rows: sentCase('x'), duties: [duty('d1', 'x')] }))
      expect(await store.readEvents({ stream: 'office', streamId: 'x' })).toEqual([])
      expect(await store.commit(deed('x', { stream: 'office' }))).toBe('committed')
      expect(await store.listDutiesOf(caseStream('x'))).toHaveLength(1)
      expect(await store.listStreams()).toEqual([
        { stream: 'case', streamId: 'x' },
        { stream: 'office', streamId: 'x' },
      ])
    })

    it('finds one case after the other, and nothing that is no case (found J6)', async () => {
      for (const [id, stream] of [
        ['c2', 'case'],
        ['c1', 'case'],
        ['b', 'office'],
        ['c1b', 'case'],
        ['z', 'office'],
      ] as const)
        await store.commit(deed(id, { stream, events: 2 }))
      const seen: string[] = []
      for (let at = await store.nextStream('case', ''); at !== null; at = await store.nextStream('case', at)) seen.push(at)
      expect(seen).toEqual(['c1', 'c1b', 'c2'])
    })

    it('lets one of two writers on the same head through, and nothing of the other', async () => {
      const deeds = ['first', 'second'].map((title) =>
        deed('c1', { title, notices: [notice(title, 'c1')], rows: { cases: [caseRow('c1', { title })] } }),
      )
      const outcomes = await Promise.all(deeds.map((one) => store.commit(one)))
      expect(outcomes.toSorted()).toEqual(['committed', 'conflict'])
      const winner = deeds[outcomes.indexOf('committed')]
      expect(await events('c1')).toEqual(winner?.events)
      expect(await store.readCaseRow('c1')).toEqual(winner?.rows.cases?.[0])
    })

    it('calls a number taken by another case a lost race, and the next serial leaves no gap', async () => {
      const numbers = [{ unitId: 'b', kind: 'letter', year: 2026, serial: 1 }] as const
      expect(await store.commit(deed('c1', { numbers }))).toBe('committed')
      expect(await store.commit(deed('c2', { numbers, rows: sentCase('c2') }))).toBe('conflict')
      expect(await events('c2')).toEqual([])
      expect(await store.readCaseRow('c2')).toBeNull()
      expect(await store.nextSerial('b', 'letter', 2026)).toBe(2)
      expect(await store.nextSerial('b', 'letter', 2027)).toBe(1)
      expect(await store.nextSerial('b', 'case', 2026)).toBe(1)
      expect(await store.nextSerial('c', 'letter', 2026)).toBe(1)
    })

    it('takes a form once, whatever stream the second press aims at', async () => {
      const idempotencyKey = { personId: 'chen', formKey: 'f1', stream: 'case', streamId: 'c1', seq: 1, deed: 'd' } as const
      expect(await store.commit(deed('c1', { idempotencyKey }))).toBe('committed')
      expect(await store.commit(deed('c2', { idempotencyKey: { ...idempotencyKey, streamId: 'c2' } }))).toBe('conflict')
      expect(await store.readIdempotencyKey('chen', 'f1')).toEqual(idempotencyKey)
      expect(await store.readIdempotencyKey('zhou', 'f1')).toBeNull()
      expect(await store.commit(deed('c3', { idempotencyKey: { ...idempotencyKey, personId: 'zhou', streamId: 'c3' } }))).toBe('committed')
    })

    it('writes nothing at all where one part fails', async () => {
      await store.commit(deed('c1', { notices: [notice('same', 'c1')] }))
      const second = deed('c2', { rows: sentCase('c2'), duties: [duty('d2', 'c2')], notices: [notice('same', 'c2')] })
      await expect(store.commit(second)).rejects.toThrow(/notice/i) // a bug, not a race
      expect(await events('c2')).toEqual([])
      expect(await store.readCaseRow('c2')).toBeNull()
      expect(await store.listDutiesOf(caseStream('c2'))).toEqual([])
    })

    it('tells of a failure without a word from the case', async () => {
      await store.commit(deed('c1', { notices: [notice('same', 'c1')] }))
      const failed = store.commit(deed('c2', { title: '钱某', notices: [notice('same', 'c2', { about: '钱某' })] }))
      await expect(failed).rejects.toSatisfy((error: Error) => !`${error.stack} ${String(error.cause)}`.includes('钱某'))
    })

    it('refuses what is no deed: nothing, or two streams at once', async () => {
      await expect(store.commit({ ...deed('c1'), events: [] })).rejects.toThrow(/one stream/)
      await expect(store.commit({ ...deed('c1'), events: [...deed('c1').events, ...deed('c2').events] })).rejects.toThrow(/one stream/)
      await expect(store.commit(deed('o', { stream: 'office', duties: [duty('d1', 'o')] }))).rejects.toThrow(/its stream/)
    })

    it('takes a large deed whole', async () => {
      const items = Array.from({ length: 2_000 }, (_, i) => evidence('c1', `e${i}`, { seq: i + 1 }))
      const entries = items.map((_, i) => entry('c1', i + 1, { type: 'EvidenceAdded' }))
      expect(await store.commit(deed('c1', { events: 2_000, rows: { evidence: items, entries } }))).toBe('committed')
      expect(await store.listEvidence('c1')).toEqual(items)
      expect(await events('c1')).toHaveLength(2_000)
      expect(firstBreak(await events('c1'))).toBeNull()
    })
  })
}
