/**
 * Rows of the access log, gathered and written each second in one go: no page waits for it. Where the log cannot be written, a full disk
 * or a lost server, reading goes on, the rows wait here, and a row of the gap follows them that says how many came late or were lost.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { AccessEntry } from '#lib/domain/access'
import type { Instant } from '#lib/domain/result'
import type { AccessLog } from '#lib/ports/access-log'

export type Gathering = Readonly<{
  add: (entry: AccessEntry) => void
  /** Once all that was added is on the disk; or after a while, where it cannot be: whoever waits goes on. */
  flush: () => Promise<void>
  /** The last ones, and no more after them. */
  close: () => Promise<void>
}>
type Settings = Readonly<{
  clockNow: () => Instant
  failed: (error: unknown) => void
  everyMs?: number
  patienceMs?: number
  most?: number
}>
const EVERY_MS = 1_000
const PATIENCE_MS = 2_000
/** What waits here is memory. */
const MOST = 5_000

type Gap = { since: Instant; lost: number }
export function gathering(log: Pick<AccessLog, 'append'>, settings: Settings): Gathering {
  const { clockNow, failed, everyMs = EVERY_MS, patienceMs = PATIENCE_MS, most = MOST } = settings
  let waiting: AccessEntry[] = []
  let gap: Gap | null = null
  let timer: NodeJS.Timeout | null = null
  let writing: Promise<void> = Promise.resolve()

  const later = (): void => {
    timer ??= setTimeout(() => void write(), everyMs).unref()
  }
  /** One batch after the other; what is added meanwhile is in the next. */
  const write = (): Promise<void> => (writing = writing.then(writeAll))
  const writeAll = async (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    if (waiting.length === 0 && !gap) return
    const some = waiting
    waiting = []
    try {
      await log.append(gap ? [...some, rowOf(gap, some.length)] : some)
      gap = null
    } catch (error) {
      if (!gap) failed(error)
      gap ??= { since: clockNow(), lost: 0 }
      const all = [...some, ...waiting]
      waiting = all.slice(0, most)
      gap.lost += all.length - waiting.length
      later()
    }
  }
  return {
    add: (entry) => {
      if (waiting.length < most) waiting.push(entry)
      else (gap ??= { since: clockNow(), lost: 0 }).lost++
      later()
    },
    flush: () => Promise.race([write(), wait(patienceMs, undefined, { ref: false })]),
    close: async () => {
      await Promise.race([write(), wait(patienceMs)])
      if (timer) clearTimeout(timer)
      if (waiting.length > 0) failed(new Error(`${waiting.length} rows of the access log are lost`))
    },
  }
}

const rowOf = ({ since, lost }: Gap, late: number): AccessEntry => ({
  at: since,
  personId: '',
  unitId: '',
  post: '',
  kind: 'gap',
  what: '',
  caseId: '',
  trackId: '',
  objectId: '',
  result: 'gap',
  reason: `lost:${lost} late:${late}`,
  requestId: '',
})
