import type { TrackPlan } from '#lib/domain/case/events'
import { reportOf } from '#lib/domain/case/rounds'
import type { OpenCase } from '#lib/domain/case/state'
import { maySend } from '#lib/domain/law/evidence-kinds'
import { trackPhase } from '#lib/domain/procedure/track-phases'
import { refuse } from '#lib/domain/result'
import type { WriteReportInput } from '#lib/schemas/case'
import type { CaseDesk, CaseDone } from './desk.ts'
import { listRecipients, readCopyTo } from './directory.ts'
import { RECIPIENT_KINDS, routeOf } from './suggest.ts'

type Track = WriteReportInput['tracks'][number]

/** The transfer report with its plan of tracks. Which rule suggested which body is worked out here, never taken from the form. */
export async function writeReport(
  desk: CaseDesk,
  caseId: string,
  state: OpenCase,
  { formKey, readAt, tracks, ...texts }: WriteReportInput,
): CaseDone {
  const plans: TrackPlan[] = []
  const free = ownTracks(state)
  for (const track of tracks) {
    const plan = await planOf(desk, state, free.delete(track.trackId) ? track : { ...track, trackId: '' })
    if (!plan) return refuse({ code: 'office.no-such-unit' })
    plans.push(plan)
  }
  return desk.ask(caseId, { type: 'WriteReport', report: { ...texts, tracks: plans }, readSeq: readAt }, formKey)
}

/** The only ids a form may bring back: this case's own, each once. What a body has returned stays its own track, with letter and receipt (D13). */
function ownTracks(state: OpenCase): Set<string> {
  const { tracks } = state
  const ids = [...(reportOf(state)?.tracks ?? []).map(({ trackId }) => trackId), ...Object.keys(tracks)]
  return new Set(ids.filter((id) => trackPhase(tracks[id]?.phase ?? 'planned').isSendable === true))
}

async function planOf({ read, newId, today }: CaseDesk, state: OpenCase, track: Track): Promise<TrackPlan | null> {
  const { division } = state.basics
  const to = (await listRecipients(read, division, RECIPIENT_KINDS, today)).find((unit) => unit.unitId === track.recipient)
  if (!to) return null
  const route = routeOf(state, track.subjects, track.charges, today, to.kind)
  const itemIds = track.files === 'all' ? mainVolume(state) : track.itemIds
  return {
    trackId: track.trackId || newId(),
    to,
    copyTo: await readCopyTo(read, division, to.kind, today),
    subjectIds: track.subjects,
    charges: track.charges,
    itemIds,
    facts: track.facts,
    law: track.law,
    investigation: track.investigation,
    route: { ...route, reason: track.reason },
  }
}

/** Every live item of the main volume that may be sent, in the order it came in. */
export const mainVolume = (state: OpenCase): string[] =>
  Object.values(state.evidence)
    .filter((item) => !item.voided && maySend(item))
    .toSorted((a, b) => a.seq - b.seq)
    .map((item) => item.itemId)
