import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { CaseEvent } from '#lib/domain/case/events'
import { evolve, type Happened } from '#lib/domain/case/evolve'
import type { CaseState } from '#lib/domain/case/state'
import { openEvent } from '#lib/ledger/open'
import { GENESIS, type SealedEvent, sealEvents, type StreamKey } from '#lib/ledger/seal'
import type { BlobStore, Stored } from '#lib/ports/blob-store'
import { AT } from '#lib/ports/samples'
import { caseViews } from '#lib/views/case-views'
import { NO_DOOR } from '#lib/domain/office/door'
import { openStore, type Store } from './open-store.ts'
import { nobodysMac } from './session-mac.ts'
import { type Difference, type Recounted, verify } from './verify.ts'

const KEY: StreamKey = { stream: 'case', streamId: 'c1' }
const FILE: Stored = { blobId: 'b1', size: 3, sha256: 'aa', sm3: 'bb' }
const BY = { personId: 'chen', unitId: 'bureau', post: 'handler' } as const

const EVENTS: readonly CaseEvent[] = [
  {
    type: 'CaseRegistered',
    v: 1,
    caseNo: '示社案〔2026〕1号',
    bureau: { unitId: 'bureau', kind: 'bureau', name: '示例市社保局', code: '示社', superiorId: 'province', division: '990102' },
    basics: { title: '赵某祥案', source: '', sourceNote: '', funds: ['pension'], division: '990102', foundOn: '2026-11-20', conduct: '' },
    handlerIds: ['chen', 'lin'],
  } as Extract<CaseEvent, { type: 'CaseRegistered' }>, // safe: whatever else basics may come to hold, folding does not look at it
  {
    type: 'EvidenceAdded',
    v: 1,
    item: {
      ...FILE,
      itemId: 'e1',
      name: '明细.xlsx',
      folder: 'main-05',
      kind: '书证',
      source: '',
      collectedBy: '',
      collectedOn: '2026-11-21',
    },
  } as Extract<CaseEvent, { type: 'EvidenceAdded' }>, // safe: as above
]

const recount = (_key: StreamKey, sealed: readonly SealedEvent[]): Recounted => {
  const happened = sealed.map((event) => openEvent(event) as unknown as Happened<CaseEvent>) // safe: sealed below, from these very events
  const by = happened.map(({ occasion }) => occasion.by.personId)
  const { is, notices } = caseViews(happened, null, happened.reduce<CaseState>(evolve, null))
  return { rows: is, notices, numbers: [], by, door: NO_DOOR }
}

let store: Store
let dataDir: string
let digests: Map<string, Stored>
let lying: string[] = []
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'verify-'))
  store = await openStore({ dataDir })
  digests = new Map([[FILE.blobId, FILE]])
  lying = [FILE.blobId]
  const events = sealEvents(
    KEY,
    GENESIS,
    { happenedAt: AT, recordedAt: AT, by: BY },
    EVENTS.map((event, i) => ({ event, salt: `s${i}` })),
  )
  await store.saveFact({ name: 'rows', value: '1', at: AT })
  const { rows, notices } = recount(KEY, events)
  await store.commit({ events, rows, gone: {}, notices, numbers: [], idempotencyKey: null })
})
afterEach(async () => {
  await store.close()
  rmSync(dataDir, { recursive: true })
})

const found = async (): Promise<Difference[]> => {
  const digest: BlobStore['digest'] = async (blobId) => digests.get(blobId) ?? null
  const files = { digest, strays: (isNamed: (blobId: string) => boolean) => Readable.from(lying.filter((blobId) => !isNamed(blobId))) }
  const all: Difference[] = []
  for await (const difference of verify({ read: store, files, recount, rowsVersion: 1, macOf: nobodysMac() })) all.push(difference)
  return all
}
/** What a hand in the database does, behind the portal's back. */
const byHand = (...statements: readonly string[]): void => {
  const file = new Database(join(dataDir, 'xianjie.db'))
  for (const statement of statements) file.exec(statement)
  file.close()
}

it('finds nothing where nobody has touched anything', async () => {
  expect(await found()).toEqual([])
})

it.each([
  [`update case_row set title = '钱某案'`, { where: 'cases', key: 'c1', field: 'title', stored: '钱某案', expected: '赵某祥案' }],
  [`update case_row set amount_fen = 1`, { where: 'cases', key: 'c1', field: 'amountFen', stored: '1', expected: '0' }],
  [`delete from case_row`, { where: 'cases', key: 'c1', field: '', stored: '', expected: 'there' }],
  [`update duty set due_at = '2027'`, { where: 'duties', field: 'dueAt', stored: '2027' }],
  [`delete from duty`, { where: 'duties', field: '', stored: '', expected: 'there' }],
  [
    `insert into case_tie values ('c1', 'gao', 'handler')`,
    { where: 'caseTies', key: 'c1/gao/handler', field: '', stored: 'there', expected: '' },
  ],
  [`delete from case_tie where person_id = 'lin'`, { where: 'caseTies', key: 'c1/lin/handler', stored: '', expected: 'there' }],
  [`insert into track_tie values ('t1', 'c1', 'police', 'copied')`, { where: 'trackTies', key: 't1/police/copied', stored: 'there' }],
  [
    `update entry set person_id = 'gao' where seq = 2`,
    { where: 'entries', key: 'case/c1/2', field: 'personId', stored: 'gao', expected: 'chen' },
  ],
  [`update evidence set sha256 = 'cc'`, { where: 'evidence', key: 'c1/e1', field: 'sha256', stored: 'cc', expected: 'aa' }],
])('finds: %s', async (statement, difference) => {
  byHand(statement)
  expect(await found()).toEqual([expect.objectContaining(difference)])
})

it('finds rows of a case that has no events', async () => {
  byHand(`insert into case_tie values ('c9', 'gao', 'handler')`)
  expect(await found()).toEqual([{ where: 'stream', key: 'case/c9', field: '', stored: 'rows', expected: 'no event' }])
})

it('finds a notice of the office that no event tells (found J4)', async () => {
  byHand(`insert into notice values ('n9', '', '', 9, '${AT}', 'password-set', '{}', '', '', 'gao', 'office', 'office')`)
  expect(await found()).toEqual([{ where: 'stream', key: 'office/office', field: '', stored: 'rows', expected: 'no event' }])
})

it('finds an event that was changed after its triggers were taken away, and one that was cut off', async () => {
  byHand(
    'drop trigger event_no_update',
    'drop trigger event_no_delete',
    `update event set payload = replace(payload, '赵某祥', '钱某') where seq = 1`,
  )
  expect(await found()).toEqual([{ where: 'event', key: 'case/c1/1', field: 'seal', stored: 'broken', expected: 'whole' }])
  byHand(`update event set payload = replace(payload, '钱某', '赵某祥') where seq = 1`, 'delete from event where seq = 2')
  expect((await found()).map(({ where }) => where)).toContain('entries')
})

it('finds a stream whose beginning was cut off, rows and all', async () => {
  const tables = ['case_row', 'duty', 'entry', 'evidence', 'case_tie']
  byHand('drop trigger event_no_delete', 'delete from event where seq = 1', ...tables.map((table) => `delete from ${table}`))
  expect(await found()).toEqual([{ where: 'event', key: 'case/c1/2', field: 'seal', stored: 'broken', expected: 'whole' }])
})

it('finds a file whose bytes are gone or not what was sealed', async () => {
  digests.set('b1', { ...FILE, sm3: 'xx' })
  expect(await found()).toEqual([{ where: 'blobs', key: 'b1', field: 'sm3', stored: 'xx', expected: 'bb' }])
  digests.clear()
  expect(await found()).toEqual([{ where: 'blobs', key: 'b1', field: '', stored: '', expected: 'there' }])
})

it('says which stream cannot be folded, and goes on', async () => {
  const [event] = sealEvents({ stream: 'case', streamId: 'c0' }, GENESIS, { happenedAt: AT, recordedAt: AT, by: BY }, [
    { event: { type: 'Unheard', v: 9 }, salt: 's' },
  ])
  if (event) await store.commit({ events: [event], rows: {}, gone: {}, notices: [], numbers: [], idempotencyKey: null })
  byHand(`update case_row set title = '钱某案'`)
  expect((await found()).map(({ where, key, field }) => [where, key, field])).toEqual([
    ['event', 'case/c0', 'fold'],
    ['cases', 'c1', 'title'],
  ])
})
