/** A picture of every page, in both languages, widths and themes: one load for each language, the rest is asked of the browser. */
import { join } from 'node:path'
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

async function take(page: import('@playwright/test').Page, shot: Shot & { width: keyof typeof HEIGHT; theme: 'light' | 'dark' }) {
  await page.setViewportSize({ width: shot.width, height: HEIGHT[shot.width] })
  await page.emulateMedia({ colorScheme: shot.theme })
  await page.screenshot({ path: join(FOLDER, nameOf(shot)), fullPage: !shot.isFold, animations: 'disabled' })
}
