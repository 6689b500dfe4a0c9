/**
 * Rows of another number are folded anew before anybody is served: every stream, in batches, each together with how far it has come.
 * So a refold that was killed goes on where it stopped, and a node that slept meanwhile writes nothing over what others did (decision 0014).
 */
import type { Instant } from '#lib/domain/result'
import type { StreamKey } from '#lib/ledger/seal'
import type { Reader } from '#lib/ports/case-store'
import type { Fact, JobStore } from '#lib/ports/job-store'
import type { Refolded, RowStore } from '#lib/ports/row-store'
import { refold, ROWS_VERSION } from './refold.ts'

type Reads = Pick<Reader, 'listStreams'> & Pick<JobStore, 'readFact'>
export type Refolding = Reads & Pick<Reader, 'readEvents'> & Pick<JobStore, 'saveFact'> & RowStore
type Way = Readonly<{
  clockNow: () => Instant
  /** After each batch, waited for. */
  report?: (done: number, all: number) => Promise<void>
  atOnce?: number
}>

const ROWS = 'rows'
const REFOLD = 'refold'
const FIRST = 1
/** Streams in a transaction: a flush each, and not so many that the door stands still. */
const AT_ONCE = 100

/** The number of the stored rows. Where none is said it is the first, which every portal had before there were numbers; nothing stored is of today. */
export async function rowsVersionOf(store: Reads): Promise<number> {
  const fact = await store.readFact(ROWS)
  if (fact) return Number(fact.value)
  return (await store.listStreams()).length === 0 ? ROWS_VERSION : FIRST
}

/** Answers how many streams could not be folded and keep the rows they had: `verify` names each. */
export async function refoldRows(store: Refolding, way: Way): Promise<number> {
  const version = { name: ROWS, value: String(ROWS_VERSION), at: way.clockNow() }
  if ((await rowsVersionOf(store)) === ROWS_VERSION) {
    if (!(await store.readFact(ROWS))) await store.saveFact(version)
    return 0
  }
  const { atOnce = AT_ONCE } = way
  const streams = await store.listStreams()
  const batchAt = (at: number): readonly StreamKey[] => streams.slice(at, at + atOnce)
  let unfolded = 0
  let was = await begun(store, way.clockNow())
  const first = placeAfter(streams, was)
  let next = foldAll(store, batchAt(first))
  for (let at = first; at < streams.length; at += atOnce) {
    const some = batchAt(at)
    const folded = await next
    next = foldAll(store, batchAt(at + atOnce)) // while a server writes these
    next.catch(() => {}) // heard where it is waited for, if it ever is
    const is = progress(some.at(-1), way.clockNow())
    if ((await store.replaceRows(folded, { was, is: [is] })) === 'overtaken') return refoldRows(store, way)
    was = is
    unfolded += some.length - folded.length
    await way.report?.(at + some.length, streams.length)
  }
  const done = await store.replaceRows([], { was, is: [version, { ...was, value: '' }] })
  return done === 'overtaken' ? refoldRows(store, way) : unfolded
}

/** What was begun for this number goes on; what was begun for another counts for nothing. */
async function begun(store: Refolding, now: Instant): Promise<Fact> {
  const fact = await store.readFact(REFOLD)
  if (fact?.value.startsWith(`{"to":${ROWS_VERSION},`)) return fact
  const anew = progress(undefined, now)
  await store.saveFact(anew)
  return anew
}
const progress = (after: StreamKey | undefined, at: Instant): Fact => ({
  name: REFOLD,
  value: JSON.stringify({ to: ROWS_VERSION, after: after ? nameOf(after) : '' }),
  at,
})
const nameOf = ({ stream, streamId }: StreamKey): string => `${stream}/${streamId}`

/** Zero too where the last one is there no more: then all are folded again. */
function placeAfter(streams: readonly StreamKey[], { value }: Fact): number {
  const { after } = JSON.parse(value) as { after: string } // safe: `progress` wrote it
  return streams.findIndex((key) => nameOf(key) === after) + 1
}

const foldAll = async (store: Pick<Reader, 'readEvents'>, streams: readonly StreamKey[]): Promise<Refolded[]> =>
  (await Promise.all(streams.map(async (key) => foldOne(key, await store.readEvents(key))))).filter((one) => one !== null)

/** One broken stream keeps nobody else from their work. */
function foldOne(key: StreamKey, events: Parameters<typeof refold>[1]): Refolded | null {
  try {
    return { key, rows: refold(key, events) }
  } catch {
    return null
  }
}
