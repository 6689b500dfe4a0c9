// npm run shots: pictures of every page in shots/, and contact sheets. Words after -- choose: npm run shots -- evidence dark
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, binary, install, node24, run, say, tell } from './_shared.mjs'

const words = process.argv.slice(2)
const folder = join(ROOT, 'shots')

try {
  await install()
  if (words.length === 0) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const args = ['test', '--config=e2e/shots/playwright.config.ts', '--reporter=list']
  const { code } = await run(node24(), [binary('@playwright/test', 'playwright'), ...args], { env: { SHOTS: words.join(' ') } })
  say(`pictures in shots/, all of them in shots/index.html`)
  process.exitCode = code
} catch (error) {
  tell(error)
  process.exitCode = 1
}
