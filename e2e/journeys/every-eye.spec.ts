/** For eyes that need it larger, for forced colours, and on paper. */
import type { Page } from '@playwright/test'
import { expect, test, type Person } from '../people.ts'
import { find } from '../walk/find.ts'

const MAIN = ['/work', '/cases/:id', '/cases/:id/report', '/cases/:id/send/:id/check', '/cases/:id/transfers/:id/receipt']
const A4_PT = { width: 595, height: 842 }

for (const [how, viewport, size] of [
  ['at 200 % zoom', { width: 683, height: 384 }, 'normal'],
  ['in the largest size', { width: 1366, height: 768 }, 'xlarge'],
] as const)
  test(`${how} nothing is cut off and nothing lies on anything else, in both languages`, async ({ as, portal }) => {
    test.slow()
    const chen = await as('chenmin', { viewport })
    await chen.context.addCookies([{ name: 'size', value: size, url: portal.address }])
    for (const kind of MAIN) {
      const path = await find(chen, kind)
      for (const lang of ['en', 'zh-CN']) {
        await chen.context.addCookies([{ name: 'lang', value: lang, url: portal.address }])
        await chen.opens(path)
        expect(await cramped(chen.page), `${path} ${lang}`).toEqual([])
      }
    }
  })

test('with forced colours clocks keep shape and word, controls their border, focus its outline', async ({ as }) => {
  const chen = await as('chenmin', { forcedColors: 'active' })
  const { page } = chen
  await chen.opens('/work')
  const clocks = await page.evaluate(() =>
    [...document.querySelectorAll('.clk')].map((clock) => {
      const glyph = getComputedStyle(clock, '::before')
      return {
        said: (clock as HTMLElement).innerText.trim().length, // safe: of HTML only
        state: clock.className,
        shape: glyph.maskPosition || glyph.webkitMaskPosition,
        isSeen: glyph.backgroundColor !== getComputedStyle(document.body).backgroundColor && parseFloat(glyph.width) >= 12,
      }
    }),
  )
  expect(clocks.length).toBeGreaterThan(5)
  expect(clocks.filter(({ said, isSeen }) => said < 3 || !isSeen)).toEqual([])
  const states = new Set(clocks.map(({ state }) => state))
  expect(states.size).toBeGreaterThan(1)
  expect(new Set(clocks.map(({ shape }) => shape)).size, 'a shape for each state').toBe(states.size)

  const borderless = await page.evaluate(
    () =>
      [...document.querySelectorAll('main .btn, main input:not([type=hidden]), main select')].filter(
        (e) => !(parseFloat(getComputedStyle(e).borderTopWidth) > 0),
      ).length,
  )
  expect(borderless, 'controls without a border').toBe(0)
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement ?? document.body)
      return style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth)
    })
    expect(outline).toBeGreaterThanOrEqual(2)
  }
})

test('case sheet, letter and receipt are A4 without navigation, with the number at the head and the page at the foot', async ({ as }) => {
  const [chen, hao] = [await as('chenmin'), await as('haoqiang')]
  await onPaper(chen, await find(chen, '/cases/:id/print'), /案〔\d{4}〕\d+号/)
  await onPaper(hao, await find(hao, '/transfers/:id/letter'), /〔\d{4}〕\d+号/)
  await onPaper(chen, await find(chen, '/cases/:id/transfers/:id/receipt'), /〔\d{4}〕\d+号/)
})

async function onPaper({ page, opens }: Person, path: string, number: RegExp): Promise<void> {
  await opens(path)
  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.sheet-line').first(), path).toHaveText(number)
  for (const part of ['banner', 'navigation', 'contentinfo', 'button'] as const)
    await expect(page.getByRole(part).filter({ visible: true }), `${part} on ${path}`).toHaveCount(0)
  const foot = await page.evaluate(() =>
    [...document.styleSheets].some((sheet) =>
      [...sheet.cssRules].some((rule) => /@page[^]*counter\(page\)[^]*counter\(pages\)/.test(rule.cssText)),
    ),
  )
  expect(foot, 'page n of m').toBe(true)
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const sheets = [...file.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ])
  expect(sheets.length, path).toBeGreaterThan(0)
  for (const sheet of sheets) expect(sheet, path).toEqual([A4_PT.width, A4_PT.height])
  await page.setViewportSize({ width: 672, height: 960 }) // what is between the margins
  expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} is too wide for the sheet`).toBeLessThanOrEqual(672)
  await page.emulateMedia({ media: null })
}

/** Text that is wider or taller than the box that hides the rest, and controls that lie on each other. */
const cramped = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) faults.push(`${root.scrollWidth - root.clientWidth}px too wide`)
    const isShown = (e: Element) => e.getClientRects().length > 0 && !e.closest('.vh, .tool-text, .skip, .cards thead')
    for (const e of document.querySelectorAll('body *')) {
      const { overflowX, overflowY } = getComputedStyle(e)
      const hides = (way: string, whole: number, seen: number) => /hidden|clip/.test(way) && whole > seen + 1
      if (isShown(e) && (hides(overflowX, e.scrollWidth, e.clientWidth) || hides(overflowY, e.scrollHeight, e.clientHeight)))
        faults.push(`cut off: ${e.textContent?.trim().slice(0, 40)}`)
    }
    const controls = [...document.querySelectorAll('main a, main button, main input:not([type=hidden]), main select, main summary')].filter(
      isShown,
    )
    for (const [i, a] of controls.entries())
      for (const b of controls.slice(i + 1)) {
        if (a.contains(b) || b.contains(a)) continue
        const on = [...a.getClientRects()].some((p) =>
          [...b.getClientRects()].some(
            (q) => Math.min(p.right, q.right) - Math.max(p.left, q.left) > 2 && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 4,
          ),
        )
        if (on && getComputedStyle(a).position !== 'sticky')
          faults.push(`${a.textContent?.trim().slice(0, 20)} on ${b.textContent?.trim().slice(0, 20)}`)
      }
    return faults
  })
