import { createHash } from 'node:crypto'
import type { SQL } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { Tables } from './schema.ts'

/**
 * A database and its tables, as queries see them: SQLite's types on both engines, every result awaited. A query that is
 * written here runs on both; what only one of them can do lives in `sqlite/` and `postgres/`.
 */
export type Base = Readonly<{ db: BetterSQLite3Database; t: Tables }>
/** The database's own time, so many milliseconds from now, as an instant in text. Each engine has its own words for it. */
export type Clock = (plusMs: number) => SQL<string>

/** A query built once: drizzle's building costs ten times the running (docs/stack.md §13). Its places are `sql.placeholder`s. */
export function hot<Row>(query: Preparable<Row>): (values?: Record<string, unknown>) => Promise<Row[]> {
  const prepared = query.prepare(nameOf(query.toSQL().sql))
  return async (values = {}) => (await prepared.execute(values)) as Row[] // safe: a select answers with its rows on both
}
/** PostgreSQL knows a prepared statement by its name: one name for each text, on every connection and for ever. */
const nameOf = (text: string): string => createHash('sha1').update(text).digest('hex')
type Preparable<Row> = {
  toSQL(): Readonly<{ sql: string }>
  prepare: (name: string) => { all(values?: Record<string, unknown>): Row[]; execute(values: Record<string, unknown>): unknown }
}

/** Queries that differ in their shape, each built once and kept while it is in use: the newest `most` of them. */
export function keep<Query>(most: number): (shape: string, build: () => Query) => Query {
  const kept = new Map<string, Query>()
  return (shape, build) => {
    const query = kept.get(shape) ?? build()
    kept.delete(shape)
    kept.set(shape, query)
    const [oldest] = kept.size > most ? kept.keys() : []
    if (oldest !== undefined) kept.delete(oldest)
    return query
  }
}

/**
 * A list asked again and again by the same people: built once for each shape, which is everything that its conditions are made of.
 * What differs from one asking to the next (a place, a size) stands in `values`.
 */
export function shaped(): <Row>(
  shape: readonly unknown[],
  build: () => Preparable<Row>,
  values?: Record<string, unknown>,
) => Promise<Row[]> {
  const queries = keep<(values?: Record<string, unknown>) => Promise<unknown[]>>(MOST_KEPT)
  return <Row>(shape: readonly unknown[], build: () => Preparable<Row>, values?: Record<string, unknown>) =>
    queries(JSON.stringify(shape), () => hot(build()))(values) as Promise<Row[]> // safe: a shape begins with the name of its only asker
}
/** A page asks several things at once that begin with the same question: what is asked while it is under way is answered with it. */
export function together<Answer>(): (key: string, ask: () => Promise<Answer>) => Promise<Answer> {
  const under = new Map<string, Promise<Answer>>()
  return (key, ask) => {
    const asking = under.get(key) ?? ask().finally(() => under.delete(key))
    under.set(key, asking)
    return asking
  }
}
export const MOST_KEPT = 500

export const first = <Row>(rows: readonly Row[]): Row | null => rows[0] ?? null
