import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { faultOf } from '#lib/domain/evidence/stored'
import { type BlobStore, SMALL_BYTES } from '#lib/ports/blob-store'
import { BLOCK_BYTES } from './digests.ts'
import { heldBack } from './held-back.ts'
import { BrokenOff, drain, listen, readThrough, TooLarge } from './read-through.ts'

export type Blobs = Map<string, Readonly<{ bytes: Uint8Array; at: string }>>
/** For tests of use-cases. `blobs`: for whoever wants to spoil one. */
export function blobMemory(now: () => string = () => new Date().toISOString(), blobs: Blobs = new Map()): BlobStore {
  const digest = async (blobId: string) => {
    const bytes = blobs.get(blobId)?.bytes
    return bytes ? { blobId, ...(await readThrough(Readable.from([bytes]), { maxBytes: Infinity })) } : null
  }
  const check: BlobStore['check'] = async (file, signal) => {
    signal?.throwIfAborted()
    return faultOf(file, await digest(file.blobId))
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
    openSealed: async (file) => {
      const bytes = blobs.get(file.blobId)?.bytes
      const open = () => Readable.from(inBlocks(bytes ?? new Uint8Array()))
      if (bytes && bytes.length > SMALL_BYTES && bytes.length === (file.size ?? bytes.length))
        return { ok: true, size: bytes.length, stream: (atFault) => heldBack(open, file, bytes.length, atFault) }
      const is = await check(file)
      return is || !bytes ? { ok: false, is: is ?? 'missing' } : { ok: true, size: bytes.length, stream: open }
    },
    check,
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

function* inBlocks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) yield bytes.subarray(at, at + BLOCK_BYTES)
}
