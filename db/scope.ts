/**
 * Who may find which row: lib/domain/policy/ties.ts in SQL, over the stored ties. lib/ports/scope.contract.ts compares the two
 * on every engine; change them together.
 */
import type { AnyColumn, SQL } from 'drizzle-orm'
import type { CaseScope, TrackScope } from '#lib/domain/policy/scope'
import type { CaseTie, TrackTie } from '#lib/views/rows'
import type { Base } from './database.ts'
import { and, eq, exists, inArray, ne, not, notInArray, or, sql } from './orm.ts'

/**
 * A condition on `case_row`, or on a row that says the same of its case. Only what the scope has is said: an `or` with an empty
 * part is answered by reading every row.
 */
export function caseIn(base: Base, scope: CaseScope, caseRow: Placed = base.t.caseRow): SQL {
  const { handlerUnits, liaisonUnits, reviewerUnits, approverUnits, superiorOf, overseerDivisions } = scope
  const isHandler = isTied(base, caseRow.caseId, 'handler', scope.personId)
  const isNoHandler = not(isHandler)
  const isUndecided = eq(caseRow.decidingUnitId, '')
  return all(
    any(
      when(handlerUnits, () => and(inArray(caseRow.bureauId, handlerUnits), isHandler)),
      when(liaisonUnits, () => inArray(caseRow.bureauId, liaisonUnits)),
      when(reviewerUnits, () => and(inArray(caseRow.bureauId, reviewerUnits), isNoHandler)),
      when(approverUnits, () => and(inArray(caseRow.decidingUnitId, approverUnits), isNoHandler)),
      when(approverUnits, () => and(inArray(caseRow.bureauId, approverUnits), isUndecided, isNoHandler)),
      when(superiorOf, () => inArray(caseRow.superiorId, superiorOf)),
      when(overseerDivisions, () => inArray(caseRow.division, overseerDivisions)),
    ),
    notInArray(caseRow.caseId, tiedTo(base, 'subject', scope.personId)),
  )
}

type Placed = Pick<Base['t']['caseRow'] | Base['t']['duty'], 'caseId' | 'bureauId' | 'superiorId' | 'decidingUnitId' | 'division'>

/** A condition on `track_row`. `found`: by something else already, row by row, so that no list of all the unit's tracks is made for it. */
export function trackIn(base: Base, scope: TrackScope, found?: 'found'): SQL {
  const { trackRow } = base.t
  const { recipientUnits, handlerUnits, formerUnits, copiedUnits } = scope
  const at = (tie: TrackTie['tie'], units: readonly string[]) => isAt(base, trackRow.trackId, tie, units)
  const isFree = or(eq(trackRow.handlerId, ''), eq(trackRow.handlerId, scope.personId))
  const isSentAway = ne(trackRow.recipientId, trackRow.bureauId)
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

/** Not taken back: of a tombstone lists say the letter's number, and ask no other word of the row (lib/views/tombstone.ts). */
export const isTold = ({ phase }: Base['t']['trackRow']): SQL => ne(phase, 'withdrawn')

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
