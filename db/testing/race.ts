/** Two processes with four connections each write to one case: what memory cannot show, and one engine might hide (docs/stack.md §21). */
import { caseStream } from '#lib/domain/stream'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { expect } from 'vitest'
import { firstBreak, openEvent } from '#lib/ledger/open'
import type { Reader } from '#lib/ports/case-store'
import type { Order, Report, Where } from './racer.ts'

const CASE = { stream: 'case', streamId: 'raced' } as const
const [PROCESSES, CONNECTIONS, ROUNDS, DEEDS] = [2, 4, 200, 25]

/** Everybody aims at the same head, then all fire: `ROUNDS` times one winner. Then everybody files `DEEDS` deeds, and all are there. */
export async function race(where: Where, open: () => Promise<Reader>): Promise<void> {
  const racers = Array.from({ length: PROCESSES }, (_, i) => start(`p${i}-`, where))
  try {
    await Promise.all(racers.map(heard)) // the database was empty: they have raced to migrate it already
    const read = await open()
    for (let round = 1; round <= ROUNDS; round++) {
      await all(racers, { aim: true })
      const outcomes = (await all(racers, { fire: true })).flatMap((report) => (report.is === 'fired' ? report.outcomes : []))
      expect(outcomes.toSorted()).toEqual(['committed', ...Array<string>(PROCESSES * CONNECTIONS - 1).fill('conflict')])
    }
    expect(await read.readEvents(CASE)).toHaveLength(ROUNDS)

    await all(racers, { file: DEEDS })
    const events = await read.readEvents(CASE)
    const titles = events.slice(ROUNDS).map((event) => openEvent(event).event.title)
    expect(new Set(titles).size).toBe(PROCESSES * CONNECTIONS * DEEDS)
    expect(titles).toHaveLength(PROCESSES * CONNECTIONS * DEEDS)
    expect(firstBreak(events)).toBeNull()
    // What a deed wrote besides its event is there exactly once too, and is its own.
    const entries = (await read.listEntries(caseStream(CASE.streamId), {})).toReversed()
    expect(entries.map(({ detail }) => JSON.parse(detail) as unknown)).toEqual(events.map((event) => openEvent(event).event.title))
    expect(await read.nextSerial('bureau', 'letter', 2026)).toBe(events.length + 1)
  } finally {
    for (const racer of racers) racer.send({ leave: true } satisfies Order)
    await Promise.all(racers.map((racer) => once(racer, 'exit')))
  }
}

const start = (name: string, where: Where): ChildProcess =>
  fork(new URL('racer.ts', import.meta.url), [name, String(CONNECTIONS), JSON.stringify(where)], { execArgv: [] })

async function all(racers: readonly ChildProcess[], order: Order): Promise<Report[]> {
  const answers = racers.map(heard)
  for (const racer of racers) racer.send(order)
  return await Promise.all(answers)
}
async function heard(racer: ChildProcess): Promise<Report> {
  const over = new AbortController()
  const fell = once(racer, 'exit', over).then(() => Promise.reject(new Error('a racer fell')))
  fell.catch(() => {}) // nobody waits for it once there is an answer
  try {
    const [report] = (await Promise.race([once(racer, 'message', over), fell])) as [Report] // safe: racer.ts sends nothing else
    return report
  } finally {
    over.abort()
  }
}
