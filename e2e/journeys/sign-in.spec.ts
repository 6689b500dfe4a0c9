/** At the door, with scripts off: whatever works then works for everyone. */
import { button, expect, nameOf, signIn, t, test } from '../people.ts'

test.use({ javaScriptEnabled: false })

test('a wrong password keeps the name, and the right one opens the worklist', async ({ page, demoPassword }) => {
  await page.goto('/sign-in')
  await page.getByLabel(t.signIn.name).fill('sunli')
  await page.getByLabel(t.signIn.password).fill('not this one')
  await button(page, t.signIn.go).click()
  await expect(page.getByRole('alert')).toContainText(t.signIn.wrong)
  await expect(page).toHaveTitle(new RegExp(`^${t.form.errPrefix}`))
  await expect(page.getByLabel(t.signIn.name)).toHaveValue('sunli')
  await expect(page.getByLabel(t.signIn.password)).toHaveValue('')
  expect(page.url()).not.toContain('sunli')
  await page.getByLabel(t.signIn.password).fill(demoPassword)
  await button(page, t.signIn.go).click()
  await expect(page).toHaveURL(/\/work$/)
})

test('the portal is entered by localhost and by 127.0.0.1', async ({ browser, portal, demoPassword }) => {
  const { port } = new URL(portal.address)
  for (const host of ['localhost', '127.0.0.1']) {
    const context = await browser.newContext({ baseURL: `http://${host}:${port}` })
    const page = await context.newPage()
    await page.goto('/')
    await page.getByLabel(t.signIn.name).fill('sunli')
    await page.getByLabel(t.signIn.password).fill(demoPassword)
    await button(page, t.signIn.go).click()
    await expect(page).toHaveURL(`http://${host}:${port}/work`)
    await context.close()
  }
})

test('signing out ends the session itself: its cookie opens nothing any more', async ({ as, browser, demoPassword }) => {
  const sun = await as('sunli', { storageState: { cookies: [], origins: [] } })
  await sun.opens('/sign-in')
  await sun.does(signIn('sunli', demoPassword))
  const kept = await sun.context.storageState()
  await sun.page.getByLabel(t.frame.account(t.frame.person(nameOf('sunli'), t.post.handler))).click()
  await button(sun.page, t.frame.signOut).click()
  await sun.sees(t.done['signed-out'])
  await sun.opens('/work')
  await expect(sun.page).toHaveURL(/\/sign-in/)

  const thief = await browser.newContext({ storageState: kept })
  const page = await thief.newPage()
  await page.goto('/work')
  await expect(page).toHaveURL(/\/sign-in/)
  await thief.close()
})

test('an address asked for before signing in is reached afterwards; a foreign one is not', async ({ browser, portal, demoPassword }) => {
  for (const [asked, reached] of [
    ['/notices?show=unread', '/notices?show=unread'],
    ['https://evil.example/', '/work'],
    ['//evil.example/', '/work'],
    ['/\\evil.example', '/work'],
    ['javascript:alert(1)', '/work'],
  ] as const) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(asked)}`)
    await page.getByLabel(t.signIn.name).fill('sunli')
    await page.getByLabel(t.signIn.password).fill(demoPassword)
    await button(page, t.signIn.go).click()
    await expect(page, asked).toHaveURL(`${portal.address}${reached}`)
    await context.close()
  }
})
