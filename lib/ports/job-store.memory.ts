import type { Fact, JobRow, JobStore } from './job-store.ts'

export function memoryJobs(): JobStore {
  const jobs = new Map<string, JobRow>()
  const facts = new Map<string, Fact>()
  const now = (plusMs = 0): string => new Date(Date.now() + plusMs).toISOString()
  const heldBy = (name: string, holder: string): JobRow | null => {
    const row = jobs.get(name)
    return row && row.holder === holder && row.leaseUntil !== '' ? row : null
  }
  return {
    takeLease: async (name, holder, { forMs, everyMs }) => {
      const row = jobs.get(name) ?? { name, holder, leaseUntil: '', startedAt: '', doneAt: '', failedAt: '', failure: '' }
      if (row.leaseUntil > now()) return 'held'
      if (row.startedAt > now(-everyMs)) return 'not-due'
      jobs.set(name, { ...row, holder, leaseUntil: now(forMs), startedAt: now() })
      return 'taken'
    },
    keepLease: async (name, holder, forMs) => {
      const row = heldBy(name, holder)
      if (row) jobs.set(name, { ...row, leaseUntil: now(forMs) })
      return row !== null
    },
    endLease: async (name, holder, failure) => {
      const row = heldBy(name, holder)
      const ended = failure === '' ? { doneAt: now() } : { failedAt: now(), failure }
      if (row) jobs.set(name, { ...row, ...ended, leaseUntil: '' })
    },
    listJobs: async () => [...jobs.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    readFact: async (name) => facts.get(name) ?? null,
    saveFact: async (fact) => void facts.set(fact.name, fact),
  }
}
