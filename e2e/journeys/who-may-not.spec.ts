/** D14 through the browser: what is not theirs is in no list either. Every address, as everybody: e2e/hostile. */
import { expect, t, test } from '../people.ts'

const CASE = '退休审批科杨某与中介内外勾结提前退休案'

test('a colleague of the same bureau finds the case in no list, and an administrator finds no list', async ({ as }) => {
  const sun = await as('sunli')
  for (const path of ['/cases?size=100', '/work', '/work?tab=waiting', '/notices?size=100']) {
    await sun.opens(path)
    await sun.neverSees(CASE, '杨某')
  }
  for (const login of ['xitong', 'anquan', 'shenji']) {
    const admin = await as(login)
    await admin.opens('/')
    await admin.neverSees(CASE)
    await expect(admin.page.getByRole('navigation', { name: t.nav.main }).getByRole('link')).toHaveText([t.nav.admin])
    for (const path of ['/cases', '/cases/register', '/transfers'])
      expect((await admin.context.request.get(path)).status(), `${login} at ${path}`).toBe(404)
  }
})
