/** Pieces of conditions that several lists share. */
import { type AnyColumn, count, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Page } from '#lib/ports/case-store'
import { type Base, hot } from './database.ts'

/** Holds the text anywhere; `%` and `_` mean themselves. Latin letters match in either case on both engines. */
export const holds = (column: AnyColumn, text: string): SQL =>
  sql`lower(${column}) like ${`%${lower(text).replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase()) // as both engines' lower()
/** Holds exactly this part: for ids. (SQLite's `like` would take `A` for `a`.) */
export const hasPart = (column: AnyColumn, part: string): SQL => sql`replace(${column}, ${part}, '') <> ${column}`
/** A list is stored as JSON text. */
export const lists = (column: AnyColumn, item: string): SQL => hasPart(column, JSON.stringify(item))

/**
 * Rows after the last one shown, in the list's own order, which ends in a key. Row values, so that one index answers both
 * order and place.
 */
export function pastLast(
  columns: readonly AnyColumn[],
  way: 'up' | 'down',
  last: readonly (string | number | Placeholder)[] | null,
): SQL | undefined {
  if (!last) return undefined
  const comma = sql`, `
  const here = sql.join(
    last.map((value) => sql`${value}`),
    comma,
  )
  return sql`(${sql.join([...columns], comma)}) ${sql.raw(way === 'up' ? '>' : '<')} (${here})`
}
export const placeOf = ({ after }: Page): readonly [string, string] | null => after && [after.key, after.id]

/** Counts no further than one past the cap: a badge says "99+", and nobody pays for more. */
export async function countUpTo({ db }: Base, cap: number, rows: Limitable): Promise<number> {
  const some = rows.limit(cap + 1).as('some')
  const [row] = await db.select({ n: count() }).from(some)
  return row?.n ?? 0
}
/** The same, to be kept: the query already has its limit. */
export const counted = ({ db }: Base, rows: ReturnType<Limitable['limit']>) => hot(db.select({ n: count() }).from(rows.as('some')))
type Limitable = { limit: (n: number) => { as: (name: string) => SubquerySource } }
type SubquerySource = Parameters<ReturnType<Base['db']['select']>['from']>[0]
