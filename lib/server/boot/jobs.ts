/**
 * What the portal does by itself: one table, and each job on one node at a time (docs/contributing.md §5). A node that stops or is killed lets
 * its lease lapse, and the next one does the work again: so each job may be done twice and is then done once.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Instant } from '#lib/domain/result'
import { addHours } from '#lib/domain/time'
import { alarmSilence, CLOCK } from '#lib/usecases/alarm-silence'
import { askAs } from '#lib/usecases/ask'
import { caseDecider } from '#lib/usecases/case-decider'
import { checkStored } from '#lib/usecases/check-stored'
import { keepAccessLog } from '#lib/usecases/keep-access-log'
import type { Container } from './current-container.ts'
import { sweepUnnamed } from './sweep-unnamed.ts'

export type JobName = 'alarm-silence' | 'keep-access-log' | 'sweep-desk' | 'sweep-incoming' | 'sweep-unnamed' | 'check-stored'
/** `atStart`: also when a node begins, whenever it was done last. */
type Job = Readonly<{ everyMs: number; atStart: boolean; run: (container: Working, now: Instant) => Promise<void> }>
type Working = Pick<Container, 'effects' | 'desk' | 'jobs' | 'blobs' | 'access' | 'env' | 'listNamedBlobs' | 'clockNow' | 'leaving'>
/** What a job is run with: the leases, and who takes them. */
export type Runner = Pick<Container, 'node' | 'faultOf'> & Working

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const KEPT_HOURS = 30 * 24
export const LEFTOVER_HOURS = 24

export const JOBS: Readonly<Record<JobName, Job>> = {
  'alarm-silence': { everyMs: MINUTE_MS, atStart: true, run: async ({ effects }, now) => void (await alarmSilence(effects, now)) },
  'sweep-desk': { everyMs: MINUTE_MS, atStart: true, run: async ({ desk }, now) => void (await desk.sweep(addHours(now, -KEPT_HOURS))) },
  'keep-access-log': {
    everyMs: DAY_MS,
    atStart: false,
    run: async ({ access, jobs, env }, now) => void (await keepAccessLog(access.log, jobs, env.accessLogDays, now)),
  },
  // What was being sent when a process ended.
  'sweep-incoming': {
    everyMs: MINUTE_MS,
    atStart: true,
    run: async ({ blobs }, now) => void (await blobs.sweep(addHours(now, -LEFTOVER_HOURS), async () => true)),
  },
  // Rarely: it reads the whole ledger.
  'sweep-unnamed': {
    everyMs: DAY_MS,
    atStart: false,
    run: async ({ blobs, listNamedBlobs }, now) => {
      const spared = await sweepUnnamed(blobs, addHours(now, -LEFTOVER_HOURS), await listNamedBlobs())
      if (spared > 0)
        console.error(
          `有 ${spared} 个存储文件未被台账提及，疑为数据库不符，没有清除。 ${spared} stored files are named by no event: another database? Nothing was removed.`,
        )
    },
  },
  // Last in the table: a large file is read to its end, and the others need not wait for that.
  'check-stored': {
    everyMs: MINUTE_MS,
    atStart: false,
    run: ({ effects, jobs, blobs, listNamedBlobs, clockNow, leaving }, now) => {
      const ask = askAs(effects, caseDecider, CLOCK, { now })
      return checkStored({ read: effects.read, facts: jobs, blobs, listNamedBlobs, ask, clockNow, signal: leaving })
    },
  },
}

/** Whatever is due, in the order of the table. One that fails does not keep the others waiting. */
export async function runJobs(runner: Runner, isStart = false, jobs: Readonly<Record<string, Job>> = JOBS): Promise<void> {
  for (const [name, { everyMs, atStart, run }] of Object.entries(jobs)) {
    try {
      const due = isStart && atStart ? 0 : everyMs
      if ((await runner.jobs.takeLease(name, runner.node, { forMs: LEASE_MS, everyMs: due })) === 'taken')
        await underLease(runner, name, () => run(runner, runner.clockNow()))
    } catch (error) {
      console.error(name, error)
    }
  }
}

/** Waits while another node is at it. False where it was begun so lately that it is not due: then it was done. */
export async function alone(
  runner: Pick<Runner, 'jobs' | 'node' | 'faultOf'>,
  name: string,
  everyMs: number,
  work: () => Promise<void>,
): Promise<boolean> {
  for (;;) {
    const taken = await runner.jobs.takeLease(name, runner.node, { forMs: LEASE_MS, everyMs })
    if (taken === 'not-due') return false
    if (taken === 'taken') return underLease(runner, name, work).then(() => true)
    await wait(PAUSE_MS)
  }
}

/** Short, because whoever starts after a crash waits for it; kept three times meanwhile. */
const LEASE_MS = 15_000
const PAUSE_MS = 250

async function underLease(
  { jobs, node, faultOf }: Pick<Runner, 'jobs' | 'node' | 'faultOf'>,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  const keeper = setInterval(() => void jobs.keepLease(name, node, LEASE_MS).catch(() => {}), LEASE_MS / 3) // lapsed at the worst
  try {
    await work()
    await jobs.endLease(name, node, '')
  } catch (error) {
    // A code, or the kind of error: its text may hold what it was given.
    await jobs.endLease(name, node, faultOf(error) ?? (error instanceof Error ? error.name : 'error')).catch(() => {})
    throw error
  } finally {
    clearInterval(keeper)
  }
}
