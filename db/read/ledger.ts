import type { Reader } from '#lib/ports/case-store'
import { type Base, first, hot } from '../database.ts'
import { and, asc, desc, eq, gt, gte, sql } from '../orm.ts'

const { placeholder } = sql

export function readLedger({
  db,
  t,
}: Base): Pick<Reader, 'readEvents' | 'listStreams' | 'nextStream' | 'readIdempotencyKey' | 'nextSerial'> {
  const { event, once, number } = t
  const ofStream = and(eq(event.stream, placeholder('stream')), eq(event.streamId, placeholder('streamId')))
  const since = and(ofStream, gte(event.seq, placeholder('from')))
  const events = hot(db.select().from(event).where(since).orderBy(asc(event.seq)))
  const beyond = and(eq(event.stream, placeholder('stream')), gt(event.streamId, placeholder('after')))
  const next = hot(db.select({ streamId: event.streamId }).from(event).where(beyond).orderBy(asc(event.streamId)).limit(1))
  const ofForm = and(eq(once.personId, placeholder('personId')), eq(once.formKey, placeholder('formKey')))
  const deeds = hot(db.select().from(once).where(ofForm))
  const ofYear = and(eq(number.unitId, placeholder('unitId')), eq(number.kind, placeholder('kind')), eq(number.year, placeholder('year')))
  const last = hot(db.select({ serial: number.serial }).from(number).where(ofYear).orderBy(desc(number.serial)).limit(1))
  return {
    readEvents: ({ stream, streamId }, from = 0) => events({ stream, streamId, from }),
    nextStream: async (stream, after) => first(await next({ stream, after }))?.streamId ?? null,
    readIdempotencyKey: async (personId, formKey) => first(await deeds({ personId, formKey })),
    nextSerial: async (unitId, kind, year) => (first(await last({ unitId, kind, year }))?.serial ?? 0) + 1,
    // Not "where seq = 1": a stream whose beginning somebody took away must still be found.
    listStreams: async () =>
      await db
        .selectDistinct({ stream: event.stream, streamId: event.streamId })
        .from(event)
        .orderBy(asc(event.stream), asc(event.streamId)),
  }
}
