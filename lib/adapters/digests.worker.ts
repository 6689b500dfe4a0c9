/**
 * Both digests of every upload and of every stored file, off the event loop. One worker for all: SM3 alone is slower than two threads
 * could win back (docs/stack.md §10). A block's buffer comes as a gift and goes back with the answer, which is the sender's leave to go
 * on. A stored file is read here, a block at each asking, so that a large one and the uploads take turns.
 */
import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'

type Block = Readonly<{ block: ArrayBuffer; size: number }>
/** A block of an upload, of which `size` is filled; the next block of a file; the end of an upload, or its breaking off. */
export type Job = Readonly<{ id: number }> & (Block | Readonly<{ path: string }> | Readonly<{ end: 'take' | 'forget' }>)
/** `digests`: once there are no more bytes. `read`: bytes of a file so far. `fault`: what the disk said, and the file is given up. */
export type Answer = Readonly<{
  id: number
  block?: ArrayBuffer
  digests?: Readonly<{ sha256: string; sm3: string }>
  read?: number
  fault?: Readonly<{ message: string; code: string }>
  running: number
}>

const BLOCK_BYTES = 1 << 20
type Reading = { file: number; read: number }
const running = new Map<number, Readonly<{ hashes: readonly [Hash, Hash]; reading: Reading | null }>>()
const block = new Uint8Array(BLOCK_BYTES)

parentPort?.on('message', (job: Job) => {
  const answer = 'block' in job ? add(job) : 'path' in job ? readOn(job) : end(job)
  parentPort?.postMessage({ id: job.id, ...answer, running: running.size } satisfies Answer, 'block' in job ? [job.block] : [])
})

type Part = Omit<Answer, 'id' | 'running'>
function add({ id, block, size }: Block & { id: number }): Part {
  const one = running.get(id) ?? begin(id, null)
  feed(one.hashes, new Uint8Array(block, 0, size))
  return { block }
}

function end({ id, end }: { id: number; end: 'take' | 'forget' }): Part {
  const { hashes } = running.get(id) ?? { hashes: fresh() }
  close(id)
  return end === 'take' ? { digests: taken(hashes) } : {}
}

function readOn({ id, path }: { id: number; path: string }): Part {
  try {
    const { hashes, reading } = running.get(id) ?? begin(id, { file: openSync(path, 'r'), read: 0 })
    if (!reading) throw new Error('an upload is no file')
    const size = fill(reading.file)
    feed(hashes, block.subarray(0, size))
    reading.read += size
    if (size === BLOCK_BYTES) return { read: reading.read }
    close(id)
    return { read: reading.read, digests: taken(hashes) }
  } catch (error) {
    close(id)
    return { fault: { message: String(error), code: error instanceof Error && 'code' in error ? String(error.code) : '' } } // an error that crosses threads loses its code
  }
}

/** How much of the block could be filled: less than all of it only at the end. */
function fill(file: number): number {
  let filled = 0
  for (let size = 1; size > 0 && filled < BLOCK_BYTES; filled += size) size = readSync(file, block, filled, BLOCK_BYTES - filled, null)
  return filled
}

function begin(id: number, reading: Reading | null) {
  const one = { hashes: fresh(), reading }
  running.set(id, one)
  return one
}
function close(id: number): void {
  const { reading } = running.get(id) ?? {}
  running.delete(id)
  if (reading) closeSync(reading.file)
}

const fresh = (): readonly [Hash, Hash] => [createHash('sha256'), createHash('sm3')]
const feed = (hashes: readonly Hash[], bytes: Uint8Array): void => hashes.forEach((hash) => hash.update(bytes))
const taken = ([sha256, sm3]: readonly [Hash, Hash]) => ({ sha256: sha256.digest('hex'), sm3: sm3.digest('hex') })
