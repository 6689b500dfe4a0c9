/**
 * The worklist. A duty is found through its case by those who read the case, and through its track by those who read only the
 * track; the second never see a word of the case's own row (design.md D7). Two questions, two queries, one sorted list.
 */
import { readingScope } from '#lib/domain/policy/scope'
import { and, asc, eq, getTableColumns, gte, lt, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { CaseReader, CaseScope, DutyFilter, DutyRow, TrackScope } from '#lib/ports/case-store'
import { countUpTo, hasPart, holds, lists, pastLast, placeOf } from '../conditions.ts'
import type { Base } from '../database.ts'
import { caseIn, isBlind, trackIn } from '../scope.ts'
import { atSeat, unitsOf, type Who } from './seats.ts'

export function readDuties(base: Base): Pick<CaseReader, 'listDuties' | 'countDuties'> {
  const { duty } = base.t
  const order = [asc(duty.sortAt), asc(duty.dutyId)]
  return {
    listDuties: async (who, cases, tracks, filter, page) => {
      const past = pastLast([duty.sortAt, duty.dutyId], 'up', placeOf(page))
      const [asBureau, asRecipient] = await Promise.all([
        isBlind(cases)
          ? []
          : throughCase(base, who, cases, filter, past)
              .orderBy(...order)
              .limit(page.size),
        isBlind(tracks)
          ? []
          : throughTrack(base, who, cases, tracks, filter, past)
              .orderBy(...order)
              .limit(page.size),
      ])
      return [...asBureau, ...asRecipient].sort(bySortKey).slice(0, page.size)
    },
    countDuties: async (who, cases, tracks, filter, cap) => {
      const [asBureau, asRecipient] = await Promise.all([
        isBlind(cases) ? 0 : countUpTo(base, cap, throughCase(base, who, cases, filter)),
        isBlind(tracks) ? 0 : countUpTo(base, cap, throughTrack(base, who, cases, tracks, filter)),
      ])
      return Math.min(asBureau + asRecipient, cap + 1)
    },
  }
}

function throughCase(base: Base, who: Who, scope: CaseScope, filter: DutyFilter, past?: SQL) {
  const { duty, caseRow } = base.t
  return base.db
    .select({ ...getTableColumns(duty), ...wordsOf(caseRow), asRecipient: constant(0) })
    .from(duty)
    .innerJoin(caseRow, eq(caseRow.caseId, duty.caseId))
    .where(and(caseIn(base, scope), isOwed(base, who, filter), speaksOf(caseRow, filter, caseIn(base, readingScope(scope))), past))
}

function throughTrack(base: Base, who: Who, cases: CaseScope, scope: TrackScope, filter: DutyFilter, past?: SQL) {
  const { db, t } = base
  const { duty, trackRow, caseRow } = t
  const readable = db.select({ id: caseRow.caseId }).from(caseRow).where(caseIn(base, cases))
  const isOnlyHere = isBlind(cases) ? undefined : notInArray(duty.caseId, readable)
  return db
    .select({ ...getTableColumns(duty), ...wordsOf(trackRow), asRecipient: constant(1) })
    .from(duty)
    .innerJoin(trackRow, eq(trackRow.trackId, duty.trackId))
    .where(and(trackIn(base, scope), isOnlyHere, isOwed(base, who, filter), speaksOf(trackRow, filter), past))
}

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
