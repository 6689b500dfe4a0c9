/** One track of a case: which body, what it was sent, where it stands there. */
import type { TrackPlan } from '../case/events.ts'
import type { Instant, Stamp, UnitRef } from '../result.ts'
export type { Stamp } from '../result.ts'
import type { OpenedKind, PreparedId } from '../procedure/stages.ts'
import type { Answering, Decision, Opening, Proposed, Reporting, SentFile, Snapshot } from './events.ts'

export type Receipt = Stamp & Readonly<{ receiptNo: string; fileCount: number; remarks: string; unitId: string }>
/** An earlier body on the way: it signed and passed on to the competent one (T14). */
export type Forwarding = Readonly<{ from: UnitRef; receipt: Receipt; passedOn: Stamp & Readonly<{ reason: string }> }>
/**
 * Something asked on a track that runs under a clock of its own until it is answered, beside whatever else runs (docs/contributing.md §4). `seq` is
 * its id: that of the event by which it was opened.
 */
export type Proceeding = Ask | Opened
type Ask = Stamp & Readonly<{ kind: 'supplement'; wanted: readonly string[]; answered: Instant | null }>
/** A stage after the letter (procedure/stages.ts). */
export type Opened = Stamp & Opening & Readonly<{ kind: OpenedKind; answered: Instant | null; answer: Answer | null }>
type Answer = Stamp & Omit<Answering, 'proceeding' | 'stage'>
/** A text of the sender's house, until its head has signed it. */
export type Prepared = Stamp & Readonly<{ stage: PreparedId; about: number | null; text: string }>
export type Reported = Stamp & Reporting
export type FilingOpinion = Stamp & Readonly<{ proposes: Proposed; text: string }>
/** What the body decided; the last one stands. */
export type Decided = Decision & Stamp & Readonly<{ outcome: 'filed' | 'not-filed'; signedFor: Stamp | null; alarmedAt: Instant | null }>
export type Supplement = Stamp & Readonly<{ files: readonly SentFile[]; note: string; asked: boolean }>
export type Dispute = Stamp & Readonly<{ about: number; reason: string }>

type Base = Readonly<{ trackId: string; plan: TrackPlan; to: UnitRef; copyTo: UnitRef | null; disputes: readonly Dispute[]; seq: number }>
type Sent = Base & Readonly<{ sent: Stamp; snapshot: Snapshot; legs: readonly Forwarding[]; supplements: readonly Supplement[] }>
type Received = Sent &
  Readonly<{
    receipt: Receipt
    handlerId: string | null
    examined: Stamp | null
    proceedings: readonly Proceeding[]
    prepared: Prepared | null
    reports: readonly Reported[]
    /** 审查意见 of the body's handler; the last one stands. Absent until there is one. */
    opinion?: FilingOpinion
  }>
/** Once the body has decided; which word it is, is for lists (procedure/track-phases.ts). */
export const DECIDED_PHASES = [
  'filed',
  'not-filed',
  'reconsidering',
  'upheld',
  'in-supervision',
  'ordered',
  'reasons-accepted',
  'handed-over',
  'proceeding',
  'dropped',
  'prosecuting',
  'not-prosecuted',
  'on-trial',
  'judged',
] as const
export type DecidedPhase = (typeof DECIDED_PHASES)[number]
/** `followed`: seq of the event by which the sender took up again what came back. */
export type TrackState =
  | (Base & Readonly<{ phase: 'planned' }>)
  | (Sent & Readonly<{ phase: 'sent' }>)
  | (Sent & Readonly<{ phase: 'withdrawn'; withdrawn: Stamp & Readonly<{ reason: string }> }>)
  | (Received & Readonly<{ phase: 'received' | 'supplementing' | 'examining' }>)
  | (Received & Readonly<{ phase: 'returned'; returned: Stamp & Readonly<{ reason: string; competent: string }>; followed?: number }>)
  | (Received & Readonly<{ phase: DecidedPhase; decisions: readonly [Decided, ...Decided[]] }>)

export type TrackPhase = TrackState['phase']
export type SentTrack = Exclude<TrackState, { phase: 'planned' }>
export type ReceivedTrack = Extract<TrackState, { receipt: Receipt }>
export type DecidedTrack = Extract<TrackState, { decisions: unknown }>
type Phased = Readonly<{ phase: TrackPhase }>
/** Asked of a track whole, or of as much of it as a reader may know. */
/** A track as it begins, when its plan was approved. */
export const plannedTrack = (plan: TrackPlan): TrackState => {
  const { trackId, to, copyTo } = plan
  return { phase: 'planned', trackId, plan, to, copyTo, disputes: [], seq: 0 }
}
export const isSent = <T extends Phased>(track: T): track is Exclude<T, { phase: 'planned' }> => track.phase !== 'planned'
export const isReceived = <T extends Phased>(track: T): track is Extract<T, { receipt: unknown }> => 'receipt' in track
export const isDecided = <T extends Phased>(track: T): track is Extract<T, { decisions: unknown }> => 'decisions' in track
/** The decision that stands. */
export const decisionOf = <D>({ decisions }: Readonly<{ decisions: readonly [D, ...D[]] }>): D => decisions.at(-1) ?? decisions[0]
export const openProceedings = ({ proceedings }: Pick<ReceivedTrack, 'proceedings'>): readonly Proceeding[] =>
  proceedings.filter(({ answered }) => answered === null)
export const isOpened = (one: Proceeding): one is Opened => one.kind !== 'supplement'
/** The last one of its kind that nobody has answered. */
export const openOf = ({ proceedings }: Pick<ReceivedTrack, 'proceedings'>, kind: OpenedKind): Opened | null =>
  openProceedings({ proceedings })
    .filter(isOpened)
    .findLast((one) => one.kind === kind) ?? null
/** Every file that the body has been sent, with the letter and with supplements. */
export const sentFiles = (track: Pick<SentTrack, 'snapshot' | 'supplements'>): SentFile[] => [
  ...track.snapshot.files,
  ...track.supplements.flatMap((s) => s.files),
]
