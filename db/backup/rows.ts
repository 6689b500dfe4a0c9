/** Rows as a backup holds them: by the names of the database, the same on both engines, so that each takes the other's. */
import { getTableColumns, getTableName } from '../orm.ts'
import * as tables from '../schema.sqlite.ts'

export type BackupRow = Readonly<Record<string, string | number>>

const KINDS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.values(tables).map((table) => [
    getTableName(table),
    new Map(Object.values(getTableColumns(table)).map(({ name, dataType }) => [name, dataType])),
  ]),
)
export const TABLES: readonly string[] = [...KINDS.keys()]
export const isTable = (name: string): boolean => KINDS.has(name)

/**
 * The columns of the rows, all alike. A backup of an older version may lack a column that has a default; one that we do not
 * know, or a value of another kind, is no backup of ours.
 */
export function columnsOf(table: string, rows: readonly unknown[]): readonly string[] {
  const kinds = KINDS.get(table)
  const [first] = rows
  if (!kinds || !isRow(first)) throw new Error(`no row of ${table}`)
  const columns = Object.keys(first)
  for (const row of rows) {
    const isOurs = isRow(row) && Object.keys(row).length === columns.length && columns.every((name) => typeof row[name] === kinds.get(name))
    if (!isOurs) throw new Error(`a row of ${table} has other columns`)
  }
  return columns
}
/** Rows of an older backup as today's tables hold them, where a default would not do. What is folded of them otherwise, a refold says. */
export const ofToday = (table: string, rows: readonly unknown[]): readonly unknown[] => {
  const word = OLDER[table]
  return word ? rows.map((row) => (isRow(row) ? word(row) : row)) : rows
}
const OLDER: Readonly<Record<string, (row: Record<string, unknown>) => Record<string, unknown>>> = {
  entry: (row) => ('stream' in row ? row : { ...row, stream: 'case', stream_id: row['case_id'] }), // they are its key since 0010
  track_row: ({ sheet: _sheet, ...row }) => row, // went with 0010
}
const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
