// npm run mutants: puts one wrong cell at a time into the tables of law and rights, in a copy of the tree, and demands a red test.
// Words after -- choose by file or reason: npm run mutants -- duties
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, normalize } from 'node:path'
import { ROOT, binary, fail, install, node24, run, say, tell } from './_shared.mjs'
import { MUTANTS } from './_mutants.mjs'

const words = process.argv.slice(2)
const chosen = MUTANTS.filter(({ file, why }) => words.every((word) => `${file} ${why}`.includes(word)))
if (chosen.length === 0) fail('No defect has all of these words.')
const NOT_OURS = /^(node_modules|data|shots|test-results|playwright-report|\.git|\.cache|\.next.*)$/
// PostgreSQL is left to `npm test`, and so are tests that compile the tree anew: what a type refuses is no mutant.
const LEFT_OUT = /\.postgres\.test\.ts$|^db\/postgres\/|^lib\/checks\/(?:throw-away(?:-\w+)?|breaches)\./
// The real path: vitest asks for files by it.
const world = join(realpathSync(mkdtempSync(join(tmpdir(), 'mutants-'))), 'tree')
const survived = []

try {
  await install()
  cpSync(ROOT, world, { recursive: true, filter: (path) => path === ROOT || !NOT_OURS.test(basename(path)) })
  symlinkSync(join(ROOT, 'node_modules'), join(world, 'node_modules'), 'junction')
  // One failure is enough: a property need not be shrunk to its smallest one.
  writeFileSync(join(world, 'setup.mjs'), "import fc from 'fast-check'\nfc.configureGlobal({ endOnFailure: true })\n")
  writeFileSync(
    join(world, 'vitest.config.ts'),
    "export default { test: { setupFiles: ['./setup.mjs'], testTimeout: 60_000, maxWorkers: 2 } }\n",
  )
  const patches = chosen.map((mutant) => ({ ...mutant, ...patched(mutant) }))
  const importers = importersIn(world)
  const levels = new Map([...new Set(chosen.map(({ file }) => file))].map((file) => [file, testsOf(file, importers)]))
  await mustBeGreen([...new Set([...levels.values()].flat(2))])
  for (const { file, why, before, after } of patches) {
    writeFileSync(join(world, file), after)
    const by = await firstRed(levels.get(file))
    writeFileSync(join(world, file), before)
    say(`${by ? 'killed  ' : 'SURVIVED'} ${file}: ${why}${by ? ` (${by})` : ''}`)
    if (!by) survived.push(why)
  }
  console.log(`\n${chosen.length - survived.length} killed, ${survived.length} survived`)
  process.exitCode = survived.length > 0 || chosen.length === 0 ? 1 : 0
} catch (error) {
  tell(error)
  process.exitCode = 1
} finally {
  rmSync(dirname(world), { recursive: true, force: true })
}

function patched({ file, from, to }) {
  const before = readFileSync(join(world, file), 'utf8')
  const times = before.split(from).length - 1
  if (times !== 1) fail(`${file}: found ${times} times, and must be there once: ${from}`)
  if (from === to) fail(`${file}: nothing is changed: ${from}`)
  return { before, after: before.replace(from, () => to) }
}

/** Who imports each file, over the whole tree. */
function importersIn(root) {
  const files = ['app', 'db', 'lib', 'e2e', 'bench'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true }).map((path) => normalize(`${room}/${path}`).replaceAll('\\', '/')),
  )
  const known = new Map()
  for (const file of files.filter((path) => /\.tsx?$/.test(path)))
    for (const [, at] of readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import\()\s*'([#.][^']+)'/g)) {
      const path = at.startsWith('#') ? at.slice(1) : normalize(join(dirname(file), at)).replaceAll('\\', '/')
      const found = [path, `${path}.ts`, `${path}.tsx`].find((one) => /\.tsx?$/.test(one) && existsSync(join(root, one)))
      if (found) known.set(found, [...(known.get(found) ?? []), file])
    }
  return known
}

/** Unit tests that import a file, the nearest first: one list for each step between. */
function testsOf(file, importers) {
  const seen = new Set([file])
  const levels = []
  for (let here = [file]; here.length > 0;) {
    here = [...new Set(here.flatMap((one) => importers.get(one) ?? []))].filter((one) => !seen.has(one))
    for (const one of here) seen.add(one)
    const tests = here.filter((one) => /^(lib|db|app)\/.*\.test\.ts$/.test(one) && !LEFT_OUT.test(one))
    if (tests.length > 0) levels.push(tests)
  }
  return levels.length > 0 ? levels : fail(`${file}: no unit test imports it`)
}

async function mustBeGreen(tests) {
  say(`${tests.length} test files without any defect`)
  const { failed, output } = await vitest(tests)
  if (failed) fail(`${output.trim()}\nThese tests are red without any defect; the first is: ${failed}`)
}

/** The first failed test that says so, and null where all stay green. */
async function firstRed(levels) {
  for (const tests of levels) {
    const { failed } = await vitest(tests, ['--bail=1'])
    if (failed) return failed
  }
  return null
}

/** A file that does not load is a mistake in the defect, not a test that judged it. */
async function vitest(tests, more = []) {
  const file = join(dirname(world), 'result.json')
  rmSync(file, { force: true })
  const args = ['run', '--reporter=json', `--outputFile=${file}`, '--root', world, ...more, ...tests]
  const { code, output } = await run(node24(), [binary('vitest'), ...args], { quiet: true, cwd: world })
  if (code === 0) return { failed: null, output }
  if (!existsSync(file)) fail(`${output.trim()}\nThe tests did not run.`)
  const results = JSON.parse(readFileSync(file, 'utf8')).testResults
  const red = results.flatMap(({ assertionResults }) => assertionResults).find(({ status }) => status === 'failed')
  if (!red) fail(`${results.map(({ message }) => message).join('\n')}\nNo test failed, and yet it did not end well.`)
  return { failed: red.fullName.trim(), output }
}
