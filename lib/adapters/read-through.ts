import type { Readable } from 'node:stream'
import { BLOCK_BYTES, type Digests, startDigests } from './digests.ts'

/** The sender's side failed, not ours. */
export class BrokenOff extends Error {}
export class TooLarge extends Error {}

type Limits = Readonly<{ maxBytes: number; write?: (block: Uint8Array) => Promise<void> }>

/**
 * Reads a stream to its end in blocks of 1 MiB: each is written, then handed to the digest worker; the next is sent only when
 * that one came back. Whatever goes wrong, the worker forgets the stream.
 */
export async function readThrough(bytes: Readable, { maxBytes, write }: Limits): Promise<Digests & Readonly<{ size: number }>> {
  const digests = startDigests()
  let [size, filled, block] = [0, 0, new ArrayBuffer(BLOCK_BYTES)]
  let hashed: Promise<ArrayBuffer | null> = Promise.resolve(null)
  const handOver = async (): Promise<ArrayBuffer | null> => {
    await write?.(new Uint8Array(block, 0, filled))
    const back = await hashed
    hashed = digests.add(block, filled)
    hashed.catch(() => {}) // awaited with the next block
    return back
  }
  try {
    for await (const chunk of chunksOf(bytes)) {
      size += chunk.length
      if (size > maxBytes) throw new TooLarge()
      for (let at = 0; at < chunk.length;) {
        const part = chunk.subarray(at, at + BLOCK_BYTES - filled)
        new Uint8Array(block).set(part, filled)
        at += part.length
        filled += part.length
        if (filled === BLOCK_BYTES) [block, filled] = [(await handOver()) ?? new ArrayBuffer(BLOCK_BYTES), 0]
      }
    }
    if (filled > 0) await handOver()
    await hashed
    return { size, ...(await digests.end()) }
  } catch (error) {
    await digests.forget().catch(() => {}) // a fallen worker has forgotten already
    throw error
  }
}

/** Left open where we stop early: the form around a file can only finish when the file was read (docs/stack.md §19). */
async function* chunksOf(bytes: Readable): AsyncGenerator<Uint8Array> {
  const chunks = bytes.iterator({ destroyOnReturn: false })
  try {
    for (;;) {
      const next = await chunks.next().catch((cause: unknown) => {
        throw new BrokenOff('the stream broke off', { cause })
      })
      if (next.done) break
      yield next.value as Uint8Array // safe: a byte stream gives nothing else
    }
  } finally {
    await chunks.return?.().catch(() => {})
  }
  // Busboy ends a file that is over its own limit as if it were whole.
  if ('truncated' in bytes && bytes.truncated === true) throw new TooLarge()
}

/** To be called before the first `await`: a stream that fails while nobody listens would end the process. */
export const listen = (bytes: Readable): void => void bytes.on('error', () => {})

/** What was not read is thrown away. */
export function drain(bytes: Readable): void {
  if (!bytes.destroyed && !bytes.readableEnded) bytes.resume()
}
