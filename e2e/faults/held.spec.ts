/** Somebody holds the database: readers read on, a writer waits, and is told so when it takes too long. */
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { zh } from '#lib/i18n/fault'
import { openPortal, type Portal } from '../setup/server.ts'
import { triesToSignIn } from '../hostile/http.ts'
import { freshWorld, signIn, visitor } from './visitor.ts'

const portals: Portal[] = []
test.afterEach(async () => {
  for (const portal of portals.splice(0)) await portal.stop()
})
const open = async (dataDir: string): Promise<Portal> => {
  const portal = await openPortal(dataDir)
  portals.push(portal)
  return portal
}

test('a reader is answered while a writer waits, and the writer when the database is free', async () => {
  const dataDir = freshWorld()
  const portal = await open(dataDir)
  const chen = await visitor(portal, await signIn(portal, 'chenmin', 'demo-2026-yanshi'))
  const holder = new Database(join(dataDir, 'xianjie.db'))
  holder.exec('begin immediate')
  const order: string[] = []
  const saving = chen.saves('fault:1', 'waiting').then((answer) => {
    order.push('written')
    return answer
  })
  expect((await chen.opens('/work')).status()).toBe(200)
  order.push('read')
  holder.exec('rollback')
  holder.close()
  order.push('free')
  expect((await saving).status()).toBe(200)
  expect(order).toEqual(['read', 'free', 'written'])
  await chen.leaves()
})

test('while somebody holds the database, writers are told so and readers read on', async () => {
  const dataDir = freshWorld()
  const portal = await open(dataDir)
  const chen = await visitor(portal, await signIn(portal, 'chenmin', 'demo-2026-yanshi'))
  const holder = new Database(join(dataDir, 'xianjie.db'))
  holder.exec('begin immediate')
  const saving = chen.saves('fault:1', 'held')
  for (const path of ['/work', '/cases', '/notices']) expect((await chen.opens(path)).status()).toBe(200)
  const refused = await saving
  expect(refused.status()).toBe(503)
  expect(await refused.json()).toMatchObject({ text: expect.stringContaining(zh.fault.because['fault.busy']) })
  holder.exec('rollback')
  holder.close()
  expect((await chen.saves('fault:1', 'free')).status()).toBe(200)
  await chen.leaves()
})

test('while somebody holds the database, who signs in is told so, without a word of the store’s, and the log has the reference (found J19)', async () => {
  const dataDir = freshWorld()
  const portal = await open(dataDir)
  const holder = new Database(join(dataDir, 'xianjie.db'))
  holder.exec('begin immediate')
  const { status, headers, body } = await triesToSignIn(portal.address, 'chenmin', 'demo-2026-yanshi', '/work')
  expect([status, headers['retry-after'], headers.location]).toEqual([503, '10', undefined])
  expect(body).toContain(zh.fault.because['fault.busy'])
  expect(body).not.toMatch(/locked|SQLITE/i)
  expect(portal.log()).toMatch(new RegExp(`Reference ${String(headers['x-request-id']).slice(0, 8)}: .*locked`))
  holder.exec('rollback')
  holder.close()
  await expect(signIn(portal, 'chenmin', 'demo-2026-yanshi')).resolves.toBeTruthy()
})
