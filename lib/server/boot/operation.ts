/** How the portal runs, for who keeps it: what it does by itself, when it was last backed up and verified, and how full the disk is. Nothing of a case. */
import { statfs } from 'node:fs/promises'
import type { Instant } from '#lib/domain/result'
import { MINUTE_MS, msBetween } from '#lib/domain/time'
import type { Fact, JobRow, JobStore } from '#lib/ports/job-store'
import type { Container } from './current-container.ts'
import { JOBS, type JobName } from './jobs.ts'

/** `row` null: never begun. `isLate`: its time came and nobody began it, or whoever did has not come to an end; the first time too may take a while. */
export type JobSeen = Readonly<{ name: JobName; everyMs: number; row: JobRow | null; isLate: boolean }>
export type Disk = Readonly<{ freeBytes: number; totalBytes: number }>
/** `not-yet`: something was never done, and is not late for it. */
type Standing = 'late' | 'not-yet' | 'well'
export type Operation = Readonly<{
  jobs: readonly JobSeen[]
  standing: Standing
  backup: Fact | null
  verified: Fact | null
  disk: Disk | null
}>

/** Late ones first, the longest late at the top. */
export async function readOperation({ jobs, env, clockNow }: Pick<Container, 'jobs' | 'env' | 'clockNow'>): Promise<Operation> {
  const [rows, backup, verified, disk] = await Promise.all([
    jobs.listJobs(),
    jobs.readFact(LAST_BACKUP),
    jobs.readFact(LAST_VERIFY),
    diskOf(env.dataDir),
  ])
  const seen = seenOf(rows, clockNow())
  return { jobs: seen, standing: standingOf(seen), backup, verified, disk }
}

const standingOf = (jobs: readonly JobSeen[]): Standing =>
  jobs.some(({ isLate }) => isLate) ? 'late' : jobs.every(({ row }) => row?.doneAt) ? 'well' : 'not-yet'

/** @internal */
export function seenOf(rows: readonly JobRow[], now: Instant): readonly JobSeen[] {
  const names = Object.keys(JOBS) as JobName[] // safe: the record's own keys
  const seen = names.map((name): JobSeen => {
    const row = rows.find((one) => one.name === name) ?? null
    const { everyMs } = JOBS[name]
    const isLate = row?.doneAt ? msBetween(row.doneAt, now) > everyMs + PATIENCE_MS : row !== null && !isFirstRun(row, now)
    return { name, everyMs, row, isLate }
  })
  const placeOf = ({ isLate, row }: JobSeen): string => `${isLate ? 0 : 1}${row?.doneAt ?? ''}`
  return seen.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
}
const isFirstRun = ({ failedAt, leaseUntil, startedAt }: JobRow, now: Instant): boolean =>
  failedAt === '' && leaseUntil > now && msBetween(startedAt, now) <= PATIENCE_MS
/** A node looks three times a minute what is due, and a long job takes its time. */
const PATIENCE_MS = 10 * MINUTE_MS

const LAST_BACKUP = 'backup'
const LAST_VERIFY = 'verify'
export const noteBackup = (jobs: Pick<JobStore, 'saveFact'>, at: Instant, files: number): Promise<void> =>
  jobs.saveFact({ name: LAST_BACKUP, value: String(files), at })
export const noteVerify = (jobs: Pick<JobStore, 'saveFact'>, at: Instant, differences: number): Promise<void> =>
  jobs.saveFact({ name: LAST_VERIFY, value: String(differences), at })

/** Of the folder with database and files; null where the system does not say. */
async function diskOf(dataDir: string): Promise<Disk | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(dataDir)
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
  } catch {
    return null
  }
}
