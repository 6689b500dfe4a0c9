/**
 * What one more act of reason and password costs (docs/contributing.md §3): one is added in a copy of the tree, a row a file. Each file left out does
 * not compile, none is in app/, and with all of them the act is permitted, decided, told and said like any other.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Rows, throwAway } from './throw-away.ts'

/** 报告延期: the body says why it needs longer. */
const ROWS: Rows = {
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
      "  DelayReported: {\n    hears: (e, s) => [announce(sender(s), 'delay-reported', e.trackId)],\n    detail: (e) => ({ text: e.reason }),\n    section: 'transfers',\n    kinds: ['transfers'],\n  },\n",
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
import { EXAMINING, OFFICER, open, play, POLICE, actor } from '#lib/domain/case/given'
import { passwordGrade } from '#lib/domain/policy/table'
import { mayDo } from '#lib/domain/policy/can'
import { messagesOf } from '#lib/i18n/messages'
import { describeEntry } from '#lib/i18n/timeline'
import { reasonActAt, REASON_ACTS } from '#lib/schemas/reason-acts'
import { caseViews } from '#lib/views/case-views'

const act = reasonActAt('received', 'delay')
const { command } = REASON_ACTS[act].input({ caseId: 'case-1', trackId: 't1' }, '2026-12-01').parse({ formKey: 'k1', reason: '补充侦查', password: 'x' })
const before = play(EXAMINING)
const may = (personId, post) => mayDo(actor(personId, post, POLICE), 'ReportDelay', open(before), { trackId: 't1' }).is
const after = play([{ by: OFFICER, command }], before)
const views = caseViews(after.events.slice(before.events.length), before.state, after.state)
const t = messagesOf('zh-CN')
const names = { person: (id) => id, unit: (id) => id, of: ({ name }) => name, called: (name) => name }
console.log(JSON.stringify({
  may: [may('liu', 'handler'), may('nobody', 'liaison')],
  grade: passwordGrade('ReportDelay'),
  entry: describeEntry(t, views.is.entries[0], names, 'zh-CN'),
  notices: [...new Set(views.notices.map(({ code }) => t.sentences[code]({})))],
  page: t.reasonAct[act].title,
}))
`

const tree = throwAway(ROWS)
const files = Object.keys(ROWS)

describe('a throw-away act of reason and password', () => {
  beforeAll(tree.copy)
  afterAll(tree.remove)

  it('is a row in twelve files, and in none of app/', () => {
    expect(files).toHaveLength(12)
    expect(files.filter((file) => !file.startsWith('lib/'))).toEqual([])
  })
  it('compiles with all its rows, and is permitted, decided, told and said', { timeout: 120_000 }, () => {
    tree.write(null)
    expect(tree.errors()).toEqual([])
    expect(tree.run(SEEN)).toEqual({
      may: ['yes', 'never'],
      grade: 'A',
      entry: { title: '报告延期', quote: '补充侦查', corrects: 0, about: 0, paper: null },
      notices: ['审查延期'],
      page: '报告延期',
    })
  })
  it.each(files)('does not compile without its row in %s', { timeout: 120_000 }, (file) => {
    tree.write(file)
    expect(tree.errors()).not.toEqual([])
  })
})
