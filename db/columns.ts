/**
 * What a table is made of, per dialect (docs/decisions.md D19). Instants, days and payloads are text; money is `fen`, because
 * PostgreSQL's `integer` ends at 21,474,836.47 yuan. There text is also told to sort by code point, as it does on SQLite:
 * a page's key must mean the same on both.
 */
import { orm } from './orm.ts'

const pg = orm('drizzle-orm/pg-core')
const sqlite = orm('drizzle-orm/sqlite-core')

export const sqliteKit = {
  table: sqlite.sqliteTable,
  key: sqlite.primaryKey,
  index: sqlite.index,
  text: (name: string) => sqlite.text(name).notNull(),
  integer: (name: string) => sqlite.integer(name).notNull(),
  fen: (name: string) => sqlite.integer(name).notNull(),
}
export type Kit = typeof sqliteKit

const sortedText = pg.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' })
// safe: code is typed against SQLite's tables and always awaits; the contract suite runs it on both engines.
export const pgKit = {
  table: pg.pgTable,
  key: pg.primaryKey,
  index: pg.index,
  text: (name: string) => sortedText(name).notNull(),
  integer: (name: string) => pg.integer(name).notNull(),
  fen: (name: string) => pg.bigint(name, { mode: 'number' }).notNull(),
} as unknown as Kit
