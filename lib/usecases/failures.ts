/** Wrong passwords slow down: after five, growing, per account and per source. Rows, so that a restart forgives nobody. */
import type { Instant } from '#lib/domain/result'
import { HOUR_MS, MINUTE_MS, msBetween, SECOND_MS } from '#lib/domain/time'
import { sha256 } from '#lib/ledger/seal'
import type { DeskStore, Failures } from '#lib/ports/desk-store'

const FREE_TRIES = 5
const FIRST_WAIT_MS = 5 * SECOND_MS
/** A whole office may sit behind one address: it is never made to wait long for one person's slips. */
const LONGEST_WAIT_MS = { account: 15 * MINUTE_MS, source: MINUTE_MS }
const FORGOTTEN_AFTER_MS = HOUR_MS
type Key = Readonly<{ kind: keyof typeof LONGEST_WAIT_MS; name: string }>

/** One name however it is typed; unknown names are counted like known ones. */
export const accountKey = (login: string): Key => ({ kind: 'account', name: login.normalize('NFKC').trim().toLowerCase().slice(0, 100) })
export const sourceKey = (address: string): Key => ({ kind: 'source', name: address })

export type Tried = Readonly<{ is: 'right' }> | Readonly<{ is: 'wrong'; left: number }> | Readonly<{ is: 'slow'; until: Instant }>

/** Runs the attempt unless one of the keys has to wait. Counted before it is known to be wrong, so that many at once do not count as one. */
export const tryPassword = (
  desk: DeskStore,
  keys: readonly [Key, ...Key[]],
  now: Instant,
  attempt: () => Promise<boolean>,
): Promise<Tried> =>
  inTurn(textOf(keys[0]), async () => {
    const before = await Promise.all(keys.map((key) => readCount(desk, key, now)))
    const [until] = before
      .map(({ blockedUntil }) => blockedUntil)
      .filter((at) => at > now)
      .toSorted()
      .toReversed()
    if (until) return { is: 'slow', until }
    const counted = before.map((failures, i) => after(keys[i] ?? keys[0], failures, now))
    await Promise.all(counted.map((failures) => desk.saveFailures(failures)))
    if (!(await attempt())) return { is: 'wrong', left: Math.max(0, FREE_TRIES - (counted[0]?.count ?? FREE_TRIES)) }
    // The account is its owner's again; a source gets back only this try, or a thief with one account could wipe its slate.
    await Promise.all(keys.map((key, i) => (i === 0 ? desk.clearFailures(textOf(key)) : restore(desk, before[i]))))
    return { is: 'right' }
  })

function after(key: Key, before: Failures, now: Instant): Failures {
  const count = before.count + 1
  const waitMs = count < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS[key.kind], FIRST_WAIT_MS * 2 ** Math.min(count - FREE_TRIES, 20))
  return { key: textOf(key), count, lastAt: now, blockedUntil: waitMs === 0 ? '' : later(now, waitMs) }
}

/** An account's failures are forgotten after a quiet hour; a source loses one a minute, since many people may share it. */
async function readCount(desk: DeskStore, key: Key, now: Instant): Promise<Failures> {
  const known = await desk.readFailures(textOf(key))
  const none: Failures = { key: textOf(key), count: 0, lastAt: now, blockedUntil: '' }
  if (!known || known.blockedUntil > now) return known ?? none
  const quietMs = msBetween(known.lastAt, now)
  if (key.kind === 'account') return quietMs < FORGOTTEN_AFTER_MS ? known : none
  return { ...known, count: Math.max(0, known.count - Math.floor(quietMs / MINUTE_MS)) }
}
const restore = (desk: DeskStore, before: Failures | undefined): Promise<void> =>
  !before ? Promise.resolve() : before.count === 0 ? desk.clearFailures(before.key) : desk.saveFailures(before)

/** By digest: what was typed as a name may have been a password. */
const textOf = ({ kind, name }: Key): string => `${kind}:${sha256(name)}`
const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString()

/** Tries at one account stand in line: each sees the count of the one before. */
const tails = new Map<string, Promise<unknown>>()
function inTurn<T>(key: string, job: () => Promise<T>): Promise<T> {
  const mine = (tails.get(key) ?? Promise.resolve()).then(job, job)
  tails.set(key, mine)
  const leave = (): void => {
    if (tails.get(key) === mine) tails.delete(key)
  }
  mine.then(leave, leave)
  return mine
}
