import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, it, vi } from 'vitest'
import { BLOCK_BYTES } from './digests.ts'
import { readThrough } from './read-through.ts'

/** The worker's answers, given when the test says so: the slowest digests there can be. */
const answers: (() => void)[] = vi.hoisted(() => [])
vi.mock('./digests.ts', async (importOriginal) => ({
  ...(await importOriginal<typeof import('./digests.ts')>()),
  startDigests: () => ({
    add: (block: ArrayBuffer) => new Promise<ArrayBuffer>((resolve) => answers.push(() => resolve(block))),
    end: async () => ({ sha256: '', sm3: '' }),
    forget: async () => {},
  }),
}))

it('holds two blocks of an upload in memory and asks its sender for no more, however slow the digests are', async () => {
  let [sent, written] = [0, 0]
  const bytes = function* () {
    for (; sent < 32; sent++) yield Buffer.alloc(BLOCK_BYTES)
  }
  const whole = readThrough(Readable.from(bytes()), { maxBytes: Infinity, write: async () => void written++ })
  for (let answered = 0; answered < 32; answered++) {
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    for (let turn = 0; turn < 20; turn++) await setImmediate() // time enough to read on, if it would
    expect(answers).toHaveLength(1)
    expect(written).toBeLessThanOrEqual(answered + 2) // one with the worker, one written and waiting for it
    expect(sent).toBeLessThanOrEqual(written + 2) // and what the stream itself keeps ready
    answers.shift()?.()
  }
  expect((await whole).size).toBe(32 * BLOCK_BYTES)
})
