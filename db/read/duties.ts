/**
 * The worklist. A duty is found through its case by those who read the case, and through its track by those who read only the
 * track; the second never see a word of the case's own row (docs/decisions.md D7). Each way to a duty is a question of its own, which one
 * index answers in the list's order, so that nobody pays for what stands further down. The answers make one sorted list.
 */
import { OWN_DUTIES } from '#lib/domain/procedure/duty'
import type { CaseScope, TrackScope } from '#lib/domain/policy/scope'
import type { AnyColumn, SQL } from 'drizzle-orm'
import type { Reader, DutyFilter, DutyRow } from '#lib/ports/case-store'
import { countOf, hasPart, lists, pastLast } from '../conditions.ts'
import { type Base, first, hot, keep, MOST_KEPT } from '../database.ts'
import { and, asc, eq, exists, getTableColumns, gte, inArray, lt, not, notInArray, or, sql, orm } from '../orm.ts'
import { caseIn, isBlind, isReadable, ONE, trackIn, tracksOf } from '../scope.ts'
import { clocksOf, isHot, placesOf, timesOf } from './colours.ts'
import { seatsOf, unitsOf, type Who } from './seats.ts'
import type { Readable } from '../words.ts'
import { anyHolds, caseHolds, finder, type Found, trackHolds } from './words.ts'

const { union } = orm('drizzle-orm/sqlite-core')

/** A question is built once for a person and its shape: on each worklist the same people ask the same six, and only times and places differ. */
export function readDuties(base: Readable): Pick<Reader, 'listDuties' | 'countDuties'> {
  const { db, t } = base
  const { duty, caseRow, trackRow } = t
  const { placeholder } = sql
  const [throughCase, throughTrack] = [eq(caseRow.caseId, duty.caseId), eq(trackRow.trackId, duty.trackId)]
  const order = [asc(duty.sortAt), asc(duty.dutyId)]
  const most = placeholder('most')
  const withTracks = trackUnits(base)
  const [rowQueries, countQueries] = [keep<Ask<DutyRow>[]>(MOST_KEPT), keep<Ask<{ n: number }>[]>(MOST_KEPT)]

  const words = finder(base)

  const asked = async (who: Who, cases: CaseScope, given: TrackScope, { colour, text, ...rest }: DutyFilter, isFurther = false) => {
    const tracks = await withTracks(given)
    const said = !text
      ? undefined
      : { cases: await words.inCases(text, cases), tracks: isBlind(tracks) ? null : await words.inTracks(text, tracks) }
    const values = { ...said?.cases?.values, ...said?.tracks?.values }
    const howFound = said && [said.cases?.shape, said.tracks?.shape]
    const shape = JSON.stringify([who.personId, who.seats, cases, tracks, rest, colour && clocksOf(colour), isFurther, howFound])
    const filter = { ...rest, said, ...(colour && { colour: placesOf(colour) }) }
    const past = isFurther ? pastLast([duty.sortAt, duty.dutyId], 'up', [placeholder('key'), placeholder('id')]) : undefined
    return { shape, values, alternatives: () => dutyAlternatives(base, who, cases, tracks, filter, past) }
  }
  return {
    listDuties: async (who, cases, given, filter, { after, size }) => {
      const { shape, values, alternatives } = await asked(who, cases, given, filter, after !== null)
      const asks = rowQueries(shape, () => {
        const { ofCase, ofTrack } = alternatives()
        const inWords = (words: Worded, through: SQL, which: SQL, asRecipient: number): Ask<DutyRow> =>
          hot(
            db
              .select(rowOf(duty, words, asRecipient))
              .from(duty)
              .innerJoin(words, through)
              .where(which)
              .orderBy(...order)
              .limit(most),
          )
        return [
          ...ofCase.map((which) => inWords(caseRow, throughCase, which, 0)),
          ...ofTrack.map((which) => inWords(trackRow, throughTrack, which, 1)),
        ]
      })
      return inOrder(await answers(asks, { ...timesOf(filter.colour), ...values, ...after, most: size }), size)
    },
    countDuties: async (who, cases, given, filter, cap) => {
      const { shape, values, alternatives } = await asked(who, cases, given, filter)
      const asks = countQueries(shape, () => {
        const { ofCase, ofTrack } = alternatives()
        const found = () => db.select({ id: duty.dutyId }).from(duty).$dynamic()
        const queries = [
          ...ofCase.map((which) => found().where(which)),
          ...ofTrack.map((which) => found().innerJoin(trackRow, throughTrack).where(which)),
        ]
        const [one, other, ...rest] = queries.map((query) => db.select().from(query.limit(most).as('way')))
        return one ? [hot(countOf(base, other ? union(one, other, ...rest) : one))] : []
      })
      const [found] = await answers(asks, { ...timesOf(filter.colour), ...values, most: cap + 1 })
      return Math.min(found?.n ?? 0, cap + 1)
    },
  }
}

type Ask<Row> = (values: Record<string, unknown>) => Promise<Row[]>
const answers = async <Row>(asks: readonly Ask<Row>[], values: Record<string, unknown>): Promise<Row[]> =>
  (await Promise.all(asks.map((ask) => ask(values)))).flat()
/** What several ways lead to is one duty. */
const inOrder = (rows: readonly DutyRow[], size: number): DutyRow[] =>
  [...new Map(rows.map((row) => [row.dutyId, row])).values()].sort(bySortKey).slice(0, size)

/** The scope without units that no track ever came to: a bureau's every duty would be looked up in vain. */
function trackUnits({ db, t: { trackTie } }: Base): (scope: TrackScope) => Promise<TrackScope> {
  const any = hot(
    db
      .select({ unitId: trackTie.unitId })
      .from(trackTie)
      .where(eq(trackTie.unitId, sql.placeholder('unitId')))
      .limit(1),
  )
  return async ({ personId, ...units }) => {
    const known = new Set<string>()
    for (const unitId of new Set(Object.values(units).flat())) if (first(await any({ unitId }))) known.add(unitId)
    const kept = (of: readonly string[]) => of.filter((unitId) => known.has(unitId))
    const { recipientUnits, handlerUnits, formerUnits, copiedUnits } = units
    return {
      personId,
      recipientUnits: kept(recipientUnits),
      handlerUnits: kept(handlerUnits),
      formerUnits: kept(formerUnits),
      copiedUnits: kept(copiedUnits),
    }
  }
}

/** `said`: where the words of the filter were found, in cases and in letters; absent where there are none. */
type Filter = Omit<DutyFilter, 'text' | 'heat'> &
  Readonly<{ colour?: ReturnType<typeof placesOf>; said?: Readonly<{ cases: Found | null; tracks: Found | null }> | undefined }>

/**
 * Every way to what the filter asks for. What my seats owe is found by each seat, what others owe by each unit that may see it as
 * the bureau, its superior, the body that received it. Which of them I may see is said in each by the whole scope.
 */
function dutyAlternatives(base: Readable, who: Who, cases: CaseScope, tracks: TrackScope, filter: Filter, past: SQL | undefined) {
  const { duty, caseRow, trackRow } = base.t
  const readable = caseIn(base, cases, duty)
  const owed = isOwed(base, who, filter)
  const { said } = filter
  const isSaid = said?.cases ? anyHolds(caseHolds(base, said.cases, cases, duty)) : undefined
  const spoken = speaksOf(caseRow, filter)
  const words =
    spoken &&
    exists(
      base.db
        .select(ONE)
        .from(caseRow)
        .where(and(eq(caseRow.caseId, duty.caseId), spoken)),
    )
  const seats = seatsOf(duty.unitId, duty.post, who.seats)
  const at = (column: AnyColumn, ...units: (readonly string[])[]) => [...new Set(units.flat())].map((unitId) => eq(column, unitId))
  const { handlerUnits, liaisonUnits, reviewerUnits, approverUnits, superiorOf, overseerDivisions } = cases
  // A case is decided by its bureau or by the bureau's superior (lib/usecases/submit-report.ts).
  const theirs = [
    ...at(duty.bureauId, handlerUnits, liaisonUnits, reviewerUnits, approverUnits),
    ...at(duty.superiorId, superiorOf),
    ...at(duty.division, overseerDivisions),
  ]
  const sentToMe = [
    ...at(duty.toUnitId, tracks.recipientUnits, tracks.handlerUnits),
    ...at(duty.copiedId, tracks.copiedUnits),
    ...tracks.formerUnits.map((unitId) => inArray(duty.trackId, tracksOf(base, [unitId]))),
  ]
  const isMine = filter.side === 'mine'
  const through = (isNone: boolean, alternatives: readonly (SQL | undefined)[], ...which: (SQL | undefined)[]): SQL[] =>
    isNone ? [] : alternatives.map((way) => and(way, owed, ...which, past) as SQL) // safe: a way is never absent
  return {
    ofCase: through(isBlind(cases) || said?.cases === null, isMine ? seats : theirs, readable, isSaid, words),
    ofTrack: through(
      isBlind(tracks) || said?.tracks === null,
      isMine ? seats : sentToMe,
      trackIn(base, tracks, 'found'),
      isReadable(trackRow),
      isBlind(cases) ? undefined : not(readable),
      said?.tracks ? trackHolds(base, said.tracks, trackRow.trackId) : undefined,
      speaksOf(trackRow, filter),
    ),
  }
}

const rowOf = (duty: Base['t']['duty'], worded: Worded, asRecipient: number) => ({
  ...getTableColumns(duty),
  ...wordsOf(worded),
  asRecipient: constant(asRecipient),
})
type Worded = Base['t']['caseRow'] | Base['t']['trackRow']
const wordsOf = ({ caseNo, title, phase, funds, amountFen }: Worded) => ({ caseNo, title, phase, funds, amountFen })
const constant = (n: number) => sql<number>`${sql.raw(String(n))}`.mapWith(Number).as('as_recipient')

function isOwed({ t: { duty } }: Base, who: Who, { side, code, colour }: Filter): SQL | undefined {
  return and(
    // Mine is what my seats owe; I wait for what is owed by a house where I have no seat.
    side === 'mine'
      ? or(eq(duty.personIds, ''), hasPart(duty.personIds, `|${who.personId}|`))
      : and(notInArray(duty.unitId, unitsOf(who)), notInArray(duty.code, [...OWN_DUTIES])),
    code === undefined ? undefined : eq(duty.code, code as DutyRow['code']), // safe: another code matches no row
    colour && and(gte(duty.sortAt, colour.from), lt(duty.sortAt, colour.to), isHot(duty, colour)),
  )
}

/** Filters look at what the reader is shown, and at nothing else. */
function speaksOf({ funds, amountFen }: Worded, { fund, minFen }: Filter): SQL | undefined {
  return and(fund ? lists(funds, fund) : undefined, minFen === undefined ? undefined : gte(amountFen, minFen))
}

const bySortKey = (a: DutyRow, b: DutyRow): number =>
  a.sortAt === b.sortAt ? (a.dutyId < b.dutyId ? -1 : 1) : a.sortAt < b.sortAt ? -1 : 1
