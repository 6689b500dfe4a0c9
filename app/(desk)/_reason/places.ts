import { roundFault } from '#lib/domain/case/report-rules'
import type { OpenCase } from '#lib/domain/case/state'
import type { Instant, Refusal } from '#lib/domain/result'
import { isStageAct, stageFault, type StageTrack } from '#lib/domain/transfer/stage-faults'
import { REASON_ACTS, type ActPlace, type ReasonAct } from '#lib/schemas/reason-acts'

type At = Readonly<{ caseId: string; trackId: string }>
const PLACES: Readonly<Record<ActPlace, (at: At) => Readonly<{ id: string; pages: string; to: string }>>> = {
  report: ({ caseId }) => ({ id: caseId, pages: `/cases/${caseId}/report`, to: `/cases/${caseId}/report` }),
  sent: ({ caseId, trackId }) => ({ id: trackId, pages: `/cases/${caseId}/transfers/${trackId}`, to: `/cases/${caseId}/transfers` }),
  received: ({ trackId }) => ({ id: trackId, pages: `/transfers/${trackId}`, to: `/transfers/${trackId}` }),
}

/** The name that the form of an act is kept under, its own address, and where it leads. */
export function placesOf(act: ReasonAct, at: At): Readonly<{ form: string; backTo: string; to: string }> {
  const { place, slug, form } = REASON_ACTS[act]
  const { id, pages, to } = PLACES[place](at)
  return { form: `${form}:${id}`, backTo: `${pages}/${slug}`, to }
}

/** Why the rules would refuse what is done with the report as a whole, besides its phase; null where they would not. */
export const reportFaultOf = (act: ReasonAct, state: OpenCase): Refusal | null => (act === 'OpenRound' ? roundFault(state) : null)
/** The same, of a track. */
export const faultOf = (act: ReasonAct, track: StageTrack, now: Instant): Refusal | null =>
  isStageAct(act) ? stageFault(act, track, now) : null
