import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { BlobStore } from '#lib/ports/blob-store'
import { BrokenOff, drain, listen, readThrough, TooLarge } from './read-through.ts'

/** For tests of use-cases. */
export function blobMemory(now: () => string = () => new Date().toISOString()): BlobStore {
  const blobs = new Map<string, Readonly<{ bytes: Uint8Array; at: string }>>()
  const digest = async (blobId: string) => {
    const bytes = blobs.get(blobId)?.bytes
    return bytes ? { blobId, ...(await readThrough(Readable.from([bytes]), { maxBytes: Infinity })) } : null
  }
  return {
    take: async (bytes, { maxBytes }) => {
      listen(bytes)
      const blocks: Uint8Array[] = []
      const write = async (block: Uint8Array): Promise<void> => void blocks.push(block.slice())
      try {
        const taken = await readThrough(bytes, { maxBytes, write })
        if (taken.size === 0) return { ok: false, code: 'empty' }
        const blobId = randomUUID()
        blobs.set(blobId, { bytes: Buffer.concat(blocks), at: now() })
        return { ok: true, stored: { blobId, ...taken } }
      } catch (error) {
        if (error instanceof TooLarge) return { ok: false, code: 'too-large' }
        if (error instanceof BrokenOff) return { ok: false, code: 'broken-off' }
        throw error
      } finally {
        drain(bytes)
      }
    },
    open: async (blobId) => {
      const bytes = blobs.get(blobId)?.bytes
      return bytes ? { size: bytes.length, stream: () => Readable.from([bytes]) } : null
    },
    digest,
    list: async function* () {
      yield* blobs.keys()
    },
    sweep: async (olderThan, isKept) => {
      let gone = 0
      for (const [blobId, { at }] of blobs) if (at < olderThan && !(await isKept(blobId)) && blobs.delete(blobId)) gone += 1
      return gone
    },
  }
}
