/** Rows as they lie there: what `verify` holds against the events. Which tables, says held.ts. */
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { StreamKey } from '#lib/ledger/seal'
import { pastLast } from './conditions.ts'
import type { Base } from './database.ts'
import { type FoldedRows, HELD, type TableName } from './held.ts'
import { asc, eq } from './orm.ts'

export type StoredRow = Readonly<Record<string, string | number>>

export interface StoredRows {
  /** A case's by its id; the office's are all that there are. */
  readRowsOf(key: StreamKey): Promise<FoldedRows>
  /** Cases that have a row of any kind, whether or not they have events. */
  listRowOwners(): Promise<readonly string[]>
  /** Some thousand rows of a table in the order of its key, after that one. */
  readPageOf(table: TableName, after: StoredRow | null): Promise<readonly StoredRow[]>
}

const AT_ONCE = 5_000
const NAMES = Object.keys(HELD) as TableName[] // safe: the record's own keys
const foldedOf = (stream: StreamKey['stream']) =>
  NAMES.flatMap((name) => (HELD[name].folded?.of === stream ? [{ name, as: HELD[name].folded.as }] : []))

export const storedRows = ({ db, t }: Base): StoredRows => {
  const all = (name: TableName) => db.select().from(t[name]).$dynamic()
  const columnOf = (name: TableName, property: string) => (t[name] as unknown as Record<string, SQLiteColumn>)[property] as SQLiteColumn // safe: held.ts names columns of this very table
  return {
    readRowsOf: async ({ stream, streamId }) => {
      const found: [string, unknown][] = []
      for (const { name, as } of foldedOf(stream))
        found.push([as, await (stream === 'case' ? all(name).where(eq(columnOf(name, 'caseId'), streamId)) : all(name))])
      if (stream === 'office') found.push(['notices', await db.select().from(t.notice).where(eq(t.notice.caseId, ''))]) // of no case
      return Object.fromEntries(found) as FoldedRows // safe: each name with the rows of its own table
    },
    listRowOwners: async () => {
      const owners = new Set<string>()
      for (const { name } of foldedOf('case')) {
        const caseId = columnOf(name, 'caseId')
        for (const { id } of await db.selectDistinct({ id: caseId }).from(t[name])) owners.add(String(id))
      }
      owners.delete('') // the office's notices
      return [...owners].toSorted()
    },
    readPageOf: async (name, after) => {
      const columns = HELD[name].key.map((property) => columnOf(name, property))
      const past = pastLast(columns, 'up', after && HELD[name].key.map((property) => after[property] ?? ''))
      return await all(name)
        .where(past)
        .orderBy(...columns.map((column) => asc(column)))
        .limit(AT_ONCE)
    },
  }
}
