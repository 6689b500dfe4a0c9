/**
 * Everything that one commit writes, in order, as statements that nobody has run yet: SQLite runs them without an `await`,
 * PostgreSQL with (docs/style.md rule 5). First what can be lost to another deed: who loses there has touched nothing else.
 */
import type { SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Commit, FoldedRows } from '#lib/ports/case-store'
import type { Fact } from '#lib/ports/job-store'
import { type AnyRow, kindOf, KINDS, kindsOf, refuseForeign } from '#lib/ports/row-kinds'
import type { Refolded } from '#lib/ports/row-store'
import type { Base } from './database.ts'
import { and, eq, getTableColumns, or, sql } from './orm.ts'
import { columnOf, isOfAny, tableOf } from './tables-of.ts'

/** Runs when called; PostgreSQL's answers with a promise. */
export type Write = () => unknown
type Rows<T extends SQLiteTable> = readonly T['$inferInsert'][] | undefined
/** How an engine writes rows: SQLite one by one with a kept statement (sqlite/row-by-row.ts), PostgreSQL many on one way. */
export type RowWriter = Readonly<{
  insert: <T extends SQLiteTable>(table: T, rows: Rows<T>) => Iterable<Write>
  upsert: <T extends SQLiteTable>(table: T, key: readonly string[], rows: Rows<T>) => Iterable<Write>
  /** Rows by their key. */
  remove: (table: SQLiteTable, key: readonly string[], rows: readonly AnyRow[]) => Iterable<Write>
}>

export function* writesOf({ t }: Base, row: RowWriter, commit: Commit): Generator<Write> {
  const { events, rows, gone, notices, numbers, idempotencyKey } = commit
  refuseForeign(commit)
  yield* row.insert(t.event, events)
  yield* row.insert(t.number, numbers)
  yield* row.insert(t.once, idempotencyKey ? [idempotencyKey] : [])
  for (const kind of KINDS) yield* row.remove(tableOf(t, kind), kindOf(kind).key, (gone as Partial<FoldedRows>)[kind] ?? [])
  yield* putting(t, row, { ...rows, notices })
}

function* putting(t: Base['t'], row: RowWriter, rows: Partial<FoldedRows>): Generator<Write> {
  for (const kind of KINDS) {
    const [table, given] = [tableOf(t, kind), rows[kind] as Rows<SQLiteTable>] // safe: each kind's rows are those of its table
    yield* kindOf(kind).grows ? row.insert(table, given) : row.upsert(table, kindOf(kind).key, given)
  }
}

/** All rows of these streams in place of those that are stored, and the facts. What was told is not told otherwise. */
export function* replacementsOf({ db, t }: Base, row: RowWriter, streams: readonly Refolded[], facts: readonly Fact[]): Generator<Write> {
  for (const kind of KINDS) {
    const keys = streams.map(({ key }) => key).filter(({ stream }) => kindsOf(stream).includes(kind))
    if (kind !== 'notices' && keys.length > 0) yield later(db.delete(tableOf(t, kind)).where(isOfAny(t, kind, keys)))
  }
  const all = KINDS.map((kind) => [kind, streams.flatMap(({ rows }): readonly AnyRow[] => (rows as Partial<FoldedRows>)[kind] ?? [])])
  yield* putting(t, row, Object.fromEntries(all))
  yield* row.upsert(t.fact, ['name'], facts)
}
/** Answers with a row where the fact still is as it was, and keeps it so until the transaction ends. */
export const holding = ({ db, t: { fact } }: Base, { name, value, at }: Fact) =>
  db
    .update(fact)
    .set({ at })
    .where(and(eq(fact.name, name), eq(fact.value, value)))
    .returning({ name: fact.name })

/** As many rows in a statement as it holds: on the way to a server each statement costs a journey. */
export const manyAtOnce = (db: Base['db']): RowWriter => ({
  *insert(table, rows) {
    for (const part of parts(table, rows)) yield later(db.insert(table).values(part))
  },
  *upsert(table, key, rows) {
    for (const part of parts(table, rows)) yield later(upserting(db, table, key, part))
  },
  *remove(table, key, rows) {
    if (rows.length > 0) yield later(db.delete(table).where(or(...rows.map((row) => isRow(table, key, row)))))
  },
})
/** The row with this key; `values` by the names of its columns. */
export const isRow = (table: SQLiteTable, key: readonly string[], values: Readonly<Record<string, unknown>>): SQL | undefined =>
  and(...key.map((property) => eq(columnOf(table, property), values[property])))
/** A query runs when it is run or awaited, and not before. */
export const later =
  (query: PromiseLike<unknown> & Readonly<{ run?: () => unknown }>): Write =>
  () =>
    query.run?.() ?? query

/** Over the row with the same key, where there is more to it than the key. */
export function upserting<T extends SQLiteTable>(db: Base['db'], table: T, key: readonly string[], rows: T['$inferInsert'][]) {
  const insert = db.insert(table).values(rows)
  const over = replacing(table, key)
  return over ? insert.onConflictDoUpdate(over) : insert.onConflictDoNothing()
}
/** Every column but the key, from the row itself; null where the key is all there is. */
export function replacing(table: SQLiteTable, key: readonly string[]) {
  const rest = Object.entries(getTableColumns(table)).filter(([property]) => !key.includes(property))
  const set = Object.fromEntries(rest.map(([property, column]) => [property, sql`excluded.${sql.identifier(column.name)}`]))
  return rest.length > 0 ? { target: key.map((property) => columnOf(table, property)), set: set as never } : null // safe: names of its own columns
}

/** PostgreSQL takes 65,534 values in one statement, SQLite 32,766. */
const MOST_VALUES = 30_000
function* parts<T extends SQLiteTable>(table: T, rows: Rows<T> = []): Generator<T['$inferInsert'][]> {
  const size = Math.floor(MOST_VALUES / Object.keys(getTableColumns(table)).length)
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}
