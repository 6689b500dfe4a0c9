// npm test: everything. --quick: checks and unit tests, without PostgreSQL and what takes minutes; --unit: with both. --e2e: journeys. --faults: kill the portal 20 times. Other words choose test files.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, binary, install, node24, run, say, tell } from './_shared.mjs'

const words = process.argv.slice(2)
const isQuick = words.includes('--quick')
const only = (flag) =>
  isQuick || words.includes('--unit') || words.includes('--e2e') ? words.includes(flag) || (isQuick && flag === '--unit') : true
const filters = words.filter((word) => !word.startsWith('--'))
if (words.includes('--faults')) process.env.FAULT_ROUNDS ??= '20'
// Four fifths of all unit tests' time: what compiles the tree anew, edits a whole portal, or plays the demo world.
const LEFT_TO_NPM_TEST = ['throw-away', 'throw-away-stream', 'breaches', 'edits']
  .map((name) => `lib/checks/${name}.test.ts`)
  .concat('db/seed/world.test.ts')
const results = join(ROOT, '.cache/results')
const total = { passed: 0, failed: 0 }
const add = (passed, failed) => {
  total.passed += passed
  total.failed += failed
}

try {
  await install()
  const rooms = ['app', 'db', 'lib', 'e2e', 'bench'].filter((room) => existsSync(join(ROOT, room)))
  const hasJourneys = readdirSync(join(ROOT, 'e2e'), { recursive: true }).some((file) => String(file).endsWith('.spec.ts'))
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  if (only('--unit') && filters.length === 0) {
    await check('format', 'oxfmt', ['--check'])
    await check('lint', 'oxlint', ['--deny-warnings', ...rooms])
    await check('types', 'typescript', ['-p', '.'], 'tsc')
    await check('dead code', 'knip', [])
    await check('dead code in production', 'knip', ['--production'])
  }
  if (only('--unit')) await units()
  if (only('--e2e') && hasJourneys) await journeys()
} catch (error) {
  tell(error)
  add(0, 1)
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 ? 1 : 0)

async function check(what, name, args, command = name) {
  const { code, output } = await run(node24(), [binary(name, command), ...args], { quiet: true })
  say(`${what} ${code === 0 ? 'ok' : 'FAILED'}`)
  if (code !== 0) console.log(output.trim())
  add(code === 0 ? 1 : 0, code === 0 ? 0 : 1)
}

async function units() {
  const file = join(results, 'vitest.json')
  const args = ['run', '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters]
  if (isQuick) args.push('--project=unit')
  // A project has its own list of what it leaves out (vitest.config.ts), so a word of the command would not reach it.
  const { code } = await run(node24(), [binary('vitest'), ...args], { env: isQuick ? { LEFT_OUT: LEFT_TO_NPM_TEST.join() } : {} })
  const read = readResult(file)
  // A file that could not be loaded has no failed test, yet it failed.
  const unloaded =
    read?.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((t) => t.status === 'failed'))
      .length ?? 0
  count('unit tests', code, read?.numPassedTests ?? 0, (read?.numFailedTests ?? 0) + unloaded)
}

async function journeys() {
  const file = join(results, 'playwright.json')
  const args = ['test', '--config=e2e/playwright.config.ts', '--pass-with-no-tests', '--reporter=list,json', ...filters]
  const { code } = await run(node24(), [binary('@playwright/test', 'playwright'), ...args], { env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } })
  const read = readResult(file)
  // What was left out is no pass: a disk of its own, for one, needs root. The list above says why.
  if (read?.stats.skipped > 0) say(`journeys: ${read.stats.skipped} NOT RUN`)
  count('journeys', code, read?.stats.expected ?? 0, (read?.stats.unexpected ?? 0) + (read?.stats.flaky ?? 0))
}

/** A step that ends badly without naming a failed test has failed all the same. */
function count(what, code, passed, failed) {
  add(passed, failed || (code === 0 ? 0 : 1))
  say(`${what}: ${passed} passed${code === 0 ? '' : ', FAILED'}`)
}

function readResult(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
