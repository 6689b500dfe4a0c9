/** Pieces of conditions that several lists share. */
import type { AnyColumn, Placeholder, SQL } from 'drizzle-orm'
import type { Base } from './database.ts'
import { count, sql } from './orm.ts'

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
  const list = sql.join(
    last.map((value) => sql`${value}`),
    comma,
  )
  return sql`(${sql.join([...columns], comma)}) ${sql.raw(way === 'up' ? '>' : '<')} (${list})`
}

/** Counts no further than one past the cap, which the query's `limit` is: a badge says "99+", and nobody pays for more. */
export const countOf = ({ db }: Base, rows: { as: (name: string) => SubquerySource }) => db.select({ n: count() }).from(rows.as('some'))
export const numberOf = ([row]: readonly Readonly<{ n: number }>[]): number => row?.n ?? 0
type SubquerySource = Parameters<ReturnType<Base['db']['select']>['from']>[0]
/** Where a kept query will put its limit, and the last row shown. */
export const MOST = sql.placeholder('most')
export const [LAST_KEY, LAST_ID] = [sql.placeholder('key'), sql.placeholder('id')]
