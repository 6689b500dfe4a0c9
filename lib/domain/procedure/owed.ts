/** What is owed on a track once its body has decided, and in the stages that are opened then; and by whom anything is owed on a track. */
import { roundOf, roundOfTrack } from '../case/rounds.ts'
import type { OpenCase } from '../case/state.ts'
import { SILENCE_HOURS } from '../law/soft-times.ts'
import { timeOfStep } from '../law/step-clocks.ts'
import type { Instant } from '../result.ts'
import { addHours, beijingDay } from '../time.ts'
import { isHandedOver } from '../transfer/hand-over.ts'
import { draftOf, isLeft, isOfDelay, openIn, reasonsOf } from '../transfer/stage-faults.ts'
import { decisionOf, isDecided, isOpened, type DecidedTrack, type Opened, type ReceivedTrack, type TrackState } from '../transfer/state.ts'
import { dutyRow, type DutyCode, type Owed } from './duty.ts'
import { stageRow, type OpenedKind } from './stages.ts'

/** The sender's next clock starts when it signs for the decision; unsigned, it is reminded after a day (docs/handbook.md §3.4 rule 8). */
export function afterDecision(state: OpenCase, track: DecidedTrack): readonly Owed[] {
  const { outcome, signedFor, recordedAt } = decisionOf(track)
  if (!signedFor) {
    const dueAt = addHours(recordedAt, SILENCE_HOURS)
    return [{ ...bySender(state, track, 'sign-for-decision', recordedAt), dueAt }]
  }
  if (track.to.kind !== 'police') return [] // arts 9 and 12 speak of the police
  if (outcome === 'not-filed') return remedy(state, track, signedFor.at)
  return isHandedOver(track, 'offered') ? [] : [bySender(state, track, 'hand-over', signedFor.at)]
}

/** Of a decision not to file: asking for its remedy, until it was asked for or left (docs/handbook.md §3.5 T20, T21, T24). */
function remedy(state: OpenCase, track: DecidedTrack, signedAt: Instant): readonly Owed[] {
  // While the procuratorate looks at the refusal by itself there is nothing to propose to it.
  const isWatched = openIn(track, 'supervision') !== null
  if (isLeft(track) || draftOf(track)) return []
  // Where the letter was copied to no procuratorate there is nobody to propose it to.
  if (track.phase === 'upheld' && !isWatched && track.copyTo?.kind === 'procuratorate')
    return [bySender(state, track, 'propose-supervision', signedAt)]
  return track.phase === 'not-filed' ? [bySender(state, track, 'reconsider', signedAt)] : []
}
/** The head signs what was drafted; the time runs from where it ran for the draft. */
export function draftOwed(state: OpenCase, track: ReceivedTrack): readonly Owed[] {
  const draft = draftOf(track)
  if (!draft || !stageRow(draft.stage).from.includes(track.phase)) return []
  if (draft.stage !== 'T20' && openIn(track, 'supervision')) return [] // begun by the procuratorate meanwhile
  const from = isDecided(track) ? (decisionOf(track).signedFor?.at ?? draft.at) : draft.at
  if (draft.stage === 'T20') return [byHead(state, track, 'sign-reconsideration', from)]
  const step = { T21: 'reconsider', T24: 'propose-supervision', T28: 'sign-supervision' } as const
  return [{ ...byHead(state, track, 'sign-supervision', from), clock: timeOfStep(step[draft.stage], track.to.kind, beijingDay(from)) }]
}

/** By whoever holds the head's post where the report was decided upon. */
function byHead(state: OpenCase, track: TrackState, code: DutyCode, startedAt: Instant): Owed {
  const { personIds: _, ...owed } = bySender(state, track, code, startedAt)
  const review = (roundOfTrack(state, track.trackId) ?? roundOf(state)).review
  return { ...owed, unitId: 'decidingUnitId' in review ? review.decidingUnitId : owed.unitId }
}
/** What is owed in a stage that was opened, by kind; in which phases: the stage's own row. */
export const OWED_IN: { readonly [K in OpenedKind]: (state: OpenCase, track: ReceivedTrack, one: Opened) => readonly Owed[] } = {
  'hand-over': (state, track, { seq, at }) => [{ ...byBody(state, track, 'confirm-hand-over', at), proceeding: seq }],
  // Asked for the reasons, the police explain; then the procuratorate accepts them or orders the filing (JS2019 arts 560–563).
  supervision: (state, track, one) => {
    const asked = reasonsOf(track, one)
    if (!asked) return [{ ...byCopied(state, track, 'ask-reasons', one.at), proceeding: one.seq }]
    return asked.answered ? [{ ...byCopied(state, track, 'judge-reasons', asked.answered), proceeding: one.seq }] : []
  },
  reasons: (state, track, { seq, at, about }) => {
    const isLate = track.proceedings.filter(isOpened).some((one) => one.seq === about && isOfDelay(one))
    const step = isLate ? 'explain-overdue' : 'explain-reasons'
    return [{ ...byBody(state, track, 'explain-reasons', at), clock: timeOfStep(step, track.to.kind, beijingDay(at)), proceeding: seq }]
  },
  order: (state, track, { seq, at }) => [{ ...byBody(state, track, 'file-as-ordered', at), proceeding: seq }],
  reconsideration: (state, track, { seq, at }) => [{ ...byBody(state, track, 'answer-reconsideration', at), proceeding: seq }],
}
export function bySender({ bureau, handlerIds }: OpenCase, { trackId, to }: TrackState, code: DutyCode, startedAt: Instant): Owed {
  const clock = timeOfStep(code, to.kind, beijingDay(startedAt))
  const { unitId, kind } = bureau
  return { unitId, kind, post: dutyRow(code).post, personIds: handlerIds, trackId, toUnitId: to.unitId, code, clock, startedAt }
}
export function byBody({ bureau }: OpenCase, { trackId, to }: TrackState, code: DutyCode, startedAt: Instant): Owed {
  const clock = timeOfStep(code, to.kind, beijingDay(startedAt))
  return { unitId: to.unitId, kind: to.kind, trackId, toUnitId: bureau.unitId, post: dutyRow(code).post, code, clock, startedAt }
}
/** By the procuratorate that the letter was copied to. */
function byCopied(state: OpenCase, track: ReceivedTrack, code: DutyCode, startedAt: Instant): Owed {
  const { unitId, kind } = track.copyTo ?? track.to
  return { ...byBody(state, track, code, startedAt), unitId, kind }
}
