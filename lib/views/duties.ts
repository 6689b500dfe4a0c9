/** Who owes what, by when, under which clock: one row per open clock (docs/decisions.md D22, D16). What is owed in a phase says the phase's own row (lib/domain/procedure). */
import { roundOf } from '#lib/domain/case/rounds'
import type { OpenCase } from '#lib/domain/case/state'
import { judgedAt, runClock } from '#lib/domain/clocks/run-clock'
import { isInternal, isRight } from '#lib/domain/law/soft-times'
import { casePhase, owedInCase, stageOf } from '#lib/domain/procedure/case-phases'
import type { Owed } from '#lib/domain/procedure/duty'
import { owedOnTrack, trackPhase } from '#lib/domain/procedure/track-phases'
import type { TrackState } from '#lib/domain/transfer/state'
import type { Duty } from './rows.ts'
import { keptPeople } from './whose.ts'

export const dutiesOf = (state: OpenCase): Duty[] =>
  [...owedInCase(state), ...Object.values(state.tracks).flatMap((track) => owedOnTrack(state, track))].map((owed) => dutyOf(state, owed))

function dutyOf(
  state: OpenCase,
  { code, clock, startedAt, unitId, kind, post, personIds = [], trackId = '', toUnitId = '', proceeding, dueAt: fixed }: Owed,
): Duty {
  const due = fixed ? { dueStrictAt: fixed, dueAt: fixed } : (runClock(clock, startedAt) ?? { dueStrictAt: '', dueAt: '' })
  const dueAt = isRight(clock) || isInternal(clock) ? '' : judgedAt(due, kind)
  return {
    dutyId: [state.caseId, trackId, code, ...(proceeding === undefined ? [] : [proceeding])].join(':'),
    stream: 'case',
    streamId: state.caseId,
    caseId: state.caseId,
    trackId,
    code,
    clock,
    unitId,
    post,
    personIds: keptPeople(personIds),
    toUnitId,
    startedAt,
    dueStrictAt: due.dueStrictAt,
    dueTolerantAt: due.dueAt,
    dueAt,
    sortAt: dueAt || due.dueStrictAt || `9999-${startedAt}`,
    ...placeOf(state),
    copiedId: state.tracks[trackId]?.copyTo?.unitId ?? '',
  }
}

/** Where a case belongs: by this lists find who may see it. */
export function placeOf(state: OpenCase): Pick<Duty, 'bureauId' | 'superiorId' | 'decidingUnitId' | 'division'> {
  const { bureau, basics } = state
  const { review } = roundOf(state)
  return {
    bureauId: bureau.unitId,
    superiorId: bureau.superiorId ?? '',
    decidingUnitId: 'decidingUnitId' in review ? review.decidingUnitId : '',
    division: basics.division,
  }
}

export const hasEnded = (state: OpenCase): boolean => casePhase(stageOf(state).phase).isWriting !== true && dutiesOf(state).length === 0
export function trackHasEnded(state: OpenCase, track: TrackState): boolean {
  const { life } = trackPhase(track.phase)
  return life !== 'planned' && (life === 'left' || owedOnTrack(state, track).length === 0)
}
