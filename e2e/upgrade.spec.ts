/** D21: a form opened before an upgrade submits after it. Build, open a form, change a file, rebuild, restart, submit; with scripts and without. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { messagesOf } from '#lib/i18n/messages'
import { CACHE, ROOT } from './setup/browser.ts'
import { openPortal } from './setup/server.ts'
import { expect, test } from './setup/test.ts'

const t = messagesOf('zh-CN')
const NOT_COPIED = new Set(['node_modules', '.git', '.cache', 'data', 'shots', 'test-results', 'playwright-report'])

// Between the two builds there is no server: the autosave of an open form says so, and tries again.
test.use({ expectedErrors: [/ERR_CONNECTION_REFUSED/] })

/** A tree of one's own, so that no source here is ever touched; packages are linked, not copied. */
function copyOfTree(): string {
  const tree = mkdtempSync(join(CACHE, 'upgrade-'))
  for (const name of readdirSync(ROOT))
    if (!NOT_COPIED.has(name) && !name.startsWith('.next')) cpSync(join(ROOT, name), join(tree, name), { recursive: true })
  spawnSync('cp', ['-al', join(ROOT, 'node_modules'), join(tree, 'node_modules')])
  mkdirSync(join(tree, '.cache'))
  return tree
}

function build(tree: string, dataDir: string): void {
  const done = spawnSync(process.execPath, ['scripts/start.mjs', '--build'], {
    cwd: tree,
    env: { ...process.env, DATA_DIR: dataDir, NEXT_DIST_DIR: '.next' },
    encoding: 'utf8',
  })
  expect(done.status, done.stdout + done.stderr).toBe(0)
}

// Between the two builds nobody serves, and a page that saves what is typed hears so.
test.use({ expectedErrors: [/(503|ERR_CONNECTION_REFUSED).*\/api\/drafts/] })

test('a form opened before an upgrade submits after it, with scripts and without', async ({ browser }) => {
  test.setTimeout(420_000)
  const tree = copyOfTree()
  const dataDir = join(tree, 'data')
  build(tree, dataDir)
  let portal = await openPortal(dataDir, { NEXT_DIST_DIR: '.next' }, tree)
  const port = new URL(portal.address).port

  const pages = await Promise.all(
    [true, false].map(async (javaScriptEnabled) => {
      const page = await (await browser.newContext({ baseURL: portal.address, javaScriptEnabled })).newPage()
      await page.goto('/sign-in')
      await page.getByLabel(t.signIn.name).fill(javaScriptEnabled ? 'chenmin' : 'zhoukai')
      await page.getByLabel(t.signIn.password, { exact: true }).fill('demo-2026-yanshi')
      await page.getByRole('button', { name: t.signIn.go }).click()
      await page.waitForURL('**/work')
      await page.goto('/cases/register')
      await page.getByLabel(t.case.title).fill('升级前填写的案件名称')
      return page
    }),
  )

  await portal.stop()
  appendFileSync(join(tree, 'lib/i18n/done.ts'), '\n// An upgrade came by.\nexport const UPGRADED = true\n')
  appendFileSync(join(tree, 'app/(desk)/cases/register/page.tsx'), '\nexport const dynamic = "force-dynamic"\n')
  build(tree, dataDir)
  portal = await openPortal(dataDir, { NEXT_DIST_DIR: '.next', PORT: port }, tree)

  for (const page of pages) {
    await page.getByRole('button', { name: t.registration.go }).click()
    // The action ran and said what is missing, and nothing typed is gone: the form of the old build reached the new one.
    await expect(page.getByRole('alert').getByRole('link', { name: t.field['conduct.required']({}), exact: true })).toBeVisible()
    await expect(page.getByLabel(t.case.title)).toHaveValue('升级前填写的案件名称')
  }
  await portal.stop()
  rmSync(tree, { recursive: true, force: true })
})
