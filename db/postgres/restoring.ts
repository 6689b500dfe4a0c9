import { drizzle } from 'drizzle-orm/postgres-js'
import type { Restoring } from '../backup/restoring.ts'
import { columnsOf, TABLES, type BackupRow } from '../backup/rows.ts'
import type { Base } from '../database.ts'
import { openFacts } from '../jobs.ts'
import { driverError } from '../lost-race.ts'
import { fillsAfter, migrationsOf, refuseNewer } from '../migrations.ts'
import { readLedger } from '../read/ledger.ts'
import { StoreRefused } from '../refused.ts'
import * as tables from '../schema.pg.ts'
import { storedRows } from '../stored-rows.ts'
import { manyAtOnce, replacementsOf } from '../writes.ts'
import { bringUpToDate, connect } from './open.ts'

/** PostgreSQL takes 65,534 values in one statement. */
const MOST_VALUES = 60_000

/** One connection, one transaction: a portal that is started meanwhile can write nothing and sees nothing. */
export async function serverRestoring(url: string, migrations: number): Promise<Restoring> {
  refuseNewer(migrations, migrationsOf('pg').known)
  await bringUpToDate(url)
  const client = connect(url, 1)
  const abandon = (): Promise<void> => client.end({ timeout: 5 })
  try {
    await client.unsafe('begin')
    await client`lock table event in exclusive mode`
    for (const table of TABLES) {
      const [row] = await client`select 1 from ${client(table)} limit 1`
      if (row) throw new StoreRefused('db.not-empty', `the database has rows in ${table}`)
    }
  } catch (error) {
    await abandon()
    throw error
  }
  const db = drizzle(client) as unknown as Base['db'] // safe: as in openServer
  const base: Base = { db, t: tables }
  return {
    insert: async (table, rows) => {
      const columns = rows.length === 0 ? [] : columnsOf(table, rows)
      const size = Math.floor(MOST_VALUES / Math.max(columns.length, 1))
      for (let at = 0; at < rows.length; at += size) {
        const some = rows.slice(at, at + size) as BackupRow[] // safe: columnsOf has looked at each
        await client`insert into ${client(table)} ${client(some, ...columns)}`.catch((error: unknown) => {
          throw driverError(error)
        })
      }
    },
    fill: async () => {
      for (const statement of fillsAfter(migrations, 'pg')) await client.unsafe(statement)
    },
    staged: {
      ...readLedger(base),
      ...storedRows(base),
      ...openFacts(base),
      // Inside our transaction, and nobody else's.
      replaceRows: async (streams, { is }) => {
        for (const write of replacementsOf(base, manyAtOnce(db), streams, is)) await write()
        return 'replaced'
      },
    },
    close: async () => {},
    keep: async () => {
      await client.unsafe('commit')
      await abandon()
    },
    abandon,
  }
}
