/** PostgreSQL is restarted under a portal that goes on: a server of its own, because it takes everybody's connections along. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deed } from '#lib/ports/samples'
import { openStore, type Store } from '../open-store.ts'
import { type PostgresServer, startPostgres } from '../testing/postgres-server.ts'

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
const GONE = /^(ECONNREFUSED|ECONNRESET|EPIPE|CONNECT_TIMEOUT|CONNECTION_(CLOSED|ENDED|DESTROYED)|57P0[1-3])$/
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
