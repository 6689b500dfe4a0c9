import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Base, Clock } from '../database.ts'
import { migrationsOf, refuseNewer } from '../migrations.ts'
import * as tables from '../schema.pg.ts'

const MOST_CONNECTIONS = 10
const LOCK = 0x78_69_61_6e // "xian": processes that start at once migrate one after the other

export async function openServer(url: string): Promise<Base & Readonly<{ end: () => Promise<void>; clock: Clock }>> {
  await bringUpToDate(url)
  const client = connect(url, MOST_CONNECTIONS)
  const db = drizzle(preparing(client)) as unknown as Base['db'] // safe: queries are awaited and use what both dialects have; the contract runs on both
  return { db, t: tables, clock, end: () => client.end({ timeout: 5 }) }
}

const clock: Clock = (plusMs) =>
  sql<string>`to_char((clock_timestamp() + ${plusMs} * interval '1 millisecond') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/**
 * drizzle asks by `unsafe`, which postgres.js prepares only when it is told to (drizzle-orm issue 6096); without, each question makes two
 * journeys, and those of one step of a commit cannot go together. Plans are still made for the values asked with: one bureau has
 * ten cases, another ten thousand.
 */
function preparing<Client extends postgres.Sql | postgres.TransactionSql>(client: Client): Client {
  type Work = (tx: postgres.TransactionSql) => Promise<unknown>
  const instead: Readonly<Record<string | symbol, unknown>> = {
    unsafe: (query: string, values: never[], options = {}) => client.unsafe(query, values, { prepare: true, ...options }),
    begin: (work: Work) => (client as postgres.Sql).begin((tx) => work(preparing(tx))), // safe: only drizzle begins, and only once
  }
  return new Proxy(client, { get: (target, name) => instead[name] ?? Reflect.get(target, name) })
}

export const connect = (url: string, max: number) =>
  postgres(url, { max, onnotice: () => {}, backoff, connection: { application_name: 'xianjie', plan_cache_mode: 'force_custom_plan' } })
/** Seconds before the next try: growing, and never so long that a database which is back stands waiting (the driver's own way goes up to 20). */
const backoff = (tries: number): number => Math.min(3 ** tries / 100, 1)

export async function bringUpToDate(url: string): Promise<void> {
  const { migrationsFolder, known } = migrationsOf('pg')
  const client = connect(url, 1)
  try {
    await client`select pg_advisory_lock(${LOCK})` // held until this one connection ends
    refuseNewer(await applied(client), known)
    await migrate(drizzle(client), { migrationsFolder })
  } finally {
    await client.end({ timeout: 5 })
  }
}

export async function applied(client: postgres.Sql): Promise<number> {
  const [there] = await client`select to_regclass('drizzle.__drizzle_migrations') is not null as is_there`
  const [row] = there?.['is_there'] ? await client`select count(*) from drizzle.__drizzle_migrations` : []
  return Number(row?.['count'] ?? 0)
}
