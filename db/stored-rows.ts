/** Rows as they lie there: what `verify` holds against the events. Which tables, says held.ts; whose rows, lib/ports/row-kinds.ts. */
import type { Stream, StreamKey } from '#lib/ledger/seal'
import type { FoldedRows } from '#lib/ports/case-store'
import { type AnyRow, kindOf, KINDS, kindsOf } from '#lib/ports/row-kinds'
import { pastLast } from './conditions.ts'
import type { Base } from './database.ts'
import { HELD, type TableName } from './held.ts'
import { asc } from './orm.ts'
import { columnOf, isOfAny, tableOf } from './tables-of.ts'

export type StoredRow = AnyRow

export interface StoredRows {
  readRowsOf(key: StreamKey): Promise<Partial<FoldedRows>>
  /** Streams that have a row of any kind, whether or not they have events. */
  listRowOwners(): Promise<readonly StreamKey[]>
  /** Some thousand rows of a table in the order of its key, after that one. */
  readPageOf(table: TableName, after: StoredRow | null): Promise<readonly StoredRow[]>
}

const AT_ONCE = 5_000

export const storedRows = ({ db, t }: Base): StoredRows => ({
  readRowsOf: async (key) => {
    const found: [string, unknown][] = []
    for (const kind of kindsOf(key.stream))
      found.push([
        kind,
        await db
          .select()
          .from(tableOf(t, kind))
          .where(isOfAny(t, kind, [key])),
      ])
    return Object.fromEntries(found) as Partial<FoldedRows> // safe: each kind with the rows of its own table
  },
  listRowOwners: async () => {
    const owners = new Map<string, StreamKey>()
    const add = (stream: Stream, streamId: string) => owners.set(`${stream}/${streamId}`, { stream, streamId })
    for (const kind of KINDS) {
      const { of, by } = kindOf(kind)
      const table = tableOf(t, kind)
      if (of === undefined) {
        const key = { stream: columnOf(table, 'stream'), streamId: columnOf(table, 'streamId') }
        for (const { stream, streamId } of await db.selectDistinct(key).from(table)) add(stream as Stream, String(streamId)) // safe: what is none is a difference
      } else if (by) {
        for (const { id } of await db.selectDistinct({ id: columnOf(table, by) }).from(table)) add(of, String(id))
      } else if ((await db.select().from(table).limit(1)).length > 0) add(of, of) // the only one bears the name of its kind
    }
    return [...owners].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => key)
  },
  readPageOf: async (name, after) => {
    const key = keyOfTable(name)
    const columns = key.map((property) => columnOf(t[name], property))
    const past = pastLast(columns, 'up', after && key.map((property) => after[property] ?? ''))
    const rows = await db
      .select()
      .from(t[name])
      .where(past)
      .orderBy(...columns.map((column) => asc(column)))
      .limit(AT_ONCE)
    return rows as readonly StoredRow[] // safe: columns are texts and numbers
  },
})
/** By what a row of the table is the same row. @internal */
export function keyOfTable(name: TableName): readonly string[] {
  const held = HELD[name]
  return 'folded' in held ? kindOf(held.folded).key : held.key
}
