import { Readable } from 'node:stream'
import { type FileFault, faultOf, type Sealed } from '#lib/domain/evidence/stored'
import { BLOCK_BYTES, startDigests } from './digests.ts'

/**
 * A file too large to be read before it is sent: hashed on its way, and its last block held back until both digests are known. Where
 * they are not what was sealed `atFault` is waited for and the stream breaks, so that whoever receives it never has it whole.
 */
export function heldBack(open: () => Readable, file: Sealed, size: number, atFault: (is: FileFault) => Promise<void>): Readable {
  return Readable.from(blocks(open, file, size, atFault), { objectMode: false, highWaterMark: BLOCK_BYTES })
}

async function* blocks(open: () => Readable, file: Sealed, size: number, atFault: (is: FileFault) => Promise<void>) {
  const digests = startDigests()
  let held: Uint8Array | null = null
  let read = 0
  let spare = new ArrayBuffer(BLOCK_BYTES)
  try {
    for await (const chunk of open() as AsyncIterable<Uint8Array>) {
      // safe: a byte stream
      read += chunk.length
      if (read > size) break // it grows while it is read: no more than was said goes out
      new Uint8Array(spare).set(chunk)
      spare = await digests.add(spare, chunk.length)
      if (held) yield held
      held = chunk
    }
    const is = faultOf(file, { size: read, ...(await digests.end()) })
    if (is || read !== size) {
      await atFault(is ?? 'changed')
      throw new NotAsSealed()
    }
    if (held) yield held
  } finally {
    await digests.forget().catch(() => {}) // a fallen worker has forgotten already
  }
}

/** By this name Next knows that nobody waits for a word: it closes the connection and logs nothing. */
class NotAsSealed extends Error {
  override name = 'AbortError'
}
