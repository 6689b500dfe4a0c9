/** The one digest worker of this process, started when first needed; it does not keep the process alive by itself. */
import { Worker } from 'node:worker_threads'
import type { Answer, Job } from './digests.worker.ts'

export const BLOCK_BYTES = 1 << 20
export type Digests = Readonly<{ sha256: string; sm3: string }>
/** One upload's digests in the making. Give blocks one after the other; each comes back to be filled again. */
export type Running = Readonly<{
  add: (block: ArrayBuffer, size: number) => Promise<ArrayBuffer>
  end: () => Promise<Digests>
  /** The upload broke off: the worker drops what it holds for it. */
  forget: () => Promise<void>
}>

let lastId = 0
export function startDigests(): Running {
  const id = ++lastId
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (job: Job): Promise<Answer> => {
    const answer = last.then(() => ask(job))
    last = answer.catch(() => {})
    return answer
  }
  return {
    add: async (block, size) => (await inTurn({ id, block, size })).block ?? new ArrayBuffer(BLOCK_BYTES),
    end: async () => (await inTurn({ id, end: 'take' })).digests ?? { sha256: '', sm3: '' },
    forget: async () => void (await inTurn({ id, end: 'forget' })),
  }
}

/** Of a file that lies on the disk, with its size; what the disk says against it is thrown. Between two blocks it can be ended. */
export async function digestFile(path: string, signal?: AbortSignal): Promise<Digests & Readonly<{ size: number }>> {
  const id = ++lastId
  for (;;) {
    if (signal?.aborted) await ask({ id, end: 'forget' })
    signal?.throwIfAborted()
    const { digests, read = 0, fault } = await ask({ id, path })
    if (fault) throw Object.assign(new Error(fault.message), { code: fault.code })
    if (digests) return { ...digests, size: read }
  }
}

/** How many uploads the worker holds hashes for: none when none is running. @internal */
export const countRunning = async (): Promise<number> => (await ask({ id: 0, end: 'forget' })).running

type Waiting = Readonly<{ resolve: (answer: Answer) => void; reject: (error: Error) => void }>
/** An upload asks one thing at a time, so its id is enough to find who waits. */
const waiting = new Map<number, Waiting>()
let worker: Worker | null = null

function ask(job: Job): Promise<Answer> {
  return new Promise((resolve, reject) => {
    waiting.set(job.id, { resolve, reject })
    worker ??= start()
    worker.ref()
    worker.postMessage(job, 'block' in job ? [job.block] : [])
  })
}

function start(): Worker {
  const fresh = new Worker(new URL('./digests.worker.ts', import.meta.url))
  fresh.on('message', (answer: Answer) => {
    const { resolve } = waiting.get(answer.id) ?? {}
    waiting.delete(answer.id)
    if (waiting.size === 0) fresh.unref()
    resolve?.(answer)
  })
  // A worker that falls takes its uploads with it; the next one starts a new worker.
  const fall = (error: Error): void => {
    if (worker === fresh) worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  fresh.on('error', fall)
  fresh.on('exit', (code) => fall(new Error(`the digest worker ended with ${code}`)))
  return fresh
}
