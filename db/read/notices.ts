/** What a person was told: in person, or as who holds a seat. Never of a case in which they are a subject. */
import { and, desc, eq, getTableColumns, inArray, isNull, notExists, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { CaseReader, Page } from '#lib/ports/case-store'
import { countUpTo, pastLast, placeOf } from '../conditions.ts'
import type { Base } from '../database.ts'
import { ONE, tiedTo } from '../scope.ts'
import { atSeat, unitsOf, type Who } from './seats.ts'

export function readNotices(base: Base): Pick<CaseReader, 'listNotices' | 'countUnread'> {
  const { notice, noticeRead } = base.t
  const isUnread = isNull(noticeRead.noticeId)
  return {
    listNotices: async (who, { unreadOnly }, page) => {
      const ids = await newestIds(base, who, unreadOnly === true, page)
      if (ids.length === 0) return []
      return await withWords(base, who, inArray(notice.noticeId, ids)).orderBy(desc(notice.at), desc(notice.noticeId))
    },
    countUnread: (who, cap) => countUpTo(base, cap, withWords(base, who, and(isForMe(base, who), isUnread))),
  }
}

/** First the ids, in person and seat by seat, each in its index's own order: a busy seat has ten thousands, and a page shows twenty. */
async function newestIds(base: Base, who: Who, unreadOnly: boolean, page: Page): Promise<string[]> {
  const { db, t } = base
  const { notice, noticeRead } = t
  const past = pastLast([notice.at, notice.noticeId], 'down', placeOf(page))
  const isOpen = notInArray(notice.caseId, tiedTo(base, 'subject', who.personId))
  const read = db
    .select(ONE)
    .from(noticeRead)
    .where(and(eq(noticeRead.noticeId, notice.noticeId), eq(noticeRead.personId, who.personId)))
  const inPerson = eq(notice.personId, who.personId)
  const bySeat = who.seats.map(({ unitId, post }) => and(eq(notice.unitId, unitId), eq(notice.post, post), eq(notice.personId, '')))
  const found = await Promise.all(
    [inPerson, ...bySeat].map((mine) =>
      db
        .select({ at: notice.at, noticeId: notice.noticeId })
        .from(notice)
        .where(and(mine, isOpen, past, unreadOnly ? notExists(read) : undefined))
        .orderBy(desc(notice.at), desc(notice.noticeId))
        .limit(page.size),
    ),
  )
  const newest = found.flat().sort((a, b) => (`${a.at} ${a.noticeId}` < `${b.at} ${b.noticeId}` ? 1 : -1))
  return [...new Set(newest.map(({ noticeId }) => noticeId))].slice(0, page.size)
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
      caseNo: shown(base, who, 'caseNo').as('case_no'),
      title: shown(base, who, 'title').as('title'),
    })
    .from(notice)
    .leftJoin(noticeRead, and(eq(noticeRead.noticeId, notice.noticeId), eq(noticeRead.personId, who.personId)))
    .leftJoin(caseRow, eq(caseRow.caseId, notice.caseId))
    .leftJoin(trackRow, eq(trackRow.trackId, notice.trackId))
    .where(which)
}

/** The words of a track for everybody but the case's own bureau: the case's row may name other people (design.md D7). */
function shown({ t: { notice, caseRow, trackRow } }: Base, who: Who, word: 'caseNo' | 'title') {
  const isOwn = inArray(caseRow.bureauId, unitsOf(who))
  return sql<string>`case when ${notice.trackId} = '' or ${isOwn} then coalesce(${caseRow[word]}, '') else coalesce(${trackRow[word]}, '') end`
}
