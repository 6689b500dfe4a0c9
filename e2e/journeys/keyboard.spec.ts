/** The main job without a mouse: each stop on the way shows its focus, and no bar lies over it. */
import type { Locator } from '@playwright/test'
import { button, expect, link, t, test, type Person } from '../people.ts'
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
  await expect(page.getByRole('region', { name: t.cpage.identity })).toBeVisible()

  await chen.opens(await find(chen, '/cases/:id/evidence'))
  await tabTo(chen, page.getByLabel(t.evi.choose))
  await tabTo(chen, button(page, t.evi.upload))

  await chen.opens(await find(chen, '/cases/:id/send/:id/preview'))
  await tabTo(chen, link(page, t.send.next(t.xfer.stepConfirm)))
  await page.keyboard.press('Enter')
  await chen.isAt(t.xfer.confirmTitle)
  await tabTo(chen, page.getByLabel(t.xfer.agree))
  await page.keyboard.press('Space')
  await expect(page.getByLabel(t.xfer.agree)).toBeChecked()
  await tabTo(chen, button(page, t.xfer.go))
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
