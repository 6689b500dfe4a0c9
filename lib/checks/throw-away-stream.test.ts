/**
 * What one more stream costs (docs/contributing.md §3): meetings are added in a copy of the tree. Each part left out does not compile, and with all of
 * them a meeting is decided, told, listed, verified, refolded, backed up and restored like any case.
 */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Rows, throwAway } from './throw-away.ts'

const ROWS: Rows = {
  'lib/domain/stream.ts': [["'office'\n", "'meeting' | "]],
  'lib/views/notices.ts': [["  'password-set': {", "  'meeting-convened': { calls: [], section: '' },\n"]],
  'lib/i18n/notice.ts': [
    ["  'case-registered': say('案", "  'meeting-convened': say('联席会议召开'),\n"],
    ["  'case-registered': say('A", "  'meeting-convened': say('A joint meeting is convened'),\n"],
  ],
  'lib/ports/case-store.ts': [
    [' & Readonly<{ notices', ' & Readonly<{ meetings: readonly MeetingRow[] }>'],
    ['  office: OfficeReader\n', '  meeting: MeetingReader\n'],
    [
      'export interface OfficeReader {',
      'export type MeetingRow = Readonly<{ meetingId: string; title: string }>\nexport interface MeetingReader {\n  readMeeting(meetingId: string): Promise<MeetingRow | null>\n}\n\n',
    ],
  ],
  'lib/ports/row-kinds.ts': [["  units: { key: ['unitId']", "  meetings: { key: ['meetingId'], of: 'meeting', by: 'meetingId' },\n"]],
  'lib/ports/case-store.memory.ts': [
    ['      units: [],\n', '      meetings: [],\n'],
    ['    listUnits: async', '    readMeeting: async (meetingId) => rows.meetings.find((row) => row.meetingId === meetingId) ?? null,\n'],
  ],
  'lib/usecases/streams.ts': [
    ['import { numberOf }', "import { meetingDecider, meetingNotices, meetingRows } from './meeting.ts'\n"],
    [
      '  office: streamOf(',
      '  meeting: streamOf(meetingDecider, (_past, state) => meetingRows(state), (past) => ({ notices: meetingNotices(past), numbers: [], door: NO_DOOR })),\n',
    ],
  ],
  'db/tables-of.ts': [["  units: 'unit',", "  meetings: 'meeting',\n"]],
  'db/held.ts': [["  unit: { folded: 'units' },", "  meeting: { folded: 'meetings' },\n"]],
  'db/schema.ts': [
    ['...office(kit)', '...meetings(kit), '],
    ['import { office }', "import { meetings } from './tables/meeting.ts'\n"],
  ],
  'db/schema.sqlite.ts': [['  unitName,', '  meeting,\n']],
  'db/schema.pg.ts': [['  unitName,', '  meeting,\n']],
  'db/reader.ts': [
    ['  ...readOffice(base),', '  ...readMeeting(base),\n'],
    ['import { readOffice }', "import { readMeeting } from './read/meeting.ts'\n"],
  ],
}
/** Files of its own: what a meeting is, and where it is kept. */
const MORE = {
  'lib/usecases/meeting.ts': `
import type { Happened } from '#lib/domain/case/evolve'
import { ok } from '#lib/domain/result'
import type { Rows } from '#lib/ports/case-store'
import type { Notice } from '#lib/views/rows'
import type { Decider } from './ask.ts'

type Meeting = Readonly<{ meetingId: string; title: string }> | null
type Convene = Readonly<{ type: 'ConveneMeeting'; title: string; guestId: string }>
type Convened = Readonly<{ type: 'MeetingConvened'; v: number; title: string; guestId: string }>
const evolve = ({ streamId, event }: Happened<Convened>): Meeting => ({ meetingId: streamId, title: event.title })
export const meetingRows = (state: Meeting): Rows => (state ? { meetings: [state] } : {})
export const meetingNotices = (past: readonly Happened<Convened>[]): Notice[] =>
  past.map(({ streamId, seq, occasion, event }) => ({
    noticeId: [streamId, seq, event.guestId].join(':'), stream: 'meeting', streamId, caseId: '', trackId: '', seq,
    at: occasion.recordedAt, code: 'meeting-convened', about: '{}', unitId: '', post: '', personId: event.guestId,
  }))
export const meetingDecider: Decider<Convene, Convened, Meeting> & Readonly<{ stream: 'meeting' }> = {
  stream: 'meeting',
  initial: null,
  evolving: () => evolve,
  permit: ({ personId, seats: [seat] }) => (seat?.post === 'convenor' ? { is: 'yes', by: { personId, unitId: seat.unitId, post: seat.post } } : { is: 'never' }),
  needsNumber: () => null,
  decide: (_state, { title, guestId }) => ok([{ type: 'MeetingConvened', v: 1, title, guestId }]),
  views: (fresh, before, after) => ({ was: meetingRows(before), is: meetingRows(after), notices: meetingNotices(fresh) }),
  upcast: ({ event }) => event as unknown as Convened,
}
`,
  'db/tables/meeting.ts': `
import type { Kit } from '../columns.ts'
export const meetings = ({ table, key, text }: Kit) => ({
  meeting: table('meeting', { meetingId: text('meeting_id'), title: text('title') }, (t) => [key({ name: 'meeting_key', columns: [t.meetingId] })]),
})
`,
  'db/read/meeting.ts': `
import type { MeetingReader } from '#lib/ports/case-store'
import { type Base, first } from '../database.ts'
import { eq } from '../orm.ts'
export const readMeeting = ({ db, t: { meeting } }: Base): MeetingReader => ({
  readMeeting: async (meetingId) => first(await db.select().from(meeting).where(eq(meeting.meetingId, meetingId))),
})
`,
  'db/migrations/sqlite/9999_meetings.sql':
    'CREATE TABLE `meeting` (\n\t`meeting_id` text NOT NULL,\n\t`title` text NOT NULL,\n\tPRIMARY KEY(`meeting_id`)\n);\n',
  'db/migrations/sqlite/meta/_journal.json': withMigration('db/migrations/sqlite/meta/_journal.json'),
}
function withMigration(journal: string): string {
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: readonly { idx: number; when: number }[] } // safe: our own file
  const last = entries.at(-1)
  const added = { ...last, idx: (last?.idx ?? 0) + 1, when: (last?.when ?? 0) + 1, tag: '9999_meetings' }
  return JSON.stringify({ ...rest, entries: [...entries, added] })
}
/** What is seen of it: asked of the copy itself, on a real file. */
const SEEN = `
import { mkdirSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { readSchema } from '#db/schema-check'
import { openStore } from '#db/open-store'
import { differencesIn } from '#lib/server/backup/differences'
import { makeBackup } from '#lib/server/backup/make-backup'
import { restoreBackup } from '#lib/server/backup/restore-backup'
import { askAs } from '#lib/usecases/ask'
import { refoldRows } from '#lib/usecases/refold-rows'
import { deciderOf } from '#lib/usecases/streams'
import { messagesOf } from '#lib/i18n/messages'

const now = '2026-12-01T02:00:00.000Z'
const [one, other] = [{ dataDir: 'one' }, { dataDir: 'other' }]
mkdirSync('one')
writeFileSync('one/secrets.json', JSON.stringify({ nextAuth: 'x'.repeat(32), serverActions: Buffer.alloc(32).toString('base64') }), { mode: 0o600 })
const store = await openStore(one)
await refoldRows(store, { clockNow: () => now })
let n = 0
const id = () => String(++n)
const effects = { read: store, write: store, newSalt: id, newId: id, chance: () => 0, wait: async () => {} }
const who = (post) => ({ personId: 'zhao', seats: [{ unitId: 'procuratorate', unitKind: 'procuratorate', division: '1', post }] })
const ask = (post) => askAs(effects, deciderOf('meeting'), who(post), { now })('m1', { type: 'ConveneMeeting', title: '第三季度联席会议', guestId: 'chen' }, null)
const refused = (await ask('handler')).refusal
const done = (await ask('convenor')).ok
const notices = async (read) => (await read.listNotices({ personId: 'chen', seats: [] }, {}, { after: null, size: 9 })).map(({ code }) => messagesOf('zh-CN').sentences[code]({}))
const differing = async (where, read) => {
  const found = []
  for await (const { where: table, key, field } of differencesIn(where, await readSchema(where), async () => read)) found.push([table, key, field].join(' '))
  return found
}
const heard = await notices(store)
const row = await store.readMeeting('m1')
const clean = await differing(one, store)
await makeBackup(one, 'meeting.zip', now)
const byHand = new Database('one/xianjie.db')
byHand.exec("update meeting set title = 'otherwise'; insert into meeting values ('m2', 'nobody convened it')")
byHand.close()
const edited = await differing(one, store)
await store.saveFact({ name: 'rows', value: '1', at: now })
await refoldRows(store, { clockNow: () => now })
const refolded = [await store.readMeeting('m1'), await differing(one, store)]
await store.close()
await restoreBackup(other, 'meeting.zip')
const again = await openStore(other)
const restored = [await again.readMeeting('m1'), await notices(again), await differing(other, again)]
await again.close()
console.log(JSON.stringify({ refused, done, notices: heard, row, clean, edited, refolded, restored }))
`
const ROW = { meetingId: 'm1', title: '第三季度联席会议' }
const tree = throwAway(ROWS, MORE)

describe('a throw-away stream', () => {
  beforeAll(tree.copy)
  afterAll(tree.remove)

  it('compiles with all its parts, and is decided, told, listed, verified, refolded, backed up and restored', { timeout: 120_000 }, () => {
    tree.write(null)
    expect(tree.errors()).toEqual([])
    expect(tree.run(SEEN)).toEqual({
      refused: { code: 'policy.denied' },
      done: true,
      notices: ['联席会议召开'],
      row: ROW,
      clean: [],
      edited: ['meetings m1 title', 'stream meeting/m2 '],
      refolded: [ROW, ['stream meeting/m2 ']], // a row that no stream owns is nobody's to fold away
      restored: [ROW, ['联席会议召开'], []],
    })
  })
  it.each(Object.keys(ROWS))('does not compile without its part in %s', { timeout: 120_000 }, (file) => {
    tree.write(file)
    expect(tree.errors()).not.toEqual([])
  })
})
