/** Every phase of a track, one row: whose the letter is in it, where lists and courses show it, and what is owed in it. Total: a new phase must say all of this. */
import { approvalFor } from '../case/rounds.ts'
import type { OpenCase } from '../case/state.ts'
import { SILENCE_HOURS } from '../law/soft-times.ts'
import { timeOfStep } from '../law/step-clocks.ts'
import type { Instant } from '../result.ts'
import { addHours, beijingDay } from '../time.ts'
import {
  decisionOf,
  isReceived,
  openProceedings,
  type DecidedTrack,
  type Proceeding,
  type ProceedingKind,
  type ReceivedTrack,
  type TrackPhase,
  type TrackState,
} from '../transfer/state.ts'
import { dutyRow, type DutyCode, type Node, type Owed, type Tone } from './duty.ts'

type In<P extends TrackPhase> = TrackState & Readonly<{ phase: P }>
type Row<P extends TrackPhase> = Readonly<{
  /** Is the matter with the body it was sent to? `left`: it was, and what it had is not bound to it any more. */
  life: 'planned' | 'lives' | 'left'
  /** What the body's people may read: the letter, that there was one, or that there is none. */
  known: 'nothing' | 'tombstone' | 'letter'
  /** The letter can go out, for the first time or again. */
  isSendable?: true
  isSigned?: true
  isDecided?: true
  /** In which of a body's lists it stands. */
  tab: 'pending' | 'examining' | 'decided' | null
  node: Node
  /** How far on its way, least first: of several tracks the least far is shown. */
  place: number
  tone: Tone
  word: string
  owes: (state: OpenCase, track: In<P>) => readonly Owed[]
}>
const nothing = (): readonly Owed[] => []

const PHASES = {
  planned: {
    life: 'planned',
    known: 'nothing',
    isSendable: true,
    tab: null,
    node: 'transfer',
    place: 0,
    tone: 'ok',
    word: 'approved',
    owes: (state, track) => toSend(state, track),
  },
  sent: {
    life: 'lives',
    known: 'letter',
    tab: 'pending',
    node: 'receipt',
    place: 1,
    tone: 'warn',
    word: 'sent',
    owes: (state, track) => [byBody(state, track, 'sign-receipt', track.legs.at(-1)?.passedOn.at ?? track.sent.at)],
  },
  withdrawn: {
    life: 'left',
    known: 'tombstone',
    isSendable: true,
    tab: 'decided',
    node: 'transfer',
    place: 8,
    tone: 'rest',
    word: 'withdrawn',
    owes: (state, track) => toSend(state, track), // under the same approval (decision 0002)
  },
  received: {
    life: 'lives',
    known: 'letter',
    isSigned: true,
    tab: 'examining',
    node: 'examine',
    place: 2,
    tone: 'ok',
    word: 'received',
    owes: (state, track) => [byBody(state, track, 'open-examination', track.receipt.at)],
  },
  supplementing: {
    life: 'lives',
    known: 'letter',
    isSigned: true,
    tab: 'examining',
    node: 'examine',
    place: 3,
    tone: 'warn',
    word: 'supplement',
    // Supplementing does not stop the review by any text we found: both clocks run (docs/handbook.md §3.4 rule 9).
    owes: (state, track) => [examine(state, track)],
  },
  examining: {
    life: 'lives',
    known: 'letter',
    isSigned: true,
    tab: 'examining',
    node: 'examine',
    place: 4,
    tone: 'info',
    word: 'underReview',
    owes: (state, track) => [examine(state, track)],
  },
  returned: {
    life: 'left',
    known: 'letter',
    isSigned: true,
    tab: 'decided',
    node: 'examine',
    place: 7,
    tone: 'bad',
    word: 'returned',
    owes: nothing,
  },
  filed: {
    life: 'lives',
    known: 'letter',
    isSigned: true,
    isDecided: true,
    tab: 'decided',
    node: 'result',
    place: 6,
    tone: 'info',
    word: 'filed',
    owes: (state, track) => afterDecision(state, track, 'hand-over'),
  },
  'not-filed': {
    life: 'lives',
    known: 'letter',
    isSigned: true,
    isDecided: true,
    tab: 'decided',
    node: 'result',
    place: 5,
    tone: 'bad',
    word: 'notFiled',
    owes: (state, track) => afterDecision(state, track, 'reconsider'),
  },
} as const satisfies { readonly [P in TrackPhase]: Row<P> }

export const TRACK_PHASES = Object.keys(PHASES) as readonly TrackPhase[] // safe: the table's own keys
type Facts = Omit<Row<TrackPhase>, 'owes' | 'word'> & Readonly<{ word: (typeof PHASES)[TrackPhase]['word'] }>
export const trackPhase = (phase: TrackPhase): Facts => PHASES[phase]
/** The phases of which something is so. */
export const trackPhasesThat = (is: (row: Facts) => boolean): readonly TrackPhase[] => TRACK_PHASES.filter((phase) => is(PHASES[phase]))
export const lives = ({ phase }: Pick<TrackState, 'phase'>): boolean => PHASES[phase].life === 'lives'

/** What is owed on a track: as its phase says, and in each proceeding that is open beside. */
export function owedOnTrack(state: OpenCase, track: TrackState): readonly Owed[] {
  const { owes } = PHASES[track.phase] as Row<TrackPhase> // safe: the table pairs each phase with its own row
  const open = isReceived(track) ? openProceedings(track) : []
  return [
    ...owes(state, track),
    ...open.flatMap((one) => (PROCEEDINGS[one.kind].while.includes(track.phase) ? owedIn(state, track, one) : [])),
  ]
}

/** What runs on a track beside its phase: a row for each kind. */
const PROCEEDINGS: Readonly<Record<ProceedingKind, Readonly<{ while: readonly TrackPhase[]; owes: DutyCode; by: 'sender' | 'body' }>>> = {
  supplement: { while: ['supplementing'], owes: 'supplement', by: 'sender' },
}
function owedIn(state: OpenCase, track: TrackState, { kind, seq, at }: Proceeding): readonly Owed[] {
  const { owes, by } = PROCEEDINGS[kind]
  return [{ ...(by === 'sender' ? bySender : byBody)(state, track, owes, at), proceeding: seq }]
}

function toSend(state: OpenCase, track: TrackState): readonly Owed[] {
  const approval = approvalFor(state, track.trackId)
  return approval ? [bySender(state, track, 'send', approval.approvedAt)] : []
}
const examine = (state: OpenCase, track: ReceivedTrack): Owed => byBody(state, track, 'examine', track.receipt.at)

/** The sender's next clock starts when it signs for the decision; unsigned, it is reminded after a day (docs/handbook.md §3.4 rule 8). */
function afterDecision(state: OpenCase, track: DecidedTrack, next: DutyCode & ('hand-over' | 'reconsider')): readonly Owed[] {
  const { to } = track
  const { signedFor, recordedAt } = decisionOf(track)
  if (!signedFor) {
    const dueAt = addHours(recordedAt, SILENCE_HOURS)
    return [{ ...bySender(state, track, 'sign-for-decision', recordedAt), dueAt }]
  }
  return to.kind === 'police' ? [bySender(state, track, next, signedFor.at)] : [] // arts 9 and 12 speak of the police
}

function bySender({ bureau, handlerIds }: OpenCase, { trackId, to }: TrackState, code: DutyCode, startedAt: Instant): Owed {
  const clock = timeOfStep(code, to.kind, beijingDay(startedAt))
  const { unitId, kind } = bureau
  return { unitId, kind, post: dutyRow(code).post, personIds: handlerIds, trackId, toUnitId: to.unitId, code, clock, startedAt }
}
function byBody({ bureau }: OpenCase, { trackId, to }: TrackState, code: DutyCode, startedAt: Instant): Owed {
  const clock = timeOfStep(code, to.kind, beijingDay(startedAt))
  return { unitId: to.unitId, kind: to.kind, trackId, toUnitId: bureau.unitId, post: dutyRow(code).post, code, clock, startedAt }
}
