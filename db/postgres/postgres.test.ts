import { caseStream } from '#lib/domain/stream'
import type pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { storeContracts } from '#lib/ports/case-store.contract'
import { deed } from '#lib/ports/samples'
import { openStore, type Store } from '../open-store.ts'
import * as tables from '../schema.pg.ts'
import { freshPostgres } from '../testing/fresh-postgres.ts'
import { race } from '../testing/race.ts'
import { copiedDuty, toBefore0004 } from '../testing/older.ts'
import { columnsOf } from '../testing/tables.ts'
import { connect } from './connect.ts'
import { openServer } from './open.ts'

const stores: Store[] = []
const openAt = async (databaseUrl: string): Promise<Store> => {
  const store = await openStore({ databaseUrl, dataDir: '' })
  stores.push(store)
  return store
}
afterEach(async () => void (await Promise.all(stores.splice(0).map((store) => store.close()))))

/** What somebody with the owner's password could try. */
async function directly<T>(url: string, work: (sql: pg.Client) => Promise<T>): Promise<T> {
  const sql = await connect(url)
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}

storeContracts('PostgreSQL', async () => openAt(await freshPostgres('contract')))

describe('PostgreSQL on a real server', () => {
  it('two processes on one case: one winner a round, and nobody loses a deed', async () => {
    const databaseUrl = await freshPostgres('race')
    await race({ databaseUrl, dataDir: '' }, () => openAt(databaseUrl))
  }, 120_000)

  it('lets processes that start at once migrate one after the other', async () => {
    const url = await freshPostgres('migrate')
    const [one] = await Promise.all([openAt(url), openAt(url), openAt(url), openAt(url)])
    expect(await one.commit(deed('c1'))).toBe('committed')
  })

  it('opens what an older version wrote, and fills in what is new', async () => {
    const url = await freshPostgres('older')
    const store = await openAt(url)
    await store.commit(copiedDuty('c1'))
    const written = await store.listDutiesOf(caseStream('c1'))
    await directly(url, async (sql) => {
      for (const statement of toBefore0004('drizzle.__drizzle_migrations')) await sql.query(statement)
    })
    expect(await (await openAt(url)).listDutiesOf(caseStream('c1'))).toEqual(written)
  })

  it.each([
    ['update', `update event set payload = 'x'`],
    ['delete', `delete from event`],
    ['truncate', `truncate event`],
    ['upsert', `insert into event select * from event on conflict on constraint event_key do update set payload = 'x'`],
  ])('refuses to %s an event', async (_how, statement) => {
    const url = await freshPostgres('trigger')
    const store = await openAt(url)
    await store.commit(deed('c1'))
    await expect(directly(url, (sql) => sql.query(statement))).rejects.toThrow(/never/)
    expect(await store.readEvents({ stream: 'case', streamId: 'c1' })).toEqual(deed('c1').events)
  })

  it('has the tables and columns of the schema, and sorts every text by code point', async () => {
    const url = await freshPostgres('columns')
    await openAt(url)
    const { rows } = await directly(url, (sql) =>
      sql.query<{ t: string; c: string; kind: string; collation: string | null }>(`
      select table_name as t, column_name as c, data_type as kind, collation_name as collation
      from information_schema.columns where table_schema = 'public' order by column_name collate "C"`),
    )
    const found = Object.entries(Object.groupBy(rows, ({ t }) => t)).map(([t, cs = []]) => [t, cs.map(({ c }) => c)])
    expect(Object.fromEntries(found)).toEqual(columnsOf(tables))
    expect(rows.filter(({ kind, collation }) => kind === 'text' && collation !== 'C')).toEqual([])
    expect(rows.filter(({ c, kind }) => c.endsWith('_fen') && kind !== 'bigint')).toEqual([])
  })

  it('refuses what a newer version wrote', async () => {
    const url = await freshPostgres('newer')
    await openAt(url)
    await directly(url, (sql) => sql.query(`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`))
    await expect(openStore({ databaseUrl: url, dataDir: '' })).rejects.toMatchObject({ code: 'db.newer' })
  })

  it('calls no transaction committed in which a statement failed, also where nobody heard of it (found J16)', async () => {
    const { transaction, t, end } = await openServer(await freshPostgres('failed'))
    const [event] = deed('c1').events
    const work = transaction(async (tx) => {
      await tx.insert(t.event).values(event as never)
      await tx
        .insert(t.event)
        .values(event as never)
        .then(null, () => {}) // safe: twice the same key
    })
    await expect(work).rejects.toThrow(/failed before its commit/)
    await end()
  })

  it('lets no value into the error of a query that fails', async () => {
    const store = await openAt(await freshPostgres('quiet'))
    const draft = { personId: 'chen', form: 'f', values: '钱某\0', errors: '{}', savedAt: '' } // PostgreSQL takes no NUL
    await expect(store.saveDraft(draft)).rejects.toSatisfy(
      (error: Error) => /0x00/.test(error.message) && !`${error.stack} ${String(error.cause)}`.includes('钱某'),
    )
  })

  it('says so when nobody answers', async () => {
    await expect(openStore({ databaseUrl: 'postgres://x@127.0.0.1:1/x', dataDir: '' })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })
})
