/** What is found wrong on one open page: by axe in both widths and themes, at every width, and by weight. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import type axeCore from 'axe-core'

declare global {
  interface Window {
    axe: typeof axeCore
  }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** A theme changes colours only: the same page in the dark needs these alone. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']
const WIDTHS = [1366, 1024, 390, 320]
const AXE_WIDTHS = new Set([1366, 390])
const MOST_JS = 150_000
const MOST_CSS = 12_000

export async function faultsSeen(page: Page, sizes: Map<string, number>): Promise<string[]> {
  const faults: string[] = []
  await page.evaluate(AXE)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 768 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 0) faults.push(`${over}px too wide at ${width}`)
    if (!AXE_WIDTHS.has(width)) continue
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const fault of await axe(page, colorScheme === 'dark')) faults.push(`${width} ${colorScheme}: ${fault}`)
    }
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  const [js, css] = await weigh(page, sizes)
  if (js > MOST_JS) faults.push(`${Math.round(js / 1024)} KB of scripts`)
  if (css > MOST_CSS) faults.push(`${Math.round(css / 1024)} KB of styles`)
  return faults
}

const axe = (page: Page, isColoursOnly: boolean): Promise<string[]> =>
  page.evaluate(
    async ({ tags, rules }) => {
      const { violations } = await window.axe.run(document, {
        runOnly: rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
        resultTypes: ['violations'],
        preload: false,
        iframes: false,
      })
      return violations.map(({ id, help, nodes }) => {
        const where = nodes.slice(0, 3).map(({ html }) => html.slice(0, 160))
        return `axe ${id} (${help}): ${where.join(' | ')}`
      })
    },
    { tags: TAGS, rules: isColoursOnly ? OF_COLOURS : null },
  )

async function weigh(page: Page, sizes: Map<string, number>): Promise<[js: number, css: number]> {
  const used = await page.evaluate(() => [
    [...document.scripts].filter((s) => s.src && !s.noModule).map((s) => s.src),
    [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map((l) => l.href),
  ])
  const weightOf = async (urls: readonly string[] = []): Promise<number> => {
    let total = 0
    for (const url of new Set(urls)) {
      if (!sizes.has(url)) sizes.set(url, gzipSync(await (await page.context().request.get(url)).body()).length)
      total += sizes.get(url) ?? 0
    }
    return total
  }
  return [await weightOf(used[0]), await weightOf(used[1])]
}
