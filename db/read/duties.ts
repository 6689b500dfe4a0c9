/**
 * The worklist. A duty is found through its case by those who read the case, and through its track by those who read only the
 * track; the second never see a word of the case's own row (design.md D7). Two questions, two queries, one sorted list.
 */
import { readingScope } from '#lib/domain/policy/scope'
import { and, asc, eq, exists, getTableColumns, gte, lt, not, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { CaseReader, CaseScope, DueTime, DutyFilter, DutyRow, TrackScope } from '#lib/ports/case-store'
import { countOf, hasPart, holds, lists, pastLast } from '../conditions.ts'
import { type Base, first, hot, keep, MOST_KEPT } from '../database.ts'
import { caseIn, isBlind, ONE, trackIn } from '../scope.ts'
import { atSeat, unitsOf, type Who } from './seats.ts'

/** A question is built once for a person and its shape: on each worklist the same people ask the same six, and only times and places differ. */
export function readDuties(base: Base): Pick<CaseReader, 'listDuties' | 'countDuties' | 'listDueTimes'> {
  const { db, t } = base
  const { duty, caseRow, trackRow } = t
  const { placeholder } = sql
  const [throughCase, throughTrack] = [eq(caseRow.caseId, duty.caseId), eq(trackRow.trackId, duty.trackId)]
  const order = [asc(duty.sortAt), asc(duty.dutyId)]
  const most = placeholder('most')
  const times = { clock: duty.clock, startedAt: duty.startedAt, dueAt: duty.dueAt, sortAt: duty.sortAt }
  const withTracks = trackUnits(base)
  const [rowQueries, timeQueries, countQueries] = [
    keep<Sides<DutyRow>>(MOST_KEPT),
    keep<Sides<DueTime>>(MOST_KEPT),
    keep<Sides<{ n: number }>>(MOST_KEPT),
  ]

  const asked = async (who: Who, cases: CaseScope, given: TrackScope, { heat, ...rest }: DutyFilter, isFurther = false) => {
    const tracks = await withTracks(given)
    const shape = JSON.stringify([who.personId, who.seats, cases, tracks, rest, heat !== undefined, isFurther])
    const filter = { ...rest, ...(heat && { heat: PLACES }) }
    const past = isFurther ? pastLast([duty.sortAt, duty.dutyId], 'up', [placeholder('key'), placeholder('id')]) : undefined
    const sides =
      <Row>(ofCase: (which: SQL | undefined) => Ask<Row>, ofTrack: (which: SQL | undefined) => Ask<Row>) =>
      (): Sides<Row> => {
        const which = conditions(base, who, cases, tracks, filter)
        return [isBlind(cases) ? null : ofCase(and(which.ofCase, past)), isBlind(tracks) ? null : ofTrack(and(which.ofTrack, past))]
      }
    return { shape, sides }
  }
  return {
    listDuties: async (who, cases, given, filter, { after, size }) => {
      const { shape, sides } = await asked(who, cases, given, filter, after !== null)
      const build = sides<DutyRow>(
        (which) =>
          hot(
            db
              .select(rowOf(duty, caseRow, 0))
              .from(duty)
              .innerJoin(caseRow, throughCase)
              .where(which)
              .orderBy(...order)
              .limit(most),
          ),
        (which) =>
          hot(
            db
              .select(rowOf(duty, trackRow, 1))
              .from(duty)
              .innerJoin(trackRow, throughTrack)
              .where(which)
              .orderBy(...order)
              .limit(most),
          ),
      )
      const rows = await answers(rowQueries(shape, build), { ...filter.heat, ...after, most: size })
      return rows.sort(bySortKey).slice(0, size)
    },
    listDueTimes: async (who, cases, given, filter, size) => {
      const { shape, sides } = await asked(who, cases, given, filter)
      const build = sides<DueTime>(
        (which) =>
          hot(
            db
              .select(times)
              .from(duty)
              .innerJoin(caseRow, throughCase)
              .where(which)
              .orderBy(...order)
              .limit(most),
          ),
        (which) =>
          hot(
            db
              .select(times)
              .from(duty)
              .innerJoin(trackRow, throughTrack)
              .where(which)
              .orderBy(...order)
              .limit(most),
          ),
      )
      const rows = await answers(timeQueries(shape, build), { ...filter.heat, most: size })
      return rows.sort((a, b) => (a.sortAt < b.sortAt ? -1 : 1)).slice(0, size)
    },
    countDuties: async (who, cases, given, filter, cap) => {
      const { shape, sides } = await asked(who, cases, given, filter)
      const build = sides<{ n: number }>(
        (which) => hot(countOf(base, db.select(ONE).from(duty).innerJoin(caseRow, throughCase).where(which).limit(most))),
        (which) => hot(countOf(base, db.select(ONE).from(duty).innerJoin(trackRow, throughTrack).where(which).limit(most))),
      )
      const found = await answers(countQueries(shape, build), { ...filter.heat, most: cap + 1 })
      return Math.min(
        found.reduce((sum, { n }) => sum + n, 0),
        cap + 1,
      )
    },
  }
}

type Ask<Row> = (values: Record<string, unknown>) => Promise<Row[]>
/** As the bureau whose case it is, and as the body that received a track; null where the person is on the other side only. */
type Sides<Row> = readonly [Ask<Row> | null, Ask<Row> | null]
const answers = async <Row>(sides: Sides<Row>, values: Record<string, unknown>): Promise<Row[]> =>
  (await Promise.all(sides.map((ask) => ask?.(values) ?? []))).flat()

/** Where `from` and `to` of a colour will stand in a kept query. */
const PLACES = { from: sql.placeholder('from'), to: sql.placeholder('to') } as unknown as NonNullable<DutyFilter['heat']> // safe: a place is filled before the query runs

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

function conditions(base: Base, who: Who, cases: CaseScope, tracks: TrackScope, filter: DutyFilter) {
  const { duty, caseRow, trackRow } = base.t
  const readable = base.db
    .select(ONE)
    .from(caseRow)
    .where(and(eq(caseRow.caseId, duty.caseId), caseIn(base, cases)))
  const isOnlyHere = isBlind(cases) ? undefined : not(exists(readable))
  // What my seats owe is found by the seat; what others owe, through the tracks.
  const found = filter.side === 'mine' ? 'found' : undefined
  const owed = isOwed(base, who, filter)
  return {
    ofCase: and(caseIn(base, cases), owed, speaksOf(caseRow, filter, caseIn(base, readingScope(cases)))),
    ofTrack: and(trackIn(base, tracks, found), isOnlyHere, owed, speaksOf(trackRow, filter)),
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

function isOwed({ t: { duty } }: Base, who: Who, { side, code, heat }: DutyFilter): SQL | undefined {
  const isMine = or(eq(duty.personIds, ''), hasPart(duty.personIds, `|${who.personId}|`))
  return and(
    // Mine is what my seats owe; I wait for what is owed by a house where I have no seat.
    side === 'mine' ? and(atSeat(duty.unitId, duty.post, who.seats), isMine) : notInArray(duty.unitId, unitsOf(who)),
    code === undefined ? undefined : eq(duty.code, code as DutyRow['code']), // safe: another code matches no row
    heat && and(gte(duty.sortAt, heat.from), lt(duty.sortAt, heat.to)),
  )
}

/** Filters look at the words that the reader is shown, and at no others. */
function speaksOf({ title, caseNo, funds, amountFen }: Worded, { text, fund, minFen }: DutyFilter, mayReadTitle?: SQL): SQL | undefined {
  return and(
    text ? or(and(holds(title, text), mayReadTitle), holds(caseNo, text)) : undefined,
    fund ? lists(funds, fund) : undefined,
    minFen === undefined ? undefined : gte(amountFen, minFen),
  )
}

const bySortKey = (a: DutyRow, b: DutyRow): number =>
  a.sortAt === b.sortAt ? (a.dutyId < b.dutyId ? -1 : 1) : a.sortAt < b.sortAt ? -1 : 1
