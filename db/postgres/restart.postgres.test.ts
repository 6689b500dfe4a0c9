/** PostgreSQL is restarted under a portal that goes on: a server of its own, because it takes everybody's connections along. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deed } from '#lib/ports/samples'
import { openStore, type Store } from '../open-store.ts'
import { type PostgresServer, startPostgres } from '../testing/postgres-server.ts'
import type { WritersOrder, WritersReport } from '../testing/writers.ts'
import { connect } from './connect.ts'

let server: PostgresServer
let store: Store
beforeAll(async () => {
  server = await startPostgres()
  store = await openStore({ databaseUrl: await server.urlFor('restarted'), dataDir: '' })
})
afterAll(async () => {
  await store.close()
  await server.stop()
})

const KEPT = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const GONE = /^(ECONNREFUSED|ECONNRESET|EPIPE|CONNECTION_LOST|57P0[1-3])$/
const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(String, (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)))

it('says that it is gone, keeps what was answered, and is there again without a restart of ours', async () => {
  expect(await Promise.all(KEPT.map((id) => store.commit(deed(id))))).toEqual(KEPT.map(() => 'committed'))
  await server.restart(async () => {
    const outcomes = await Promise.all([
      outcomeOf(store.commit(deed('x'))),
      outcomeOf(store.listStreams()),
      outcomeOf(store.readPerson('p')),
    ])
    for (const outcome of outcomes) expect(outcome).toMatch(GONE)
  })
  // A connection that died while it was idle may say so once more, to whoever takes it next.
  await expect.poll(() => outcomeOf(store.commit(deed('y'))), { timeout: 20_000 }).toMatch(/^(committed|conflict)$/)
  const streams = (await store.listStreams()).map(({ streamId }) => streamId)
  expect(streams).toEqual([...KEPT, 'y'])
}, 60_000)

const ROUNDS = 3
const ofTheirs = `from pg_stat_activity where datname = 'written' and application_name = 'xianjie'`
const terminate = async (which: string): Promise<void> => {
  const admin = await connect(server.adminUrl)
  const { rowCount } = await admin.query(`select pg_terminate_backend(pid) from (select pid ${ofTheirs} ${which}) as chosen`)
  await admin.end()
  expect(rowCount, 'connections that were ended').toBeGreaterThan(0)
}

it.each([
  ['the server is restarted', () => server.restart(async () => {})],
  ['all backends are terminated', () => terminate('')],
  ['one backend is terminated', () => terminate(`order by state = 'idle', pid limit 1`)],
])(
  'when %s under eight writers, their process lives, all of them go on, and nothing is lost or doubled (found J16)',
  async (_how, strike) => {
    const databaseUrl = await server.urlFor('written')
    const writers = fork(new URL('../testing/writers.ts', import.meta.url), [databaseUrl], { execArgv: [] })
    try {
      await report(writers, 'all')
      for (let round = 0; round < ROUNDS; round++) {
        await strike()
        await report(writers, 'all')
      }
      const { kept, errors } = (await report(writers, 'end')) as Exclude<WritersReport, string> // safe: what it answers to `end`
      for (const error of errors) expect(error).toMatch(GONE)
      const database = await connect(databaseUrl)
      const idsOf = async (table: string, column: string): Promise<string[]> =>
        (await database.query<{ id: string }>(`select ${column} as id from ${table} order by 1`)).rows.map(({ id }) => id)
      const sorted = kept.toSorted()
      // Half of a deed would be missing in one of them.
      expect(await idsOf('event', 'stream_id')).toEqual(sorted)
      expect(await idsOf('case_row', 'case_id')).toEqual(sorted)
      expect(await idsOf('duty', 'case_id')).toEqual(sorted)
      await database.end()
    } finally {
      writers.kill()
      await drop('written')
    }
  },
  120_000,
)

async function drop(name: string): Promise<void> {
  const admin = await connect(server.adminUrl)
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
}

async function report(writers: ChildProcess, order: WritersOrder): Promise<WritersReport> {
  const over = new AbortController()
  const died = once(writers, 'exit', over).then(([code]) => Promise.reject(new Error(`the process of the writers ended with ${code}`)))
  died.catch(() => {}) // nobody waits for it once there is an answer
  try {
    const answer = once(writers, 'message', over)
    writers.send(order)
    return (await Promise.race([answer, died]))[0] as WritersReport // safe: writers.ts sends nothing else
  } finally {
    over.abort()
  }
}
