/**
 * Both digests of every upload, off the event loop. One worker for all: SM3 alone is slower than two threads could win back
 * (stack.md §10). A block's buffer comes as a gift and goes back with the answer, which is the sender's leave to go on.
 */
import { createHash, type Hash } from 'node:crypto'
import { parentPort } from 'node:worker_threads'

/** `block` null: take the digests. `size`: how much of the block is filled. `forget`: the upload broke off. */
export type Job = Readonly<{ id: number; block: ArrayBuffer | null; size: number; forget: boolean }>
export type Answer = Readonly<{ id: number; block: ArrayBuffer | null; sha256: string; sm3: string; running: number }>

const running = new Map<number, readonly [Hash, Hash]>()
parentPort?.on('message', ({ id, block, size, forget }: Job) => {
  const [sha256, sm3] = running.get(id) ?? [createHash('sha256'), createHash('sm3')]
  const answer = { id, block, sha256: '', sm3: '' }
  if (block) {
    const bytes = new Uint8Array(block, 0, size)
    sha256.update(bytes)
    sm3.update(bytes)
    running.set(id, [sha256, sm3])
  } else {
    running.delete(id)
    if (!forget) Object.assign(answer, { sha256: sha256.digest('hex'), sm3: sm3.digest('hex') })
  }
  parentPort?.postMessage({ ...answer, running: running.size } satisfies Answer, block ? [block] : [])
})
