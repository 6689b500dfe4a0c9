/** The lists people live in (docs/ux.md §5: 8, 10, 13–16, 19): what is seen at once, counters, filters, order, heads, empty lists, language. */
import type { Page } from '@playwright/test'
import { messagesOf } from '#lib/i18n/messages'
import { button, expect, field, link, t, test } from '../people.ts'

const SCREEN = { width: 1366, height: 768 }
const TEN = 10
const WHOLE = '/work?size=100'

for (const lang of ['zh-CN', 'en'] as const)
  test(`ten rows of the worklist are seen without scrolling, ${lang}`, async ({ as, portal }) => {
    for (const [login, address] of [
      ['chenmin', '/work'],
      ['baixue', '/work?tab=waiting'],
    ] as const) {
      const { page, context, opens } = await as(login, { viewport: SCREEN })
      await context.addCookies([{ name: 'lang', value: lang, url: portal.address }])
      await opens(address)
      const rows = await page.locator('tbody tr').evaluateAll((all) =>
        all.map((row) => {
          const fund = document.createRange()
          fund.selectNodeContents(row.children[3] ?? row)
          return { bottom: row.getBoundingClientRect().bottom, fund: row.children[3]?.textContent, lines: fund.getClientRects().length }
        }),
      )
      expect(rows.filter(({ bottom }) => bottom <= SCREEN.height).length, `rows that ${login} sees`).toBeGreaterThanOrEqual(TEN)
      expect(
        rows.filter(({ lines }) => lines > 1),
        'funds on two lines',
      ).toEqual([])
    }
  })

test('each counter of the worklist leads to as many items as it says, and an empty list says why it is empty', async ({ as }) => {
  const { page, opens, sees } = await as('chenmin')
  await opens(WHOLE)
  const counters = page.getByRole('navigation', { name: t.clock.filter }).getByRole('link')
  const said = await counters.evaluateAll((all) =>
    all.map((a) => [a.getAttribute('href') ?? '', Number(a.querySelector('b')?.textContent)] as const),
  )
  expect(said).toHaveLength(4)
  expect(said.reduce((sum, [, n]) => sum + n, 0)).toBeGreaterThanOrEqual(TEN)
  for (const [href, n] of said) {
    await opens(href)
    await expect(page.locator('tbody tr')).toHaveCount(n)
    await sees(t.list.count(n))
  }
  await opens('/work?text=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E6%A1%88%E4%BB%B6')
  await sees(t.work.emptyFilter)
  const baixue = await as('baixue')
  await baixue.opens('/work?tab=mine')
  await baixue.sees(t.work.emptyMine)
})

test('reload, back and a copied address show the same cases: filters, order and page', async ({ as }) => {
  const { page, opens, context } = await as('baixue')
  await opens('/cases')
  await expect.poll(() => sorted(page)).toEqual([[t.caseList.lastAt, 'descending']])
  await link(page, t.caseList.amount).click()
  await expect(page).toHaveURL(/sort=amountFen/)
  await expect.poll(() => sorted(page)).toEqual([[t.caseList.amount, 'descending']])
  const falling = await amounts(page)
  expect(falling).toEqual(falling.toSorted((a, b) => b - a))
  await link(page, t.caseList.amount).click()
  await expect(page).toHaveURL(/dir=up/)
  await expect.poll(() => sorted(page)).toEqual([[t.caseList.amount, 'ascending']])
  const rising = await amounts(page)
  expect(rising).toEqual(rising.toSorted((a, b) => a - b))
  expect(falling[0], 'two ends of one list').toBeGreaterThan(rising[0] ?? Infinity)

  await field(page, t.caseList.text).fill('人社案')
  await field(page, t.caseList.minAmount).fill('0.5万')
  await button(page, t.list.filter).click()
  await expect(page).toHaveURL(/text=/)
  const first = await shown(page)
  await link(page, t.list.next).click()
  await expect(page).toHaveURL(/after=/)
  const second = await shown(page)
  expect(second.rows).not.toEqual(first.rows)
  expect(second).toMatchObject({ text: '人社案', min: '0.5万', sorted: [[t.caseList.amount, 'ascending']] })
  await page.reload()
  expect(await shown(page)).toEqual(second)
  const copied = await context.newPage()
  await copied.goto(page.url())
  expect(await shown(copied)).toEqual(second)
  await page.goBack()
  await expect(page).not.toHaveURL(/after=/)
  await expect.poll(() => shown(page)).toEqual(first)
})

test('heads stay in sight when the list is scrolled, and the worklist is marked as sorted by deadline alone', async ({ as }) => {
  const { page, opens } = await as('baixue', { viewport: SCREEN })
  await opens('/work?tab=waiting')
  expect(await sorted(page)).toEqual([[t.clock.deadline, 'ascending']])
  await page.locator('tbody tr').nth(17).scrollIntoViewIfNeeded()
  const seen = await page.evaluate(() => {
    const head = document.querySelector('thead th')?.getBoundingClientRect()
    const at = head && document.elementFromPoint(head.left + 20, head.top + head.height / 2)
    return { scrolled: scrollY, top: head?.top, isHead: Boolean(at?.closest('thead')) }
  })
  expect(seen.scrolled).toBeGreaterThan(200)
  expect(seen).toMatchObject({ top: 0, isHead: true })
})

test('another language keeps address, filters and what is typed', async ({ as }) => {
  const chen = await as('chenmin')
  const { page, opens, context } = chen
  const en = messagesOf('en')
  const kept = await context.storageState()
  await opens('/work?fund=FD1&min=1%E4%B8%87')
  await field(page, t.worklist.text).fill('养老')
  await button(page, t.frame.otherLanguage).click()
  await expect(page.getByRole('heading', { level: 1, name: en.work.title })).toBeVisible()
  expect(new URL(page.url()).search).toBe('?fund=FD1&min=1%E4%B8%87')
  await expect(field(page, en.worklist.text)).toHaveValue('养老')
  await expect(field(page, en.worklist.fund)).toHaveValue('FD1')
  await opens('/cases/register')
  await field(page, en.case.title).fill('半途换语言案')
  await field(page, en.registration.conduct).fill('写到一半。')
  await button(page, en.frame.otherLanguage).click()
  await chen.isAt(t.registration.title)
  await expect(field(page, t.case.title)).toHaveValue('半途换语言案')
  await expect(field(page, t.registration.conduct)).toHaveValue('写到一半。')
  await context.addCookies(kept.cookies)
})

const sorted = (page: Page): Promise<(string | null)[][]> =>
  page.locator('th[aria-sort]').evaluateAll((heads) => heads.map((head) => [head.textContent, head.getAttribute('aria-sort')]))

async function amounts(page: Page): Promise<number[]> {
  const cells = await page.locator('tbody tr td:nth-child(4)').allInnerTexts()
  return cells.map((text) => Number(text.replaceAll(',', '')) || 0)
}

async function shown(page: Page) {
  return {
    rows: await page.getByRole('rowheader').allInnerTexts(),
    text: await field(page, t.caseList.text).inputValue(),
    min: await field(page, t.caseList.minAmount).inputValue(),
    sorted: await sorted(page),
  }
}

test('cases are found by what their rows show, by a clock, and by any form of a number, a name or a unit (found C9, C10)', async ({
  as,
}) => {
  const { page, opens, sees } = await as('chenmin')
  await opens('/cases?size=100')
  const rows = page.locator('tbody tr')
  const tagged = rows.filter({ has: page.locator('.tag', { hasText: t.status.sent }) })
  const sent = await tagged.count()
  expect(sent).toBeGreaterThan(0)
  expect(sent, 'not all of them').toBeLessThan(await rows.count())
  const [number = ''] = await tagged.locator('a.nw').allTextContents()

  await field(page, t.caseList.status).selectOption(t.status.sent)
  await button(page, t.list.filter).click()
  await expect(page).toHaveURL(/state=sent/)
  await expect(rows).toHaveCount(sent)
  await expect(tagged).toHaveCount(sent)
  await sees(t.caseList.count(String(sent)))
  await link(page, `${t.caseList.chip(t.caseList.status, t.status.sent)} ${t.list.remove}`).click()
  await expect(page).not.toHaveURL(/state=/)

  await field(page, t.clock.deadline).selectOption(t.clock.red)
  await button(page, t.list.filter).click()
  await expect(page).toHaveURL(/heat=red/)
  const late = await rows.locator('a.nw').allTextContents()
  expect(late.length).toBeGreaterThan(0)
  await opens('/work?heat=red&size=100') // whoever owes what is late has its case among them
  for (const mine of new Set(await rows.locator('a.nw').allTextContents())) expect(late).toContain(mine)

  const [, year, serial] = /〔(\d{4})〕(\d+)号/.exec(number) ?? []
  for (const typed of [number, `(${year})${serial}`, `［${year}］0${serial}号`]) {
    await opens(`/cases?text=${encodeURIComponent(typed)}`)
    await expect(rows.locator('a.nw', { hasText: number }), typed).toHaveCount(1)
  }
  await opens(`/cases?text=${encodeURIComponent('赵某祥')}`) // a subject
  expect(await rows.count()).toBeGreaterThan(0)
  await opens(`/cases?text=${encodeURIComponent('乙旗公安局')}&size=100`) // a body
  const theirs = await rows.count()
  expect(theirs).toBeGreaterThan(0)

  // An address from before states could be asked for still says what it said.
  await opens('/cases?phase=investigating')
  await sees(t.caseList.chip(t.caseList.phase, t.status.investigating))
  // A superior finds the case by its number, and by no name.
  const superior = await as('baixue')
  await superior.opens(`/cases?text=${encodeURIComponent(number)}`)
  await expect(superior.page.locator('tbody a.nw', { hasText: number })).toHaveCount(1)
  await superior.opens(`/cases?text=${encodeURIComponent('赵某祥')}`)
  await superior.sees(t.caseList.emptyFilter)
})
