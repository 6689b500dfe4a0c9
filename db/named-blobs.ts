/** Every stored file that somebody could still ask for: those that an event names, and those of the evidence rows. One list, for the sweep and for a backup. */
import { asc } from 'drizzle-orm'
import type { SealedEvent } from '#lib/ledger/seal'
import type { BackupRow } from './backup/rows.ts'
import { pastLast } from './conditions.ts'
import type { Base } from './database.ts'
import { blobIdsNamedBy } from './named-files.ts'

export interface NamedBlobs {
  listNamedBlobs(): Promise<ReadonlySet<string>>
}

const AT_ONCE = 500

/** Reads the whole ledger, some hundred events at a time: others are served in between. */
export const namedBlobs = ({ db, t: { event, evidence } }: Base): NamedBlobs => ({
  listNamedBlobs: async () => {
    const named = new Set<string>()
    for (let last: SealedEvent | undefined, some: SealedEvent[] | null = null; some === null || last;) {
      const past = pastLast([event.stream, event.streamId, event.seq], 'up', last ? [last.stream, last.streamId, last.seq] : null)
      some = await db.select().from(event).where(past).orderBy(asc(event.stream), asc(event.streamId), asc(event.seq)).limit(AT_ONCE)
      for (const one of some) for (const blobId of blobIdsNamedBy(one)) named.add(blobId)
      last = some.at(-1)
      await new Promise((done) => setImmediate(done))
    }
    for (const { blobId } of await db.selectDistinct({ blobId: evidence.blobId }).from(evidence)) named.add(blobId)
    return named
  },
})

/** The same from the rows of a backup. */
export function blobIdsIn(table: string, rows: readonly BackupRow[]): readonly string[] {
  if (table === 'evidence') return rows.flatMap(({ blob_id: blobId }) => (typeof blobId === 'string' ? [blobId] : []))
  if (table !== 'event') return []
  return rows.flatMap((row) => blobIdsNamedBy({ ...row, streamId: row['stream_id'] } as unknown as SealedEvent)) // safe: the row of an event, as it was sealed
}
