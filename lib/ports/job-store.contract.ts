import { beforeEach, describe, expect, it } from 'vitest'
import type { JobStore } from './job-store.ts'

/** An hour is longer than any test; a lease of no time has lapsed when it is looked at. */
const HOUR = 3_600_000
const ALWAYS = { forMs: HOUR, everyMs: 0 }

export function jobStoreContract(engine: string, open: () => Promise<JobStore>): void {
  describe(`job store on ${engine}`, () => {
    let jobs: JobStore
    beforeEach(async () => void (jobs = await open()))
    const job = async (name: string) => (await jobs.listJobs()).find((row) => row.name === name)

    it('gives a lease to exactly one of many', async () => {
      const taken = await Promise.all(Array.from({ length: 8 }, (_, i) => jobs.takeLease('sweep', `node-${i}`, ALWAYS)))
      expect(taken.filter((one) => one === 'taken')).toHaveLength(1)
      expect(taken.filter((one) => one === 'held')).toHaveLength(7)
    })

    it('takes it from a holder who let it lapse, and does not listen to them any more', async () => {
      expect(await jobs.takeLease('sweep', 'one', { forMs: -1, everyMs: 0 })).toBe('taken')
      expect(await jobs.takeLease('sweep', 'two', ALWAYS)).toBe('taken')
      expect(await jobs.keepLease('sweep', 'one', HOUR)).toBe(false)
      await jobs.endLease('sweep', 'one', 'late')
      expect(await job('sweep')).toMatchObject({ holder: 'two', failedAt: '', failure: '' })
      expect(await jobs.takeLease('sweep', 'three', ALWAYS)).toBe('held')
    })

    it('lets a holder go on who keeps it', async () => {
      await jobs.takeLease('sweep', 'one', { forMs: -1, everyMs: 0 })
      expect(await jobs.keepLease('sweep', 'one', HOUR)).toBe(true)
      expect(await jobs.takeLease('sweep', 'two', ALWAYS)).toBe('held')
    })

    it('gives it again when it is due, counted from its last beginning', async () => {
      await jobs.takeLease('sweep', 'one', ALWAYS)
      await jobs.endLease('sweep', 'one', '')
      expect(await jobs.takeLease('sweep', 'two', { forMs: HOUR, everyMs: HOUR })).toBe('not-due')
      expect(await jobs.takeLease('sweep', 'two', ALWAYS)).toBe('taken')
    })

    it('knows one job from another', async () => {
      expect([await jobs.takeLease('sweep', 'one', ALWAYS), await jobs.takeLease('alarm', 'two', ALWAYS)]).toEqual(['taken', 'taken'])
      expect((await jobs.listJobs()).map(({ name }) => name)).toEqual(['alarm', 'sweep'])
    })

    it('remembers when it was last done and when it last failed, and why', async () => {
      await jobs.takeLease('sweep', 'one', ALWAYS)
      await jobs.endLease('sweep', 'one', 'fault.no-space')
      const failed = await job('sweep')
      expect(failed).toMatchObject({ leaseUntil: '', doneAt: '', failure: 'fault.no-space' })
      expect(failed?.failedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
      await jobs.takeLease('sweep', 'one', ALWAYS)
      await jobs.endLease('sweep', 'one', '')
      expect(await job('sweep')).toMatchObject({
        failedAt: failed?.failedAt,
        failure: 'fault.no-space',
        doneAt: expect.stringMatching(/Z$/),
      })
    })

    it('keeps a fact by its name', async () => {
      expect(await jobs.readFact('rows')).toBeNull()
      await jobs.saveFact({ name: 'rows', value: '1', at: '2026-11-30T00:00:00.000Z' })
      await jobs.saveFact({ name: 'rows', value: '2', at: '2026-12-01T00:00:00.000Z' })
      expect(await jobs.readFact('rows')).toEqual({ name: 'rows', value: '2', at: '2026-12-01T00:00:00.000Z' })
    })
  })
}
