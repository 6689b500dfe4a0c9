/** What a balancer or a watchdog hears of a portal: it asks by address, knows no name of it and no session. */
import { request } from 'node:http'
import { expect, test } from '@playwright/test'
import { openPortal } from '../setup/server.ts'
import { openPostgres } from './postgres.ts'
import { emptyFolder } from './seeding.ts'

const asked = (address: string): Promise<string> =>
  new Promise((done, failed) => {
    const asking = request(`${address}/health`, { headers: { host: '10.0.0.7' } }, async (answer) => {
      const body = Buffer.concat(await answer.toArray()).toString()
      done(`${answer.statusCode} ${body} ${answer.headers['set-cookie'] ?? ''}`)
    })
    asking.on('error', failed).end()
  })

test('ready while the database answers, not ready while it is away, and ready again without a restart (found J24)', async () => {
  const database = await openPostgres()
  const portal = await openPortal(emptyFolder(), { DATABASE_URL: database.url, DEMO: '0' })
  try {
    expect(await asked(portal.address)).toBe('200 {"live":true,"ready":true} ')
    await database.down()
    expect(await asked(portal.address)).toBe('503 {"live":true,"ready":false} ')
    await database.up()
    await expect.poll(() => asked(portal.address), { timeout: 30_000 }).toBe('200 {"live":true,"ready":true} ')
  } finally {
    await portal.stop()
    await database.stop()
  }
})
