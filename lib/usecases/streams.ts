/**
 * The streams: by whom each is decided, which rows it has, and what else follows from its events. Whose a stored row is, and what makes it
 * the same row, says its kind (lib/ports/row-kinds.ts); from both tables follow asking, refolding, verifying, writing and taking back.
 */
import { numberOf } from '#lib/domain/case/decider'
import type { Happened } from '#lib/domain/case/evolve'
import type { TakenNumber } from '#lib/domain/numbers'
import { type Door, doorOf, NO_DOOR } from '#lib/domain/office/door'
import type { Stream } from '#lib/domain/stream'
import type { SealedEvent } from '#lib/ledger/seal'
import type { Rows } from '#lib/ports/case-store'
import { allRowsOf, stepsOf, noticesBy } from '#lib/views/case-views'
import { noticesOf, officeRows } from '#lib/views/office-views'
import type { Notice } from '#lib/views/rows'
import type { Ask, Decider } from './ask.ts'
import { caseDecider } from './case-decider.ts'
import { fold } from './folded.ts'
import { officeDecider } from './office/office-decider.ts'

/** What is no cache of the events and yet follows from them: what was told and taken, and what was sealed of the doors. */
type Following = Readonly<{ notices: readonly Notice[]; numbers: readonly TakenNumber[]; door: Door }>
/** `by`: whose deed each event was, in order. */
export type Recount = Following & Readonly<{ rows: Rows; by: readonly string[] }>

export const STREAMS = {
  case: streamOf(caseDecider, allRowsOf, (past) => {
    const [notices, numbers]: [Notice[], TakenNumber[]] = [[], []]
    for (const step of stepsOf(past, null)) {
      notices.push(...noticesBy(step))
      numbers.push(...[numberOf(step.happened, step.before) ?? []].flat())
    }
    return { notices, numbers, door: NO_DOOR }
  }),
  office: streamOf(
    officeDecider,
    (_past, state) => officeRows(state),
    (past) => ({ notices: noticesOf(past, officeDecider.initial), numbers: [], door: doorOf(past) }),
  ),
} satisfies { readonly [S in Stream]: StreamRow & Readonly<{ decider: Readonly<{ stream: S }> }> }

/** What somebody may ask of a stream, and the state that they are answered with. */
type DeciderOf<S extends Stream> = (typeof STREAMS)[S]['decider']
type CommandOf<S extends Stream> = DeciderOf<S> extends Decider<infer C, infer _E, infer _T> ? C : never
type StateOf<S extends Stream> = DeciderOf<S> extends Decider<infer _C, infer _E, infer T> ? T : never

/** `me.ask('case')`: by whom the stream is decided says its line. */
export type AskStream = <S extends Stream>(stream: S) => Ask<CommandOf<S>, StateOf<S>>
type AnyDecider<S extends Stream> = Decider<CommandOf<S>, Recorded, StateOf<S>>
export const deciderOf = <S extends Stream>(stream: S): AnyDecider<S> => STREAMS[stream].decider as unknown as AnyDecider<S> // safe: the line of this very stream

type StreamRow = Readonly<{ rowsOf: (events: readonly SealedEvent[]) => Rows; recount: (events: readonly SealedEvent[]) => Recount }>
type Deed = Readonly<{ type: string }>
type Recorded = Readonly<{ type: string; v: number }>
function streamOf<D extends Decider<C, E, S>, C extends Deed, E extends Recorded, S>(
  decider: D & Decider<C, E, S>,
  rows: (past: readonly Happened<E>[], state: S) => Rows,
  following: (past: readonly Happened<E>[]) => Following,
): StreamRow & Readonly<{ decider: D }> {
  return {
    decider,
    rowsOf: (events) => {
      const { past, state } = fold(decider, events)
      return rows(past, state)
    },
    recount: (events) => {
      const { past, state } = fold(decider, events)
      return { ...following(past), rows: rows(past, state), by: past.map(({ occasion }) => occasion.by.personId) }
    },
  }
}
