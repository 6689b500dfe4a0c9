import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The table, said a second time on purpose: a slip in the linter's config is then a red line, not a silent change of law. */
const MAY: Record<string, string> = {
  'lib/domain': '',
  'lib/ledger': 'lib/domain',
  'lib/views': 'lib/domain',
  'lib/schemas': 'lib/domain',
  'lib/ports': 'lib/domain lib/ledger lib/views',
  'lib/i18n': 'lib/domain lib/views lib/schemas',
  'lib/usecases': 'lib/domain lib/ledger lib/views lib/schemas lib/ports',
  'lib/adapters': 'lib/domain lib/ports',
  'db/sqlite': 'lib/domain lib/ledger lib/views lib/schemas lib/ports db/postgres',
  'db/postgres': 'lib/domain lib/ledger lib/views lib/schemas lib/ports db/sqlite',
  'lib/server': 'lib/domain lib/views lib/schemas lib/ports lib/i18n lib/usecases lib/adapters db/sqlite db/postgres',
  'app/_ui': 'lib/i18n',
  'app/work': 'lib/domain lib/views lib/schemas lib/i18n lib/usecases lib/server app/_ui',
  'db/seed': 'lib/domain lib/schemas lib/usecases lib/server',
  e2e: 'lib/domain lib/i18n lib/schemas db/seed', // the policy itself says who may open what (e2e/hostile)
  bench:
    'lib/domain lib/ledger lib/views lib/schemas lib/ports lib/i18n lib/usecases lib/adapters lib/server db/sqlite db/postgres db/seed app/_ui app/work e2e',
}
const ROOMS = Object.keys(MAY)
const mayNot = (from: string) => ROOMS.filter((to) => to !== from && !MAY[from]?.split(' ').includes(to))
/** Four ways to reach over the fence, one line each. */
const FORMS = ['#alias', 'relative', 'import()', 'export from'] as const
const target = (room: string): string => (room === 'app/_ui' ? 'target.tsx' : 'target.ts') // as `imports` in package.json resolves it
const reach = (from: string, to: string): string => {
  const near = `${relative(from, to)}/${target(to)}`
  const path = near.startsWith('.') ? near : `./${near}`
  return [
    `import { x as a } from '#${to}/target'; export const b = a`,
    `import { x as c } from '${path}'; export const d = c`,
    `export const e = () => import('${path}')`,
    `export { x } from '${path}'`,
  ].join('\n')
}

const ARROWS = ROOMS.flatMap((from) => mayNot(from).map((to) => ({ from, to, file: `${from}/breach-${to.replaceAll('/', '-')}.ts` })))
const OTHERS = [
  ['lib/domain', `import * as z from 'zod'; export const x = z`],
  ['lib/domain', `import { readFileSync } from 'node:fs'; export const x = readFileSync`],
  ['lib/domain', `export const x = (): number => Date.now()`],
  ['lib/views', `export const x = (): number => Math.random()`],
  ['lib/usecases', `import { sql } from 'drizzle-orm'; export const x = sql`],
  ['lib/misc', `export const x = 1`], // a file in no room
].map(([room, code], i) => ({ file: `${room}/other-${i}.ts`, code: code ?? '' }))

const world = mkdtempSync(join(tmpdir(), 'fence-')) // never in the working tree: a killed run would leave breaches in it
let caught: Set<string>
beforeAll(() => {
  for (const name of ['.oxlintrc.json', 'package.json', 'tsconfig.json']) cpSync(name, join(world, name))
  symlinkSync(resolve('node_modules'), join(world, 'node_modules'))
  const write = (file: string, code: string) => {
    mkdirSync(dirname(join(world, file)), { recursive: true })
    writeFileSync(join(world, file), code)
  }
  for (const room of ROOMS) {
    write(`${room}/${target(room)}`, 'export const x = 1')
    write(
      `${room}/allowed.ts`,
      (MAY[room] ?? '')
        .split(' ')
        .filter(Boolean)
        .map((to, i) => `export { x as x${i} } from '#${to}/target'`)
        .join('\n') || 'export {}',
    )
  }
  for (const { from, to, file } of ARROWS) write(file, reach(from, to))
  for (const { file, code } of OTHERS) write(file, code)
  const run = spawnSync(resolve('node_modules/.bin/oxlint'), ['--format', 'json', 'app', 'db', 'lib', 'e2e', 'bench'], {
    cwd: world,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  // safe: oxlint's own output; were the shape another, nothing would be caught and every line below would be red
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: { filename: string; labels: { span: { line: number } }[] }[] }
  caught = new Set(diagnostics.flatMap((d) => [d.filename, ...d.labels.map((l) => `${d.filename}:${l.span.line}`)]))
}, 60_000)
afterAll(() => rmSync(world, { recursive: true }))

describe.each(ARROWS)('$from may not know $to', ({ file }) => {
  it.each(FORMS.map((form, i) => ({ form, line: i + 1 })))('by $form', ({ line }) => expect(caught).toContain(`${file}:${line}`))
})
it.each(OTHERS)('$file may not: $code', ({ file }) => expect(caught).toContain(file))
it.each(ROOMS)('%s may know what the table says', (room) => expect(caught).not.toContain(`${room}/allowed.ts`))
