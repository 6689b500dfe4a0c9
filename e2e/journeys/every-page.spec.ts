/** Every page that people can click to, in both languages: fit for everybody, light, and nobody else's business. */
import { expect, test } from '../people.ts'
import { faultsSeen } from '../walk/close-look.ts'
import { routeOf, ROUTES } from '../walk/routes.ts'
import { walk, type Answer, type Lang } from '../walk/walk.ts'
import { messagesOf } from '#lib/i18n/messages'

/** Lead elsewhere; shown when a page falls; opened by a link that is given once. */
const NOT_WALKED = new Set(['/', '/fault', '/welcome/:id'])

/** Beside the form stand the people of the case, each a term with what was found. */
const NAMES_FOR_TERMS = new Set(['/cases/:id/report/write'])

// A page that is not there is looked at as well.
// Hundreds of pages in one test: a trace of them would cost more than the looks, and the faults say where they are.
test.use({ expectedErrors: [/404/], trace: 'off', screenshot: 'off' })

for (const lang of ['zh-CN', 'en'] as const)
  test(`every page, ${lang}`, async ({ as, portal }) => {
    test.setTimeout(600_000)
    const { answers, looks } = await walk(as, lang, portal.address)
    const found = faultsRead(answers, lang)
    const foreign: string[] = []
    const sizes = new Map<string, number>()
    const listened = new Set()
    for (const { person, kind, path, first } of looks) {
      const { page, login } = person
      if (!listened.has(page) && listened.add(page))
        page.on('request', (request) => {
          if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== portal.address) foreign.push(request.url())
        })
      await page.goto(path)
      await first?.(page)
      await expect(page).toHaveTitle(/\S/) // a page drawn in place gets its title a moment after its words
      for (const fault of [
        ...(await faultsSeen(page, sizes)),
        ...(await page.evaluate(faultsOfForms, { lang, terms: !NAMES_FOR_TERMS.has(kind) })),
      ])
        found.push(`${login} ${kind} ${path}: ${fault}`)
    }
    const reached = new Set(looks.map(({ kind }) => routeOf(kind.split('?')[0] ?? '')))
    expect
      .soft(
        ROUTES.filter((route) => !reached.has(route) && !NOT_WALKED.has(route)),
        'pages that nobody was led to',
      )
      .toEqual([])
    expect.soft(foreign, 'requests to other origins').toEqual([])
    expect(found).toEqual([])
  })

/** One h1, a title of its own that ends in the system's name, the language said, and no link that leads nowhere. */
function faultsRead(answers: readonly Answer[], lang: Lang): string[] {
  const faults: string[] = []
  const titles = new Map<string, string>()
  for (const { login, path, status, html, url } of answers) {
    const fault = (text: string) => faults.push(`${login} ${path}: ${text}`)
    if (status !== 200) {
      fault(String(status))
      continue
    }
    const title = /<title>([^<]*)/.exec(html)?.[1] ?? ''
    const h1s = [...html.matchAll(/<h1[\s>]/g)].length
    if (h1s !== 1) fault(`${h1s} h1`)
    if (!title.endsWith(messagesOf(lang).app.name)) fault(`title “${title}”`)
    if (/<html[^>]*\slang="([^"]*)"/.exec(html)?.[1] !== lang) fault('another language')
    // People of one case, and items, have one title: their names are nobody's who reads over a shoulder.
    const place = new URL(url).pathname.replace(/(\/(?:subjects|void)\/)[^/]+$/, '$1:id')
    const other = titles.get(`${login} ${title}`)
    if (other !== undefined && other !== place) fault(`has the title of ${other}: ${title}`)
    titles.set(`${login} ${title}`, place)
  }
  return faults
}

/** Run in the page: forms the browser judges, dragging without another way, skip link not first, and the portal's own words left in Chinese. */
function faultsOfForms({ lang, terms }: { lang: Lang; terms: boolean }): string[] {
  const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)]
  const JUDGED = '[required], [pattern], [minlength], [min], [type=email], [type=number], [type=date], [type=url]'
  const [first] = all('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')
  const words = `${terms ? 'dt, ' : ''}thead th, caption, nav a, .hint, .btn, .filters label, .count`
  // Papers are written in the law's own language; case numbers are names.
  const said = (element: HTMLElement): string =>
    element.closest('.paper, .crumb')
      ? ''
      : [...element.childNodes]
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .map(({ textContent }) => textContent)
          .join('')
          .replace(/\S+〔\d{4}〕\d+号|2\.68万|^中文$/g, '')
  return [
    ...all('form')
      .filter((form) => !(form as HTMLFormElement).noValidate && form.querySelector(JUDGED))
      .map(() => 'the browser judges a form'), // safe: it says form
    ...all('[draggable=true], .drop')
      .filter((drop) => !drop.querySelector('input[type=file]'))
      .map(() => 'only by dragging'),
    ...(first?.getAttribute('href') === '#main' ? [] : [`first in tab order: ${first?.outerHTML.slice(0, 80)}`]),
    ...(lang === 'en'
      ? all(words)
          .map(said)
          .filter((text) => /[\u4e00-\u9fff]/.test(text))
          .map((text) => `in Chinese: ${text}`)
      : []),
  ]
}
