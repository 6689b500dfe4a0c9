/** Every page that a person can click to, in both languages: fit for everybody, light, and nobody else's business. */
import { gzipSync } from 'node:zlib'
import AxeBuilder from '@axe-core/playwright'
import { messagesOf } from '#lib/i18n/messages'
import { expect, test, type Person } from '../people.ts'

const WALKERS = ['chenmin', 'wangjianping', 'haoqiang', 'guanqing', 'xitong'] as const
/** Dark in English, so that each theme and each language is looked at once. */
const LOOKS = [
  { lang: 'zh-CN', colorScheme: 'light' },
  { lang: 'en', colorScheme: 'dark' },
] as const
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const WIDTHS = [1366, 390, 320]
const MOST_JS = 150 * 1024
const MOST_CSS = 12 * 1024
/** Pages of one kind that are opened for their links; the first is looked at closely. */
const OF_A_KIND = 2
const TELLING = new Set(['tab', 'act', 'then', 'kind', 'show'])

// A link that leads nowhere is listed among the faults.
test.use({ expectedErrors: [/404/] })

for (const { lang, colorScheme } of LOOKS)
  for (const login of WALKERS)
    test(`${login}, ${lang}: every page`, async ({ as, portal }) => {
      test.setTimeout(300_000)
      const person = await as(login, { colorScheme, reducedMotion: 'reduce' })
      await person.context.addCookies([{ name: 'lang', value: lang, url: portal.address }])
      const foreign: string[] = []
      person.page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== portal.address) foreign.push(request.url())
      })
      const sizes = new Map<string, number>()
      const titles = new Map<string, string>()
      const found: string[] = []
      const seen = new Map<string, number>()
      const queue = ['/', '/account', '/notices', '/notices?show=unread']
      const known = new Set(queue)
      for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
        const kind = kindOf(path)
        const nth = (seen.get(kind) ?? 0) + 1
        if (nth > OF_A_KIND) continue
        seen.set(kind, nth)
        const status = (await person.page.goto(path))?.status() ?? 0
        if (status !== 200) {
          found.push(`${path}: ${status}`)
          continue
        }
        found.push(...(await faultsOf(person, path, lang, titles)))
        if (nth === 1) found.push(...(await closeLook(person, path, sizes)))
        for (const next of await linksOn(person)) if (!known.has(next) && known.add(next)) queue.push(next)
      }
      test.info().annotations.push({ type: 'pages', description: [...seen.keys()].join(' ') })
      expect(seen.size, 'the walk goes on beyond the lists').toBeGreaterThan(8)
      expect(foreign, 'requests to other origins').toEqual([])
      expect(found).toEqual([])
    })

/** One h1, a title of its own that ends in the system's name, the language said, and no page scrolls sideways. */
async function faultsOf({ page }: Person, path: string, lang: 'zh-CN' | 'en', titles: Map<string, string>): Promise<string[]> {
  const faults: string[] = []
  const fault = (text: string) => faults.push(`${path}: ${text}`)
  const title = await page.title()
  const h1s = await page.getByRole('heading', { level: 1 }).count()
  if (h1s !== 1) fault(`${h1s} h1`)
  if (!title.endsWith(messagesOf(lang).app.name)) fault(`title “${title}”`)
  // People of one case, and items, have one title: their names are nobody's who reads over a shoulder.
  const { pathname } = new URL(page.url())
  const place = /\/(subjects|void)\/[^/]+$/.test(pathname) ? pathname.replace(/[^/]+$/, ':id') : pathname
  const other = titles.get(title)
  if (other !== undefined && other !== place) fault(`has the title of ${other}: ${title}`)
  titles.set(title, place)
  if ((await page.locator('html').getAttribute('lang')) !== lang) fault('another language')
  return faults
}

async function closeLook({ page, context }: Person, path: string, sizes: Map<string, number>): Promise<string[]> {
  const faults: string[] = []
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  for (const { id, help, nodes } of violations)
    faults.push(
      `${path}: axe ${id} (${help}): ${nodes
        .map(({ html }) => html.slice(0, 160))
        .slice(0, 3)
        .join(' | ')}`,
    )
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 768 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    if (over > 0) faults.push(`${path}: ${over}px too wide at ${width}`)
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  const used = await page.evaluate(() => ({
    js: [...document.scripts].filter((s) => s.src && !s.noModule).map((s) => s.src),
    css: [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map((l) => l.href),
  }))
  const weigh = async (urls: readonly string[]): Promise<number> => {
    let total = 0
    for (const url of new Set(urls)) {
      if (!sizes.has(url)) sizes.set(url, gzipSync(await (await context.request.get(url)).body()).length)
      total += sizes.get(url) ?? 0
    }
    return total
  }
  const [js, css] = [await weigh(used.js), await weigh(used.css)]
  if (js > MOST_JS) faults.push(`${path}: ${Math.round(js / 1024)} KB of scripts`)
  if (css > MOST_CSS) faults.push(`${path}: ${Math.round(css / 1024)} KB of styles`)
  return faults
}

async function linksOn({ page }: Person): Promise<string[]> {
  const here = new URL(page.url())
  const hrefs = await page.getByRole('link').evaluateAll((links) => links.map((a) => (a instanceof HTMLAnchorElement ? a.href : '')))
  return hrefs.flatMap((href) => {
    if (!href) return []
    const { origin, pathname, search } = new URL(href)
    return origin === here.origin && !pathname.startsWith('/api/') ? [pathname + search] : []
  })
}

/** /cases/:id/evidence, /work?tab=done: ids and what only filters taken out. */
function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://x')
  const telling = [...searchParams].filter(([name]) => TELLING.has(name)).map(([name, value]) => `${name}=${value}`)
  return [
    pathname.replaceAll(
      /\/(?:[0-9a-f]{8}-[0-9a-f-]{27}|p-[a-z]+|[a-z]+-(?:hrss|police|proc|comm|agency|medical|court|justice)|platform)(?=\/|$)/g,
      '/:id',
    ),
    ...telling,
  ].join('?')
}
