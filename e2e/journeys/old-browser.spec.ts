/** Chromium 92 shows the main pages where the current one shows them, and runs the islands: its own locators need newer DOM, so the DOM is asked. */
import { chromium, type Browser, type Page } from '@playwright/test'
import { expect, t, test, type Person } from '../people.ts'
import { oldLaunchOptions } from '../setup/old-browser.ts'
import { find } from '../walk/find.ts'

/** Across, a rule that it does not know moves things by more. Down, it makes each line a whole number of pixels: that adds up. */
const NEAR_PX = 6
const DRIFT = 0.05
const LANDMARKS = 'header.top, nav, main, main h1, main h2, main tr, main .card, main button, main .btn, main input, main select'

let old: Browser
test.beforeAll(async () => {
  old = await chromium.launch(oldLaunchOptions)
})
test.afterAll(() => old.close())

async function inOld({ context }: Person, baseURL: string): Promise<{ page: Page; errors: string[] }> {
  const there = await old.newContext({ baseURL, storageState: await context.storageState(), viewport: { width: 1366, height: 768 } })
  const page = await there.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (said) => said.type() === 'error' && errors.push(said.text()))
  return { page, errors }
}

test('worklist, case, evidence and transfer check stand where the current browser puts them', async ({ as, portal }) => {
  const chen = await as('chenmin')
  const { page, errors } = await inOld(chen, portal.address)
  const paths = [
    '/work',
    await find(chen, '/cases/:id'),
    await find(chen, '/cases/:id/evidence'),
    await find(chen, '/cases/:id/send/:id/check'),
  ]
  for (const path of paths) {
    await chen.opens(path)
    await page.goto(path)
    // Islands come to life a moment after the page has loaded, in each browser in its own time.
    await expect.poll(() => differences(chen.page, page), { message: path }).toEqual([])
    expect((await boxesOf(chen.page)).length, path).toBeGreaterThan(10)
  }
  expect(errors).toEqual([])
})

test('the islands run there: files are sent one by one, what is typed is saved, clocks go on', async ({ as, portal }) => {
  const chen = await as('chenmin')
  const { page, errors } = await inOld(chen, portal.address)

  await page.goto('/cases/register')
  const saved = page.waitForResponse('**/api/drafts')
  await page.focus(`input[name=title]`)
  await page.keyboard.type('旧内核里填写的案件')
  await page.keyboard.press('Tab')
  expect((await saved).ok()).toBe(true)

  await page.goto('/work')
  const clock = () => page.evaluate(() => document.querySelector('.clk[data-due] b')?.lastChild?.nodeValue)
  const said = await clock()
  const comesBack = () =>
    page.evaluate(() => {
      const text = document.querySelector('.clk[data-due] b')?.lastChild
      if (text) text.nodeValue = '?'
      document.dispatchEvent(new Event('visibilitychange')) // as when one comes back to the tab
    })
  expect(said).toBeTruthy()
  await expect.poll(() => comesBack().then(clock), 'once the island runs').not.toBe('?')

  await page.goto(await find(chen, '/cases/:id/evidence'))
  const fresh = Buffer.from(`旧内核上传 ${crypto.randomUUID()}`) // a file that is there already would be asked about first
  await page.setInputFiles('input[type=file]', { name: 'old-kernel.txt', mimeType: 'text/plain', buffer: fresh })
  // Playwright asks of the page what this browser has not, before it would choose.
  await page.evaluate(() => {
    const kind = document.querySelector('select[name=kind]')
    if (kind instanceof HTMLSelectElement) kind.value = 'E04'
  })
  const sent = page.waitForResponse((answer) => answer.request().method() === 'PUT')
  await page.evaluate((label) => {
    for (const button of document.querySelectorAll('button')) if (button.textContent?.trim() === label) button.click()
  }, t.evidence.upload)
  expect((await sent).status()).toBe(200)
  expect(errors).toEqual([])
})

/** x, y, width, height. */
const isNear = (now: number, before: number, side: number): boolean =>
  Math.abs(now - before) <= NEAR_PX + (side % 2 === 1 ? now * DRIFT : 0)

/** What stands elsewhere, or is there in one browser alone. */
async function differences(now: Page, before: Page): Promise<unknown[]> {
  const [one, there] = await Promise.all([boxesOf(now), boxesOf(before)])
  if (one.length !== there.length) return [{ now: one.length, old: there.length }]
  return one.flatMap((box, i) => (box.at.every((n, side) => isNear(n, there[i]?.at[side] ?? 0, side)) ? [] : [{ now: box, old: there[i] }]))
}

const boxesOf = (page: Page): Promise<{ what: string; at: number[] }[]> =>
  page.evaluate((selector) => {
    // What is folded away has boxes in one engine and none in the other.
    const seen = [...document.querySelectorAll(selector)].filter((element) => !element.closest('details:not([open])'))
    return seen.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return { what: `${element.tagName} ${element.textContent?.trim().slice(0, 20)}`, at: [x, y, width, height].map(Math.round) }
    })
  }, LANDMARKS)
