import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type BackupRow, isTable } from '../backup/rows.ts'
import type { Snapshot } from '../backup/snapshot.ts'
import { StoreRefused } from '../refused.ts'
import { applied, connect } from './open.ts'

const AT_ONCE = 500

/** A connection of its own and one read transaction: writers go on, and it sees none of what they write. */
export function fileSnapshot(dataDir: string): Snapshot {
  if (!existsSync(join(dataDir, 'xianjie.db'))) throw new StoreRefused('db.none', `there is no database in ${dataDir}`)
  const client = connect(dataDir)
  client.pragma('query_only = 1')
  client.exec('begin')
  const migrations = applied(client) // the first read: from here on it is one moment
  const named = client.prepare(`select name from pragma_table_list where schema = 'main' and type = 'table'`).pluck()
  const tables = (named.all() as string[]).filter(isTable).toSorted() // safe: one text column. What indexes words is made anew by what is inserted
  return {
    engine: 'sqlite',
    migrations,
    tables,
    rows: async function* (table) {
      if (!tables.includes(table)) throw new Error(`no table ${table}`)
      let some: BackupRow[] = []
      for (const row of client.prepare<[], BackupRow>(`select * from "${table}"`).iterate()) {
        if (some.push(row) < AT_ONCE) continue
        yield some
        some = []
      }
      if (some.length > 0) yield some
    },
    end: async () => void client.close(),
  }
}
