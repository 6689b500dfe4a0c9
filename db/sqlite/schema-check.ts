import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrationsOf } from '../migrations.ts'
import { orm } from '../orm.ts'
import { StoreRefused } from '../refused.ts'
import type { Schema } from '../schema-check.ts'
import { applied, connect } from './open.ts'

const { drizzle } = orm('drizzle-orm/better-sqlite3')
const { migrate } = orm('drizzle-orm/better-sqlite3/migrator')

export function fileSchema(dataDir: string): Schema {
  if (!existsSync(join(dataDir, 'xianjie.db'))) throw new StoreRefused('db.none', `there is no database in ${dataDir}`)
  const [file, anew] = [connect(dataDir), new Database(':memory:')]
  try {
    migrate(drizzle(anew), migrationsOf('sqlite'))
    return { migrations: applied(file), is: madeIn(file), ought: madeIn(anew) }
  } finally {
    file.close()
    anew.close()
  }
}

/** SQLite's own are left out: its indexes of keys follow from the tables, its statistics say nothing. Blanks are no difference. */
function madeIn(client: Database.Database): Map<string, string> {
  const rows = client
    .prepare(`select type, name, tbl_name, sql from sqlite_schema where name not like 'sqlite\\_%' escape '\\'`)
    .raw()
    .all()
  const made = (rows as string[][]).map(
    ([type, name, table, text = '']) => [`${type} ${name}`, `${table}: ${text.replaceAll(/\s+/g, ' ')}`] as const,
  ) // safe: text columns
  return new Map([...made, ...migrationsIn(client)])
}
/** Which were applied, by when they were made: that is what is asked at a start. */
const migrationsIn = (client: Database.Database): [string, string][] =>
  applied(client) === 0
    ? []
    : (client.prepare('select created_at, count(*) from __drizzle_migrations group by 1').raw().all() as number[][]).map(([at, times]) => [
        `migration ${at}`,
        `${times}`,
      ]) // safe: numbers
