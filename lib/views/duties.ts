/** Who owes what, by when, under which clock: folded from the state, one row per open clock (design.md D22, D16). */
import type { OpenCase } from '#lib/domain/case/state'
import { judgedBy, runClock } from '#lib/domain/clocks/run-clock'
import { isInternal, isRight, type TimeId } from '#lib/domain/law/soft-times'
import { timeOfStep } from '#lib/domain/law/step-clocks'
import type { Instant, Post, UnitKind } from '#lib/domain/result'
import { addHours, beijingDay } from '#lib/domain/time'
import { SILENCE_HOURS } from '#lib/domain/transfer/decide'
import { isDecided, isReceived, isSent, type TrackState } from '#lib/domain/transfer/state'
import type { Duty, DutyCode } from './rows.ts'

type Owed = Readonly<{
  code: DutyCode
  clock: TimeId | ''
  startedAt: Instant
  unitId: string
  kind: UnitKind
  post: Post
  personIds?: readonly string[]
  trackId?: string
  toUnitId?: string
  dueAt?: Instant
}>

export function dutiesOf(state: OpenCase): Duty[] {
  return [...caseDuties(state), ...Object.values(state.tracks).flatMap((track) => trackDuties(state, track))].map((owed) =>
    dutyOf(state, owed),
  )
}

function caseDuties(state: OpenCase): Owed[] {
  const { stage, report, bureau } = state
  const house = { unitId: bureau.unitId, kind: bureau.kind }
  if (stage.phase === 'investigating') {
    const write: Owed = {
      ...house,
      code: 'submit-report',
      clock: timeOfStep('submit-report', [], beijingDay(state.registeredAt)),
      startedAt: stage.sentBack?.at ?? state.registeredAt,
      post: 'handler',
      personIds: state.handlerIds,
    }
    const others = state.handlerIds.filter((id) => id !== report?.writtenBy)
    return report && !report.confirmed
      ? [write, { ...house, code: 'confirm-report', clock: '', startedAt: report.writtenAt, post: 'handler', personIds: others }]
      : [write]
  }
  if (stage.phase !== 'in-review') return []
  const decide: Owed = {
    code: 'decide',
    clock: timeOfStep('decide', report?.tracks.map(({ to }) => to.kind) ?? [], beijingDay(stage.submittedAt)),
    startedAt: stage.submittedAt,
    unitId: stage.decidingUnitId,
    kind: 'bureau',
    post: 'approver',
  }
  return state.opinion ? [decide] : [decide, { ...house, code: 'give-opinion', clock: '', startedAt: stage.submittedAt, post: 'reviewer' }]
}

function trackDuties(state: OpenCase, track: TrackState): Owed[] {
  const { bureau, handlerIds, stage } = state
  const sender = {
    unitId: bureau.unitId,
    kind: bureau.kind,
    post: 'handler',
    personIds: handlerIds,
    trackId: track.trackId,
    toUnitId: track.to.unitId,
  } as const
  const body = { unitId: track.to.unitId, kind: track.to.kind, trackId: track.trackId, toUnitId: bureau.unitId } as const
  const isInPlan = state.report?.tracks.some(({ trackId }) => trackId === track.trackId) ?? false
  const { kind } = track.to
  if (track.phase === 'planned' || track.phase === 'withdrawn') {
    if (!('approval' in stage) || !isInPlan) return []
    const { approvedAt } = stage.approval
    return [{ ...sender, code: 'send', clock: timeOfStep('send', kind, beijingDay(approvedAt)), startedAt: approvedAt }]
  }
  if (track.phase === 'sent') {
    const arrivedAt = track.legs.at(-1)?.passedOn.at ?? track.sent.at
    return [
      {
        ...body,
        code: 'sign-receipt',
        clock: timeOfStep('sign-receipt', kind, beijingDay(arrivedAt)),
        startedAt: arrivedAt,
        post: 'intake',
      },
    ]
  }
  if (isDecided(track)) return decidedDuties(track, sender)
  if (!isReceived(track) || track.phase === 'returned') return []
  // Supplementing does not stop the review by any text we found: both clocks run (domain.md §3.4 rule 9).
  const clock = timeOfStep('examine', kind, beijingDay(track.receipt.at))
  const ask = track.asks.at(-1)
  const review: Owed =
    track.phase === 'received'
      ? { ...body, code: 'open-examination', clock, startedAt: track.receipt.at, post: 'handler' }
      : { ...body, code: 'examine', clock, startedAt: track.receipt.at, post: 'approver' }
  if (track.phase !== 'supplementing' || !ask) return [review]
  return [review, { ...sender, code: 'supplement', clock: timeOfStep('supplement', kind, beijingDay(ask.at)), startedAt: ask.at }]
}

/** The sender's next clock starts when it signs for the decision; unsigned, it is reminded after a day (domain.md §3.4 rule 8). */
function decidedDuties(
  track: Extract<TrackState, { phase: 'filed' | 'not-filed' }>,
  sender: Pick<Owed, 'unitId' | 'kind' | 'post' | 'trackId' | 'toUnitId'> & { personIds: readonly string[] },
): Owed[] {
  const { signedFor, decision } = track
  if (!signedFor)
    return [
      {
        ...sender,
        code: 'sign-for-decision',
        clock: '',
        startedAt: decision.recordedAt,
        dueAt: addHours(decision.recordedAt, SILENCE_HOURS),
      },
    ]
  if (track.to.kind !== 'police') return [] // arts 9 and 12 speak of the police; the commission's and procuratorate's side comes with the law issue
  const code = track.phase === 'filed' ? 'hand-over' : 'reconsider'
  return [{ ...sender, code, clock: timeOfStep(code, track.to.kind, beijingDay(signedFor.at)), startedAt: signedFor.at }]
}

function dutyOf(
  state: OpenCase,
  { code, clock, startedAt, unitId, kind, post, personIds = [], trackId = '', toUnitId = '', dueAt: fixed }: Owed,
): Duty {
  const due = runClock(clock, startedAt)
  const dueStrictAt = fixed ?? due?.dueStrictAt ?? ''
  const dueTolerantAt = fixed ?? due?.dueAt ?? ''
  const dueAt = isRight(clock) || isInternal(clock) ? '' : judgedBy(kind) === 'strict' ? dueStrictAt : dueTolerantAt
  const who = personIds.length > 0 ? `|${personIds.join('|')}|` : ''
  return {
    dutyId: [state.caseId, trackId, code].join(':'),
    caseId: state.caseId,
    trackId,
    code,
    clock,
    unitId,
    post,
    personIds: who,
    toUnitId,
    startedAt,
    dueStrictAt,
    dueTolerantAt,
    dueAt,
    sortAt: dueAt || dueStrictAt || `9999-${startedAt}`,
    ...placeOf(state),
    copiedId: state.tracks[trackId]?.copyTo?.unitId ?? '',
  }
}

/** Where a case belongs: by this lists find who may see it. */
export const placeOf = ({ bureau, basics, stage }: OpenCase): Pick<Duty, 'bureauId' | 'superiorId' | 'decidingUnitId' | 'division'> => ({
  bureauId: bureau.unitId,
  superiorId: bureau.superiorId ?? '',
  decidingUnitId: 'decidingUnitId' in stage ? stage.decidingUnitId : '',
  division: basics.division,
})

export const hasEnded = (state: OpenCase): boolean =>
  state.stage.phase !== 'investigating' &&
  dutiesOf(state).length === 0 &&
  !Object.values(state.tracks).some((t) => t.phase === 'returned' && state.report?.tracks.some(({ trackId }) => trackId === t.trackId))
export const trackHasEnded = (state: OpenCase, track: TrackState): boolean =>
  isSent(track) && (track.phase === 'withdrawn' || track.phase === 'returned' || trackDuties(state, track).length === 0)
