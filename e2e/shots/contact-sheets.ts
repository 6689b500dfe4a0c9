/** All pictures at a glance: shots/index.html, and the same in pieces, shots/sheet-<area>-<n>.png, drawn by the browser itself. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { launchOptions } from '../setup/browser.ts'
import { FOLDER, LANGS, nameOf, shotsThere, THEMES, WIDTHS, type Shot } from './names.ts'

const ROWS_A_SHEET = 4
const STYLE = `body { margin: 12px; font: 14px sans-serif; background: #ddd; width: 1760px }
h2 { margin: 24px 0 4px; font-size: 18px } h3 { margin: 12px 0 4px; font-size: 14px }
.row { display: flex; gap: 6px } .row a { display: block; height: 400px; overflow: hidden; border: 1px solid #888; background: #fff }
.w1366 { width: 322px } .w390 { width: 105px } img { display: block; width: 100% }`

export default async function drawContactSheets(): Promise<void> {
  const areas = Map.groupBy(shotsThere(), areaOf)
  const sheets = [...areas].sort(([a], [b]) => (a < b ? -1 : 1)).map(([area, shots]) => ({ area, rows: rowsOf(shots) }))
  writeFileSync(join(FOLDER, 'index.html'), html(sheets.map(({ area, rows }) => `<h2>${area}</h2>${rows.join('')}`).join('')))

  const browser = await chromium.launch(launchOptions)
  const page = await browser.newPage({ viewport: { width: 1784, height: 900 } })
  const piece = join(FOLDER, 'sheet.html')
  for (const { area, rows } of sheets)
    for (let n = 0; n * ROWS_A_SHEET < rows.length; n++) {
      writeFileSync(piece, html(rows.slice(n * ROWS_A_SHEET, (n + 1) * ROWS_A_SHEET).join('')))
      await page.goto(pathToFileURL(piece).href)
      await page.screenshot({ path: join(FOLDER, `sheet-${area}-${n + 1}.png`), fullPage: true })
    }
  await browser.close()
}

const areaOf = ({ page }: Shot): string => /^cases-id-(send|report|subjects|transfers)|^cases-id|^\w+/.exec(page)?.[0] ?? page

/** One row for a page: wide ones first, light and dark side by side. */
function rowsOf(shots: readonly Shot[]): string[] {
  const pages = Map.groupBy(shots, ({ login, page }) => `${page} · ${login}`)
  return [...pages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, own]) => {
      const order = WIDTHS.flatMap((width) => LANGS.flatMap((lang) => THEMES.map((theme) => ({ width, lang, theme }))))
      const there = order.flatMap((v) => own.filter((s) => s.width === v.width && s.lang === v.lang && s.theme === v.theme))
      const thumbs = there.map((shot) => `<a class="w${shot.width}" href="${nameOf(shot)}"><img src="${nameOf(shot)}" alt=""></a>`)
      return `<h3>${title}</h3><div class="row">${thumbs.join('')}</div>`
    })
}

const html = (body: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Xianjie: every page</title><style>${STYLE}</style>${body}`
