import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, expect, test as plain } from '@playwright/test'
import { openPortal, type Portal } from './server.ts'

export { expect }

/** A portal for each worker, and no error in any browser console that the test did not announce. */
export const test = plain.extend<{ expectedErrors: RegExp[]; quietConsole: void }, { portal: Portal }>({
  portal: [
    async ({}, use, { workerIndex }) => {
      const run = process.env['E2E_RUN'] ?? ''
      const dataDir = join(run, `worker-${workerIndex}`)
      cpSync(join(run, 'seed'), dataDir, { recursive: true })
      const portal = await openPortal(dataDir)
      await use(portal)
      await portal.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ portal }, use) => use(portal.address),
  expectedErrors: [[], { option: true }],
  quietConsole: [
    async ({ browser, baseURL, expectedErrors, portal }, use, info) => {
      const heard: string[] = []
      const listen = (context: BrowserContext) => {
        context.on('weberror', (error) => void heard.push(String(error.error())))
        context.on('console', (said) => {
          if (said.type() === 'error') heard.push(`${said.text()} (${said.location().url})`)
        })
      }
      // A journey opens one context per person; each is listened to, and each knows where the portal is.
      const open = browser.newContext.bind(browser)
      browser.newContext = async (options) => {
        const context = await open({ ...(baseURL === undefined ? {} : { baseURL }), ...options })
        listen(context)
        return context
      }
      const before = portal.log().length
      await use()
      browser.newContext = open
      const unexpected = heard.filter((text) => !expectedErrors.some((known) => known.test(text)))
      if (unexpected.length > 0) await info.attach('server log', { body: portal.log().slice(before) })
      expect(unexpected, 'errors in the browser console').toEqual([])
    },
    { auto: true },
  ],
})
