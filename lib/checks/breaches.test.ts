/** What the compiler asks for (docs/contributing.md §3): one breach of each kind, in a copy of the tree, is refused; without it the copy compiles. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

type Breach = Readonly<{
  what: string
  file: string
  from: string
  to: string
  /** Every place that must ask for its row. */
  asks: readonly string[]
}>
const BREACHES: readonly Breach[] = [
  {
    what: 'a phase of a case without its row',
    file: 'lib/domain/case/state.ts',
    from: "  | (Readonly<{ phase: 'in-review' }> & Submitted)",
    to: "  | (Readonly<{ phase: 'in-review' }> & Submitted)\n  | (Readonly<{ phase: 'closed' }> & Submitted)",
    asks: ['lib/domain/procedure/case-phases.ts'],
  },
  {
    what: 'a phase of a track without its row',
    file: 'lib/domain/transfer/state.ts',
    from: "  | (Sent & Readonly<{ phase: 'sent' }>)",
    to: "  | (Sent & Readonly<{ phase: 'sent' }>)\n  | (Received & Readonly<{ phase: 'under-supervision' }>)",
    asks: ['lib/domain/procedure/track-phases.ts'],
  },
  {
    what: 'a proceeding without what is owed in it',
    file: 'lib/domain/procedure/stages.ts',
    from: 'export const OPENED_KINDS = [',
    to: "export const OPENED_KINDS = ['consultation', ",
    asks: ['lib/domain/procedure/owed.ts'],
  },
  {
    what: 'a stage without its sentences',
    file: 'lib/domain/procedure/stages.ts',
    from: 'export const STAGES = {',
    to: 'export const STAGES = {\n  T38: { ...({} as Row), opens: null, hears: { prepared: [], opened: [], answered: [] } },',
    asks: ['lib/i18n/stages.ts'],
  },
  {
    what: 'an event without its rows',
    file: 'lib/domain/transfer/events.ts',
    from: "  | E<'TransferWithdrawn', { reason: string }>",
    to: "  | E<'TransferWithdrawn', { reason: string }>\n  | E<'MatterClosed', { reason: string }>",
    asks: ['lib/domain/transfer/evolve.ts', 'lib/domain/case/took-part.ts', 'lib/views/events.ts', 'lib/i18n/timeline.ts'],
  },
  {
    what: 'an act without its rule and its row of the policy',
    file: 'lib/domain/case/commands.ts',
    from: "  | T<'WithdrawTransfer', { reason: string }>",
    to: "  | T<'WithdrawTransfer', { reason: string }>\n  | T<'CloseMatter', { reason: string }>",
    asks: ['lib/domain/transfer/decide.ts', 'lib/domain/policy/table.ts'],
  },
  {
    what: 'a duty without its words',
    file: 'lib/domain/procedure/duty.ts',
    from: 'export const DUTIES = {',
    to: "export const DUTIES = {\n  archive: { by: 'bureau', post: 'handler', act: 'Urge', node: 'result', atBureau: '', atBody: '' },",
    asks: ['lib/i18n/case-page.ts', 'lib/domain/procedure/owed.ts'],
  },
  {
    what: 'a notice without its sentence',
    file: 'lib/views/notices.ts',
    from: 'export const NOTICES = {',
    to: "export const NOTICES = {\n  'matter-closed': { calls: [], section: 'transfers' },",
    asks: ['lib/i18n/notice.ts'],
  },
  {
    what: 'a `done` code without its sentence',
    file: 'lib/schemas/codes.ts',
    from: "  | 'urged'",
    to: "  | 'urged'\n  | 'matter-closed'",
    asks: ['lib/i18n/done.ts'],
  },
  {
    what: 'an act drawn from its row without its words',
    file: 'lib/schemas/reason-acts.ts',
    from: 'export const REASON_ACTS = {',
    to: `export const REASON_ACTS = {
  Urge: reasonAct({ place: 'sent', slug: 'x', form: 'x', note: 'lead', done: 'urged', fields: {}, command: () => ({ type: 'Urge', trackId: '', to: [], text: '' }) }),`,
    asks: ['lib/i18n/reason-acts.ts'],
  },
  {
    what: 'a sentence of a key that no event writes',
    file: 'lib/views/events.ts',
    from: 'detail: (e) => ({ no: e.receiptNo,',
    to: 'detail: (e) => ({ receiptNo: e.receiptNo,',
    asks: ['lib/i18n/timeline.ts'],
  },
  {
    what: 'a paper that nobody draws up',
    file: 'lib/domain/law/papers.ts',
    from: "receipt: 'W09',",
    to: "receipt: 'W09', supplement: 'W13',",
    asks: ['lib/views/papers/papers.ts'],
  },
  {
    what: 'a request of a letter without its sentence',
    file: 'lib/views/papers/letter.ts',
    from: "type Request = 'handOver'",
    to: "type Request = 'penalties' | 'handOver'",
    asks: ['lib/i18n/papers.ts'],
  },
]

const world = mkdtempSync(join(tmpdir(), 'breach-')) // never in the working tree: a killed run would leave a breach in it
const compile = (): ReadonlySet<string> => {
  const { stdout } = spawnSync(resolve('node_modules/.bin/tsc'), ['-p', '.', '--pretty', 'false'], { cwd: world, encoding: 'utf8' })
  return new Set([...stdout.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map((match) => match[1] ?? ''))
}
beforeAll(() => {
  for (const name of ['lib/domain', 'lib/views', 'lib/i18n', 'lib/schemas', 'package.json'])
    cpSync(name, join(world, name), { recursive: true, filter: (path) => !/\.(test|contract)\.ts$/.test(path) })
  symlinkSync(resolve('node_modules'), join(world, 'node_modules'))
  const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as { compilerOptions: object } // safe: our own file
  writeFileSync(join(world, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['lib'] }))
})
afterAll(() => rmSync(world, { recursive: true }))

it('the copy compiles without a breach', () => expect([...compile()]).toEqual([]), 120_000)
it.each(BREACHES)('refuses $what', { timeout: 120_000 }, ({ file, from, to, asks }) => {
  const path = join(world, file)
  const before = readFileSync(path, 'utf8')
  expect(before.split(from)).toHaveLength(2)
  writeFileSync(path, before.replace(from, to))
  const refused = compile()
  writeFileSync(path, before)
  expect([...refused]).toEqual(expect.arrayContaining([...asks]))
})
