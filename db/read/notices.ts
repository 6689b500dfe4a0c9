/** What a person was told: in person, or as who holds a seat. Never of a case in which they are a subject. */
import type { AnyColumn, SQL } from 'drizzle-orm'
import type { Reader, Page } from '#lib/ports/case-store'
import { countOf, LAST_ID, LAST_KEY, MOST, numberOf, pastLast } from '../conditions.ts'
import { type Base, first, shaped } from '../database.ts'
import { and, desc, eq, exists, getTableColumns, inArray, not, notExists, notInArray, or, sql } from '../orm.ts'
import { isReadable, ONE, tiedTo } from '../scope.ts'
import { atSeat, unitsOf, type Who } from './seats.ts'

export function readNotices(base: Base): Pick<Reader, 'listNotices' | 'readNotice' | 'countUnread'> {
  const { db, t } = base
  const { notice } = t
  const ask = shaped()
  return {
    listNotices: async (who, { unreadOnly = false }, page) => {
      const ids = await newestIds(base, ask, who, unreadOnly, page)
      if (ids.length === 0) return []
      return await withWords(base, who, inArray(notice.noticeId, ids)).orderBy(desc(notice.at), desc(notice.noticeId))
    },
    readNotice: async (noticeId) => first(await db.select().from(notice).where(eq(notice.noticeId, noticeId))),
    countUnread: async (who, cap) => {
      const build = () =>
        countOf(
          base,
          db
            .select(ONE)
            .from(notice)
            .where(and(isForMe(base, who), isUnread(base, who)))
            .limit(MOST),
        )
      return numberOf(await ask(['unread', who.personId, who.seats], build, { most: cap + 1 }))
    },
  }
}

/** First the ids, in person and seat by seat, each in its index's own order: a busy seat has ten thousands, and a page shows twenty. */
async function newestIds(
  base: Base,
  ask: ReturnType<typeof shaped>,
  who: Who,
  unreadOnly: boolean,
  { after, size }: Page,
): Promise<string[]> {
  const { db, t } = base
  const { notice } = t
  const newest = (mine: SQL | undefined) =>
    db
      .select({ at: notice.at, noticeId: notice.noticeId })
      .from(notice)
      .where(
        and(
          mine,
          notInArray(notice.caseId, tiedTo(base, 'subject', who.personId)),
          after ? pastLast([notice.at, notice.noticeId], 'down', [LAST_KEY, LAST_ID]) : undefined,
          unreadOnly ? isUnread(base, who) : undefined,
        ),
      )
      .orderBy(desc(notice.at), desc(notice.noticeId))
      .limit(MOST)
  const asked = (seat: Who['seats'][number] | null, mine: SQL | undefined) =>
    ask(['newest', who.personId, seat, unreadOnly, after !== null], () => newest(mine), { ...after, most: size })
  const found = await Promise.all([
    asked(null, eq(notice.personId, who.personId)),
    ...who.seats.map((seat) => asked(seat, and(eq(notice.unitId, seat.unitId), eq(notice.post, seat.post), eq(notice.personId, '')))),
  ])
  const inOrder = found.flat().sort((a, b) => (`${a.at} ${a.noticeId}` < `${b.at} ${b.noticeId}` ? 1 : -1))
  return [...new Set(inOrder.map(({ noticeId }) => noticeId))].slice(0, size)
}

function isUnread({ db, t: { notice, noticeRead } }: Base, { personId }: Who): SQL {
  const read = db
    .select(ONE)
    .from(noticeRead)
    .where(and(eq(noticeRead.noticeId, notice.noticeId), eq(noticeRead.personId, personId)))
  return notExists(read)
}

function isForMe(base: Base, who: Who): SQL | undefined {
  const { notice } = base.t
  const isMine = or(eq(notice.personId, who.personId), and(eq(notice.personId, ''), atSeat(notice.unitId, notice.post, who.seats)))
  return and(isMine, notInArray(notice.caseId, tiedTo(base, 'subject', who.personId)))
}

function withWords(base: Base, who: Who, which: SQL | undefined) {
  const { db, t } = base
  const { notice, noticeRead, caseRow, trackRow } = t
  return db
    .select({
      ...getTableColumns(notice),
      readAt: sql<string>`coalesce(${noticeRead.readAt}, '')`.as('seen_at'),
      caseNo: shown(base, who, 'caseNo', trackRow.letterNo).as('case_no'),
      title: shown(base, who, 'title', sql`''`).as('title'),
    })
    .from(notice)
    .leftJoin(noticeRead, and(eq(noticeRead.noticeId, notice.noticeId), eq(noticeRead.personId, who.personId)))
    .leftJoin(caseRow, eq(caseRow.caseId, notice.caseId))
    .leftJoin(trackRow, eq(trackRow.trackId, notice.trackId))
    .where(which)
}

/** The words of a track for everybody but the case's own bureau: the case's row may name other people (docs/decisions.md D7). `stone`: what stands there for a unit that had a letter which was taken back. */
function shown(base: Base, who: Who, word: 'caseNo' | 'title', stone: AnyColumn | SQL) {
  const { notice, caseRow, trackRow, trackTie } = base.t
  const isOwn = inArray(caseRow.bureauId, unitsOf(who))
  const ours = and(eq(trackTie.trackId, notice.trackId), inArray(trackTie.unitId, unitsOf(who)))
  const hadIt = and(not(isReadable(trackRow)), exists(base.db.select(ONE).from(trackTie).where(ours)))
  return sql<string>`case when ${notice.trackId} = '' or ${isOwn} then coalesce(${caseRow[word]}, '') when ${hadIt} then ${stone} else coalesce(${trackRow[word]}, '') end`
}
