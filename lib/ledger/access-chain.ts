/**
 * The access log's chain: a row's digest is made of the one before and of all that the row says, and the first of a day follows the last
 * of the day before. So a row that was changed, taken out or put in is found, and days are removed from the front without a break.
 */
import type { AccessEntry, AccessRow } from '#lib/domain/access'
import { beijingDay } from '#lib/domain/time'
import { canonicalJson } from './canonical.ts'
import { sha256 } from './seal.ts'

export type Link = Readonly<{ n: number; digest: string }>
/** @internal */
export const FIRST: Link = { n: 0, digest: '0'.repeat(64) }

const digestOf = (before: string, { digest: _, ...said }: AccessRow): string => sha256(before, canonicalJson(said))

/** The entries as rows behind `last`, in their order: whatever the clock says, the order is that of writing. */
export function chained(last: Link, entries: readonly AccessEntry[]): AccessRow[] {
  let { n, digest } = last
  return entries.map((entry) => {
    const row = { ...entry, n: ++n, day: beijingDay(entry.at), digest: '' }
    digest = digestOf(digest, row)
    return { ...row, digest }
  })
}

/**
 * Numbers at which the log is not what was written, in order: a row changed, or put in, or the one behind a row that was taken out; 0
 * where its end is missing. `rows` are all that is kept, or, with the `last` of a part as the next part's `before`, some of it.
 */
export function breaksOf(ends: Readonly<{ before: Link; last: Link | null }>, rows: readonly AccessRow[]): number[] {
  let { n, digest } = ends.before
  const found: number[] = []
  for (const row of rows) {
    if (row.n !== n + 1 || digestOf(digest, row) !== row.digest) found.push(row.n)
    ;({ n, digest } = row)
  }
  if (ends.last && (ends.last.n !== n || ends.last.digest !== digest)) found.push(0)
  return found
}
