/** All pages that people can click to, found in what the server sends; then one look for each kind, by the person it matters to most. */
import { expect, type Page } from '@playwright/test'
import { button, type As, type Person } from '../people.ts'
import { messagesOf } from '#lib/i18n/messages'
import { kindOf, linksOf } from './routes.ts'

export type Lang = 'zh-CN' | 'en'
/** What the server answered at an address. */
export type Answer = Readonly<{ login: string; path: string; kind: string; status: number; html: string; url: string }>
/** A page to look at closely. `first` is done on it first. */
export type Look = Readonly<{ person: Person; kind: string; path: string; first?: (page: Page) => Promise<void> }>
export type Walk = Readonly<{ answers: readonly Answer[]; looks: readonly Look[] }>

const WALKERS = ['chenmin', 'wangjianping', 'lifang', 'haoqiang', 'maweiguo', 'quhong', 'xitong', 'shenji', 'baixue'] as const
/** Whose page it is; everything else is the first walker's who finds it. */
const MATTERS: readonly (readonly [RegExp, (typeof WALKERS)[number]])[] = [
  [/^\/cases\/:id\/decision/, 'wangjianping'],
  [/^\/transfers\/:id\/decision/, 'maweiguo'],
  [/^\/transfers/, 'haoqiang'],
  [/^\/admin\/access/, 'shenji'],
  [/^\/admin/, 'xitong'],
]
/** Where each finds something else. */
const EVERYONES = new Set(['/work', '/cases/:id', '/transfers/:id'])
/** Pages of one kind that are opened for their links: in each phase a case has others. */
const OF_A_KIND = 30
/** Of a case as a whole and its transfers twice as many: after the decision there are as many phases again. */
const mostOf = (kind: string): number => (/^\/cases\/:id(?:\/transfers)?$/.test(kind) ? 2 : 1) * OF_A_KIND
const BEGIN = ['/', '/account', '/notices', '/notices?show=unread']

export async function walk(as: As, lang: Lang, address: string): Promise<Walk> {
  const answers: Answer[] = []
  const found: Look[] = []
  const opened = new Map<string, number>()
  for (const login of WALKERS) {
    const person = await as(login, { reducedMotion: 'reduce' })
    await person.context.addCookies([{ name: 'lang', value: lang, url: address }])
    const own = await follow(person, opened)
    answers.push(...own)
    found.push(...own.filter(({ status }) => status === 200).map(({ kind, path }) => ({ person, kind, path })))
  }
  const looks = new Map<string, Look>()
  for (const look of [...found.filter(isOwners), ...found]) {
    const key = EVERYONES.has(look.kind) ? `${look.person.login} ${look.kind}` : look.kind
    if (!looks.has(key)) looks.set(key, look)
  }
  return { answers, looks: [...looks.values(), ...(await moments(as, lang, address))] }
}

const isOwners = ({ person, kind }: Look): boolean => MATTERS.find(([pattern]) => pattern.test(kind))?.[1] === person.login

/** Over HTTP: what matters to the walk is in the page before any script runs. */
async function follow({ context, login }: Person, opened: Map<string, number>): Promise<Answer[]> {
  const answers: Answer[] = []
  const own = new Set<string>()
  const keyOf = (kind: string): string => (EVERYONES.has(kind) ? `${login} ${kind}` : kind)
  const isEnough = (kind: string): boolean => own.has(kind) && (opened.get(keyOf(kind)) ?? 0) >= mostOf(kind)
  const queue = [...BEGIN]
  const known = new Set(queue)
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (isEnough(kindOf(path))) continue
    const answer = await context.request.get(path)
    const [html, url] = [await answer.text(), answer.url()]
    const kind = kindOf(url)
    own.add(kind)
    opened.set(keyOf(kind), (opened.get(keyOf(kind)) ?? 0) + 1)
    answers.push({ login, path, kind, status: answer.status(), html, url })
    for (const next of linksOf(html, url)) if (!known.has(next) && known.add(next)) queue.push(next)
  }
  return answers
}

/** Pages that no link leads to, and states that a page only comes into. */
async function moments(as: As, lang: Lang, address: string): Promise<Look[]> {
  const guest = await as('guest', { storageState: { cookies: [], origins: [] }, reducedMotion: 'reduce' })
  await guest.context.addCookies([{ name: 'lang', value: lang, url: address }])
  const chen = await as('chenmin', { reducedMotion: 'reduce' })
  await chen.context.addCookies([{ name: 'lang', value: lang, url: address }])
  const words = messagesOf(lang)
  return [
    { person: guest, kind: '/sign-in', path: '/sign-in' },
    { person: chen, kind: '/missing', path: '/no-such-page' },
    {
      person: chen,
      kind: '/work?menu',
      path: '/work',
      first: async (page) => {
        await page.getByRole('banner').locator('summary').click()
        await expect(button(page, words.frame.signOut)).toBeVisible()
      },
    },
    {
      person: chen,
      kind: '/cases/register?errors',
      path: '/cases/register',
      first: async (page) => {
        await button(page, words.registration.go).click()
        await expect(page.getByRole('alert').getByRole('link').first()).toBeVisible()
      },
    },
  ]
}
