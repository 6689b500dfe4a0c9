import { caseStream } from '#lib/domain/stream'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { storeContracts } from '#lib/ports/case-store.contract'
import { deed } from '#lib/ports/samples'
import { openStore, type Store } from '../open-store.ts'
import { StoreRefused } from '../refused.ts'
import * as tables from '../schema.sqlite.ts'
import { race } from '../testing/race.ts'
import { copiedDuty, toBefore0004 } from '../testing/older.ts'
import { columnsOf } from '../testing/tables.ts'
import { isOlder, openFile } from './open.ts'

const folders: string[] = []
const stores: Store[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'xianjie-'))
  folders.push(folder)
  return folder
}
const open = async (dataDir = newFolder()): Promise<Store> => {
  const store = await openStore({ dataDir })
  stores.push(store)
  return store
}
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

storeContracts('SQLite', open)

describe('SQLite on a real file', () => {
  it('two processes on one case: one winner a round, and nobody loses a deed', async () => {
    const dataDir = newFolder()
    await race({ dataDir }, () => open(dataDir))
  }, 120_000)

  it('reads back that every commit reaches the disk, on every connection', async () => {
    const dataDir = newFolder()
    for (const { client } of [openFile(dataDir), openFile(dataDir)]) {
      expect(client.pragma('synchronous', { simple: true })).toBe(2) // FULL
      expect(client.pragma('journal_mode', { simple: true })).toBe('wal')
      expect(client.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(client.pragma('busy_timeout', { simple: true })).toBe(5_000)
      client.close()
    }
  })

  it.each([
    ['update', `update event set payload = 'x'`],
    ['delete', `delete from event`],
    ['replace', `replace into event select stream, stream_id, seq, 'x', salt, leaf, hash from event`],
    ['upsert', `insert into event select * from event where true on conflict do update set payload = 'x'`],
  ])('refuses to %s an event', async (_how, statement) => {
    const dataDir = newFolder()
    const store = await open(dataDir)
    await store.commit(deed('c1'))
    const { client } = openFile(dataDir)
    expect(() => client.exec(statement)).toThrow(/never/)
    client.close()
    expect(await store.readEvents({ stream: 'case', streamId: 'c1' })).toEqual(deed('c1').events)
  })

  it('has the tables and columns of the schema', () => {
    const { client } = openFile(newFolder())
    const rows = client
      .prepare(
        `select m.name as t, c.name as c from pragma_table_list m, pragma_table_info(m.name) c where m.type = 'table' and m.schema = 'main' and m.name not like '\\_\\_%' escape '\\' and m.name not like 'sqlite%' and m.name <> 'word_rowid' order by 2`,
      )
      .all() as { t: string; c: string }[] // safe: as selected
    expect(Object.fromEntries(Object.entries(Object.groupBy(rows, ({ t }) => t)).map(([t, cs = []]) => [t, cs.map(({ c }) => c)]))).toEqual(
      columnsOf(tables),
    )
    client.close()
  })

  it('opens what an older version wrote, and fills in what is new', async () => {
    const dataDir = newFolder()
    const store = await openStore({ dataDir })
    await store.commit(copiedDuty('c1'))
    const written = await store.listDutiesOf(caseStream('c1'))
    await store.close()
    const file = new Database(join(dataDir, 'xianjie.db'))
    for (const statement of toBefore0004('__drizzle_migrations')) file.exec(statement)
    file.close()
    const reopened = await openStore({ dataDir })
    expect(await reopened.listDutiesOf(caseStream('c1'))).toEqual(written)
    await reopened.close()
  })

  it('opens what it wrote, and refuses what a newer version wrote', async () => {
    const dataDir = newFolder()
    await (await openStore({ dataDir })).close()
    const reopened = await openStore({ dataDir })
    expect(await reopened.commit(deed('c1'))).toBe('committed')
    await reopened.close()
    const file = new Database(join(dataDir, 'xianjie.db'))
    file.exec(`insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)`)
    file.close()
    await expect(openStore({ dataDir })).rejects.toMatchObject({ code: 'db.newer' })
  })

  it('refuses a folder in which it cannot write, and says why', async () => {
    const taken = join(newFolder(), 'a-file')
    writeFileSync(taken, '')
    await expect(openStore({ dataDir: taken })).rejects.toMatchObject({ code: 'db.not-writable', cause: { code: 'EEXIST' } })
    await expect(openStore({ dataDir: join(taken, 'below') })).rejects.toBeInstanceOf(StoreRefused)
  })

  it('knows which SQLite is too old', () => {
    expect(['3.51.2', '3.9.9', '3.51.3', '3.51.10', '3.54.1', '4.0.0'].map(isOlder)).toEqual([true, true, false, false, false, false])
  })
})
