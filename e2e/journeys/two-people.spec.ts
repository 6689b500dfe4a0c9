/** How somebody comes in, and how somebody becomes a head: nobody does either alone. With scripts off. */
import { button, expect, field, link, nameOf, t, test, unitName, type Act, type Person } from '../people.ts'

test.use({ javaScriptEnabled: false })

const PASSWORD = 'Lanse-caoyuan-26-qingchen'
const UNIT = unitName('wu-proc')
const off = { javaScriptEnabled: false }

const registers =
  (login: string, name: string): Act<string> =>
  async ({ page, opens }) => {
    await opens('/admin/people/register')
    await field(page, t.admin.login).fill(login)
    await field(page, t.admin.name).fill(name)
    await button(page, t.admin.registerPerson).click()
    await opens(`/admin/people?text=${login}`)
    await link(page, name).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    return new URL(page.url()).pathname
  }
const proposes =
  (path: string, post: 'approver' | 'supervisor'): Act =>
  async ({ page, opens, sees }) => {
    await opens(path)
    const form = page.getByRole('region', { name: t.admin.grant })
    await field(form, t.admin.unit).selectOption({ label: UNIT })
    await field(form, t.admin.post).selectOption({ label: t.post[post] })
    await button(form, t.admin.grant).click()
    await sees(t.done['post-proposed'], t.refusal['office.by-system-admin']({}))
  }
/** What stands on the page once, and is gone when it is opened again. */
async function afterShown({ page, opens, sees, neverSees }: Person, path: string, word: string, title: string): Promise<string> {
  await opens(path)
  await button(page, word).click()
  await sees(title)
  const secret = (await page.locator('code').textContent()) ?? ''
  await opens(path)
  await neverSees(secret)
  return secret
}

test('a newcomer needs a link and a code, from two administrators (found J4)', async ({ as, browser }) => {
  const [system, security] = [await as('xitong', off), await as('anquan', off)]
  const path = await system.does(registers('linchen', '林晨'))
  const address = await afterShown(system, path, t.admin.linkIssue, t.admin.linkShown)
  const newcomer = await (await browser.newContext(off)).newPage()
  const tries = async (code: string, repeated = PASSWORD) => {
    await newcomer.getByLabel(t.welcome.code, { exact: true }).fill(code)
    await newcomer.getByLabel(t.welcome.password, { exact: true }).fill(PASSWORD)
    await newcomer.getByLabel(t.welcome.repeat, { exact: true }).fill(repeated)
    await button(newcomer, t.welcome.go).click()
  }
  await newcomer.goto(address)
  await tries('000000')
  await expect(newcomer.getByRole('alert')).toContainText(t.field['code.wrong']({}))

  const first = await afterShown(security, path, t.admin.codeIssue, t.admin.codeShown)
  const wrong = first === '000000' ? '111111' : '000000'
  await tries(wrong)
  await expect(newcomer.getByRole('alert')).toContainText(t.field['code.wrong']({ left: 4 }))
  await expect(newcomer.getByLabel(t.welcome.code, { exact: true })).toHaveValue('')
  await tries(first, 'something else')
  await expect(newcomer.getByRole('alert')).toContainText(t.field['password.differs']({}))
  for (const left of [3, 2, 1]) {
    await tries(wrong)
    await expect(newcomer.getByRole('alert')).toContainText(t.field['code.wrong']({ left }))
  }
  await tries(wrong)
  await expect(newcomer.getByRole('heading', { level: 1, name: t.welcome.gone })).toBeVisible()
  await newcomer.goto(address)
  await expect(newcomer.getByRole('heading', { level: 1, name: t.welcome.gone })).toBeVisible()

  const second = await afterShown(security, path, t.admin.codeIssue, t.admin.codeShown)
  await newcomer.goto(address)
  await tries([...second].join(' ')) // as it is read out
  await expect(newcomer.getByRole('status')).toContainText(t.done['password-set'])
  await newcomer.getByLabel(t.signIn.name).fill('linchen')
  await newcomer.getByLabel(t.signIn.password).fill(PASSWORD)
  await button(newcomer, t.signIn.go).click()
  await expect(newcomer.getByRole('heading', { level: 1, name: t.signIn.title })).toBeHidden()
  // What was set in their name is said to them, in case it was not they who set it, and leads to their own account.
  await newcomer.goto(new URL('/notices', address).href)
  await expect(newcomer.getByRole('row').filter({ hasText: t.sentences['password-set']({}) })).toContainText(t.notices.account)
  await newcomer.goto(address)
  await expect(newcomer.getByRole('heading', { level: 1, name: t.welcome.gone })).toBeVisible()
})

test('a second link ends the first (found J10)', async ({ as, browser }) => {
  const system = await as('xitong', off)
  const path = await system.does(registers('ningxia', '宁夏'))
  const [first, second] = [
    await afterShown(system, path, t.admin.linkIssue, t.admin.linkShown),
    await afterShown(system, path, t.admin.linkIssue, t.admin.linkShown),
  ]
  const page = await (await browser.newContext(off)).newPage()
  await page.goto(first)
  await expect(page.getByRole('heading', { level: 1, name: t.welcome.gone })).toBeVisible()
  await page.goto(second)
  await expect(page.getByRole('heading', { level: 1, name: t.welcome.title })).toBeVisible()
})

test('a head is proposed by one and confirmed by another, and by whom is said (found J4)', async ({ as }) => {
  const [system, security, audit] = [await as('xitong', off), await as('anquan', off), await as('shenji', off)]
  const path = await system.does(registers('hanqing', '韩青'))
  await security.does(proposes(path, 'approver'))
  await expect(button(security.page, t.admin.confirm)).toHaveCount(0)
  await expect(button(security.page, t.admin.withdraw)).toBeVisible()

  await audit.opens('/admin/people')
  const list = (person: Person) => person.page.getByRole('region', { name: t.admin.proposals }).getByRole('row', { name: /韩青/ })
  await expect(list(audit)).toContainText(t.refusal['office.by-system-admin']({}))
  await system.opens('/admin/people')
  await expect(list(system)).toContainText(t.admin.mineToConfirm)
  await link(list(system), '韩青').click()
  await system.sees(t.admin.proposal(t.post.approver), nameOf('anquan'), UNIT)
  await button(system.page, t.admin.confirm).click()
  await system.sees(t.done['post-confirmed'])
  await expect(system.page.getByRole('row', { name: new RegExp(t.post.approver) })).toContainText(t.admin.present)

  await afterShown(system, path, t.admin.linkIssue, t.admin.linkShown)
  await security.opens(path)
  const form = security.page.getByRole('region', { name: t.admin.grant })
  await field(form, t.admin.unit).selectOption({ label: UNIT })
  await field(form, t.admin.post).selectOption({ label: t.post.supervisor })
  await button(form, t.admin.grant).click()
  await system.opens(path)
  await system.sees(t.refusal['office.by-audit-admin']({}))
  await expect(button(system.page, t.admin.confirm)).toHaveCount(0)
  await audit.opens(path)
  await button(audit.page, t.admin.decline).click()
  await expect(audit.page.getByRole('alert')).toContainText(t.field['field.required']({}))
  await field(audit.page, t.admin.declineReason).fill('应先办理任命手续。')
  await button(audit.page, t.admin.decline).click()
  await audit.sees(t.done['post-declined'])
  await audit.neverSees(t.admin.proposal(t.post.supervisor))
})
