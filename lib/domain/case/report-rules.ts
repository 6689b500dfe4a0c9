/** What a report must hold before it is written down, and before it goes to the head. Order 310 art. 5; docs/decisions.md D7, D24. */
import { volumeOf } from '../law/dossier.ts'
import { isSealedKind } from '../law/evidence-kinds.ts'
import type { Refusal } from '../result.ts'
import type { Report, TrackPlan } from './events.ts'
import { stageOf } from '../procedure/case-phases.ts'
import { trackPhase } from '../procedure/track-phases.ts'
import { isOneOfSeveral } from '../transfer/bound.ts'
import type { TrackState } from '../transfer/state.ts'
import { reportOf } from './rounds.ts'
import type { OpenCase, Sections } from './state.ts'

export function planFault(state: OpenCase, { tracks }: Report): Refusal | null {
  if (tracks.length === 0) return { code: 'report.no-track' }
  if (new Set(tracks.map((track) => track.to.unitId)).size < tracks.length) return { code: 'report.track-twice' }
  for (const track of tracks) {
    const fault = outFault(state, track) ?? trackFault(state, track, isOneOfSeveral(state, track, tracks))
    if (fault) return fault
  }
  return null
}

/** What a body has is planned no second time; it is sent supplements, until it gives it back or has decided. */
function outFault({ tracks }: OpenCase, { trackId, to }: TrackPlan): Refusal | null {
  const own = tracks[trackId]
  if (own && trackPhase(own.phase).isSendable !== true) return { code: 'report.track-out' }
  const isThere = ({ phase, ...other }: TrackState): boolean =>
    other.trackId !== trackId && other.to.unitId === to.unitId && trackPhase(phase).life === 'lives' && trackPhase(phase).isDecided !== true
  return Object.values(tracks).some(isThere) ? { code: 'report.track-at-body', about: { body: to.name } } : null
}

/** Another round needs something to plan: what a body gave back or decided against, what was taken back while the rest goes on, or a report the head refused. */
export function roundFault(state: OpenCase): Refusal | null {
  const { phase } = stageOf(state)
  if (phase === 'not-approved') return null
  const canFollow = Object.values(state.tracks).some(
    (track) => trackPhase(track.phase).canFollow === true || (track.phase === 'withdrawn' && phase === 'transferred'),
  )
  return canFollow ? null : { code: 'round.nothing' }
}

function trackFault(state: OpenCase, track: TrackPlan, several: boolean): Refusal | null {
  if (track.subjectIds.length === 0) return { code: 'report.track-empty' }
  if (track.subjectIds.some((id) => !state.subjects[id])) return { code: 'report.track-unknown-subject' }
  for (const id of track.itemIds) {
    const item = state.evidence[id]
    if (!item || item.voided) return { code: 'report.track-unknown-item' }
    if (volumeOf(item.folder) !== 'main') return { code: 'report.inner-volume' } // 副卷 never leaves the unit (D13)
    if (isSealedKind(item.kind)) return { code: 'report.sealed-item' }
  }
  // A body never learns another track's content (D7): with several tracks each has a text of its own.
  if (several && (track.facts === '' || track.law === '')) return { code: 'report.track-needs-own-text' }
  if (track.route.suggested !== track.to.kind && track.route.reason === '') return { code: 'report.route-needs-reason' }
  return null
}

export function submitFault(state: OpenCase): Refusal | null {
  const { sections } = state
  const report = reportOf(state)
  if (Object.keys(state.subjects).length === 0) return { code: 'case.no-subject' }
  if (state.lines.length === 0) return { code: 'case.no-amounts' }
  if (state.assessments.some((a) => a.confirmed === 'open')) return { code: 'case.assessment-open' }
  if (!report) return { code: 'report.none' }
  if ([report.investigation, report.facts, report.law, report.proposal].some((text) => text === '')) return { code: 'report.incomplete' }
  const fault = planFault(state, report)
  if (fault) return fault
  if (!report.confirmed) return { code: 'report.not-confirmed' }
  if (!holds(report.confirmed, sections)) return { code: 'report.changed-since' }
  return null
}

/** A confirmation holds for what stood in the case then. */
export const holds = (confirmed: Readonly<{ seq: number }> | null, { basics, subjects, amounts, items, report }: Sections): boolean =>
  confirmed !== null && Math.max(basics, subjects, amounts, items, report) <= confirmed.seq
