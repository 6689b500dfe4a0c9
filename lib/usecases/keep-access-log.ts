/** How long the access log stays, and whether it is what was written (found J13). */
import type { Day, Instant } from '#lib/domain/result'
import { addDays, beijingDay } from '#lib/domain/time'
import { breaksOf, type Link } from '#lib/ledger/access-chain'
import type { AccessLog } from '#lib/ports/access-log'
import type { Fact, JobStore } from '#lib/ports/job-store'

/** Where the log's end was last seen, kept with the cases: who takes the whole log away, or its end, must also reach there. */
export const ACCESS_LOG_SEEN = 'access-log'
/** A clock that stands years ahead for a while takes a few days with it, and not everything. */
const MOST_DAYS_AT_ONCE = 7

/** Removes whole days that are older than so many, and notes the end. Returns how many rows went. */
export async function keepAccessLog(log: AccessLog, facts: Pick<JobStore, 'saveFact'>, days: number, now: Instant): Promise<number> {
  const { before, last } = await log.readEnds()
  const [first] = await log.readOn(before.n, 1)
  const gone = first ? await log.removeBefore(earlier(addDays(beijingDay(now), -days), addDays(first.day, MOST_DAYS_AT_ONCE))) : 0
  await facts.saveFact({ name: ACCESS_LOG_SEEN, value: `${last.n} ${last.digest}`, at: now })
  return gone
}
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** Numbers of rows that are not what was written; 0: the end is missing. `seen`: its end as it was noted once; null or '' for never. */
export async function checkAccessLog(log: AccessLog, seen: Fact | null): Promise<readonly number[]> {
  const { before, last } = await log.readEnds()
  const [n = '', digest = ''] = seen?.value.split(' ') ?? []
  const known: Link | null = digest === '' ? null : { n: Number(n), digest }
  const found: number[] = []
  let at: Link = before
  let isThere = known === null || known.n < before.n || isSame(known, before)
  while (at.n < last.n) {
    const rows = (await log.readOn(at.n, ROWS_AT_ONCE)).filter((row) => row.n <= last.n) // what is written meanwhile is the next check's
    found.push(...breaksOf({ before: at, last: null }, rows))
    isThere ||= rows.some((row) => known !== null && isSame(known, row))
    const end = rows.at(-1)
    if (!end) break
    at = end
  }
  if (!isSame(at, last) || !isThere) found.push(0)
  // The oldest days went while they were read: read again what stays.
  return (await log.readEnds()).before.n === before.n ? found : checkAccessLog(log, seen)
}
const ROWS_AT_ONCE = 1_000
const isSame = (a: Link, b: Link): boolean => a.n === b.n && a.digest === b.digest
