/** What runs by itself runs on one node: a lease in the store, by the store's own clock, so that two nodes need not agree on the time. */
export type JobRow = Readonly<{
  name: string
  holder: string
  leaseUntil: string
  startedAt: string
  /** '' where it never was. */
  doneAt: string
  failedAt: string
  failure: string
}>
/** Something about the portal as a whole: the number of its rows, its last backup. `value` is JSON text or a number in text. */
export type Fact = Readonly<{ name: string; value: string; at: string }>
export type Taken = 'taken' | 'held' | 'not-due'

export interface JobStore {
  /** 'held': somebody has it, whose lease has not lapsed. 'not-due': it was begun less than `everyMs` ago. */
  takeLease(name: string, holder: string, lease: Readonly<{ forMs: number; everyMs: number }>): Promise<Taken>
  /** False where the lease lapsed and another took it. */
  keepLease(name: string, holder: string, forMs: number): Promise<boolean>
  /** `failure` '' for a job that was done. Nothing changes where another holds it by now. */
  endLease(name: string, holder: string, failure: string): Promise<void>
  listJobs(): Promise<readonly JobRow[]>
  readFact(name: string): Promise<Fact | null>
  saveFact(fact: Fact): Promise<void>
}
