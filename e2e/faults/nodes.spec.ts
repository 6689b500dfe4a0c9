/** Two processes on one PostgreSQL and one data folder: what one of them must do alone, one does; what both are asked, is done once (found J23). */
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { openPortal } from '../setup/server.ts'
import { openPostgres } from './postgres.ts'
import { emptyFolder, restoredWorld, verified } from './seeding.ts'
import { signIn, visitor } from './visitor.ts'

const LINK = /\/welcome\/[\w-]{43}/g

test('that start together for the first time print one set of one-time links (found J23)', async () => {
  const database = await openPostgres()
  const more = { DATABASE_URL: database.url, DEMO: '0' }
  const dataDir = emptyFolder()
  const portals = await Promise.all([openPortal(dataDir, more), openPortal(dataDir, more)])
  try {
    const links = portals.flatMap((portal) => portal.log().match(LINK) ?? [])
    expect(links).toHaveLength(3)
    for (const [i, link] of links.entries())
      for (const portal of portals)
        expect((await fetch(`${portal.address}${link}`)).status, `link ${i} is good wherever it is opened`).toBe(200)
    expect(verified(dataDir, more)).toMatch(/^0 /)
  } finally {
    await Promise.all(portals.map((portal) => portal.stop()))
    await database.stop()
  }
})

test('that are asked the same at once record it once, and one goes on where the other is killed', async () => {
  const database = await openPostgres()
  const more = { DATABASE_URL: database.url }
  const sql = new pg.Client(database.url)
  await sql.connect()
  const dataDir = restoredWorld(more)
  const [one, two] = await Promise.all([openPortal(dataDir, more), openPortal(dataDir, more)])
  try {
    const {
      rows: [found],
    } = await sql.query(`select t.case_id as id from case_tie t join case_row c on c.case_id = t.case_id
      where t.person_id = 'p-chenmin' and t.tie = 'handler' and c.phase = 'investigating' order by 1`)
    const caseId = String(found?.['id'])
    const cookies = await signIn(one, 'chenmin', 'demo-2026-yanshi')
    const chens = await Promise.all([one, two].map((portal) => visitor(portal, cookies)))
    const count = async () => Number((await sql.query('select count(*) as n from evidence where case_id = $1', [caseId])).rows[0]?.n)
    const before = await count()
    const sent = await Promise.all(Array.from({ length: 20 }, (_, i) => chens[i % 2]?.sends(caseId)))
    expect(sent.map((one) => one?.answer.status())).toEqual(sent.map(() => 200))
    expect(await count()).toBe(before + 20)

    await one.kill()
    expect((await chens[1]?.sends(caseId))?.answer.status()).toBe(200)
    expect(verified(dataDir, more)).toMatch(/^0 /)
  } finally {
    await sql.end()
    await Promise.all([one, two].map((portal) => portal.stop()))
    await database.stop()
  }
})
