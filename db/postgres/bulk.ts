/**
 * Many rows as one value: a statement with a place for each of ten thousand values costs more to build here than to run there.
 * For rows that are folded anew; what a deed writes is few.
 */
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Base } from '../database.ts'
import { getTableColumns, sql } from '../orm.ts'
import { later, manyAtOnce, replacing, type RowWriter } from '../writes.ts'

export const inBulk = (db: Base['db']): RowWriter => ({
  ...manyAtOnce(db),
  *insert(table, rows = []) {
    if (rows.length > 0) yield later(db.insert(table).select(asOneValue(table, rows)))
  },
  *upsert(table, key, rows = []) {
    if (rows.length === 0) return
    const [insert, over] = [db.insert(table).select(asOneValue(table, rows)), replacing(table, key)]
    yield later(over ? insert.onConflictDoUpdate(over) : insert.onConflictDoNothing())
  },
})

function asOneValue<T extends SQLiteTable>(table: T, rows: readonly T['$inferInsert'][]) {
  const columns = Object.entries(getTableColumns(table))
  const named = rows.map((row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(columns.map(([property, column]) => [column.name, row[property]])),
  )
  const names = sql.join(
    columns.map(([, column]) => sql.identifier(column.name)),
    sql`, `,
  )
  return sql`select ${names} from json_populate_recordset(null::${table}, ${JSON.stringify(named)})`
}
