/** What a page costs a browser: time of its main thread until the page is there and its scripts have run, in a fresh profile. */
import { chromium } from '@playwright/test'
import { launchOptions, unpackBrowser } from '#e2e/setup/browser'

/** Seconds of tasks as the browser itself counts them, in ms; the middle of so many visits. */
export async function mainThread(address: string, path: string, cookie: string, times: number): Promise<number[]> {
  await unpackBrowser()
  const browser = await chromium.launch(launchOptions)
  const found: number[] = []
  for (let n = 0; n < times; n++) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    const url = new URL(address)
    await context.addCookies(
      cookie
        .split('; ')
        .map((one) => ({ name: one.slice(0, one.indexOf('=')), value: one.slice(one.indexOf('=') + 1), domain: url.hostname, path: '/' })),
    )
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable')
    await page.goto(address + path, { waitUntil: 'networkidle' })
    const { metrics } = await session.send('Performance.getMetrics')
    found.push((metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000)
    await context.close()
  }
  await browser.close()
  return found
}
