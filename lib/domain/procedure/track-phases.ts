/** Every phase of a track, one row: whose the letter is in it, where lists and courses show it, and what is owed in it. Total: a new phase must say all of this. */
import { approvalFor } from '../case/rounds.ts'
import type { OpenCase } from '../case/state.ts'
import { isFollowed } from '../transfer/stage-faults.ts'
import {
  isOpened,
  isReceived,
  openProceedings,
  type Proceeding,
  type ReceivedTrack,
  type TrackPhase,
  type TrackState,
} from '../transfer/state.ts'
import type { Node, Owed, Tone } from './duty.ts'
import { afterDecision, byBody, bySender, draftOwed, OWED_IN } from './owed.ts'
import { stageRow } from './stages.ts'

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
  /** What the body had can be planned anew: it gave it back, or decided against it (found B2, B3). */
  canFollow?: true
  /** In which of a body's lists it stands. */
  tab: 'pending' | 'examining' | 'decided' | null
  node: Node
  /** How far on its way, least first: of several tracks the least far is shown. */
  place: number
  tone: Tone
  word: string
  owes: (state: OpenCase, track: In<P>) => readonly Owed[]
}>
/** What every phase after the decision has in common; what is owed in it hangs on the decision that stands (owed.ts). */
const AFTER = {
  life: 'lives',
  known: 'letter',
  isSigned: true,
  isDecided: true,
  tab: 'decided',
  node: 'result',
  owes: afterDecision,
} as const

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
    owes: (state, track) => [examine(state, track), ...opinion(state, track)],
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
    owes: (state, track) => [examine(state, track), ...opinion(state, track)],
  },
  returned: {
    life: 'left',
    known: 'letter',
    isSigned: true,
    canFollow: true,
    tab: 'decided',
    node: 'examine',
    place: 7,
    tone: 'bad',
    word: 'returned',
    owes: (state, track) => (isFollowed(track) ? [] : [bySender(state, track, 'plan-anew', track.returned.at)]),
  },
  filed: { ...AFTER, place: 6, tone: 'info', word: 'filed' },
  'handed-over': { ...AFTER, place: 6, tone: 'ok', word: 'handedOver' },
  'not-filed': { ...AFTER, canFollow: true, place: 5, tone: 'bad', word: 'notFiled' },
  reconsidering: { ...AFTER, place: 5, tone: 'warn', word: 'reconsider' },
  upheld: { ...AFTER, canFollow: true, place: 5, tone: 'bad', word: 'upheld' },
  'in-supervision': { ...AFTER, place: 5, tone: 'warn', word: 'supervision' },
  ordered: { ...AFTER, place: 5, tone: 'info', word: 'ordered' },
  'reasons-accepted': { ...AFTER, canFollow: true, place: 5, tone: 'bad', word: 'reasonsAccepted' },
  proceeding: { ...AFTER, place: 6, tone: 'info', word: 'proceedings' },
  dropped: { ...AFTER, canFollow: true, place: 6, tone: 'bad', word: 'dropped' },
  prosecuting: { ...AFTER, place: 6, tone: 'info', word: 'prosecuting' },
  'not-prosecuted': { ...AFTER, canFollow: true, place: 6, tone: 'bad', word: 'noProsecution' },
  'on-trial': { ...AFTER, place: 6, tone: 'info', word: 'onTrial' },
  judged: { ...AFTER, place: 6, tone: 'ok', word: 'judged' },
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
  if (!isReceived(track)) return owes(state, track)
  return [...owes(state, track), ...draftOwed(state, track), ...openProceedings(track).flatMap((one) => owedIn(state, track, one))]
}

function owedIn(state: OpenCase, track: ReceivedTrack, one: Proceeding): readonly Owed[] {
  if (isOpened(one)) return stageRow(one.stage).runs.includes(track.phase) ? OWED_IN[one.kind](state, track, one) : []
  return track.phase === 'supplementing' ? [{ ...bySender(state, track, 'supplement', one.at), proceeding: one.seq }] : []
}

function toSend(state: OpenCase, track: TrackState): readonly Owed[] {
  const approval = approvalFor(state, track.trackId)
  return approval ? [bySender(state, track, 'send', approval.approvedAt)] : []
}
/** By whoever opened the examination, for whoever decides; a body on paper writes it at home (found B5). */
function opinion(state: OpenCase, track: ReceivedTrack): readonly Owed[] {
  const { handlerId, examined } = track
  if (!handlerId || !examined || track.opinion) return []
  return [{ ...byBody(state, track, 'write-opinion', examined.at), personIds: [handlerId] }]
}
const examine = (state: OpenCase, track: ReceivedTrack): Owed => byBody(state, track, 'examine', track.receipt.at)
