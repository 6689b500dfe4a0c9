/** What a hand in the database can do to a session: nothing but end it. On both engines. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from './open-store.ts'
import { connect } from './postgres/connect.ts'
import { sessionMac } from './session-mac.ts'
import { openFile } from './sqlite/open.ts'
import { freshPostgres } from './testing/fresh-postgres.ts'

const [AT, LATER] = ['2026-11-24T06:20:00.000Z', '2026-11-24T06:30:00.000Z']
const KEY = new Uint8Array(32).fill(7)
const session = (sessionId: string) => ({
  sessionId,
  personId: 'chen',
  startedAt: AT,
  touchedAt: AT,
  endedAt: '',
  reauthAt: '',
  reauthFor: '',
  endedWhy: '',
})

it('is over every column and in this order: a row that is stored must be known for as long as it lives', () => {
  expect(sessionMac(KEY)(session('s1'))).toBe('FTObktUFauD7TfLl6AVBZJ9DHB7ZrLWk704gxCw9gMw')
})

describe.each(['sqlite', 'postgres'])('a session on %s', (engine) => {
  let where: Readonly<{ dataDir: string; databaseUrl: string | undefined }>
  let store: Store
  beforeEach(async () => {
    const databaseUrl = engine === 'postgres' ? await freshPostgres('session') : undefined
    where = { dataDir: mkdtempSync(join(tmpdir(), 'session-')), databaseUrl }
    store = await openStore({ ...where, sessionKey: KEY })
    await store.saveSession(session('s1'))
  })
  afterEach(async () => {
    await store.close()
    rmSync(where.dataDir, { recursive: true })
  })
  async function byHand(statement: string): Promise<void> {
    if (where.databaseUrl) {
      const server = await connect(where.databaseUrl)
      await server.query(statement)
      return server.end()
    }
    const { client } = openFile(where.dataDir)
    client.exec(statement)
    client.close()
  }
  const seen = async () => [await store.readSession('s1'), await store.listSessions('chen')]

  it.each([
    `update session set person_id = 'head'`,
    `update session set started_at = '${LATER}'`,
    `update session set touched_at = '${LATER}'`,
    `update session set ended_at = '${LATER}'`,
    `update session set reauth_at = '${LATER}', reauth_for = 'c1'`,
    `update session set ended_why = 'superseded'`,
    `update session set mac = ''`,
    `update session set session_id = 's2'`,
  ])('that somebody has changed is none: %s (found J7)', async (statement) => {
    expect(await seen()).toEqual([session('s1'), [session('s1')]])
    await byHand(statement)
    expect([await store.readSession('s1'), await store.readSession('s2'), await store.listSessions('chen')]).toEqual([null, null, []])
  })

  it('that has ended is not brought back, and one that somebody made or copied is none (found J7)', async () => {
    await store.endSession('s1', LATER)
    await byHand(`update session set ended_at = ''`)
    await byHand(`insert into session select 's3', person_id, started_at, touched_at, '', reauth_at, reauth_for, '', mac from session`)
    expect([await store.readSession('s1'), await store.readSession('s3'), await store.listSessions('chen')]).toEqual([null, null, []])
  })

  it('that somebody has changed can be ended, and is none of ours for that (found J7)', async () => {
    await byHand(`update session set person_id = 'head'`)
    await store.endSessionsOf('head', LATER)
    const [row] = await store.readPageOf('session', null)
    expect(row).toMatchObject({ sessionId: 's1', endedAt: LATER })
    expect(await store.readSession('s1')).toBeNull()
  })

  it('is known by its key alone: whoever opens the portal with other secrets knows none (found J7)', async () => {
    const other = await openStore({ ...where, sessionKey: new Uint8Array(32).fill(8) })
    expect(await other.readSession('s1')).toBeNull()
    await other.close()
  })

  it('stays whole where many change it at once, and the end of it is not undone', async () => {
    const another = await openStore({ ...where, sessionKey: KEY })
    const touches = Array.from({ length: 20 }, (_, i) =>
      (i % 2 ? store : another).changeSession('s1', { touchedAt: `2026-11-24T06:${20 + i}:00.000Z` }),
    )
    await Promise.all(touches)
    expect(await store.readSession('s1')).toMatchObject({ personId: 'chen', endedAt: '' })
    await Promise.all([store.endSession('s1', LATER), another.changeSession('s1', { reauthAt: LATER, reauthFor: 'c1' })])
    expect(await another.readSession('s1')).toMatchObject({ endedAt: LATER })
    await another.close()
  })

  it('from before there were MACs is taken once, as it is', async () => {
    await byHand(`update session set mac = ''`)
    await store.saveSession(session('s2'))
    await byHand(`update session set person_id = 'head' where session_id = 's2'`)
    await store.adoptSessions()
    expect([await store.readSession('s1'), await store.readSession('s2')]).toEqual([session('s1'), null])
  })
})
