/**
 * Who may find which row: lib/domain/policy/ties.ts in SQL, over the stored ties. lib/ports/scope.contract.ts compares the two
 * on every engine; change them together.
 */
import type { AnyColumn, SQL } from 'drizzle-orm'
import type { CaseScope, TrackScope } from '#lib/domain/policy/scope'
import { trackPhasesThat } from '#lib/domain/procedure/track-phases'
import type { TrackPhase } from '#lib/domain/transfer/state'
import type { CaseTie, TrackTie } from '#lib/views/rows'
import type { Base } from './database.ts'
import { and, eq, exists, inArray, ne, not, notInArray, or, sql } from './orm.ts'

/**
 * A condition on `case_row`, or on a row that says the same of its case. Only what the scope has is said: an `or` with an empty
 * part is answered by reading every row.
 */
export function caseIn(base: Base, scope: CaseScope, caseRow: Placed = base.t.caseRow): SQL {
  return all(any(...caseParts(base, scope, caseRow)), isNoSubject(base, caseRow.caseId, scope))
}

/** What a scope holds, part by part: each is found by one column. */
function caseParts(base: Base, scope: CaseScope, caseRow: Placed): (SQL | undefined)[] {
  const { handlerUnits, liaisonUnits, reviewerUnits, approverUnits, superiorOf, overseerDivisions } = scope
  const isHandler = isTied(base, caseRow.caseId, 'handler', scope.personId)
  const isNoHandler = not(isHandler)
  const isUndecided = eq(caseRow.decidingUnitId, '')
  return [
    when(handlerUnits, () => and(inArray(caseRow.bureauId, handlerUnits), isHandler)),
    when(liaisonUnits, () => inArray(caseRow.bureauId, liaisonUnits)),
    when(reviewerUnits, () => and(inArray(caseRow.bureauId, reviewerUnits), isNoHandler)),
    when(approverUnits, () => and(inArray(caseRow.decidingUnitId, approverUnits), isNoHandler)),
    when(approverUnits, () => and(inArray(caseRow.bureauId, approverUnits), isUndecided, isNoHandler)),
    when(superiorOf, () => inArray(caseRow.superiorId, superiorOf)),
    when(overseerDivisions, () => inArray(caseRow.division, overseerDivisions)),
  ]
}
const isNoSubject = (base: Base, caseId: AnyColumn, { personId }: Pick<CaseScope, 'personId'>): SQL =>
  notInArray(caseId, tiedTo(base, 'subject', personId))

/**
 * The ways to a case of a list: one unit, one part of the scope, so that one index answers each in the list's order (lib/decisions/0024);
 * together they are `caseIn`. `hasFew`: the cases that this person handles are looked up one by one, and not looked for among the unit's.
 */
export function caseAlternatives(base: Base, scope: CaseScope, hasFew: boolean): SQL[] {
  const { caseRow } = base.t
  const { personId, handlerUnits, liaisonUnits, ...others } = scope
  const none: CaseScope = {
    personId,
    handlerUnits: [],
    liaisonUnits: [],
    reviewerUnits: [],
    approverUnits: [],
    superiorOf: [],
    overseerDivisions: [],
  }
  // A liaison sees all of the unit's cases, whatever else they are there.
  const beside = (units: readonly string[]) => units.filter((unitId) => !liaisonUnits.includes(unitId))
  const handled = beside(handlerUnits)
  const mine = (): SQL => {
    // No index of the unit's: these are found by their ids.
    const isOfUnits = inArray(sql`coalesce(${caseRow.bureauId}, '')`, handled)
    return all(isOfUnits, inArray(caseRow.caseId, tiedTo(base, 'handler', personId)), isNoSubject(base, caseRow.caseId, scope))
  }
  const one = (part: Partial<CaseScope>) =>
    caseParts(base, { ...none, ...part }, caseRow).flatMap((found) => (found ? [all(found, isNoSubject(base, caseRow.caseId, scope))] : []))
  return [
    ...(hasFew && handled.length > 0 ? [mine()] : handled.flatMap((unitId) => one({ handlerUnits: [unitId] }))),
    ...liaisonUnits.flatMap((unitId) => one({ liaisonUnits: [unitId] })),
    ...beside(others.reviewerUnits).flatMap((unitId) => one({ reviewerUnits: [unitId] })),
    ...others.approverUnits.flatMap((unitId) => one({ approverUnits: [unitId] })),
    ...others.superiorOf.flatMap((unitId) => one({ superiorOf: [unitId] })),
    ...others.overseerDivisions.flatMap((division) => one({ overseerDivisions: [division] })),
  ]
}

/** A row that says where its case belongs. */
type Placed = Readonly<{ caseId: AnyColumn } & Record<(typeof PLACES)[number], AnyColumn>>
const PLACES = ['bureauId', 'superiorId', 'decidingUnitId', 'division'] as const
/** Of cases that are found by their ids: no index of a unit's is of use, and an engine that took one would read all of the unit's. */
export function foundCase({ t: { caseRow } }: Base): Placed {
  const places = PLACES.map((place) => [place, sql`coalesce(${caseRow[place]}, '')`])
  return { caseId: caseRow.caseId, ...(Object.fromEntries(places) as Record<(typeof PLACES)[number], AnyColumn>) } // safe: each by its name, and read like a column
}

/** A condition on `track_row`. `found`: by something else already, row by row, so that no list of all the unit's tracks is made for it. */
export function trackIn(base: Base, scope: TrackScope, found?: 'found'): SQL {
  const { trackRow } = base.t
  const { recipientUnits, handlerUnits, formerUnits, copiedUnits } = scope
  const at = (tie: TrackTie['tie'], units: readonly string[]) => isAt(base, trackRow.trackId, tie, units)
  const { isFree, isSentAway } = ofBody(base, scope)
  const units = [...new Set([recipientUnits, handlerUnits, formerUnits, copiedUnits].flat())]
  return all(
    found ? sql`true` : inArray(trackRow.trackId, tracksOf(base, units)), // says less than the four below, but rows are found by it, and by an `or` of subqueries they are not
    ne(trackRow.phase, 'planned'),
    any(
      when(recipientUnits, () => and(at('recipient', recipientUnits), isSentAway)),
      when(handlerUnits, () => and(at('recipient', handlerUnits), isSentAway, isFree)),
      when(formerUnits, () => at('former', formerUnits)),
      when(copiedUnits, () => at('copied', copiedUnits)),
    ),
    notInArray(trackRow.caseId, tiedTo(base, 'subject', scope.personId)),
  )
}

const ofBody = ({ t: { trackRow } }: Base, { personId }: Pick<TrackScope, 'personId'>) => ({
  isFree: or(eq(trackRow.handlerId, ''), eq(trackRow.handlerId, personId)),
  isSentAway: ne(trackRow.recipientId, trackRow.bureauId),
})

/** The ways to a track of a list, as `caseAlternatives`: of these phases, each by itself; null: of any. A body's former tracks are few, and found by their ties. */
export function trackAlternatives(base: Base, scope: TrackScope, phases: readonly TrackPhase[] | null): SQL[] {
  const { trackRow } = base.t
  const { recipientUnits, handlerUnits, formerUnits, copiedUnits } = scope
  const { isFree, isSentAway } = ofBody(base, scope)
  const seen = (...which: (SQL | undefined)[]): SQL =>
    all(and(...which) as SQL, ne(trackRow.phase, 'planned'), isNoSubject(base, trackRow.caseId, scope)) // safe: a way is never absent
  const inPhases = phases && inArray(trackRow.phase, phases)
  const each = (unitId: string, ...which: (SQL | undefined)[]) =>
    (phases ?? SENT_PHASES).map((phase) => seen(eq(trackRow.recipientId, unitId), eq(trackRow.phase, phase), isSentAway, ...which))
  const former = base.db
    .select({ id: base.t.trackTie.trackId })
    .from(base.t.trackTie)
    .where(and(inArray(base.t.trackTie.unitId, formerUnits), eq(base.t.trackTie.tie, 'former')))
  return [
    ...recipientUnits.flatMap((unitId) => each(unitId)),
    ...handlerUnits.filter((unitId) => !recipientUnits.includes(unitId)).flatMap((unitId) => each(unitId, isFree)),
    ...(formerUnits.length > 0 ? [seen(inArray(trackRow.trackId, former), inPhases ?? undefined)] : []),
    ...copiedUnits.map((unitId) => seen(eq(trackRow.copiedId, unitId), inPhases ?? undefined)),
  ]
}
const SENT_PHASES = trackPhasesThat(({ life }) => life !== 'planned')

/** Not taken back: of a tombstone lists say the letter's number, and ask no other word of the row (lib/views/tombstone.ts). */
export const isReadable = ({ phase }: Base['t']['trackRow']): SQL => ne(phase, 'withdrawn')

/** True where a scope holds nothing at all, which spares the query: most people are on one side only. */
export const isBlind = (scope: CaseScope | TrackScope): boolean =>
  Object.values(scope).every((value) => typeof value === 'string' || value.length === 0)

/** Ids of the cases to which the person has the tie: for short lists, since all of it is read for each question. */
export const tiedTo = ({ db, t: { caseTie } }: Base, tie: CaseTie['tie'], personId: string) =>
  db
    .select({ id: caseTie.caseId })
    .from(caseTie)
    .where(and(eq(caseTie.personId, personId), eq(caseTie.tie, tie)))
/** One look at the key per row: somebody with 60,000 cases pays no more than somebody with six. */
const isTied = ({ db, t: { caseTie } }: Base, caseId: AnyColumn, tie: CaseTie['tie'], personId: string): SQL =>
  exists(
    db
      .select(ONE)
      .from(caseTie)
      .where(and(eq(caseTie.caseId, caseId), eq(caseTie.personId, personId), eq(caseTie.tie, tie))),
  )
const isAt = ({ db, t: { trackTie } }: Base, trackId: AnyColumn, tie: TrackTie['tie'], units: readonly string[]): SQL =>
  exists(
    db
      .select(ONE)
      .from(trackTie)
      .where(and(eq(trackTie.trackId, trackId), inArray(trackTie.unitId, units), eq(trackTie.tie, tie))),
  )
export const tracksOf = ({ db, t: { trackTie } }: Base, units: readonly string[]) =>
  db.select({ id: trackTie.trackId }).from(trackTie).where(inArray(trackTie.unitId, units))
export const ONE = { one: sql`1`.as('one') }

const when = (units: readonly string[], part: () => SQL | undefined): SQL | undefined => (units.length > 0 ? part() : undefined)
const any = (...parts: readonly (SQL | undefined)[]): SQL => or(...parts) ?? sql`false`
const all = (...parts: readonly SQL[]): SQL => and(...parts) as SQL // safe: no part is absent, so neither is the whole
