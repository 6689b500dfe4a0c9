import pg from 'pg'
import type { BackupRow } from '../backup/rows.ts'
import type { Snapshot } from '../backup/snapshot.ts'
import { connect } from './connect.ts'
import { applied } from './open.ts'

const AT_ONCE = 500
const BIGINT = 20
/** Fen and sizes are whole numbers below 2^53; the driver gives `bigint` as text otherwise. */
const AS_NUMBER: pg.CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text') => (type === BIGINT ? Number : pg.types.getTypeParser(type, format))) as never, // safe: text is all that we ask for
}

/** One connection in one transaction that sees one moment (repeatable read), read by cursor. */
export async function serverSnapshot(url: string): Promise<Snapshot> {
  const client = await connect(url, { application_name: 'xianjie backup', types: AS_NUMBER })
  try {
    await client.query('begin isolation level repeatable read read only')
    const migrations = await applied(client)
    const named = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
    )
    const tables = named.rows.map(({ name }) => name)
    return { engine: 'postgres', migrations, tables, rows: (table) => rowsOf(client, table), end: () => client.end() }
  } catch (error) {
    await client.end()
    throw error
  }
}

async function* rowsOf(client: pg.Client, table: string): AsyncGenerator<readonly BackupRow[]> {
  await client.query(`declare part no scroll cursor for select * from ${pg.escapeIdentifier(table)}`)
  for (;;) {
    const { rows } = await client.query<BackupRow>(`fetch ${AT_ONCE} from part`)
    if (rows.length > 0) yield rows
    if (rows.length < AT_ONCE) break
  }
  await client.query('close part')
}
