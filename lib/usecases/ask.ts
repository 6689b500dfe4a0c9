/**
 * The only way to change anything: read, permit, decide, seal, tell, commit. Nobody else holds a writer, so permission, seal,
 * notice, number and retry cannot be forgotten. Time enters once (`now`), chance once (`Effects`).
 */
import type { Happened } from '#lib/domain/case/evolve'
import type { NumberKind, TakenNumber } from '#lib/domain/numbers'
import { yearOf } from '#lib/domain/numbers'
import { ok, refuse, type Actor, type Instant, type Occasion, type OnPaper, type Refusal, type Result } from '#lib/domain/result'
import { beijingDay } from '#lib/domain/time'
import { sealEvents } from '#lib/ledger/seal'
import type { Reader, CaseWriter, Commit, Rows } from '#lib/ports/case-store'
import { changedRows } from '#lib/ports/row-kinds'
import type { Notice } from '#lib/views/rows'
import { deedOf, isSameRequest } from './deed-of.ts'
import { inTurns } from './in-turn.ts'
import { fold, type Folded, type Folding, forget, goOn, keep, type KeptStreams, readFolded } from './folded.ts'

type Deed = Readonly<{ type: string }>
type Recorded = Readonly<{ type: string; v: number }>
/** What the policy says: never (answered as missing), not now (with the reason), or under which post. */
export type Permission =
  | Readonly<{ is: 'never' }>
  | Readonly<{ is: 'not-now'; refusal: Refusal }>
  | Readonly<{ is: 'yes'; by: Occasion['by'] }>

/** What differs between streams. A stream's decider dispatches to its rule files by one total table. */
export type Decider<C extends Deed, E extends Recorded, S> = Folding<E, S> &
  Readonly<{
    permit: (actor: Actor, command: C, state: S, onPaper: boolean) => Permission
    needsNumber: (command: C, state: S, onPaper: boolean) => Readonly<{ unitId: string; kind: NumberKind }> | null
    decide: (state: S, command: C, occasion: Occasion, number: TakenNumber | null, past: readonly Happened<E>[]) => Result<readonly E[]>
    /** Rows as they were and as they are now; those that the deed cannot have touched may be left out of both. */
    views: (fresh: readonly Happened<E>[], before: S, after: S) => Readonly<{ was: Rows; is: Rows; notices: readonly Notice[] }>
  }>
/** Chance and waiting come in here, once, so that every test is exact. */
export type Effects = Readonly<{
  read: Reader
  write: CaseWriter
  newSalt: () => string
  newId: () => string
  chance: () => number
  wait: (ms: number) => Promise<void>
  /** What this node keeps folded; absent where every deed folds from the first event. */
  kept?: KeptStreams
}>
/** `said`: the form as its skin read it, in one text; its key answers for nothing else (deed-of.ts). */
export type When = Readonly<{ now: Instant; happenedAt?: Instant; onPaper?: OnPaper; said?: string }>
/** Who asks, and when. Read inside the gate, once the bytes have come: a right may have ended meanwhile. Null: their session was ended. */
export type Asker = () => Promise<Readonly<{ actor: Actor; now: Instant }> | null>
/** `repeated`: the same form was sent before, and this is its first answer. `state` is good until the next deed on the stream: its file of evidence is gone on with, not copied (folded.ts). */
export type Done<S> = Readonly<{ streamId: string; seq: number; state: S; repeated: boolean }>
export type Ask<C, S> = (streamId: string, command: C, formKey: string | null, when?: Partial<When>) => Promise<Result<Done<S>>>

const PATIENCE_MS = 3_000,
  LONGEST_WAIT_MS = 400

/** For whoever is who they are all the while: the clock, the demo world. */
export const askAs = <C extends Deed, E extends Recorded, S>(
  effects: Effects,
  decider: Decider<C, E, S>,
  actor: Actor,
  { now, said = '' }: Pick<When, 'now' | 'said'>,
): Ask<C, S> => askWith(effects, decider, async () => ({ actor, now }), said)

/** Where another deed came first, begin again with growing jitter for up to three seconds (docs/stack.md §21). Refuses `session.ended`. */
export const askWith =
  <C extends Deed, E extends Recorded, S>(effects: Effects, decider: Decider<C, E, S>, whoAsks: Asker, said = ''): Ask<C, S> =>
  (streamId, command, formKey, special) => {
    return inLine(`${decider.stream}/${streamId}`, async () => {
      for (let waited = 0, ceiling = 10; ; ceiling = Math.min(2 * ceiling, LONGEST_WAIT_MS)) {
        // At one time: on the way to a server the rights cost no journey of their own.
        const [asking, folded] = await Promise.all([whoAsks(), readFolded(effects.read, decider, streamId, effects.kept)])
        if (!asking) return refuse({ code: 'session.ended' })
        const wish = { streamId, command, formKey, folded }
        const answer = await attempt(effects, decider, asking.actor, { now: asking.now, said, ...special }, wish)
        if (answer !== 'conflict') return answer
        if (waited >= PATIENCE_MS) return refuse({ code: 'deed.busy' })
        const pause = Math.ceil(effects.chance() * ceiling)
        await effects.wait(pause)
        waited += pause
      }
    })
  }

type Wish<C, E, S> = Readonly<{ streamId: string; command: C; formKey: string | null; folded: Folded<E, S> }>
async function attempt<C extends Deed, E extends Recorded, S>(
  effects: Effects,
  decider: Decider<C, E, S>,
  actor: Actor,
  when: When,
  { streamId, command, formKey, folded }: Wish<C, E, S>,
): Promise<Result<Done<S>> | 'conflict'> {
  const { stream } = decider
  const first = formKey === null ? null : await effects.read.readIdempotencyKey(actor.personId, formKey)
  const { past, state, head } = folded
  const asked = { stream, streamId: head.seq > 0 ? streamId : '', type: command.type, formKey: formKey ?? '', said: when.said ?? '' }
  // A second press of the same form gets the first answer, also where the first one opened a stream under another id.
  if (first && isSameRequest(first, asked))
    return ok({
      streamId: first.streamId,
      seq: first.seq,
      state: fold(decider, (await effects.read.readEvents(first)).slice(0, first.seq)).state,
      repeated: true,
    })

  const permission = decider.permit(actor, command, state, when.onPaper !== undefined)
  if (permission.is === 'never') return refuse({ code: 'policy.denied' })
  if (first) return refuse({ code: 'deed.other-form' })
  if (permission.is === 'not-now') return refuse(permission.refusal)

  const happenedAt = when.happenedAt ?? when.now
  const wanted = decider.needsNumber(command, state, when.onPaper !== undefined)
  const year = yearOf(beijingDay(happenedAt))
  const number = wanted && { ...wanted, year, serial: await effects.read.nextSerial(wanted.unitId, wanted.kind, year) }
  const occasion: Occasion = { happenedAt, recordedAt: when.now, by: permission.by, ...(when.onPaper && { onPaper: when.onPaper }) }
  const decision = decider.decide(state, command, occasion, number, past)
  if (!decision.ok) return decision

  const events = sealEvents(
    { stream, streamId },
    head,
    occasion,
    decision.value.map((event) => ({ event, salt: effects.newSalt() })),
  )
  // Views see what a later fold will see: the sealed bytes read back, not the objects they were made of.
  // One event goes on in place: what was kept is what is sealed here, or is forgotten.
  const after = goOn(decider, folded, events, events.length === 1 ? 'owned' : undefined)
  const seq = head.seq + events.length
  const idempotencyKey = formKey === null ? null : { personId: actor.personId, formKey, stream, streamId, seq, deed: deedOf(asked) }
  const { was, is, notices } = decider.views(after.past.slice(past.length), state, after.state)
  const written: Commit = { events, ...changedRows(was, is), notices, numbers: number ? [number] : [], idempotencyKey }
  if (events.length > 0) {
    forget(decider, streamId, effects.kept)
    if ((await effects.write.commit(written)) === 'conflict') return 'conflict'
  }
  keep(effects.kept, decider, streamId, after)
  return ok({ streamId, seq, state: after.state, repeated: false })
}

/** Inside one process deeds on one stream stand in line and do not race at all; between processes the primary key decides. */
const inLine = inTurns()
