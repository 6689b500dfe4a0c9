/** Every stored file that somebody could still ask for: those that an event names, and those of the evidence rows. One list, for the sweep and for a backup. */
import type { SealedEvent } from '#lib/ledger/seal'
import type { BackupRow } from './backup/rows.ts'
import { pastLast } from './conditions.ts'
import type { Base } from './database.ts'
import { blobIdsNamedBy, lockNamedBy } from './named-files.ts'
import { asc } from './orm.ts'

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
  return table === 'event' ? rows.flatMap((row) => blobIdsNamedBy(sealedIn(row))) : []
}
/** Counts on, in whatever order a backup holds its events: a stored file stands locked where more is found against it than for it. */
export function countLocks(table: string, rows: readonly BackupRow[], locks: Map<string, number>): void {
  for (const row of table === 'event' ? rows : []) {
    const found = lockNamedBy(sealedIn(row))
    if (found) locks.set(found.blobId, (locks.get(found.blobId) ?? 0) + found.by)
  }
}
export const standsLocked = (locks: ReadonlyMap<string, number>, blobId: string): boolean => (locks.get(blobId) ?? 0) > 0
const sealedIn = (row: BackupRow): SealedEvent => ({ ...row, streamId: row['stream_id'] }) as unknown as SealedEvent // safe: the row of an event, as it was sealed
