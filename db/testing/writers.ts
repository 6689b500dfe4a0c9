/**
 * A process of its own in which eight people write without a pause, as restart.postgres.test.ts tells it. Started by `fork`, because what
 * is asked is whether it lives: nothing here listens to an error that nobody caught.
 */
import { setImmediate as breathe } from 'node:timers/promises'
import { deed, duty, sentCase } from '#lib/ports/samples'
import { openStore } from '../open-store.ts'

export type WritersOrder = 'all' | 'end'
/** `all`: each of the eight has committed since it was asked. `kept`: what was answered; `errors`: by code, or by their words. */
export type WritersReport = 'all' | Readonly<{ kept: readonly string[]; errors: readonly string[] }>

const store = await openStore({ databaseUrl: process.argv[2], dataDir: '' })
const kept: string[] = []
const errors = new Set<string>()
let waitedFor = new Set<number>()
let isOver = false

const writing = Array.from({ length: 8 }, async (_, writer) => {
  for (let nth = 0; !isOver; nth++) {
    const caseId = `${writer}-${nth}`
    // What was cut off may be in all the same: the next try then hears that somebody was there first.
    while (!(await isIn(caseId))) await breathe()
    kept.push(caseId)
    if (waitedFor.delete(writer) && waitedFor.size === 0) report('all')
  }
})
process.on('message', (order: WritersOrder) => {
  if (order === 'all') waitedFor = new Set(writing.keys())
  else void end()
})

async function isIn(caseId: string): Promise<boolean> {
  try {
    await store.commit(deed(caseId, { rows: sentCase(caseId), duties: [duty(`d-${caseId}`, caseId)] }))
    return true
  } catch (error) {
    errors.add(error instanceof Error && 'code' in error ? String(error.code) : String(error))
    return false
  }
}

async function end(): Promise<void> {
  isOver = true
  await Promise.all(writing)
  report({ kept, errors: [...errors] })
  await store.close()
  process.disconnect()
}
function report(report: WritersReport): void {
  process.send?.(report)
}
