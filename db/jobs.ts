/** Leases by the database's own clock: whoever updates the row first has it. */
import type { JobStore } from '#lib/ports/job-store'
import { type Base, type Clock, first } from './database.ts'
import { and, asc, eq, lte, ne } from './orm.ts'
import { upserting } from './writes.ts'

export const openFacts = ({ db, t: { fact } }: Base): Pick<JobStore, 'readFact' | 'saveFact'> => ({
  readFact: async (name) => first(await db.select().from(fact).where(eq(fact.name, name))),
  saveFact: async (row) => void (await upserting(db, fact, ['name'], [row])),
})

export function openJobs({ db, t, clock }: Base & Readonly<{ clock: Clock }>): JobStore {
  const { job } = t
  const held = (name: string, holder: string) => and(eq(job.name, name), eq(job.holder, holder), ne(job.leaseUntil, ''))
  const NEVER = { holder: '', leaseUntil: '', startedAt: '', doneAt: '', failedAt: '', failure: '' }
  return {
    takeLease: async (name, holder, { forMs, everyMs }) => {
      await db
        .insert(job)
        .values({ name, ...NEVER })
        .onConflictDoNothing()
      const isFree = and(eq(job.name, name), lte(job.leaseUntil, clock(0)))
      const taken = await db
        .update(job)
        .set({ holder, leaseUntil: clock(forMs), startedAt: clock(0) })
        .where(and(isFree, lte(job.startedAt, clock(-everyMs))))
        .returning({ name: job.name })
      if (taken.length === 1) return 'taken'
      return (await db.select({ name: job.name }).from(job).where(isFree)).length === 1 ? 'not-due' : 'held'
    },
    keepLease: async (name, holder, forMs) => {
      const kept = await db
        .update(job)
        .set({ leaseUntil: clock(forMs) })
        .where(held(name, holder))
        .returning({ name: job.name })
      return kept.length === 1
    },
    endLease: async (name, holder, failure) => {
      const ended = failure === '' ? { doneAt: clock(0) } : { failedAt: clock(0), failure }
      await db
        .update(job)
        .set({ ...ended, leaseUntil: '' })
        .where(held(name, holder))
    },
    listJobs: async () => await db.select().from(job).orderBy(asc(job.name)),
    ...openFacts({ db, t }),
  }
}
