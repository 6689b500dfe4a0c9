/** Coming from another site, from other machines, and leaving one of several tabs. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { freshWorld, rows } from '../faults/visitor.ts'
import { triesToSignIn, visitorAt } from '../hostile/http.ts'
import { expect, signIn, t, test } from '../people.ts'
import { oldLaunchOptions } from '../setup/old-browser.ts'
import { openPortal } from '../setup/server.ts'

const FRESH = { cookies: [], origins: [] }
const ASKED = '/cases?phase=investigating&size=50'

/** A mail page of another site: localhost is not 127.0.0.1 to a browser. */
let mail: Server
let mailAt = ''
let portalAt = ''
test.beforeAll(async ({ portal }) => {
  portalAt = portal.address
  mail = createServer((_req, res) => {
    res.writeHead(200, { 'content-type': 'text/html' }).end(`<link rel="icon" href="data:,"><p><a href="${portalAt}${ASKED}">open</a></p>`)
  }).listen(0, 'localhost')
  await once(mail, 'listening')
  mailAt = `http://localhost:${(mail.address() as AddressInfo).port}/` // safe: listening on a port
})
test.afterAll(() => void mail.close())

/** As a browser holds them that was given them by the portal. */
const cookiesOf = (jar: ReadonlyMap<string, string>) =>
  [...jar].map(([name, value]) => {
    const isSession = name.endsWith('session-token')
    return { name, value, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: isSession ? ('Strict' as const) : ('Lax' as const) }
  })

/** Each page says to the other tabs that it is alive, once its scripts run. */
const listening = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    new BroadcastChannel('xianjie-alive').addEventListener('message', () => Object.assign(window, { isAlive: true }))
  })
const isAlive = (page: Page): Promise<void> => expect.poll(() => page.evaluate(() => 'isAlive' in window)).toBe(true)

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a link in a mail page leads who is signed in to the page itself, and Back to the mail (found J14)', async ({ as }) => {
      const sun = await as('sunli')
      await sun.page.goto(mailAt)
      await sun.page.getByRole('link', { name: 'open' }).click()
      await sun.isAt(t.nav.cases)
      expect(sun.page.url()).toBe(`${portalAt}${ASKED}&once=1`)
      expect(await sun.page.content(), 'no link of the page takes the mark along').not.toMatch(/href="[^"]*once=1/)
      await sun.page.goBack()
      await expect(sun.page).toHaveURL(mailAt)
    })

    test('a link in a mail page leads who is not signed in there after signing in (found J14)', async ({ as, demoPassword }) => {
      const sun = await as('sunli', { storageState: FRESH })
      await sun.page.goto(mailAt)
      await sun.page.getByRole('link', { name: 'open' }).click()
      await expect(sun.page).toHaveURL(`${portalAt}/sign-in?${new URLSearchParams({ callbackUrl: ASKED })}`)
      await sun.does(signIn('sunli', demoPassword))
      await expect(sun.page).toHaveURL(`${portalAt}${ASKED}`)
    })
  })

test('the session cookie is sent by no other site, and leaving takes what the browser stored (found J14)', async ({
  portal,
  demoPassword,
}) => {
  const { jar, headers } = await triesToSignIn(portal.address, 'sunli', demoPassword, '/work')
  const [cookie] = (headers['set-cookie'] ?? []).filter((line) => line.startsWith('next-auth.session-token='))
  expect(cookie).toMatch(/; HttpOnly; SameSite=Strict/i)
  const out = await visitorAt(portal.address, 'sunli', jar).asks('/sign-out', { method: 'POST' })
  expect([out.status, out.headers['clear-site-data']]).toEqual([303, '"storage"'])
})

test.describe('one session too many', () => {
  test.use({ expectedErrors: [/401 .*\/api\/notices\/unread/] }) // the poll is told first

  test('ends the oldest, which is told (found J14)', async ({ browser, demoPassword }) => {
    const dataDir = freshWorld()
    const portal = await openPortal(dataDir, { SESSIONS: '3' })
    const desks: Page[] = []
    for (let n = 0; n < 4; n++) {
      const context = await browser.newContext({ baseURL: portal.address })
      await listening(context)
      const page = await context.newPage()
      await page.goto('/sign-in')
      await page.getByLabel(t.signIn.name).fill('sunli')
      await page.getByLabel(t.signIn.password).fill(demoPassword)
      await page.getByRole('button', { name: t.signIn.go, exact: true }).click()
      await expect(page).toHaveURL(/\/work$/)
      await isAlive(page)
      desks.push(page)
    }
    const [first, second] = desks
    if (!first || !second) throw new Error('four have signed in')
    await first.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))) // as when one comes back to the tab
    await expect(first.getByRole('dialog').getByText(t.session.ended)).toBeVisible()
    await first.getByRole('button', { name: t.session.signInAnew }).click()
    await expect(first.getByText(t.signIn.superseded)).toBeVisible()
    await second.goto('/cases')
    await expect(second).toHaveURL(/\/cases$/)
    expect(rows(dataDir, "select ended_why from session where person_id = 'p-sunli' and ended_at <> ''")).toEqual([
      { ended_why: 'superseded' },
    ])
    for (const page of desks) await page.context().close()
    await portal.stop()
  })
})

test.describe('by engine', () => {
  let old: Browser
  test.beforeAll(async () => void (old = await chromium.launch(oldLaunchOptions)))
  test.afterAll(() => old.close())

  test('a link in a mail page finds who is signed in on Chromium 92 too (found J14)', async ({ portal, demoPassword }) => {
    const { jar } = await triesToSignIn(portal.address, 'sunli', demoPassword, '/work')
    const context = await old.newContext()
    await context.addCookies(cookiesOf(jar))
    const page = await context.newPage()
    await page.goto(mailAt)
    await page.evaluate(() => document.querySelector('a')?.click())
    await page.waitForURL(`${portalAt}${ASKED}&once=1`)
    expect(await page.title()).toContain(t.nav.cases)
    await context.close()
  })

  for (const engine of ['of today', '92'] as const)
    test(`after signing out in one tab the other shows no case any more: Chromium ${engine} (found J14)`, async ({
      browser,
      portal,
      demoPassword,
    }) => {
      const { jar } = await triesToSignIn(portal.address, 'sunli', demoPassword, '/work')
      const context = await (engine === '92' ? old : browser).newContext({ baseURL: portal.address })
      await context.addCookies(cookiesOf(jar))
      await listening(context)
      const opens = async (path: string): Promise<Page> => {
        const page = await context.newPage()
        await page.goto(path)
        await isAlive(page)
        return page
      }
      const there = await opens('/cases')
      const worklist = await opens('/work')
      await worklist.evaluate(() => document.querySelector<HTMLFormElement>('form[action="/sign-out"]')?.requestSubmit())
      await there.waitForURL(/\/sign-in/)
      await context.close()
    })
})
