/** A portal of an older version starts, is killed on the way, goes on; and so does its backup. On both engines. */
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '#db/open-store'
import { connect } from '#db/postgres/connect'
import { openFile } from '#db/sqlite/open'
import { freshPostgres } from '#db/testing/fresh-postgres'
import { toBefore0007 } from '#db/testing/older'
import { verify } from '#db/verify'
import { countCredentials } from '#lib/usecases/count-credentials'
import { ROWS_VERSION } from '#lib/usecases/refold'
import { refoldRows } from '#lib/usecases/refold-rows'
import { howIn } from '../backup/differences.ts'
import { openContainer } from './container.ts'
import { makeBackup } from '../backup/make-backup.ts'
import { sessionKeyIn } from './secrets.ts'
import { effectsOf } from './effects.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { upgradeRows } from './upgrade-rows.ts'

const GOLDEN = join(import.meta.dirname, '../../../db/testing/golden-b86e016.zip')
type Where = Readonly<{ dataDir: string; databaseUrl: string | undefined }>

const run = mkdtempSync(join(tmpdir(), 'upgrade-'))
let n = 0
afterAll(() => rmSync(run, { recursive: true }))
const newPlace = async (engine: string): Promise<Where> => ({
  dataDir: join(run, `${n++}`),
  databaseUrl: engine === 'postgres' ? await freshPostgres('upgrade') : undefined,
})
const env = (where: Where) => ({ port: 0, host: '', origin: undefined, mostSessions: 3, accessLogDays: 184, demo: false, ...where })
const clockNow = () => '2026-12-01T00:00:00.000Z'

/** The golden ledger, with rows as no folding makes them, and under another number. */
async function oldPortal(engine: string): Promise<Where> {
  const where = await newPlace(engine)
  const copy = join(run, `${n++}.zip`)
  cpSync(GOLDEN, copy)
  await restoreBackup(where, copy)
  for (const statement of [
    `delete from fact where name = 'rows'`, // as every portal was before there were numbers
    `update duty set clock = 'CL01', sort_at = ''`,
    `update case_row set title = 'x', is_ended = 1`,
    `update person set name = 'x'`,
    'delete from entry',
    'delete from track_tie',
  ])
    await by(where, statement)
  return where
}
async function by({ dataDir, databaseUrl }: Where, statement: string): Promise<void> {
  if (databaseUrl) {
    const server = await connect(databaseUrl)
    await server.query(statement)
    return server.end()
  }
  const { client } = openFile(dataDir)
  client.exec(statement)
  client.close()
}
async function within<T>(where: Where, work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> {
  const store = await openStore(where)
  return work(store).finally(() => store.close())
}
const differences = (where: Where): Promise<number> =>
  within(where, async (store) => {
    let found = 0
    for await (const _difference of verify({ read: store, files: null, ...howIn(where) })) found++
    return found
  })
const factOf = (where: Where, name: string) => within(where, async (store) => (await store.readFact(name))?.value)

describe.each(['sqlite', 'postgres'])('rows of another number on %s', (engine) => {
  let said: ReturnType<typeof vi.spyOn>
  beforeEach(() => void (said = vi.spyOn(console, 'log').mockImplementation(() => {})))
  afterEach(() => said.mockRestore())

  it('are a fresh fold once the portal has started, which says how far it is meanwhile', async () => {
    const where = await oldPortal(engine)
    expect(await differences(where)).toBeGreaterThan(50)
    const shown: string[] = []
    await (await openContainer(env(where), (sentence) => shown.push(sentence))).close()
    expect(await differences(where)).toBe(0)
    expect(await factOf(where, 'rows')).toBe(String(ROWS_VERSION))
    expect(shown.at(-1)).toMatch(/^正在升级数据 (\d+)／\1。/)
    expect(said).toHaveBeenCalledWith(shown.at(-1))
  })

  it('go on where a refold was killed in the middle of a batch: not from the beginning, and not after it', async () => {
    const where = await oldPortal(engine)
    const streams = await within(where, (store) => store.listStreams())
    const refolder = fork(new URL('refolder.ts', import.meta.url), [JSON.stringify(where)], { execArgv: [] })
    await once(refolder, 'message')
    refolder.kill('SIGKILL')
    await once(refolder, 'exit')
    expect(await factOf(where, 'rows')).toBeUndefined()
    const read: string[] = []
    await within(where, async (store) => {
      const readEvents: typeof store.readEvents = (key) => {
        read.push(key.streamId)
        return store.readEvents(key)
      }
      await upgradeRows({ ...store, readEvents }, { jobs: store, node: 'second', faultOf: () => null, clockNow }, () => {})
    })
    expect(read).toEqual(streams.slice(4).map(({ streamId }) => streamId))
    expect(await differences(where)).toBe(0)
  })

  it('are folded by one of two nodes that start together, and the other finds it done', async () => {
    const where = await oldPortal(engine)
    await within(where, (one) =>
      within(where, async (other) => {
        let batches = 0
        const start = (store: typeof one, node: string) => {
          const replaceRows: typeof store.replaceRows = (streams, progress) => {
            if (streams.length > 0) batches++
            return store.replaceRows(streams, progress)
          }
          return upgradeRows({ ...store, replaceRows }, { jobs: store, node, faultOf: () => null, clockNow }, () => {})
        }
        await Promise.all([start(one, 'one'), start(other, 'other')])
        expect(batches).toBe(1)
      }),
    )
    expect(await differences(where)).toBe(0)
  })

  it('of a stream that cannot be folded stay as they were, and keep no other from being upgraded', async () => {
    const where = await oldPortal(engine)
    const [broken] = await within(where, (store) => store.listStreams())
    const unfolded = await within(where, (store) => {
      const readEvents: typeof store.readEvents = async (key) => {
        const events = await store.readEvents(key)
        return key.streamId === broken?.streamId ? events.map((event) => ({ ...event, payload: '' })) : events
      }
      return refoldRows({ ...store, readEvents }, { clockNow })
    })
    expect(unfolded).toBe(1)
    expect(await factOf(where, 'rows')).toBe(String(ROWS_VERSION))
    const keys = await within(where, async (store) => {
      const found = new Set<string>()
      for await (const { where: table, key } of verify({ read: store, files: null, ...howIn(where) })) if (table === 'cases') found.add(key)
      return found
    })
    expect([...keys]).toEqual([broken?.streamId])
  })

  it('in a backup are folded anew before it is verified', async () => {
    const where = await oldPortal(engine)
    const file = join(run, `${n++}.zip`)
    await makeBackup(where, file, clockNow())
    for (const other of ['sqlite', 'postgres']) {
      const place = await newPlace(other)
      await restoreBackup(place, file)
      expect(await differences(place)).toBe(0)
      expect(await factOf(place, 'rows')).toBe(String(ROWS_VERSION))
    }
  })

  it('are told by verify in a sentence, not row by row', async () => {
    const where = await oldPortal(engine)
    const child = spawn(process.execPath, ['lib/server/backup/verify.ts'], {
      env: { ...process.env, DATA_DIR: where.dataDir, DATABASE_URL: where.databaseUrl ?? '' },
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const code = await new Promise((done) => child.once('close', done))
    expect([code, text.trim().split('\n').length]).toEqual([1, 1])
    expect(text).toContain(`（编号 1，本版本为 ${ROWS_VERSION}）`)
  }, 120_000)

  it('are never folded where nothing is stored yet: the number is today’s', async () => {
    const where = await newPlace(engine)
    await (await openContainer(env(where))).close()
    expect(await factOf(where, 'rows')).toBe(String(ROWS_VERSION))
  })
})

describe.each(['sqlite', 'postgres'])('a portal from before passwords were counted and sessions had a MAC, on %s', (engine) => {
  let said: ReturnType<typeof vi.spyOn>
  beforeEach(() => void (said = vi.spyOn(console, 'log').mockImplementation(() => {})))
  afterEach(() => said.mockRestore())

  /** The golden ledger as the program before left it, with somebody signed in. */
  async function before(): Promise<Where> {
    const where = await newPlace(engine)
    const copy = join(run, `${n++}.zip`)
    cpSync(GOLDEN, copy)
    await restoreBackup(where, copy)
    const count = `delete from event where leaf like '%"type":"CredentialsCounted"%'`
    const [migrations, ...forgotten] =
      engine === 'postgres'
        ? ['drizzle.__drizzle_migrations', 'alter table event disable trigger user', count, 'alter table event enable trigger user']
        : [
            '__drizzle_migrations',
            'drop trigger event_no_delete',
            count,
            `create trigger event_no_delete before delete on event begin select raise(abort, 'never'); end`,
          ]
    const at = new Date().toISOString()
    const all = [
      ...forgotten,
      `delete from fact where name = 'counted'`,
      `update fact set value = '2' where name = 'rows'`,
      ...toBefore0007(migrations ?? ''),
      `insert into session values ('before', 'p-chenmin', '${at}', '${at}', '', '', '', '')`,
    ]
    await by(where, all.join(';\n')) // at once: opening the file again would bring it up to date
    return where
  }
  const start = async (where: Where): Promise<void> => (await openContainer(env(where))).close()
  const counts = (where: Where): Promise<string[]> =>
    within(where, async (store) => {
      const events = await store.readEvents({ stream: 'office', streamId: 'office' })
      return events.filter(({ leaf }) => leaf.includes('"type":"CredentialsCounted"')).map(({ seq }) => String(seq))
    })
  const differing = (where: Where): Promise<string[]> =>
    within(where, async (store) => {
      const found: string[] = []
      for await (const { where: table, key } of verify({ read: store, files: null, ...howIn(where) })) found.push(`${table} ${key}`)
      return found
    })
  const isSignedIn = (where: Where, sessionId: string): Promise<boolean> =>
    openStore({ ...where, sessionKey: sessionKeyIn(where.dataDir) }).then((store) =>
      store
        .readSession(sessionId)
        .then((session) => session !== null)
        .finally(() => store.close()),
    )

  it('goes on once it has started: whoever was signed in still is, and what differs is nothing (found J7)', async () => {
    const where = await before()
    await start(where)
    expect([await differing(where), await counts(where), await isSignedIn(where, 'before')]).toEqual([[], [expect.any(String)], true])
  })

  it('takes what it finds once: what somebody puts there afterwards is found, and opens nothing (found J7)', async () => {
    const where = await before()
    await start(where)
    await by(where, `insert into session select 'after', person_id, started_at, touched_at, '', '', '', '', '' from session`)
    await by(where, `update credential set set_at = '2030-01-01T00:00:00.000Z' where person_id = 'p-zhoukai'`)
    await start(where)
    expect([await counts(where), await isSignedIn(where, 'after'), await isSignedIn(where, 'before')]).toEqual([
      [expect.any(String)],
      false,
      true,
    ])
    expect(await differing(where)).toEqual(['credential p-zhoukai', expect.stringMatching(/^session p-chenmin/)])
  })

  it('is counted by one of two nodes that start together (found J7)', async () => {
    const where = await before()
    await within(where, (one) =>
      within(where, async (other) => {
        await Promise.all([one, other].map((store) => countCredentials(effectsOf(store), store, clockNow())))
      }),
    )
    expect(await counts(where)).toEqual([await factOf(where, 'counted')])
  })

  it('is told to start first, where it is verified before it was (found J7)', async () => {
    const where = await before()
    for (const _time of ['with older tables', 'with rows of which no event speaks']) {
      const child = spawn(process.execPath, ['lib/server/backup/verify.ts'], {
        env: { ...process.env, DATA_DIR: where.dataDir, DATABASE_URL: where.databaseUrl ?? '' },
      })
      let text = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      const code = await new Promise((done) => child.once('close', done))
      expect([code, text]).toEqual([1, expect.stringMatching(/^数据尚未升级到本版本[^\n]*\n$/)])
      await within(where, (store) => store.saveFact({ name: 'rows', value: String(ROWS_VERSION), at: '' })) // brings the tables up to date, and starts nothing
    }
  }, 120_000)

  it('restores from its backup into either engine, whole (found J7)', async () => {
    const where = await before()
    const file = join(run, `${n++}.zip`)
    await makeBackup(where, file, clockNow())
    for (const other of ['sqlite', 'postgres']) {
      const place = await newPlace(other)
      await restoreBackup(place, file)
      expect([await differing(place), await counts(place)]).toEqual([[], [expect.any(String)]])
    }
  }, 120_000)
})
