import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { blobMemory } from '#lib/adapters/blob-memory'
import type { BlobStore } from '#lib/ports/blob-store'
import { sweepUnnamed } from './sweep-unnamed.ts'

const OLD = '2026-11-20T00:00:00.000Z'
const LATER = '2026-11-22T00:00:00.000Z'
async function stored(count: number): Promise<Readonly<{ blobs: BlobStore; ids: readonly string[] }>> {
  const blobs = blobMemory(() => OLD)
  for (let i = 0; i < count; i++) await blobs.take(Readable.from([Buffer.from(`${i}`)]), { maxBytes: 10 })
  return { blobs, ids: await listed(blobs) }
}
async function listed(blobs: BlobStore): Promise<string[]> {
  const found: string[] = []
  for await (const blobId of blobs.list()) found.push(blobId)
  return found
}

it('what no event names goes once it is old, and nothing else', async () => {
  const { blobs, ids } = await stored(5)
  const named = new Set(ids.slice(0, 3))
  expect(await sweepUnnamed(blobs, OLD, named)).toBe(0)
  expect(await listed(blobs)).toHaveLength(5)
  expect(await sweepUnnamed(blobs, LATER, named)).toBe(0)
  expect(new Set(await listed(blobs))).toEqual(named)
})

it('beside a database that knows hardly any of them, every file stays', async () => {
  const { blobs, ids } = await stored(60)
  expect(await sweepUnnamed(blobs, LATER, new Set())).toBe(60)
  expect(await sweepUnnamed(blobs, LATER, new Set(ids.slice(0, 5)))).toBe(55)
  expect(await listed(blobs)).toEqual(ids)
})
