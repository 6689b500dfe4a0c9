/** A picture of every page, in both languages, widths and themes: one load for each language, the rest is asked of the browser. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { test } from '../people.ts'
import { walk } from '../walk/walk.ts'
import { FOLDER, isWanted, LANGS, nameOf, pageOf, THEMES, WIDTHS, type Shot } from './names.ts'

const HEIGHT = { 1366: 768, 390: 844 } as const
/** Where it matters what is seen without scrolling. */
const FOLDS = new Set(['/work', '/cases/:id', '/transfers/:id'])

test.use({ expectedErrors: [/404/] })

for (const lang of LANGS)
  test(`every page, ${lang}`, async ({ as, portal }) => {
    const { looks } = await walk(as, lang, portal.address)
    for (const { person, kind, path, first } of looks) {
      const { page, login } = person
      const shots = WIDTHS.flatMap((width) =>
        THEMES.flatMap((theme) =>
          [false, ...(FOLDS.has(kind) ? [true] : [])].map((isFold) => ({ login, page: pageOf(kind), lang, width, theme, isFold })),
        ),
      ).filter(isWanted)
      if (shots.length === 0) continue
      await page.goto(path)
      await first?.(page)
      for (const shot of shots) await take(page, shot)
      await page.setViewportSize({ width: 1366, height: 768 })
    }
  })

/** Straight from the browser's own protocol: Playwright's picture of a whole page takes three times as long. */
async function take(page: Page, shot: Shot & { width: keyof typeof HEIGHT; theme: 'light' | 'dark' }): Promise<void> {
  await page.setViewportSize({ width: shot.width, height: HEIGHT[shot.width] })
  await page.emulateMedia({ colorScheme: shot.theme })
  const height = shot.isFold ? HEIGHT[shot.width] : await page.evaluate(() => document.documentElement.scrollHeight)
  const browser = await page.context().newCDPSession(page)
  const { data } = await browser.send('Page.captureScreenshot', {
    captureBeyondViewport: true,
    optimizeForSpeed: true,
    clip: { x: 0, y: 0, width: shot.width, height, scale: 1 },
  })
  await browser.detach()
  writeFileSync(join(FOLDER, nameOf(shot)), Buffer.from(data, 'base64'))
}
