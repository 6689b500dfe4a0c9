/**
 * What one more act of reason and password costs (growth.md §1): one is added in a copy of the tree, a row a file. Each file left out does
 * not compile, none is in app/, and with all of them the act is permitted, decided, told and said like any other.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** `added` stands before `at`. */
type Row = readonly [at: string, added: string]
/** 报告延期: the body says why it needs longer. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'lib/domain/case/commands.ts': [["  | T<'WithdrawTransfer', ", "  | T<'ReportDelay', { reason: string }>\n"]],
  'lib/domain/policy/table.ts': [
    ['  FileCase: {', "  ReportDelay: { who: ['recipient-handler'], when: { track: ['examining'] }, password: 'A' },\n"],
  ],
  'lib/domain/transfer/events.ts': [["  | E<'TransferWithdrawn', ", "  | E<'DelayReported', { reason: string }>\n"]],
  'lib/domain/transfer/decide.ts': [
    ['  FileCase: (', "  ReportDelay: (_state, { trackId, reason }) => ok([{ type: 'DelayReported', v, trackId, reason }]),\n\n"],
  ],
  'lib/domain/transfer/evolve.ts': [['  TransferReturned: ', '  DelayReported: onReceived((track) => track),\n']],
  'lib/domain/case/took-part.ts': [['  TransferReturned: ', '  DelayReported: nobody,\n']],
  'lib/views/events.ts': [
    [
      '  TransferReturned: {',
      "  DelayReported: {\n    hears: (e, s) => [told(sender(s), 'delay-reported', e.trackId)],\n    detail: (e) => ({ text: e.reason }),\n    section: 'transfers',\n    kinds: ['transfers'],\n  },\n",
    ],
  ],
  'lib/views/notices.ts': [["  'transfer-returned': ", "  'delay-reported': { calls: [], section: 'transfers' },\n"]],
  'lib/i18n/notice.ts': [
    ["  'transfer-returned': say('案件", "  'delay-reported': say('审查延期'),\n"],
    ["  'transfer-returned': say('The case", "  'delay-reported': say('The review takes longer'),\n"],
  ],
  'lib/i18n/timeline.ts': [
    ["  TransferReturned: '退", "  DelayReported: '报告延期',\n"],
    ["  TransferReturned: 'Case", "  DelayReported: 'Delay reported',\n"],
    ['  TransferReturned: (d', '  DelayReported: quoted,\n'],
  ],
  'lib/schemas/reason-acts.ts': [
    [
      '  ReturnTransfer: reasonAct({',
      "  ReportDelay: reasonAct({\n    place: 'received',\n    slug: 'delay',\n    form: 'delay',\n    note: 'lead',\n    done: 'delay-reported',\n    fields: { reason: lines(4, 500, 'field.required') },\n    command: ({ trackId }, { reason }) => ({ type: 'ReportDelay', trackId, reason }),\n  }),\n",
    ],
  ],
  'lib/i18n/reason-acts.ts': [
    ["    ReturnTransfer: {\n      title: '退", words('报告延期', '延期理由', '已报告延期。')],
    ["    ReturnTransfer: {\n      title: 'Return", words('Report a delay', 'Reason', 'The delay is reported.')],
  ],
}
function words(title: string, reason: string, done: string): string {
  return `    ReportDelay: { title: '${title}', note: () => '', fields: { reason: '${reason}' }, go: '${title}', done: '${done}' },\n`
}
/** What is seen of it: asked of the copy itself. */
const SEEN = `
import { EXAMINING, OFFICER, open, tell, POLICE, actor } from '#lib/domain/case/given'
import { passwordGrade } from '#lib/domain/policy/table'
import { mayDo } from '#lib/domain/policy/can'
import { messagesOf } from '#lib/i18n/messages'
import { tellEntry } from '#lib/i18n/timeline'
import { reasonActAt, REASON_ACTS } from '#lib/schemas/reason-acts'
import { caseViews } from '#lib/views/case-views'

const act = reasonActAt('received', 'delay')
const { command } = REASON_ACTS[act].input({ caseId: 'case-1', trackId: 't1' }, '2026-12-01').parse({ formKey: 'k1', reason: '补充侦查', password: 'x' })
const before = tell(EXAMINING)
const may = (personId, post) => mayDo(actor(personId, post, POLICE), 'ReportDelay', open(before), { trackId: 't1' }).is
const after = tell([{ by: OFFICER, command }], before)
const views = caseViews(after.events.slice(before.events.length), before.state, after.state)
const t = messagesOf('zh-CN')
const names = { person: (id) => id, unit: (id) => id, of: ({ name }) => name, called: (name) => name }
console.log(JSON.stringify({
  may: [may('liu', 'handler'), may('nobody', 'liaison')],
  grade: passwordGrade('ReportDelay'),
  entry: tellEntry(t, views.rows.entries[0], names, 'zh-CN'),
  told: [...new Set(views.notices.map(({ code }) => t.told[code]({})))],
  page: t.reasonAct[act].title,
}))
`

const world = mkdtempSync(join(tmpdir(), 'throw-away-')) // never in the working tree: a killed run would leave it there
const errors = (): readonly string[] => {
  const { stdout } = spawnSync(resolve('node_modules/.bin/tsc'), ['-p', '.', '--pretty', 'false'], { cwd: world, encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes('): error'))
}
const files = Object.keys(ROWS)
/** The rows stand in every file but these. */
function write(leftOut: string | null): void {
  for (const [file, rows] of Object.entries(ROWS)) {
    const text = readFileSync(file, 'utf8')
    const added = rows.reduce((now, [at, row]) => {
      expect(now.split(at), `${file}: ${at}`).toHaveLength(2)
      return now.replace(at, () => row + at)
    }, text)
    writeFileSync(join(world, file), file === leftOut ? text : added)
  }
}

describe('a throw-away act of reason and password', () => {
  beforeAll(() => {
    for (const name of ['lib', 'app', 'db', 'package.json', 'next-env.d.ts'].filter((one) => existsSync(one)))
      cpSync(name, join(world, name), { recursive: true, filter: (path) => !/\.(test|contract)\.tsx?$|lib.checks/.test(path) })
    symlinkSync(resolve('node_modules'), join(world, 'node_modules'))
    const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as { compilerOptions: object } // safe: our own file
    writeFileSync(join(world, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['lib', 'app', 'db', '*.d.ts'] }))
  })
  afterAll(() => rmSync(world, { recursive: true }))

  it('is a row in twelve files, and in none of app/', () => {
    expect(files).toHaveLength(12)
    expect(files.filter((file) => !file.startsWith('lib/'))).toEqual([])
  })
  it('compiles with all its rows, and is permitted, decided, told and said', { timeout: 120_000 }, () => {
    write(null)
    expect(errors()).toEqual([])
    writeFileSync(join(world, 'seen.ts'), SEEN)
    const { stdout, stderr } = spawnSync(process.execPath, ['seen.ts'], { cwd: world, encoding: 'utf8' })
    expect(stderr.replaceAll(/.*(?:ExperimentalWarning|trace-warnings).*\n?/g, '')).toBe('')
    expect(JSON.parse(stdout)).toEqual({
      may: ['yes', 'never'],
      grade: 'A',
      entry: { title: '报告延期', quote: '补充侦查', corrects: 0, about: 0, paper: null },
      told: ['审查延期'],
      page: '报告延期',
    })
  })
  it.each(files)('does not compile without its row in %s', { timeout: 120_000 }, (file) => {
    write(file)
    expect(errors()).not.toEqual([])
  })
})
