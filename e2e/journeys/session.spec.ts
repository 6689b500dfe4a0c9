/** Nothing typed is ever lost, submitted by itself, or shown to anybody else. */
import { personIdOf } from '#db/seed/office'
import { button, expect, field, nameOf, signIn, t, test } from '../people.ts'
import { letSessionsLapse } from '../setup/idle.ts'

const FRESH = { cookies: [], origins: [] }
// The autosave is told as well.
test.use({ expectedErrors: [/401 .*\/api\/drafts/] })

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a form sent after the session has lapsed comes back filled in, unsent, and only to whom it belongs', async ({
      as,
      portal,
      demoPassword,
    }) => {
      const title = `会话过期前填写的案件 ${javaScriptEnabled ? '一' : '二'}`
      const gao = await as('gaoyuan', { storageState: FRESH })
      await gao.opens('/sign-in')
      await gao.does(signIn('gaoyuan', demoPassword))
      await gao.opens('/cases/register')
      await field(gao.page, t.case.title).fill(title)
      await field(gao.page, t.registration.conduct).fill('写了半小时的经过。')
      letSessionsLapse(portal, personIdOf('gaoyuan'))
      await button(gao.page, t.registration.go).click()
      await gao.sees(t.signIn.kept)

      // A colleague at the same machine.
      await gao.does(signIn('wuxia', demoPassword))
      await gao.opens('/cases/register')
      await expect(field(gao.page, t.case.title)).toHaveValue('')
      await gao.neverSees(title)
      await gao.page.getByLabel(t.frame.account(t.frame.person(nameOf('wuxia'), t.post.handler))).click()
      await button(gao.page, t.frame.signOut).click()

      await gao.opens('/cases/register')
      await gao.does(signIn('gaoyuan', demoPassword))
      await gao.sees(t.session.restored)
      await expect(field(gao.page, t.case.title)).toHaveValue(title)
      await expect(field(gao.page, t.registration.conduct)).toHaveValue('写了半小时的经过。')
      await gao.opens('/cases')
      await gao.neverSees(title)
    })
  })

test('what is typed is saved while typing, and offered after the tab was closed', async ({ as }) => {
  const lu = await as('luping')
  await lu.opens('/cases/register')
  const saved = lu.page.waitForResponse('**/api/drafts')
  await field(lu.page, t.case.title).fill('关掉标签页之前的案件')
  await field(lu.page, t.registration.conduct).focus()
  expect((await saved).ok()).toBe(true)
  await lu.page.close()

  const page = await lu.context.newPage()
  await page.goto('/cases/register')
  await expect(field(page, t.case.title)).toHaveValue('关掉标签页之前的案件')
})
