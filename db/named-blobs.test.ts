import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sealEvents, GENESIS, type SealedEvent } from '#lib/ledger/seal'
import { AT, deed } from '#lib/ports/samples'
import { openStore } from './open-store.ts'

/** What is not in this list is swept away: one event missed is somebody's evidence gone. */
it('finds the file of every event of a ledger of several pages, whatever its stream', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'named-'))
  const store = await openStore({ dataDir })
  const wanted: string[] = []
  const by = { personId: 'chen', unitId: 'bureau', post: 'handler' } as const
  const adds = (streamId: string, n: number): readonly SealedEvent[] =>
    sealEvents(
      { stream: 'case', streamId },
      GENESIS,
      { happenedAt: AT, recordedAt: AT, by },
      Array.from({ length: n }, (_, i) => {
        const blobId = `${streamId}-${i}`
        wanted.push(blobId)
        return { event: { type: 'EvidenceAdded', v: 1, item: { blobId, sha256: 'a', sm3: 'b', size: 1 } }, salt: blobId }
      }),
    )
  for (const [streamId, n] of [
    ['a', 499],
    ['b', 1],
    ['c', 3],
    ['d', 1_100],
    ['e', 1],
  ] as const)
    expect(await store.commit({ ...deed(streamId), events: adds(streamId, n) })).toBe('committed')
  expect([...(await store.listNamedBlobs())].toSorted()).toEqual(wanted.toSorted())
  await store.close()
  rmSync(dataDir, { recursive: true })
})
