/** Who read and who was denied, for the audit administrator; and whether the other side has opened the letter, for those whose case it is (found J13). */
import { buildToSending } from '../acts/office-day.ts'
import { button, expect, nameOf, t, test, unitName, type Act, type Person } from '../people.ts'
import { fraud } from '../stories.ts'
import { find } from '../walk/find.ts'

test.use({ expectedErrors: [/404/] })
const { access } = t

/** A row of the log about this object, in which all of it stands. */
const finds =
  (object: string, login: string, ...words: readonly string[]): Act =>
  async ({ page, opens, isAt }) => {
    await opens(`/admin/access?size=100&object=${encodeURIComponent(object)}`)
    await isAt(access.title)
    const rows = page.getByRole('row').filter({ hasText: nameOf(login) })
    await expect(words.reduce((some, text) => some.filter({ hasText: text }), rows).first()).toBeVisible()
  }
const answerTo = async ({ context }: Person, path: string): Promise<number> =>
  (await context.request.get(path, { headers: { accept: 'text/html' } })).status()

test('the audit administrator finds a denial and a download by the number of the case, and nothing of what is in it (found J13)', async ({
  as,
}) => {
  const [chen, sun, shenji] = [await as('chenmin'), await as('sunli'), await as('shenji')]
  const { page } = chen
  const path = await find(chen, '/cases/:id')
  await chen.opens(path)
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  const caseNo = await page
    .getByRole('region', { name: t.casePage.identity })
    .getByText(/案〔\d{4}〕\d+号$/)
    .innerText()
  await chen.opens(`${path}/evidence`)
  const item = page
    .getByRole('main')
    .getByRole('link', { name: /\.(?:pdf|xlsx|docx|jpg|csv|txt|wav)$/ })
    .first()
  const [file, name] = [(await item.getAttribute('href')) ?? '', await item.innerText()]
  expect([await answerTo(chen, file), await answerTo(sun, path), await answerTo(sun, file)]).toEqual([200, 404, 404])
  await shenji.does(finds(caseNo, 'sunli', access.kind.read, access.what.case, access.results.denied))
  await shenji.does(finds(caseNo, 'sunli', access.kind.download, access.what.file, access.results.denied))
  await shenji.does(finds(caseNo, 'chenmin', access.kind.download, access.what.file, access.results.ok))
  await shenji.neverSees(name, title)
})

test('whose case it is sees that the letter was opened, by which post and when; the body sees its own people (found J13)', async ({
  as,
}) => {
  const [chen, zhou, wang] = [await as('chenmin'), await as('zhoukai'), await as('wangjianping')]
  const { matter, sent } = await buildToSending(fraud(), { handler: chen, second: zhou, head: wang })
  const opened = ({ page }: Person) => page.getByRole('heading', { name: t.track.opened, exact: true })
  await chen.opens(`/cases/${matter.caseId}/transfers`)
  await expect(opened(chen), 'quiet while nobody has').toHaveCount(0)
  const hao = await as('haoqiang')
  await hao.opens('/notices?size=100')
  await button(hao.page.getByRole('row').filter({ hasText: sent.letterNo }), `${t.notices.open} ${sent.letterNo}`)
    .or(button(hao.page.getByRole('row').filter({ hasText: matter.caseNo }), `${t.notices.open} ${matter.caseNo}`))
    .first()
    .click()
  await expect(hao.page).toHaveURL(/\/transfers\//)
  await hao.opens(`/transfers/${sent.trackId}`)
  await chen.opens(`/cases/${matter.caseId}/transfers`)
  await chen.sees(t.track.openedBy(unitName('yi-police'), t.post.intake))
  await chen.neverSees(hao.name)
  await hao.opens(`/transfers/${sent.trackId}`)
  await hao.sees(t.track.openedBy(hao.name, t.post.intake))
})

test('the log is searched by person, kind, result and day, and a day that is none is said (found J13)', async ({ as }) => {
  const shenji = await as('shenji')
  await shenji.opens('/admin')
  await shenji.page.getByRole('link', { name: access.title, exact: true }).click()
  await shenji.isAt(access.title)
  const search = shenji.page.getByRole('search')
  await search.getByLabel(access.person).fill('shenji')
  await search.getByLabel(access.event).selectOption('sign-in')
  await search.getByRole('button', { name: t.list.filter }).click()
  await shenji.sees(shenji.name, access.kind['sign-in'])
  await search.getByLabel(access.to).fill('2026-01-01')
  await search.getByRole('button', { name: t.list.filter }).click()
  await shenji.sees(t.admin.foundNone)
  await search.getByLabel(access.to).fill('昨天')
  await search.getByRole('button', { name: t.list.filter }).click()
  await shenji.sees(t.field['day.format']({}))
  await shenji.page.getByRole('link', { name: t.list.clear }).click()
  await expect(shenji.page).toHaveURL(/\/admin\/access$/)
})
