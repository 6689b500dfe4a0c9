/** What a person did: the newest act in each case or track that they may still read. */
import type { Reader } from '#lib/ports/case-store'
import { entryOf } from '#lib/ports/pages'
import { pastLast } from '../conditions.ts'
import type { Base } from '../database.ts'
import { and, desc, eq, exists, gt, notExists, or, orm } from '../orm.ts'
import { caseIn, ONE, trackIn } from '../scope.ts'

const { alias } = orm('drizzle-orm/sqlite-core')

export function readActed(base: Base): Pick<Reader, 'listActed'> {
  const { db, t } = base
  const { entry, caseRow, trackRow } = t
  const later = alias(entry, 'later')
  const samePlace = and(
    eq(later.stream, entry.stream),
    eq(later.streamId, entry.streamId),
    eq(later.trackId, entry.trackId),
    gt(later.seq, entry.seq),
  )
  return {
    listActed: async (personId, cases, tracks, { after, size }) => {
      const ofCase = and(eq(caseRow.caseId, entry.caseId), caseIn(base, cases))
      const ofTrack = and(eq(trackRow.trackId, entry.trackId), trackIn(base, tracks, 'found'))
      const isReadable = or(exists(db.select(ONE).from(caseRow).where(ofCase)), exists(db.select(ONE).from(trackRow).where(ofTrack)))
      const since = db
        .select({ seq: later.seq })
        .from(later)
        .where(and(eq(later.personId, personId), samePlace))
      const at = after && entryOf(after.id)
      const past = pastLast([entry.recordedAt, entry.caseId, entry.seq], 'down', at && [after.key, at.caseId, at.seq])
      return await db
        .select()
        .from(entry)
        .where(and(eq(entry.personId, personId), isReadable, notExists(since), past))
        .orderBy(desc(entry.recordedAt), desc(entry.caseId), desc(entry.seq))
        .limit(size)
    },
  }
}
