/**
 * Streams as they were folded last, kept by this node with their heads and continued: a deed on a case of 3,000 files reads and folds what
 * came since, not all of it. A stream whose head is no longer what was kept is folded from its first event.
 */
import type { Happened } from '#lib/domain/case/evolve'
import { openEvent, type Opened } from '#lib/ledger/open'
import { GENESIS, type Head, type SealedEvent, type Stream } from '#lib/ledger/seal'
import type { Reader } from '#lib/ports/case-store'

type Recorded = Readonly<{ type: string; v: number }>
/** What a decider says of folding. */
export type Folding<E extends Recorded, S> = Readonly<{
  stream: Stream
  initial: S
  /** From a state on, one event after the other; states on the way need not stand, nor does `from` where it is owned. */
  evolving: (from: S, owned?: 'owned') => (happened: Happened<E>) => S
  upcast: (opened: Opened) => E // old shapes become today's, by `v`
}>
/** `size`: of its events, in characters of their payloads. */
export type Folded<E, S> = Readonly<{ past: readonly Happened<E>[]; state: S; head: Head; size: number }>

/** Of all streams together: some tens of megabytes once they are read. */
const MOST = 16_000_000
export type KeptStreams = Readonly<{
  get: (name: string) => Folded<unknown, unknown> | undefined
  set: (name: string, folded: Folded<unknown, unknown>) => void
  forget: (name: string) => void
}>
/** One value a node, bounded: what was asked for longest ago leaves first. */
export function keptStreams(most = MOST): KeptStreams {
  const kept = new Map<string, Folded<unknown, unknown>>()
  let size = 0
  const leave = (name: string): Folded<unknown, unknown> | undefined => {
    const found = kept.get(name)
    size -= found?.size ?? 0
    kept.delete(name)
    return found
  }
  const set: KeptStreams['set'] = (name, folded) => {
    leave(name)
    kept.set(name, folded)
    size += folded.size
    for (const oldest of kept.keys())
      if (size > most) leave(oldest)
      else break
  }
  const get: KeptStreams['get'] = (name) => {
    const found = leave(name)
    if (found) set(name, found)
    return found
  }
  return { get, set, forget: (name) => void leave(name) }
}

/** Opens and folds a stream from its first event. */
export const fold = <E extends Recorded, S>(folding: Folding<E, S>, sealed: readonly SealedEvent[]): Folded<E, S> =>
  goOn(folding, { past: [], state: folding.initial, head: GENESIS, size: 0 }, sealed)

/** The stream as it is now. `kept` undefined: nothing is kept here. */
export async function readFolded<E extends Recorded, S>(
  read: Pick<Reader, 'readEvents'>,
  folding: Folding<E, S>,
  streamId: string,
  kept: KeptStreams | undefined,
): Promise<Folded<E, S>> {
  const { stream } = folding
  const was = kept?.get(nameOf(stream, streamId)) as Folded<E, S> | undefined // safe: `keep` writes a stream's own under its name
  if (was) {
    const [head, ...since] = await read.readEvents({ stream, streamId }, was.head.seq)
    if (head?.hash === was.head.hash) return keep(kept, folding, streamId, goOn(folding, was, since, 'owned'))
  }
  return keep(kept, folding, streamId, fold(folding, await read.readEvents({ stream, streamId })))
}

export function keep<E extends Recorded, S>(
  kept: KeptStreams | undefined,
  { stream }: Folding<E, S>,
  streamId: string,
  folded: Folded<E, S>,
): Folded<E, S> {
  if (folded.head.seq > 0) kept?.set(nameOf(stream, streamId), folded)
  return folded
}
const nameOf = (stream: Stream, streamId: string): string => `${stream}/${streamId}`

/** What was kept is not what is stored: it is folded from its first event when it is asked for next. */
export const forget = ({ stream }: Pick<Folding<never, unknown>, 'stream'>, streamId: string, kept: KeptStreams | undefined): void =>
  kept?.forget(nameOf(stream, streamId))

/** `sealed` follows what was folded. `owned`: nobody else has what was folded, or will ask for it. */
export function goOn<E extends Recorded, S>(
  folding: Folding<E, S>,
  was: Folded<E, S>,
  sealed: readonly SealedEvent[],
  owned?: 'owned',
): Folded<E, S> {
  if (sealed.length === 0) return was
  const fresh = sealed
    .map(openEvent)
    .map((opened): Happened<E> => ({
      streamId: opened.streamId,
      seq: opened.seq,
      occasion: opened.occasion,
      event: folding.upcast(opened),
    }))
  const next = folding.evolving(was.state, owned)
  const state = fresh.reduce((_, happened) => next(happened), was.state)
  const size = sealed.reduce((sum, { payload }) => sum + payload.length, was.size)
  return { past: [...was.past, ...fresh], state, head: sealed.at(-1) ?? was.head, size }
}
