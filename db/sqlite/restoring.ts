import type { Restoring } from '../backup/restoring.ts'
import { columnsOf, ofToday } from '../backup/rows.ts'
import { openDesk } from '../desk.ts'
import { openFacts } from '../jobs.ts'
import { fillsAfter, migrationsOf, refuseNewer } from '../migrations.ts'
import { reader } from '../reader.ts'
import { nobodysMac } from '../session-mac.ts'
import { storedRows } from '../stored-rows.ts'
import { sqliteWriter } from './commit.ts'
import { openFile } from './open.ts'

export function fileRestoring(dataDir: string, migrations: number): Restoring {
  refuseNewer(migrations, migrationsOf('sqlite').known)
  const base = openFile(dataDir)
  const { client } = base
  client.exec('begin immediate')
  return {
    insert: async (table, given) => {
      if (given.length === 0) return
      const rows = ofToday(table, given)
      const columns = columnsOf(table, rows)
      const named = columns.map((name) => `"${name}"`).join(', ')
      const insert = client.prepare(`insert into "${table}" (${named}) values (${columns.map((name) => `@${name}`).join(', ')})`)
      for (const row of rows) insert.run(row)
    },
    fill: async () => {
      for (const statement of fillsAfter(migrations, 'sqlite')) client.exec(statement)
    },
    // Its transactions are savepoints of ours.
    staged: { ...reader(base), ...sqliteWriter(base), ...storedRows(base), ...openFacts(base), ...openDesk(base, nobodysMac()) },
    close: async () => {
      client.exec('commit')
      client.pragma('wal_checkpoint(truncate)')
      client.close()
    },
    keep: async () => {},
    abandon: async () => void client.close(),
  }
}
