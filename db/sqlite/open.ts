import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Base, Clock } from '../database.ts'
import { migrationsOf, refuseNewer } from '../migrations.ts'
import { sql, orm } from '../orm.ts'
import { StoreRefused } from '../refused.ts'
import * as tables from '../schema.sqlite.ts'
import type { Readable } from '../words.ts'
import { sqliteWords } from './words.ts'

const { drizzle } = orm('drizzle-orm/better-sqlite3')
const { migrate } = orm('drizzle-orm/better-sqlite3/migrator')

/** SQLite before 3.51.3 can lose a write-ahead log that two connections reset at once (docs/decisions.md D2). */
const OLDEST = '3.51.3'
const BUSY_MS = 5_000

export function openFile(dataDir: string): Readable & Readonly<{ client: Database.Database; clock: Clock }> {
  return { ...openDatabase(connect(dataDir), 'sqlite'), t: tables, clock, words: sqliteWords }
}

/** Closed again where it cannot be brought up to date. */
export function openDatabase(client: Database.Database, migrations: 'sqlite' | 'access-sqlite'): Open {
  try {
    const open = { db: drizzle(client), client }
    bringUpToDate(open, migrations)
    return open
  } catch (error) {
    client.close()
    throw error
  }
}
type Open = Pick<Base, 'db'> & Readonly<{ client: Database.Database }>

export function connect(dataDir: string, file = 'xianjie.db'): Database.Database {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK)
  } catch (cause) {
    throw new StoreRefused('db.not-writable', `cannot write in ${dataDir}`, cause)
  }
  const client = new Database(join(dataDir, file), { timeout: BUSY_MS })
  set(client)
  return client
}

/** Each setting belongs to the connection, not to the file, and some are ignored in silence: so they are read back. */
function set(client: Database.Database): void {
  const [version] = client.prepare('select sqlite_version()').pluck().all() as [string] // safe: one row, one column
  if (isOlder(version)) throw new StoreRefused('db.old-sqlite', `SQLite ${version} is older than ${OLDEST}`)
  for (const [name, wanted] of Object.entries(SETTINGS)) {
    client.pragma(`${name} = ${wanted}`)
    const got = client.pragma(name, { simple: true })
    if (got !== wanted) throw new StoreRefused('db.setting', `SQLite did not take ${name} = ${wanted}: it is ${got}`)
  }
}
const SETTINGS = {
  journal_mode: 'wal',
  synchronous: 2, // FULL: NORMAL was measured to lose acknowledged writes on a power cut (D10)
  foreign_keys: 1,
  recursive_triggers: 1, // without it REPLACE would delete an event and no trigger would see it
  trusted_schema: 0,
  cache_size: -65_536, // KiB: a province's index pages stay in memory
}
/** @internal */
export const isOlder = (version: string): boolean => version.localeCompare(OLDEST, 'en', { numeric: true }) < 0

const clock: Clock = (plusMs) => sql<string>`strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ${`${plusMs / 1_000} seconds`})`

/** Two processes may start at once. Who comes second fails on a table that is there by then, and looks again. */
function bringUpToDate({ db, client }: Open, migrations: 'sqlite' | 'access-sqlite', attempts = 3): void {
  const { migrationsFolder, known } = migrationsOf(migrations)
  refuseNewer(applied(client), known)
  if (applied(client) === known) return
  try {
    migrate(db, { migrationsFolder })
  } catch (error) {
    if (attempts === 1) throw error
    bringUpToDate({ db, client }, migrations, attempts - 1)
  }
}
export function applied(client: Database.Database): number {
  const isThere = client.prepare(`select 1 from sqlite_schema where name = '__drizzle_migrations'`).get()
  return isThere ? Number(client.prepare('select count(*) from __drizzle_migrations').pluck().get()) : 0
}
