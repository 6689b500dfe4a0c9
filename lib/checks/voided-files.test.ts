import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { openStore } from '#db/open-store'
import { blobMemory } from '#lib/adapters/blob-memory'
import { GENESIS, sealEvents } from '#lib/ledger/seal'
import { deed, evidence } from '#lib/ports/samples'
import { sweepUnnamed } from '#lib/server/boot/sweep-unnamed'

const OLD = '2026-11-20T00:00:00.000Z'
const LATER = '2026-11-22T00:00:00.000Z'

/** Voided is not deleted: the file stays in the ledger, in every backup and on the disk. */
it('the file of an item that was voided stays (found J21)', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'unnamed-'))
  const store = await openStore({ dataDir })
  const blobs = blobMemory(() => OLD)
  const [byEvent = '', byRow = '', byNobody = ''] = await Promise.all(
    ['event', 'row', 'nobody'].map(async (text) => {
      const taken = await blobs.take(Readable.from([Buffer.from(text)]), { maxBytes: 10 })
      return taken.ok ? taken.stored.blobId : ''
    }),
  )
  const voided = [
    { type: 'EvidenceAdded', v: 1, item: { itemId: 'i', blobId: byEvent, sha256: 'a', sm3: 'b', size: 1 } },
    { type: 'EvidenceVoided', v: 1, itemId: 'i', reason: '误传' },
  ]
  const events = sealEvents(
    { stream: 'case', streamId: 'a' },
    GENESIS,
    { happenedAt: OLD, recordedAt: OLD, by: { personId: 'chen', unitId: 'bureau', post: 'handler' } },
    voided.map((event) => ({ event, salt: event.type })),
  )
  await store.commit({ ...deed('a'), events })
  const rows = [evidence('b', 'i', { blobId: byRow, voidedAt: OLD, voidReason: '误传', voidedBy: 'chen' })]
  await store.commit(deed('b', { rows: { evidence: rows } }))

  expect(await sweepUnnamed(blobs, LATER, await store.listNamedBlobs())).toBe(0)
  const isThere = async (blobId: string): Promise<boolean> => (await blobs.open(blobId)) !== null
  expect([await isThere(byEvent), await isThere(byRow), await isThere(byNobody)]).toEqual([true, true, false])
  await store.close()
  rmSync(dataDir, { recursive: true })
})
