/** Wrong passwords slow down: after five, growing, per account and per source. Rows, so that a restart forgives nobody. */
import type { Instant } from '#lib/domain/result'
import { HOUR_MS, MINUTE_MS, msBetween, SECOND_MS } from '#lib/domain/time'
import { sha256 } from '#lib/ledger/seal'
import type { DeskStore, Failures } from '#lib/ports/desk-store'
import { inTurns } from './in-turn.ts'

const FREE_TRIES = 5
const MOST_IN_LINE = 32
const FIRST_WAIT_MS = 5 * SECOND_MS
/** A whole office may sit behind one address: it is never made to wait long for one person's slips. */
const LONGEST_WAIT_MS = { account: 15 * MINUTE_MS, source: MINUTE_MS }
const FORGOTTEN_AFTER_MS = HOUR_MS
type Key = Readonly<{ kind: keyof typeof LONGEST_WAIT_MS; name: string }>

/** One name however it is typed; unknown names are counted like known ones. */
export const accountKey = (login: string): Key => ({ kind: 'account', name: login.normalize('NFKC').trim().toLowerCase().slice(0, 100) })
export const sourceKey = (address: string): Key => ({ kind: 'source', name: address })

export type Tried = Readonly<{ is: 'right' }> | Readonly<{ is: 'wrong'; left: number }> | Readonly<{ is: 'slow'; until: Instant }>

/** Runs the attempt unless its account has to wait. Only what is known to be wrong counts; a source that has to wait is looked at all the same (decision 0009). */
export const tryPassword = (
  desk: DeskStore,
  [account, source]: readonly [account: Key, source?: Key],
  now: Instant,
  attempt: () => Promise<boolean>,
): Promise<Tried> =>
  inTurn(`try ${textOf(account)}`, async () => {
    const own = await readCount(desk, account, now)
    if (own.blockedUntil > now) return { is: 'slow', until: own.blockedUntil }
    const shared = source ? await readCount(desk, source, now) : own
    const isRight = await (shared.blockedUntil > now ? inLine(shared.key, attempt) : attempt())
    if (isRight === 'full') return { is: 'slow', until: shared.blockedUntil }
    if (isRight) {
      await desk.clearFailures(own.key) // the account's alone, or a thief with one account could wipe a source's slate
      return { is: 'right' }
    }
    const { after } = await countWrong(desk, account, now)
    const there = source ? await countWrong(desk, source, now) : null
    if (there && there.before.blockedUntil > now) return { is: 'slow', until: there.after.blockedUntil }
    return { is: 'wrong', left: Math.max(0, FREE_TRIES - after.count) }
  })

/** Each sees the count of the one before, so that many at once do not count as one. */
const countWrong = (desk: DeskStore, key: Key, now: Instant): Promise<Readonly<{ before: Failures; after: Failures }>> =>
  inTurn(textOf(key), async () => {
    const before = await readCount(desk, key, now)
    const counted = { before, after: after(key, before, now) }
    await desk.saveFailures(counted.after)
    return counted
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

/** By digest: what was typed as a name may have been a password. */
const textOf = ({ kind, name }: Key): string => `${kind}:${sha256(name)}`
const later = (now: Instant, ms: number): Instant => new Date(Date.parse(now) + ms).toISOString()

/** Of a source that has to wait, one try is looked at at a time; who finds the line full is not looked at. */
async function inLine<T>(key: string, job: () => Promise<T>): Promise<T | 'full'> {
  const before = lines.get(key) ?? 0
  if (before >= MOST_IN_LINE) return 'full'
  lines.set(key, before + 1)
  try {
    return await inTurn(`line ${key}`, job)
  } finally {
    const left = (lines.get(key) ?? 1) - 1
    if (left === 0) lines.delete(key)
    else lines.set(key, left)
  }
}
const lines = new Map<string, number>()

/** Tries at one account, counts at one source. */
const inTurn = inTurns()
