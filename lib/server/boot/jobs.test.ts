import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { blobMemory } from '#lib/adapters/blob-memory'
import { memoryAccessLog } from '#lib/ports/access-log.memory'
import { memoryStore } from '#lib/ports/case-store.memory'
import { alone, runJobs, type Runner } from './jobs.ts'

const store = () => memoryStore()
function nodeOf(jobs: ReturnType<typeof store>, node: string): Runner {
  return {
    jobs,
    node,
    desk: jobs,
    blobs: blobMemory(),
    listNamedBlobs: async () => new Set(),
    access: { note: () => {}, add: () => {}, beforeFirstByte: async () => {}, upToDate: async () => {}, log: memoryAccessLog() },
    env: { accessLogDays: 184 } as Runner['env'], // safe: all that a job asks of it
    effects: { read: jobs, write: jobs, newSalt: () => '', newId: () => '', chance: () => 0, wait: async () => {} },
    clockNow: () => '2026-11-30T08:00:00.000Z',
    faultOf: () => null,
    leaving: new AbortController().signal,
  }
}
const HOUR = 3_600_000

describe('jobs (found J23)', () => {
  let said: ReturnType<typeof vi.spyOn>
  beforeEach(() => void (said = vi.spyOn(console, 'error').mockImplementation(() => {})))
  afterEach(() => said.mockRestore())

  it('run once for all nodes, and again when they are due', async () => {
    const jobs = store()
    const ran: string[] = []
    const table = (node: string, everyMs: number) => ({ sweep: { everyMs, atStart: false, run: async () => void ran.push(node) } })
    for (const node of ['one', 'two']) await runJobs(nodeOf(jobs, node), false, table(node, HOUR))
    expect(ran).toEqual(['one'])
    await runJobs(nodeOf(jobs, 'two'), false, table('two', 0))
    expect(ran).toEqual(['one', 'two'])
  })

  it('are left to the node that is at it', async () => {
    const ran: string[] = []
    const jobs = { ...store(), takeLease: async () => 'held' as const }
    await runJobs(nodeOf(jobs, 'two'), true, { sweep: { everyMs: 0, atStart: true, run: async () => void ran.push('two') } })
    expect(ran).toEqual([])
  })

  it('run at a start where the table says so, whenever they were done last', async () => {
    const jobs = store()
    const ran: string[] = []
    const table = Object.fromEntries(
      [true, false].map((atStart) => [`at-start-${atStart}`, { everyMs: HOUR, atStart, run: async () => void ran.push(String(atStart)) }]),
    )
    await runJobs(nodeOf(jobs, 'one'), true, table)
    await runJobs(nodeOf(jobs, 'one'), true, table)
    expect(ran).toEqual(['true', 'false', 'true'])
  })

  it('that fail are written down by their kind, and keep no other waiting', async () => {
    const jobs = store()
    const ran: string[] = []
    await runJobs(nodeOf(jobs, 'one'), false, {
      broken: { everyMs: 0, atStart: false, run: async () => Promise.reject(new TypeError('乙旗某人')) },
      sweep: { everyMs: 0, atStart: false, run: async () => void ran.push('sweep') },
    })
    expect(ran).toEqual(['sweep'])
    expect(await jobs.listJobs()).toMatchObject([
      { name: 'broken', failure: 'TypeError', leaseUntil: '' },
      { name: 'sweep', failure: '', doneAt: expect.stringMatching(/Z$/) },
    ])
  })

  it('that must be done before serving are waited for, and not done twice', async () => {
    const jobs = store()
    let made = 0
    let finish = () => {}
    const isHeld = new Promise<void>((held) => {
      void alone(nodeOf(jobs, 'one'), 'seed', HOUR, async () => {
        held()
        await new Promise<void>((done) => (finish = done))
        made++
      })
    })
    await isHeld
    const second = alone(nodeOf(jobs, 'two'), 'seed', HOUR, async () => void made++)
    finish()
    expect(await second).toBe(false)
    expect(made).toBe(1)
  })
})
