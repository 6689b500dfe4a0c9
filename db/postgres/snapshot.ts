import postgres from 'postgres'
import type { BackupRow } from '../backup/rows.ts'
import type { Snapshot } from '../backup/snapshot.ts'
import { applied } from './open.ts'

const AT_ONCE = 500
/** Fen and sizes are whole numbers below 2^53; the driver gives `bigint` as text otherwise. */
const AS_NUMBER = { bigint: { to: 20, from: [20], parse: Number, serialize: String } }

/** One connection in one transaction that sees one moment (repeatable read), read by cursor. */
export async function serverSnapshot(url: string): Promise<Snapshot> {
  const client = postgres(url, { max: 1, onnotice: () => {}, connection: { application_name: 'xianjie backup' }, types: AS_NUMBER })
  try {
    await client.unsafe('begin isolation level repeatable read read only')
    const migrations = await applied(client as unknown as postgres.Sql) // safe: our number type changes no query that it makes
    const named = await client<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`
    const tables = named.map(({ name }) => name)
    return {
      engine: 'postgres',
      migrations,
      tables,
      rows: (table) => client<BackupRow[]>`select * from ${client(table)}`.cursor(AT_ONCE),
      end: () => client.end({ timeout: 5 }),
    }
  } catch (error) {
    await client.end({ timeout: 5 })
    throw error
  }
}
