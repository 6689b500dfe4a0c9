import { describe, expect, it, vi } from 'vitest'
import type { AccessEntry } from '#lib/domain/access'
import type { AccessLog } from '#lib/ports/access-log'
import { breaksIn, entry } from '#lib/ports/access-log.contract'
import { memoryAccessLog } from '#lib/ports/access-log.memory'
import { gathering } from './gather-access.ts'

const NOW = '2026-11-30T08:00:00.000Z'
/** A log whose disk can be filled, and which says what was written together. */
function onDisk() {
  const log = memoryAccessLog()
  const state = { isFull: false, batches: [] as number[] }
  const append: AccessLog['append'] = async (entries) => {
    if (state.isFull) throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    state.batches.push(entries.length)
    await log.append(entries)
  }
  const written = async () => (await log.readOn(0, 10_000)).map(({ personId, reason }) => personId || reason)
  return { log, state, append, written }
}
const people = (from: number, to: number): AccessEntry[] => Array.from({ length: to - from }, (_, i) => entry(`p${from + i}`))
const gather = (append: AccessLog['append'], more: Partial<Parameters<typeof gathering>[1]> = {}) => {
  const heard: unknown[] = []
  const gathered = gathering({ append }, { clockNow: () => NOW, failed: (error) => heard.push(error), everyMs: 60_000, ...more })
  return { ...gathered, heard }
}

describe('rows of the access log are gathered (found J13)', () => {
  it('and written together within a second, while whoever caused them goes on', async () => {
    vi.useFakeTimers()
    try {
      const { append, state } = onDisk()
      const { add } = gathering({ append }, { clockNow: () => NOW, failed: () => {} })
      for (const one of people(0, 3)) add(one)
      expect(state.batches).toEqual([])
      await vi.advanceTimersByTimeAsync(1_000)
      add(entry('later'))
      await vi.advanceTimersByTimeAsync(1_000)
      expect(state.batches).toEqual([3, 1])
    } finally {
      vi.useRealTimers()
    }
  })

  it('and are there when a flush answers, each once, however many flush', async () => {
    const { append, written, state } = onDisk()
    const { add, flush } = gather(append)
    const flushed = people(0, 4).map((one) => {
      add(one)
      return flush()
    })
    await Promise.all(flushed)
    expect(await written()).toEqual(['p0', 'p1', 'p2', 'p3'])
    expect(state.batches.length).toBeLessThan(4)
  })

  it('and wait while the disk is full; then they are written with the row of the gap behind them', async () => {
    const { append, written, state, log } = onDisk()
    const { add, flush, heard } = gather(append)
    state.isFull = true
    for (const one of people(0, 2)) add(one)
    await flush()
    add(entry('p2'))
    await flush()
    expect(heard, 'said once').toHaveLength(1)
    expect(await written()).toEqual([])
    state.isFull = false
    await flush()
    expect(await written()).toEqual(['p0', 'p1', 'p2', 'lost:0 late:3'])
    expect((await log.list({ kind: 'gap' }, { after: null, size: 9 }))[0]).toMatchObject({ at: NOW, result: 'gap', personId: '' })
    add(entry('p3'))
    await flush()
    expect(await written(), 'one row for one gap').toHaveLength(5)
    expect(await breaksIn(log)).toEqual([])
  })

  it('and no more of them than memory may hold: the row of the gap counts the others', async () => {
    const { append, written, state } = onDisk()
    const { add, flush } = gather(append, { most: 3 })
    state.isFull = true
    for (const one of people(0, 3)) add(one)
    await flush()
    for (const one of people(3, 8)) add(one)
    state.isFull = false
    await flush()
    expect(await written()).toEqual(['p0', 'p1', 'p2', 'lost:5 late:3'])
  })

  it('and tried again by themselves while nobody comes', async () => {
    vi.useFakeTimers()
    try {
      const { append, written, state } = onDisk()
      const { add } = gathering({ append }, { clockNow: () => NOW, failed: () => {} })
      state.isFull = true
      add(entry('chen'))
      await vi.advanceTimersByTimeAsync(3_000)
      state.isFull = false
      await vi.advanceTimersByTimeAsync(1_000)
      expect(await written()).toEqual(['chen', 'lost:0 late:1'])
    } finally {
      vi.useRealTimers()
    }
  })

  it('and hold up nobody where the store is silent', async () => {
    const { add, flush, close } = gather(() => new Promise(() => {}), { patienceMs: 5 })
    add(entry('chen'))
    await expect(flush()).resolves.toBeUndefined()
    await expect(close()).resolves.toBeUndefined()
  })

  it('and the last ones are written before an orderly end', async () => {
    const { append, written } = onDisk()
    const { add, close } = gather(append)
    add(entry('chen'))
    await close()
    expect(await written()).toEqual(['chen'])
  })

  it('and it is said how many were lost where they could not be', async () => {
    const { append, state } = onDisk()
    const { add, close, heard } = gather(append)
    state.isFull = true
    add(entry('chen'))
    await close()
    expect(heard.map(String)).toEqual(['Error: full', 'Error: 1 rows of the access log are lost'])
  })
})
