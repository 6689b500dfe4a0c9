/**
 * Why an act of a stage after the decision may not be done now, besides its phase: a line for each. Rules ask before they decide, pages before
 * they offer a button; so both take a track whole, or as much of it as a reader may know.
 */
import type { StageCommand } from '../case/commands.ts'
import { runClock } from '../clocks/run-clock.ts'
import { timeOfStep } from '../law/step-clocks.ts'
import type { OpenedKind, PreparedId } from '../procedure/stages.ts'
import { stageRow } from '../procedure/stages.ts'
import { isHandedOver, itemsLeft } from './hand-over.ts'
import type { Instant, Refusal, UnitRef } from '../result.ts'
import { beijingDay } from '../time.ts'
import {
  decisionOf,
  isOpened,
  openOf,
  type Decided,
  type DecidedTrack,
  type Opened,
  type Prepared,
  type Proceeding,
  type Reported,
  type SentTrack,
  type TrackPhase,
} from './state.ts'

/** What is asked of a track. What a reader is not given is as if there were none. */
export type StageTrack = Readonly<{
  phase: TrackPhase
  to: UnitRef
  copyTo?: UnitRef | null
  receipt?: Readonly<{ at: Instant }>
  /** Of who is told of no more of the receipt than when it was. */
  receivedAt?: Instant
  decisions?: DecidedTrack['decisions']
  proceedings?: readonly Proceeding[]
  reports?: readonly Reported[]
  prepared?: Prepared | null
  snapshot?: SentTrack['snapshot']
  followed?: number
}>
type Fault = (track: StageTrack, at: Instant) => Refusal | null

/** Null where it may be done. */
export const stageFault = (act: StageCommand['type'], track: StageTrack | undefined, at: Instant): Refusal | null =>
  track ? FAULTS[act](track, at) : { code: 'transfer.no-such-track' }

const FAULTS: { readonly [A in StageCommand['type']]: Fault } = {
  PrepareReconsideration: (track, at) => reconsiderable(track, at),
  AskReconsideration: (track, at) => reconsiderable(track, at) ?? (preparedText('T20', track) ? null : { code: 'stage.not-prepared' }),
  AnswerReconsideration: (track) => (openIn(track, 'reconsideration') ? null : { code: 'stage.not-open' }),
  WaiveRemedy: (track) => contestable(track),
  LeaveReturned: (track) => (isFollowed(track) ? { code: 'stage.followed' } : null),
  PrepareSupervision: (track, at) => supervisable(track, at),
  ProposeSupervision: (track, at) =>
    supervisable(track, at) ?? (preparedText(proposalOf(track), track) ? null : { code: 'stage.not-prepared' }),
  AskReasons: (track, at) => {
    const one = openIn(track, 'supervision')
    if (!one) return watched(track, at)
    return reasonsOf(track, one) ? { code: 'stage.not-open' } : null
  },
  FindNoObjection: (track, at) =>
    openIn(track, 'supervision') ? { code: 'supervision.begun' } : (watched(track, at) ?? reviewedAlready(track)),
  ExplainReasons: (track) => (openIn(track, 'reasons') ? null : { code: 'stage.not-open' }),
  AcceptReasons: (track) => supervised(track, () => (openIn(track, 'reasons') ? { code: 'supervision.awaiting' } : null)),
  OrderFiling: (track, at) => supervised(track, (one) => orderable(track, one, at)),
  FileAsOrdered: (track) => (openIn(track, 'order') ? null : { code: 'stage.not-open' }),
  ReportStatus: (track) => (standingOf(track)?.outcome === 'filed' ? null : { code: 'stage.not-open' }),
  HandOver: (track) => handable(track) ?? (isHandedOver(track, 'offered') && itemsOf(track) > 0 ? { code: 'hand-over.done' } : null),
  DeclareNoHandOver: (track) => handable(track) ?? declarable(track),
  ConfirmHandOver: (track) => (openIn(track, 'hand-over') ? null : { code: 'stage.not-open' }),
}

export const isStageAct = (act: string): act is StageCommand['type'] => Object.hasOwn(FAULTS, act)

/** Order 310 art. 9 speaks of the police; the right runs from the sender's signature (docs/handbook.md §3.4 rule 8). */
function contestable({ to, reports = [], ...track }: StageTrack): Refusal | null {
  const decision = standingOf(track)
  if (to.kind !== 'police') return { code: 'stage.not-police' }
  if (!decision?.signedFor) return { code: 'stage.not-signed-for' }
  return isLeft({ ...track, reports }) ? { code: 'stage.waived' } : null
}
/** The head has decided not to contest the decision that stands. */
export const isLeft = ({ reports = [], ...track }: Pick<StageTrack, 'reports' | 'decisions'>): boolean =>
  reports.some(({ stage, about }) => stage === 'waive' && about === standingOf(track)?.seq)
/** What came back was taken up again with the report, or the head has left it. */
export const isFollowed = ({ followed, reports = [] }: Pick<StageTrack, 'followed' | 'reports'>): boolean =>
  followed !== undefined || reports.some(({ stage }) => stage === 'leave')
/** Which proposal it would be: of a decision, of one that was upheld, or because none comes. */
export function proposalOf({ phase, decisions }: Pick<StageTrack, 'phase' | 'decisions'>): 'T21' | 'T24' | 'T28' {
  return !decisions ? 'T28' : phase === 'upheld' ? 'T24' : 'T21'
}
/** There is nobody to propose it to over a commission, nor where the letter was copied to no procuratorate. No time bars it (Order 310 art. 9). */
function supervisable(track: StageTrack, at: Instant): Refusal | null {
  const { to, copyTo } = track
  if (to.kind !== 'police') return { code: 'stage.not-police' }
  if (copyTo?.kind !== 'procuratorate') return { code: 'supervision.nobody' }
  if (openIn(track, 'supervision') || openIn(track, 'order')) return { code: 'supervision.open' }
  return track.decisions ? contestable(track) : overdue(track, at)
}
/** No decision within CL16. */
function overdue({ to, receipt, receivedAt = receipt?.at }: StageTrack, at: Instant): Refusal | null {
  const due = receivedAt && runClock(timeOfStep('examine', to.kind, beijingDay(receivedAt)), receivedAt)
  return due && at > due.dueAt ? null : { code: 'supervision.not-overdue' }
}
/** What the procuratorate may look at by itself: a refusal of the police that stands, or a delay. There is no such supervision over a commission. */
function watched(track: StageTrack, at: Instant): Refusal | null {
  const { to, snapshot, copyTo = snapshot?.copyTo } = track // who reads it sealed is given that of the letter
  if (to.kind !== 'police') return { code: 'stage.not-police' }
  if (copyTo?.kind !== 'procuratorate') return { code: 'supervision.nobody' }
  if (openIn(track, 'order')) return { code: 'supervision.begun' }
  const decision = standingOf(track)
  if (!decision) return overdue(track, at)
  return decision.outcome === 'not-filed' ? null : { code: 'stage.not-open' }
}
const reviewedAlready = (track: StageTrack): Refusal | null => (isReviewed(track) ? { code: 'supervision.reviewed' } : null)
/** The procuratorate has looked at what stands, and left it. */
export const isReviewed = ({ reports = [], ...track }: Pick<StageTrack, 'reports' | 'decisions'>): boolean =>
  reports.some(({ stage, about }) => stage === 'reviewed' && about === (standingOf(track)?.seq ?? null))
/** About a delay, and no decision. */
export const isOfDelay = ({ about }: Pick<Opened, 'about'>): boolean => about === null
const supervised = (track: StageTrack, fault: (one: Opened) => Refusal | null): Refusal | null => {
  const one = openIn(track, 'supervision')
  return one ? fault(one) : { code: 'stage.not-open' }
}
/** Where the police were asked for their reasons. */
export const reasonsOf = ({ proceedings = [] }: Pick<StageTrack, 'proceedings'>, { seq }: Opened): Opened | null =>
  proceedings.filter(isOpened).findLast(({ kind, about }) => kind === 'reasons' && about === seq) ?? null
/** Once the reasons were heard, or the time for them has passed in silence (JS2019 arts 560–563). */
function orderable(track: StageTrack, one: Opened, at: Instant): Refusal | null {
  const asked = reasonsOf(track, one)
  if (!asked) return { code: 'supervision.ask-first' }
  if (asked.answered) return null
  const step = isOfDelay(one) ? 'explain-overdue' : 'explain-reasons'
  const due = runClock(timeOfStep(step, track.to.kind, beijingDay(asked.at)), asked.at)
  return due && at > due.dueAt ? null : { code: 'supervision.awaiting' }
}

/** CL25 starts when the notice of filing is received (Order 310 art. 12). */
const handable = (track: StageTrack): Refusal | null => (standingOf(track)?.signedFor ? null : { code: 'stage.not-signed-for' })
const itemsOf = ({ snapshot }: StageTrack): number => snapshot?.items.length ?? 0
function declarable(track: StageTrack): Refusal | null {
  const n = itemsLeft(track, 'offered').length
  if (n > 0) return { code: 'hand-over.items-left', about: { n } }
  return isHandedOver(track, 'offered') ? { code: 'hand-over.done' } : null
}
const reconsiderable: Fault = (track, at) => contestable(track) ?? (hasLapsed(track, at) ? { code: 'stage.lapsed' } : null)
/** Only after the later of its two ends: where the law is not sure, nobody loses a right by us. */
function hasLapsed(track: StageTrack, at: Instant): boolean {
  const from = standingOf(track)?.signedFor?.at
  const due = from && runClock(timeOfStep('reconsider', track.to.kind, beijingDay(from)), from)
  return !!due && at > due.dueAt
}

/** The text that waits for the head, where it is about the decision that stands. */
export function preparedText(
  stage: PreparedId,
  { prepared: text = null, ...track }: Pick<StageTrack, 'prepared' | 'decisions'>,
): Prepared | null {
  return text?.stage === stage && text.about === (standingOf(track)?.seq ?? null) ? text : null
}
/** The same, of whatever stage. */
export const draftOf = (track: Pick<StageTrack, 'prepared' | 'decisions' | 'reports'>): Prepared | null =>
  track.prepared && !isLeft(track) ? preparedText(track.prepared.stage, track) : null
/** The last of its kind that waits for an answer in this phase. */
export function openIn({ phase, proceedings = [] }: Pick<StageTrack, 'phase' | 'proceedings'>, kind: OpenedKind): Opened | null {
  const one = openOf({ proceedings }, kind)
  return one && stageRow(one.stage).runs.includes(phase) ? one : null
}
const standingOf = ({ decisions }: Pick<StageTrack, 'decisions'>): Decided | null => (decisions ? decisionOf({ decisions }) : null)

/** A paper says the minute, not the second. */
export const isBefore = (at: Instant, from: Instant): boolean => at.slice(0, 16) < from.slice(0, 16)
