import pg from 'pg'
import type { Restoring } from '../backup/restoring.ts'
import { columnsOf, ofToday, TABLES } from '../backup/rows.ts'
import type { Readable } from '../words.ts'
import { postgresWords } from './words.ts'
import { openDesk } from '../desk.ts'
import { openFacts } from '../jobs.ts'
import { fillsAfter, migrationsOf, refuseNewer } from '../migrations.ts'
import { orm } from '../orm.ts'
import { reader } from '../reader.ts'
import { StoreRefused } from '../refused.ts'
import * as tables from '../schema.pg.ts'
import { nobodysMac } from '../session-mac.ts'
import { storedRows } from '../stored-rows.ts'
import { manyAtOnce, replacementsOf, type Write, writesOf } from '../writes.ts'
import { inBulk } from './bulk.ts'
import { connect } from './connect.ts'
import { asBase, bringUpToDate } from './open.ts'

const { drizzle } = orm('drizzle-orm/node-postgres')

const named = pg.escapeIdentifier

/** One connection, one transaction: a portal that is started meanwhile can write nothing and sees nothing. */
export async function serverRestoring(url: string, migrations: number): Promise<Restoring> {
  refuseNewer(migrations, migrationsOf('pg').known)
  await bringUpToDate(url)
  const client = await connect(url)
  const abandon = (): Promise<void> => client.end()
  try {
    await client.query('begin')
    await client.query('lock table event in exclusive mode')
    for (const table of TABLES) {
      const { rows } = await client.query(`select 1 from ${named(table)} limit 1`)
      if (rows.length > 0) throw new StoreRefused('db.not-empty', `the database has rows in ${table}`)
    }
  } catch (error) {
    await abandon()
    throw error
  }
  const base: Readable = { db: asBase(drizzle(client)), t: tables, words: postgresWords }
  return {
    insert: async (table, given) => {
      if (given.length === 0) return
      const rows = ofToday(table, given)
      const columns = columnsOf(table, rows).map(named).join()
      const from = `json_populate_recordset(null::${named(table)}, $1)` // one value, however many rows
      await client.query(`insert into ${named(table)} (${columns}) select ${columns} from ${from}`, [JSON.stringify(rows)])
    },
    fill: async () => {
      for (const statement of fillsAfter(migrations, 'pg')) await client.query(statement)
    },
    // Inside our transaction, and nobody else's.
    staged: {
      ...reader(base),
      ...storedRows(base),
      ...openFacts(base),
      ...openDesk(base, nobodysMac()),
      commit: async (commit) => {
        await inOrder(writesOf(base, manyAtOnce(base.db), commit))
        return 'committed'
      },
      replaceRows: async (streams, { is }) => {
        await inOrder(replacementsOf(base, inBulk(base.db), streams, is))
        return 'replaced'
      },
    },
    close: async () => {},
    keep: async () => {
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error('the transaction had failed before its commit')
      await abandon()
    },
    abandon,
  }
}

async function inOrder(writes: Iterable<Write>): Promise<void> {
  for (const write of writes) await write()
}
