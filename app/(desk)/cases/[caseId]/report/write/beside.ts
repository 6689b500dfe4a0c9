/** Which field of which track a refusal is said beside, and in which order the summary names what is wrong. */
import { routeAnswer, suggestedBy } from '#lib/usecases/suggest'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { TEXTS, type TrackFields } from './rows.ts'

/** A refusal speaks of some track; it is shown beside the first one it can mean. */
export function besideOf({ state, me }: CasePage, tracks: readonly TrackFields[]) {
  const at = (test: (row: TrackFields) => boolean, field: keyof TrackFields) => `track.${Math.max(tracks.findIndex(test), 0)}.${field}`
  return {
    'report.route-needs-reason': at(
      (row) => row.reason.trim() === '' && suggestedBy(routeAnswer(state, row.subjects, row.charges, me.today)) !== '',
      'reason',
    ),
    'report.track-needs-own-text': at((row) => row.facts.trim() === '' || row.law.trim() === '', 'facts'),
    'report.track-twice': `track.${Math.max(tracks.length - 1, 0)}.recipient`,
    'report.track-unknown-item': 'track.0.files',
    'report.inner-volume': 'track.0.files',
  }
}
export const orderOf = (tracks: readonly TrackFields[]): string[] => [
  ...TEXTS,
  ...tracks.flatMap((_, i) =>
    ['subjects', 'charges', 'recipient', 'reason', 'files', 'facts', 'law'].map((field) => `track.${i}.${field}`),
  ),
]
