/** In which table the rows of a kind stand, and by which of its columns they are a stream's. */
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { kindOf, type RowKind } from '#lib/ports/row-kinds'
import type { StreamKey } from '#lib/ledger/seal'
import type { Base } from './database.ts'
import { and, eq, getTableColumns, inArray, or } from './orm.ts'
import type { TableName } from './held.ts'
import type { SQL } from 'drizzle-orm'

const TABLE_OF = {
  cases: 'caseRow',
  tracks: 'trackRow',
  evidence: 'evidence',
  caseTies: 'caseTie',
  trackTies: 'trackTie',
  words: 'word',
  entries: 'entry',
  duties: 'duty',
  notices: 'notice',
  units: 'unit',
  unitNames: 'unitName',
  persons: 'person',
  posts: 'post',
  directory: 'directory',
} as const satisfies { readonly [K in RowKind]: TableName }

export const tableOf = (t: Base['t'], kind: RowKind): SQLiteTable => t[TABLE_OF[kind]]
export function columnOf(table: SQLiteTable, property: string): SQLiteColumn {
  const column = getTableColumns(table)[property]
  if (!column) throw new Error(`no column ${property}`)
  return column
}
/** Which rows of a kind are one of these streams'; absent: all of them. */
export function isOfAny(t: Base['t'], kind: RowKind, keys: readonly StreamKey[]): SQL | undefined {
  const table = tableOf(t, kind)
  const { by, of } = kindOf(kind)
  const ids = keys.map(({ streamId }) => streamId)
  if (of !== undefined) return by ? inArray(columnOf(table, by), ids) : undefined
  const streams = Map.groupBy(keys, ({ stream }) => stream)
  const each = [...streams].map(([stream, some]) =>
    and(
      eq(columnOf(table, 'stream'), stream),
      inArray(
        columnOf(table, 'streamId'),
        some.map(({ streamId }) => streamId),
      ),
    ),
  )
  return or(...each)
}
