/** A portal whose rows are of another number starts, is killed on the way, goes on; and so does its backup. On both engines. */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '#db/open-store'
import { connect } from '#db/postgres/connect'
import { openFile } from '#db/sqlite/open'
import { freshPostgres } from '#db/testing/fresh-postgres'
import { verify } from '#db/verify'
import { refold, ROWS_VERSION } from '#lib/usecases/refold'
import { refoldRows } from '#lib/usecases/refold-rows'
import { openHouse } from './house.ts'
import { makeBackup } from './make-backup.ts'
import { takeBack } from './take-back.ts'
import { upgradeRows } from './upgrade-rows.ts'

const GOLDEN = join(import.meta.dirname, '../../db/testing/golden-b86e016.zip')
type Where = Readonly<{ dataDir: string; databaseUrl: string | undefined }>

const run = mkdtempSync(join(tmpdir(), 'upgrade-'))
let n = 0
afterAll(() => rmSync(run, { recursive: true }))
const newPlace = async (engine: string): Promise<Where> => ({
  dataDir: join(run, `${n++}`),
  databaseUrl: engine === 'postgres' ? await freshPostgres('upgrade') : undefined,
})
const env = (where: Where) => ({ port: 0, host: '', origin: undefined, mostSessions: 3, demo: false, ...where })
const clockNow = () => '2026-12-01T00:00:00.000Z'

/** The golden ledger, with rows as no folding makes them, and under another number. */
async function oldPortal(engine: string): Promise<Where> {
  const where = await newPlace(engine)
  const copy = join(run, `${n++}.zip`)
  cpSync(GOLDEN, copy)
  await takeBack(where, copy)
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
    for await (const _difference of verify({ read: store, blobs: null, refold })) found++
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
    await (await openHouse(env(where), (sentence) => shown.push(sentence))).close()
    expect(await differences(where)).toBe(0)
    expect(await factOf(where, 'rows')).toBe(String(ROWS_VERSION))
    expect(shown.at(-1)).toMatch(/^正在升级数据 (\d+)／\1。/)
    expect(said).toHaveBeenCalledWith(shown.at(-1))
  })

  it('go on where a refold was killed, and not from the beginning', async () => {
    const where = await oldPortal(engine)
    const streams = await within(where, (store) => store.listStreams())
    await within(where, async (store) => {
      let batches = 0
      const replaceRows: typeof store.replaceRows = (...given) =>
        ++batches > 2 ? Promise.reject(new Error('killed')) : store.replaceRows(...given)
      await expect(refoldRows({ ...store, replaceRows }, { clockNow, atOnce: 2 })).rejects.toThrow('killed')
    })
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
      for await (const { where: table, key } of verify({ read: store, blobs: null, refold })) if (table === 'cases') found.add(key)
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
      await takeBack(place, file)
      expect(await differences(place)).toBe(0)
      expect(await factOf(place, 'rows')).toBe(String(ROWS_VERSION))
    }
  })

  it('are told by verify in a sentence, not row by row', async () => {
    const where = await oldPortal(engine)
    const child = spawn(process.execPath, ['lib/server/verify.ts'], {
      env: { ...process.env, DATA_DIR: where.dataDir, DATABASE_URL: where.databaseUrl ?? '' },
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    const code = await new Promise((done) => child.once('close', done))
    expect([code, text.trim().split('\n').length]).toEqual([1, 1])
    expect(text).toContain(`（编号 1，本版本为 ${ROWS_VERSION}）`)
  })

  it('are never folded where nothing is stored yet: the number is today’s', async () => {
    const where = await newPlace(engine)
    await (await openHouse(env(where))).close()
    expect(await factOf(where, 'rows')).toBe(String(ROWS_VERSION))
  })
})
