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
  inTurn(`try ${textOf(keys[0])}`, async () => {
    const counted: Counted[] = []
    for (const key of keys) {
      const one = await inTurn(textOf(key), () => count(desk, key, now))
      if (one.before.blockedUntil > now) {
        await giveBack(desk, counted)
        return { is: 'slow', until: one.before.blockedUntil }
      }
      counted.push(one)
    }
    if (!(await attempt())) return { is: 'wrong', left: Math.max(0, FREE_TRIES - (counted[0]?.after.count ?? FREE_TRIES)) }
    // The account is its owner's again; a source gets back only this try, or a thief with one account could wipe its slate.
    await desk.clearFailures(textOf(keys[0]))
    await giveBack(desk, counted.slice(1))
    return { is: 'right' }
  })

type Counted = Readonly<{ before: Failures; after: Failures }>
async function count(desk: DeskStore, key: Key, now: Instant): Promise<Counted> {
  const before = await readCount(desk, key, now)
  if (before.blockedUntil > now) return { before, after: before }
  const counted = { before, after: after(key, before, now) }
  await desk.saveFailures(counted.after)
  return counted
}

/** One try each, and no other: somebody else of the same source may have begun or ended one meanwhile. */
async function giveBack(desk: DeskStore, counted: readonly Counted[]): Promise<void> {
  for (const { before, after } of counted)
    await inTurn(before.key, async () => {
      const known = (await desk.readFailures(before.key)) ?? after
      const isAlone = known.count === after.count && known.lastAt === after.lastAt
      const left = isAlone ? before : { ...known, count: known.count - 1, ...(known.count <= FREE_TRIES && { blockedUntil: '' }) }
      await (left.count <= 0 ? desk.clearFailures(before.key) : desk.saveFailures(left))
    })
}

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

/** By digest: what was typed as a name may have been a password. */
const textOf = ({ kind, name }: Key): string => `${kind}:${sha256(name)}`
const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString()

/** Tries at one account stand in line, and so does who counts at one source: each sees the count of the one before. */
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
