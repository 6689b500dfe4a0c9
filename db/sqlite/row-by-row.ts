/**
 * Rows written one by one with statements that are built once for each table: here a statement costs no journey, and drizzle's
 * building of one costs more than the running of twenty.
 */
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Base } from '../database.ts'
import { eq, getTableColumns, sql } from '../orm.ts'
import { inserting, type RowWriter, upserting } from '../writes.ts'

type Statement = Readonly<{ run: (values: Record<string, unknown>) => unknown }>
/** Of one connection, inside its transactions and outside. */
export function rowByRow(db: Base['db']): RowWriter {
  const [inserts, upserts, clears] = [
    new Map<SQLiteTable, Statement>(),
    new Map<SQLiteTable, Statement>(),
    new Map<SQLiteColumn, Statement>(),
  ]
  const clear = (table: SQLiteTable, column: SQLiteColumn) =>
    db
      .delete(table)
      .where(eq(column, sql.placeholder('is')))
      .prepare()
  return {
    *insert(table, rows = [], twice) {
      if (rows.length === 0) return
      const statement = kept(inserts, table, () => inserting(db, table, [places(table)], twice).prepare())
      for (const row of rows) yield () => statement.run(row)
    },
    *upsert(table, key, rows = []) {
      if (rows.length === 0) return
      const statement = kept(upserts, table, () => upserting(db, table, key, [places(table)]).prepare())
      for (const row of rows) yield () => statement.run(row)
    },
    clear: (table, column, is) => {
      const statement = kept(clears, column, () => clear(table, column))
      return () => statement.run({ is })
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
