/**
 * Who asks a list (docs/style.md rule 7): the same ties as `can`, said of posts instead of one case, so that a store can find the
 * rows. A row is in the list exactly when `can` says ReadCase, ReadTrack or ReadTombstone (then without a word of it);
 * lib/ports/scope.contract.ts holds every engine to it.
 */
import type { Actor, Post } from '../result.ts'

/** Unit ids by what a post there may see. Always without the cases in which the person is a subject. */
export type CaseScope = Readonly<{
  personId: string
  handlerUnits: readonly string[] // the unit's cases that the person handles
  liaisonUnits: readonly string[] // the unit's cases
  reviewerUnits: readonly string[] // the unit's cases, but for those the person handles
  approverUnits: readonly string[] // cases that the unit decides, but for those the person handles; nobody else's until submitted
  superiorOf: readonly string[] // cases of units whose superior this is
  overseerDivisions: readonly string[]
}>
/** What of a scope reads the case's content: a superior or overseer sees that a case is there, and may not find it by the names in its title. */
export const readingScope = (scope: CaseScope): CaseScope => ({ ...scope, superiorOf: [], overseerDivisions: [] })
export type TrackScope = Readonly<{
  personId: string
  recipientUnits: readonly string[] // intake, approver, liaison
  handlerUnits: readonly string[] // handler: tracks nobody has taken, and one's own
  formerUnits: readonly string[]
  copiedUnits: readonly string[]
}>

export function scopesOf({ personId, seats }: Actor): Readonly<{ cases: CaseScope; tracks: TrackScope }> {
  const units = (...posts: readonly Post[]): string[] => [
    ...new Set(seats.filter(({ post }) => posts.includes(post)).map(({ unitId }) => unitId)),
  ]
  const overseers = seats.filter(({ unitKind, post }) => unitKind === 'justice' && post === 'overseer')
  return {
    cases: {
      personId,
      handlerUnits: units('handler'),
      liaisonUnits: units('liaison'),
      reviewerUnits: units('reviewer'),
      approverUnits: units('approver'),
      superiorOf: units('approver', 'liaison', 'overseer'),
      overseerDivisions: [...new Set(overseers.map(({ division }) => division))],
    },
    tracks: {
      personId,
      recipientUnits: units('intake', 'approver', 'liaison'),
      handlerUnits: units('handler'),
      formerUnits: units('intake', 'handler', 'approver', 'liaison'),
      copiedUnits: units('intake', 'supervisor', 'liaison', 'approver'),
    },
  }
}
