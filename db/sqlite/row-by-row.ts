/**
 * Rows written one by one with statements that are built once for each table: here a statement costs no journey, and drizzle's
 * building of one costs more than the running of twenty.
 */
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Base } from '../database.ts'
import { getTableColumns, sql } from '../orm.ts'
import { isRow, type RowWriter, upserting } from '../writes.ts'

type Statement = Readonly<{ run: (values: Record<string, unknown>) => unknown }>
/** Of one connection, inside its transactions and outside. */
export function rowByRow(db: Base['db']): RowWriter {
  const [inserts, upserts, removes] = [
    new Map<SQLiteTable, Statement>(),
    new Map<SQLiteTable, Statement>(),
    new Map<SQLiteTable, Statement>(),
  ]
  return {
    *insert(table, rows = []) {
      if (rows.length === 0) return
      const statement = kept(inserts, table, () =>
        db
          .insert(table)
          .values([places(table)])
          .prepare(),
      )
      for (const row of rows) yield () => statement.run(row)
    },
    *upsert(table, key, rows = []) {
      if (rows.length === 0) return
      const statement = kept(upserts, table, () => upserting(db, table, key, [places(table)]).prepare())
      for (const row of rows) yield () => statement.run(row)
    },
    *remove(table, key, rows) {
      if (rows.length === 0) return
      const statement = kept(removes, table, () =>
        db
          .delete(table)
          .where(isRow(table, key, places(table)))
          .prepare(),
      )
      for (const row of rows) yield () => statement.run(row)
    },
  }
}

/** A row whose every value comes later, under the column's own name. */
const places = <T extends SQLiteTable>(table: T): T['$inferInsert'] =>
  Object.fromEntries(Object.keys(getTableColumns(table)).map((name) => [name, sql.placeholder(name)])) as T['$inferInsert'] // safe: drizzle takes a place for any value

function kept<Key>(statements: Map<Key, Statement>, key: Key, build: () => Statement): Statement {
  const statement = statements.get(key) ?? build()
  statements.set(key, statement)
  return statement
}
