import type pg from 'pg'
import type { Base, Clock } from '../database.ts'
import { migrationsOf, refuseNewer } from '../migrations.ts'
import { sql, orm } from '../orm.ts'
import * as tables from '../schema.pg.ts'
import type { Readable } from '../words.ts'
import { postgresWords } from './words.ts'
import { connect, pools } from './connect.ts'

const { drizzle } = orm('drizzle-orm/node-postgres')
const { migrate } = orm('drizzle-orm/node-postgres/migrator')

const LOCK = 0x78_69_61_6e // "xian": processes that start at once migrate one after the other

export type Transaction = <T>(work: (tx: Base['db']) => Promise<T>) => Promise<T>
export type Server = Readable & Readonly<{ clock: Clock; transaction: Transaction; end: () => Promise<void> }>

export async function openServer(url: string): Promise<Server> {
  await bringUpToDate(url)
  const { reading, writing } = pools(url)
  const writer = drizzle(writing)
  const [insert, update] = [writer.insert.bind(writer), writer.update.bind(writer)]
  const db = asBase(Object.assign(drizzle(reading), { insert, update, delete: writer.delete.bind(writer) }))
  const end = async (): Promise<void> => void (await Promise.all([reading.end(), writing.end()]))
  return { db, t: tables, clock, words: postgresWords, transaction: transactionOf(writing), end }
}

const clock: Clock = (plusMs) =>
  sql<string>`to_char((clock_timestamp() + ${plusMs} * interval '1 millisecond') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** drizzle's own gives a connection whose `begin` failed never back, and lets a failed `rollback` hide why. */
export const transactionOf =
  (pool: pg.Pool): Transaction =>
  async (work) => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      await client.query('begin')
      const result = await work(asBase(drizzle(client)))
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error('the transaction had failed before its commit') // so the server says it, without an error
      return result
    } catch (error) {
      await client.query('rollback').catch((lost: Error) => void (broken = lost))
      throw error
    } finally {
      client.release(broken)
    }
  }

export const asBase = (db: unknown) => db as Base['db'] // safe: queries are awaited and use what both dialects have; the contract runs on both

/** Which migrations, and the table in which is written which of them were applied. */
const MAIN = { folder: 'pg', migrationsTable: '__drizzle_migrations' } as const
export const OF_ACCESS = { folder: 'access-pg', migrationsTable: '__access_migrations' } as const
export async function bringUpToDate(url: string, { folder, migrationsTable }: typeof MAIN | typeof OF_ACCESS = MAIN): Promise<void> {
  const { migrationsFolder, known } = migrationsOf(folder)
  const client = await connect(url)
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]) // held until this one connection ends
    refuseNewer(await applied(client, migrationsTable), known)
    await migrate(drizzle(client), { migrationsFolder, migrationsTable })
  } finally {
    await client.end()
  }
}

export async function applied(client: pg.ClientBase, migrationsTable: string = MAIN.migrationsTable): Promise<number> {
  const table = `drizzle.${migrationsTable}`
  const [there] = (await client.query('select to_regclass($1) is not null as is_there', [table])).rows
  const [row] = there.is_there ? (await client.query(`select count(*) from ${table}`)).rows : []
  return Number(row?.count ?? 0)
}
