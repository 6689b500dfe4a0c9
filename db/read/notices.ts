/** What a person was told: in person, or as who holds a seat. Never of a case in which they are a subject. */
import { and, desc, eq, getTableColumns, inArray, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { CaseReader } from '#lib/ports/case-store'
import { countUpTo, pastLast, placeOf } from '../conditions.ts'
import type { Base } from '../database.ts'
import { tiedTo } from '../scope.ts'
import { atSeat, unitsOf, type Who } from './seats.ts'

export function readNotices(base: Base): Pick<CaseReader, 'listNotices' | 'countUnread'> {
  const { notice, noticeRead } = base.t
  const isUnread = isNull(noticeRead.noticeId)
  return {
    listNotices: async (who, { unreadOnly }, page) =>
      await toldTo(base, who, unreadOnly ? isUnread : undefined, pastLast([notice.at, notice.noticeId], 'down', placeOf(page)))
        .orderBy(desc(notice.at), desc(notice.noticeId))
        .limit(page.size),
    countUnread: (who, cap) => countUpTo(base, cap, toldTo(base, who, isUnread)),
  }
}

function toldTo(base: Base, who: Who, ...more: readonly (SQL | undefined)[]) {
  const { db, t } = base
  const { notice, noticeRead, caseRow, trackRow } = t
  const isMine = or(eq(notice.personId, who.personId), and(eq(notice.personId, ''), atSeat(notice.unitId, notice.post, who.seats)))
  const isForMe = and(isMine, notInArray(notice.caseId, tiedTo(base, 'subject', who.personId)))
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
    .where(and(isForMe, ...more))
}

/** The words of a track for everybody but the case's own bureau: the case's row may name other people (design.md D7). */
function shown({ t: { notice, caseRow, trackRow } }: Base, who: Who, word: 'caseNo' | 'title') {
  const isOwn = inArray(caseRow.bureauId, unitsOf(who))
  return sql<string>`case when ${notice.trackId} = '' or ${isOwn} then coalesce(${caseRow[word]}, '') else coalesce(${trackRow[word]}, '') end`
}
