/** Somebody else's transaction has stopped and stays open: who wants what it holds is told so while it holds it, and nobody else waits. */
import type pg from 'pg'
import { afterEach, expect, it } from 'vitest'
import { deed, sentCase } from '#lib/ports/samples'
import { openStore, type Store } from '../open-store.ts'
import { freshPostgres } from '../testing/fresh-postgres.ts'
import { connect } from './connect.ts'
import { openServer } from './open.ts'

const NO_LIMIT = '?lock_timeout=0&statement_timeout=0'
const MANY = Array.from({ length: 40 }, (_, n) => n) // more than there are connections
const BUREAU = [{ unitId: 'bureau', kind: 'case', year: 2026, serial: 1 }] as const

let holder: pg.Client
const stores: Store[] = []
let databaseUrl = ''
async function open(limits = ''): Promise<Store> {
  databaseUrl = await freshPostgres('held')
  const store = await openStore({ databaseUrl: databaseUrl + limits, dataDir: '' })
  stores.push(store)
  holder = await connect(databaseUrl)
  return store
}
afterEach(async () => {
  await holder.end()
  await Promise.all(stores.splice(0).map((store) => store.close()))
})

const hold = async (statement: string): Promise<void> => void (await holder.query(`begin; ${statement}`))
const holdNumber = () => hold(`insert into number (unit_id, kind, year, serial) values ('bureau', 'case', 2026, 1)`)
const waiting = async (): Promise<number> => {
  await holder.query('select pg_stat_clear_snapshot()') // a transaction sees others as they were when it first looked
  const found = await holder.query(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
  return found.rows.length
}
const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(String, (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)))

it('while some wait for the next number of a bureau, which is held, pages and deeds of others go on (found J17)', async () => {
  const store = await open(NO_LIMIT) // else they would have to be quick
  await holdNumber()
  const read = () => Promise.all(MANY.map(() => store.readEvents({ stream: 'case', streamId: 'c1' })))
  const register = (n: number) => outcomeOf(store.commit(deed(`c${n}`, { numbers: BUREAU })))
  const some = MANY.slice(0, 4).map(register)
  await expect.poll(waiting).toBe(4)
  await read()
  expect(await store.commit(deed('other', { rows: sentCase('other') }))).toBe('committed')
  expect(await waiting()).toBe(4)
  const more = MANY.slice(4, 20).map(register) // now all who may write wait
  await expect.poll(waiting).toBeGreaterThan(4)
  await read()
  await holder.query('rollback')
  expect((await Promise.all([...some, ...more])).toSorted()).toEqual(['committed', ...Array<string>(19).fill('conflict')])
})

it('while the next number of a bureau is held, everybody who wants it hears so, and who stands behind them is let through (found J17)', async () => {
  const store = await open()
  await holdNumber()
  const held = MANY.slice(0, 16).map((n) => outcomeOf(store.commit(deed(`c${n}`, { numbers: BUREAU }))))
  const other = outcomeOf(store.commit(deed('other')))
  expect(await Promise.all(held)).toEqual(held.map(() => '55P03'))
  expect(await other).toBe('committed')
  await holder.query('rollback')
  expect(await store.commit(deed('c1', { numbers: BUREAU }))).toBe('committed')
  expect((await store.listStreams()).map(({ streamId }) => streamId)).toEqual(['c1', 'other'])
})

it('while a row is held, who wants to write it hears so, and who reads it reads on (found J17)', async () => {
  const store = await open()
  const draft = { personId: 'chen', form: 'f', values: 'first', errors: '{}', savedAt: '' }
  await store.saveDraft(draft)
  await hold(`update draft set "values" = 'of the one who stopped'`)
  expect(await outcomeOf(store.saveDraft({ ...draft, values: 'second' }))).toBe('55P03')
  expect(await store.readDraft('chen', 'f')).toEqual(draft)
})

it('a node that stopped inside a transaction holds nothing up for ever, and hears that its own came to nothing (found J17)', async () => {
  const store = await open()
  const other = await openServer(databaseUrl)
  const { promise: held, resolve: holds } = Promise.withResolvers<void>()
  const { promise: awake, resolve: goOn } = Promise.withResolvers<void>()
  const stopped = other.transaction(async (tx) => {
    await tx.insert(other.t.number).values([...BUREAU])
    holds()
    await awake
  })
  await held // before that another could be first, and nothing would be held
  await expect.poll(() => outcomeOf(store.commit(deed('c1', { numbers: BUREAU }))), { timeout: 25_000 }).toBe('committed')
  goOn()
  await expect(stopped).rejects.toThrow(/not queryable/)
  await other.end()
})
