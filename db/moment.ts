/** Rows and events as they were at one moment, while the portal goes on writing: what `verify` holds against each other must be of one. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Reader } from '#lib/ports/case-store'
import type { JobStore } from '#lib/ports/job-store'
import { postgresWords } from './postgres/words.ts'
import { sqliteWords } from './sqlite/words.ts'
import type { Readable } from './words.ts'
import { openFacts } from './jobs.ts'
import { orm } from './orm.ts'
import { connect as connectServer } from './postgres/connect.ts'
import { asBase } from './postgres/open.ts'
import { reader } from './reader.ts'
import { StoreRefused } from './refused.ts'
import * as pgTables from './schema.pg.ts'
import * as tables from './schema.sqlite.ts'
import { connect } from './sqlite/open.ts'
import { type StoredRows, storedRows } from './stored-rows.ts'

const { drizzle: onFile } = orm('drizzle-orm/better-sqlite3')
const { drizzle: onServer } = orm('drizzle-orm/node-postgres')

export type Moment = Readonly<{ read: Reader & StoredRows & Pick<JobStore, 'readFact'>; end: () => Promise<void> }>

/** Nothing is migrated and nothing changed. Refuses `db.none`; throws where a table is not there. */
export async function openMoment({
  databaseUrl,
  dataDir,
}: Readonly<{ databaseUrl?: string | undefined; dataDir: string }>): Promise<Moment> {
  return databaseUrl ? await momentOnServer(databaseUrl) : momentOnFile(dataDir)
}

function momentOnFile(dataDir: string): Moment {
  if (!existsSync(join(dataDir, 'xianjie.db'))) throw new StoreRefused('db.none', `there is no database in ${dataDir}`)
  const client = connect(dataDir)
  try {
    client.pragma('query_only = 1')
    client.exec('begin')
    client.prepare('select 1 from sqlite_schema').get() // the first read: from here on it is one moment
    return { read: readOf({ db: onFile(client), t: tables, words: sqliteWords }), end: async () => void client.close() }
  } catch (error) {
    client.close()
    throw error
  }
}

async function momentOnServer(url: string): Promise<Moment> {
  const client = await connectServer(url)
  try {
    await client.query('begin isolation level repeatable read read only')
    return { read: readOf({ db: asBase(onServer(client)), t: pgTables, words: postgresWords }), end: () => client.end() }
  } catch (error) {
    await client.end()
    throw error
  }
}

const readOf = (base: Readable): Moment['read'] => ({ ...reader(base), ...storedRows(base), readFact: openFacts(base).readFact })
