/**
 * Takes a demo's database and files away. A demo is known by its three administrators' ids, `p-xitong` and so on: a real portal
 * gives its people ids of chance. SQL stands here, outside the store, because no store may ever be asked to forget.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import pg from 'pg'
import { StartupError } from '#lib/server/boot/startup-error'
import type { Environment } from '#lib/server/boot/environment'
import { ADMINISTRATORS, personIdOf } from './office.ts'

type Where = Pick<Environment, 'dataDir' | 'databaseUrl'>

export async function emptyDemo({ dataDir, databaseUrl }: Where): Promise<void> {
  const blobs = join(dataDir, 'blobs')
  // Files go first: what is broken off here still has its database, which says that it is a demo.
  const removeFiles = (): void => rmSync(blobs, { recursive: true, force: true })
  if (databaseUrl) await emptyPostgres(databaseUrl, removeFiles)
  else emptySqlite(dataDir, removeFiles)
}

const RUNNING =
  '有程序正在使用这个数据文件夹或者数据库，没有重置。 Nothing was reset: something is using this database. Stop the portal, then run this again.'
const REAL =
  '这不是演示数据，没有重置。 Nothing was reset: this is not a demo (it has no demo administrators). Set DATA_DIR or DATABASE_URL to the demo.'
const isDemo = (personIds: readonly string[]): boolean => ADMINISTRATORS.every(({ login }) => personIds.includes(personIdOf(login)))

function emptySqlite(dataDir: string, removeFiles: () => void): void {
  const file = join(dataDir, 'xianjie.db')
  if (!existsSync(file)) {
    if (existsSync(join(dataDir, 'blobs'))) throw new StartupError(REAL) // files of what nobody knows
    return
  }
  const client = new Database(file, { timeout: 500 })
  try {
    const isThere = client.prepare(`select 1 from sqlite_schema where name = 'person'`).get()
    const ids = isThere ? client.prepare('select person_id from person').pluck().all().map(String) : []
    if (ids.length > 0 && !isDemo(ids)) throw new StartupError(REAL)
    takeAlone(client)
    removeFiles()
    client.close()
    for (const name of ['xianjie.db', 'access.db'])
      for (const end of ['', '-wal', '-shm']) rmSync(join(dataDir, name) + end, { force: true })
  } finally {
    client.close()
  }
}

/** SQLite leaves its write-ahead log only when no other connection has the file open: so this finds also a server that is idle. */
function takeAlone(client: Database.Database): void {
  const mode = attempt(() => client.pragma('journal_mode = delete', { simple: true }))
  if (mode !== 'delete') throw new StartupError(RUNNING)
}
function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

async function emptyPostgres(url: string, removeFiles: () => void): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const others = await client.query(`
      select 1 from pg_stat_activity
      where datname = current_database() and application_name = 'xianjie' and pid <> pg_backend_pid()`)
    if (others.rows.length > 0) throw new StartupError(RUNNING)
    const [there] = (await client.query(`select to_regclass('person') is not null as is_there`)).rows
    const { rows } = there.is_there ? await client.query('select person_id from person') : { rows: [] }
    const ids = rows.map((row) => String(row.person_id))
    if (ids.length > 0 && !isDemo(ids)) throw new StartupError(REAL)
    removeFiles()
    const { tables, functions } = made()
    // By name: a database may hold other people's tables.
    await client.query(`begin;
      ${tables.map((table) => `drop table if exists "${table}" cascade;`).join(' ')}
      ${functions.map((name) => `drop function if exists "${name}" cascade;`).join(' ')}
      drop schema if exists access cascade;
      drop table if exists drizzle.__drizzle_migrations, drizzle.__access_migrations;
      commit`)
  } finally {
    await client.end()
  }
}

/** What our migrations have made, read from themselves: a table of a later migration is not forgotten here. */
function made(): Readonly<{ tables: readonly string[]; functions: readonly string[] }> {
  const folder = join(import.meta.dirname, '../migrations/pg')
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.sql'))
  const text = scripts.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n')
  const named = (what: string): string[] =>
    [...text.matchAll(new RegExp(`^CREATE ${what} (?:IF NOT EXISTS )?"?(\\w+)"?`, 'gim'))].map(([, name = '']) => name)
  return { tables: named('TABLE'), functions: named('FUNCTION') }
}
