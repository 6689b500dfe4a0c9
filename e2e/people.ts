/** People of the demo office, each in a browser of their own: `const chen = await as('chenmin')`, `await chen.does(registerCase(…))`. */
import { join } from 'node:path'
import type { BrowserContext, BrowserContextOptions, Locator, Page } from '@playwright/test'
import { ADMINISTRATORS, PEOPLE, UNITS } from '#db/seed/office'
import { messagesOf } from '#lib/i18n/messages'
import { ROOT } from './setup/browser.ts'
import { expect, test as portal } from './setup/test.ts'

export { expect }
export const t = messagesOf('zh-CN')
export type Text = string | RegExp
/** Something a person does; what it answers with is theirs to use. */
export type Act<T = void> = (person: Person) => Promise<T>

export type Person = Readonly<{
  login: string
  name: string
  password: string
  page: Page
  context: BrowserContext
  /** Goes to an address of the portal, as one does from a bookmark or a notice. */
  opens: (path: string) => Promise<void>
  does: <T>(act: Act<T>) => Promise<T>
  /** Stands before the page of this title. */
  isAt: (title: string) => Promise<void>
  /** The password, where the page asks for it: not again within five minutes in the same case (grade A). */
  givesPassword: () => Promise<void>
  /** Each text can be read on the page. */
  sees: (...texts: readonly Text[]) => Promise<void>
  /** None of the texts stands anywhere in what the server sent, seen or unseen. */
  neverSees: (...texts: readonly string[]) => Promise<void>
}>

type Sessions = Map<string, Exclude<NonNullable<BrowserContextOptions['storageState']>, string>>
export type As = (login: string, options?: BrowserContextOptions) => Promise<Person>

export const test = portal.extend<{ as: As }, { sessions: Sessions; demoPassword: string }>({
  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],
  // As a newcomer finds it: on the sign-in page.
  demoPassword: [
    async ({ portal: { address }, browser }, use) => {
      const page = await browser.newPage()
      await page.goto(`${address}/sign-in?as=chenmin`)
      const password = await page.getByLabel(t.signIn.password).inputValue()
      await page.close()
      await use(password)
    },
    { scope: 'worker' },
  ],
  as: async ({ browser, sessions, demoPassword }, use) => {
    const opened: BrowserContext[] = []
    await use(async (login, options = {}) => {
      const kept = options.storageState === undefined ? sessions.get(login) : undefined
      const context = await browser.newContext({ ...(kept && { storageState: kept }), ...options })
      opened.push(context)
      const person = personOf(login, demoPassword, context, await context.newPage())
      if (!kept && options.storageState === undefined) {
        await person.opens('/sign-in')
        await person.does(signIn(login, demoPassword))
        sessions.set(login, await context.storageState())
      }
      return person
    })
    for (const context of opened) await context.close()
  },
})

function personOf(login: string, password: string, context: BrowserContext, page: Page): Person {
  const person: Person = {
    login,
    name: nameOf(login),
    password,
    page,
    context,
    opens: async (path) => void (await page.goto(path)),
    does: (act) => act(person),
    isAt: (title) => expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible(),
    givesPassword: async () => {
      const asked = page.getByLabel(t.session.password, { exact: true })
      if (await asked.isVisible()) await asked.fill(password)
    },
    sees: async (...texts) => {
      for (const text of texts)
        await expect(
          page.getByRole('main').getByText(text).filter({ visible: true }).first(),
          `${nameOf(login)} sees “${text}”`,
        ).toBeVisible()
    },
    neverSees: async (...texts) => {
      const source = await page.content()
      for (const text of texts) expect(source, `${login} must not read ${text}`).not.toContain(text)
    },
  }
  return person
}

/** With whatever the page shows; the session is the browser's. */
export const signIn =
  (login: string, password: string): Act =>
  async ({ page }) => {
    await page.getByLabel(t.signIn.name).fill(login)
    await page.getByLabel(t.signIn.password).fill(password)
    await page.getByRole('button', { name: t.signIn.go, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: t.signIn.title })).toBeHidden()
  }

export const nameOf = (login: string): string => [...PEOPLE, ...ADMINISTRATORS].find((person) => person.login === login)?.name ?? login
export const unitName = (unitId: string): string => UNITS.find((unit) => unit.unitId === unitId)?.name ?? unitId
/** A file of the kind offices have. */
export const officeFile = (name: string): string => join(ROOT, 'db/seed/files', name)

/** A field by its label, with or without（选填）. */
export const field = (where: Page | Locator, label: string): Locator =>
  where.getByRole('textbox', { name: named(label) }).or(where.getByRole('combobox', { name: named(label) }))
export const group = (where: Page | Locator, legend: string): Locator => where.getByRole('group', { name: named(legend) })
/** A choice in a group. Its hint is part of its name; 同意移送，附意见 is another choice than 同意移送. */
export const choice = (where: Page | Locator, legend: string, option: string): Locator =>
  group(where, legend).getByLabel(new RegExp(`^${escaped(option)}(?!，)`))
export const button = (where: Page | Locator, name: string): Locator => where.getByRole('button', { name, exact: true })
export const link = (where: Page | Locator, name: Text): Locator => where.getByRole('link', { name, exact: typeof name === 'string' })
const named = (label: string): RegExp => new RegExp(`^${escaped(label)}(${escaped(t.form.optional)})?$`)
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
