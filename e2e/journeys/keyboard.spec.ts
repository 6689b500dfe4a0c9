/** The main job without a mouse: each stop on the way shows its focus, and no bar lies over it. */
import type { Locator } from '@playwright/test'
import { buildToApproval } from '../acts/office-day.ts'
import { sentOf } from '../acts/sending.ts'
import { button, choice, expect, field, link, t, test, type Person } from '../people.ts'
import { fraud } from '../stories.ts'
import { find } from '../walk/find.ts'

const FRESH = { cookies: [], origins: [] }

test('by keyboard alone: sign in, open a case, its evidence form, and the last page before sending', async ({ as, demoPassword }) => {
  const chen = await as('chenmin', { storageState: FRESH })
  const { page } = chen
  await chen.opens('/sign-in')
  await tabTo(chen, page.getByLabel(t.signIn.name))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('chenmin')
  await tabTo(chen, page.getByLabel(t.signIn.password))
  await page.keyboard.type(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/work/)

  await tabTo(chen, page.getByRole('rowheader').getByRole('link').first())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: t.casePage.identity })).toBeVisible()

  await chen.opens(await find(chen, '/cases/:id/evidence'))
  await tabTo(chen, page.getByLabel(t.evidence.choose))
  await tabTo(chen, button(page, t.evidence.upload))

  await chen.opens(await find(chen, '/cases/:id/send/:id/confirm'))
  await chen.isAt(t.transfers.confirmTitle)
  await tabTo(chen, page.getByLabel(t.transfers.agree))
  await page.keyboard.press('Space')
  await expect(page.getByLabel(t.transfers.agree)).toBeChecked()
  await tabTo(chen, button(page, t.transfers.go))
})

test('by keyboard alone: what is approved is sent from one page after the check, with number and password, and the police sign for it (found B8)', async ({
  as,
}) => {
  const chen = await as('chenmin')
  const matter = await buildToApproval(fraud(), { handler: chen, second: await as('zhoukai'), head: await as('wangjianping') })
  const { page } = chen
  const goes = async (who: Person, goal: Locator, key = 'Enter'): Promise<void> => {
    await tabTo(who, goal)
    await who.page.keyboard.press(key)
  }
  const types = async (who: Person, goal: Locator, text: string): Promise<void> => {
    await tabTo(who, goal)
    await who.page.keyboard.type(text)
  }
  const givesPassword = async (who: Person): Promise<void> => {
    const asked = who.page.getByLabel(t.session.password, { exact: true })
    if (await asked.isVisible()) await types(who, asked, who.password)
  }
  await chen.opens(`/cases/${matter.caseId}/transfers`)
  await goes(chen, link(page, t.track.send))
  await chen.isAt(t.transfers.check)
  const lacking = page.getByRole('list', { name: t.send.materials }).getByRole('listitem')
  const why = field(lacking.filter({ hasText: t.material.items }), t.send.why)
  if (await why.isVisible()) await types(chen, why, '涉案款已全部退回基金账户，没有涉案物品')
  const none = choice(lacking.filter({ hasText: t.material.expert }), t.transfers.notApplicable, t.transfers.naRadio)
  if (await none.isVisible()) await goes(chen, none, 'Space')
  await goes(chen, button(page, t.send.save).last())
  await chen.sees(t.done['absence-justified'])
  await goes(chen, link(page, t.send.next(t.transfers.stepConfirm)))
  await chen.isAt(t.transfers.confirmTitle)
  await types(chen, field(page, t.transfers.typeNo), matter.caseNo)
  await givesPassword(chen)
  await goes(chen, page.getByLabel(t.transfers.agree), 'Space')
  await goes(chen, button(page, t.transfers.go))
  const sent = await chen.does(sentOf('yi-police'))

  const hao = await as('haoqiang')
  await hao.opens('/transfers?size=100')
  await goes(hao, link(hao.page, sent.letterNo))
  await goes(hao, hao.page.getByRole('main').locator('.btn.primary').first())
  await hao.isAt(t.receiptForm.sign)
  await givesPassword(hao)
  await goes(hao, button(hao.page, t.receiving.sign))
  await expect(hao.page).toHaveURL(/done=receipt-signed/)
})

async function tabTo({ page }: Person, goal: Locator): Promise<void> {
  await expect(goal).toBeVisible()
  for (let stops = 0; stops < 150; stops++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(focusFault)).toBe('')
    if (await goal.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('The keyboard does not get there')
}

/** Where the focus cannot be seen, and why; run in the page. */
function focusFault(): string {
  const at = document.activeElement
  if (!at || at === document.body) return ''
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  const what = `${at.tagName} ${at.textContent?.trim().slice(0, 30)}`
  if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) return `no outline on ${what}`
  const box = at.getClientRects()[0]
  if (!box || box.bottom < 0 || box.top > innerHeight) return `out of view: ${what}`
  const over = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), Math.min(box.top + box.height / 2, innerHeight - 1))
  return over && (at.contains(over) || over.contains(at)) ? '' : `${what} lies under ${over?.className}`
}
