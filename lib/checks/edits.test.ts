/**
 * One edit by somebody's hand at a time, made up for every column of every table and for everything the database is made of, on the
 * golden ledger with people at its door: `verify` finds each, or it stands below with the reason. Long, because that list is by hand.
 * `npm test` makes some of them, `npm run faults` all.
 */
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keyOfTable } from '#db/stored-rows'
import { HELD, type TableName } from '#db/held'
import { getTableColumns, getTableName } from '#db/orm'
import * as tables from '#db/schema.sqlite'
import type { Difference } from '#db/verify'
import { openContainer } from '#lib/server/boot/container'
import { differencesOf, env, peopledPortal, type Where } from './edits.ts'

/** What nothing can prove, and why. `table column`, `table +` for a row that is added and `table −` for one that is taken away. */
const EXPLAINED: Readonly<Record<string, string>> = {
  ...allOf('draft', ['person_id', 'form', 'values', 'errors', 'saved_at'], 'nobody has said it yet'),
  ...allOf(
    'opened',
    ['case_id', 'track_id', 'seq', 'notice_id', 'person_id', 'unit_id', 'post', 'at'],
    'to look is no deed; the access log says it too, as long as that is kept',
  ),
  ...allOf('notice_read', ['person_id', 'notice_id', 'read_at'], 'to look is no deed'),
  ...allOf('failures', ['key', 'count', 'last_at', 'blocked_until'], 'a wrong password is nobody’s deed'),
  ...allOf(
    'job',
    ['name', 'holder', 'lease_until', 'started_at', 'done_at', 'failed_at', 'failure'],
    'what runs by itself says so here and nowhere else',
  ),
  ...allOf(
    'fact',
    ['name', 'value', 'at'],
    'when it was last backed up, verified, folded; those that follow from the ledger are found: below',
  ),
  'once form_key': 'chance made it and no event holds it; a form could be taken twice, and each deed would stand in the ledger',
  'once deed': 'as above',
  'once −': 'as above',
  'session −': 'who is signed out signs in again',
  'one_time_link used_at': 'a password that was set since closes it all the same',
  'one_time_link −': 'it opens nothing any more',
  'link_code tries': 'counted before anything is compared, and so before there could be an event',
  'link_code −': 'it opens nothing any more',
  '__drizzle_migrations id': 'nobody asks for it: which were applied is known by when they were made',
  '__drizzle_migrations hash': 'as above',
}
function allOf(table: string, columns: readonly string[], why: string): Record<string, string> {
  return Object.fromEntries([...columns, '+', '−'].map((what) => [`${table} ${what}`, why]))
}

const isWhole = process.env['FAULT_ROUNDS'] !== undefined
const SOME = 9

type Row = Readonly<Record<string, string | number | null>>
/** `of`: as in the list above; `where`: what a difference must name; none for an event, whose place may be all that is left of it. */
type Edit = Readonly<{ of: string; where: readonly string[]; make: readonly string[] }>

const run = mkdtempSync(join(tmpdir(), 'edits-'))
const world: Where = { dataDir: join(run, 'world'), databaseUrl: undefined }
let file: Database.Database
beforeAll(async () => {
  await peopledPortal(world)
  file = new Database(join(world.dataDir, 'xianjie.db'))
  file.pragma('wal_checkpoint(truncate)')
}, 120_000)
afterAll(() => {
  file.close()
  rmSync(run, { recursive: true })
})

/** The portal in a folder of its own. Files are the same for all but those who change some. */
async function inCopy<T>(work: (where: Where) => Promise<T>, withFiles = false): Promise<T> {
  const where = { ...world, dataDir: mkdtempSync(join(run, 'copy-')) }
  for (const name of ['xianjie.db', 'secrets.json']) cpSync(join(world.dataDir, name), join(where.dataDir, name))
  const [from, to] = [world, where].map(({ dataDir }) => join(dataDir, 'blobs')) as [string, string] // safe: two
  if (withFiles) cpSync(from, to, { recursive: true, preserveTimestamps: true })
  else symlinkSync(from, to)
  return work(where).finally(() => rmSync(where.dataDir, { recursive: true }))
}
/** False where the database itself refuses. */
function write({ dataDir }: Where, statements: readonly string[]): boolean {
  const client = new Database(join(dataDir, 'xianjie.db'))
  try {
    for (const statement of statements) client.exec(statement)
    return true
  } catch {
    return false
  } finally {
    client.close()
  }
}

const quoted = (value: string | number | null | undefined): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
const rowsOf = (table: string): Row[] => file.prepare(`select rowid, * from "${table}" order by rowid`).all() as Row[] // safe: as selected
type Made = Readonly<Record<'type' | 'name' | 'of' | 'sql', string>>
const madeOf = (type: string): Made[] =>
  file.prepare(`select type, name, tbl_name as of, sql from sqlite_schema where type = ? and sql <> ''`).all(type) as Made[] // safe: as selected

/** As somebody would who knows of the triggers, and puts them back. */
function byHand(table: string, statement: string): string[] {
  const triggers = madeOf('trigger').filter(({ of }) => of === table)
  return [...triggers.map(({ name }) => `drop trigger ${name}`), statement, ...triggers.map(({ sql }) => sql)]
}

/** Of each column a value that nobody would write, in the first row, and another row's value, in the last; and a row more, and a row less. */
function editsOf(table: string, where: readonly string[], columns: readonly string[], key: readonly string[]): Edit[] {
  const rows = rowsOf(table)
  const [first, last] = [rows.at(0), rows.at(-1)]
  if (!first || !last) throw new Error(`the world has no ${table}`)
  const edit = (of: string, statement: string): Edit => ({ of: `${table} ${of}`, where, make: byHand(table, statement) })
  const update = (column: string, row: Row, value: string | number | null) =>
    edit(column, `update "${table}" set "${column}" = ${quoted(value)} where rowid = ${row['rowid']}`)
  const odd = (value: string | number | null | undefined): string | number => (typeof value === 'number' ? value + 1 : `${value ?? ''}改`)
  const copied = columns.map((column) => (key.includes(column) ? odd(first[column]) : (first[column] ?? null)))
  return [
    ...columns.map((column) => update(column, first, odd(first[column]))),
    ...columns.flatMap((column) => {
      const other = rows.find((row) => row[column] !== last[column])
      return other ? [update(column, last, other[column] ?? null)] : []
    }),
    edit('−', `delete from "${table}" where rowid = ${last['rowid']}`),
    edit('+', `insert into "${table}" (${columns.map((name) => `"${name}"`).join()}) values (${copied.map(quoted).join()})`),
  ]
}
const ofRows = (): Edit[] => [
  ...Object.entries(tables).flatMap(([name, table]) => {
    const [columns, held] = [getTableColumns(table) as Record<string, { name: string }>, HELD[name as TableName]] // safe: a table's own name and columns
    const key = keyOfTable(name as TableName).map((property) => columns[property]?.name ?? '')
    return editsOf(
      getTableName(table),
      name === 'event' ? [] : 'folded' in held ? [held.folded, 'stream'] : [name],
      Object.values(columns).map((column) => column.name),
      key,
    )
  }),
  ...editsOf('__drizzle_migrations', ['schema'], ['id', 'hash', 'created_at'], ['created_at']),
]

/** Everything dropped, emptied or made otherwise, and something more of each kind. */
function ofSchema(): Edit[] {
  const edit = ({ type, name }: Made, ...statements: string[]): Edit => ({ of: `${type} ${name}`, where: ['schema'], make: statements })
  const otherwise = (made: Made, ...texts: string[]): Edit[] => [
    edit(made, `drop ${made.type} "${made.name}"`),
    ...texts.map((text) => edit(made, `drop ${made.type} "${made.name}"`, text)),
  ]
  return [
    ...madeOf('index').flatMap((index) => otherwise(index, `${index.sql} where 0`, index.sql.replace(/\(`(\w+)`/, '(`$1` desc'))),
    ...madeOf('trigger').flatMap((trigger) =>
      otherwise(
        trigger,
        trigger.sql.replace(/BEGIN.*END/s, 'BEGIN SELECT 1; END'),
        trigger.sql.replace('BEGIN', `WHEN old.stream = 'x' BEGIN`),
        trigger.sql.replace(/BEFORE (UPDATE|DELETE)/, 'AFTER INSERT'),
      ),
    ),
    ...madeOf('table').flatMap((table) => {
      const { name, sql } = table
      const column = /`(\w+)`/.exec(sql.slice(sql.indexOf('(')))?.[1] ?? 'id'
      return [
        edit(table, `drop table "${name}"`),
        edit(table, `alter table "${name}" rename to "${name}_"`),
        edit(table, `alter table "${name}" add column more text`),
        edit(table, `alter table "${name}" rename column "${column}" to other`),
        edit(table, `create table copied as select * from "${name}"`, `drop table "${name}"`, `alter table copied rename to "${name}"`),
        edit(table, `create index more on "${name}" ("${column}")`),
        edit(table, `create trigger more after insert on "${name}" begin delete from "${name}" where rowid = new.rowid; end`),
        edit(table, `create view more as select * from "${name}"`),
        edit(table, `create table more as select * from "${name}"`),
      ]
    }),
  ]
}

const isAmong = (where: readonly string[], one: Difference | undefined): boolean =>
  one !== undefined && (where.length === 0 || where.includes(one.where))

it('finds nothing where nobody has touched anything', async () => {
  expect(await differencesOf(world)).toEqual([])
})

it.each<[kind: string, made: () => Edit[], least: number, explained: readonly string[]]>([
  ['row', ofRows, 400, Object.keys(EXPLAINED)],
  ['thing the database is made of', ofSchema, 300, []],
])(
  'finds each edit of a %s, or nothing can prove it and it stands in the list (found J7)',
  async (_kind, made, least, explained) => {
    const all = made()
    expect(all.length).toBeGreaterThan(least)
    const outcomes: { of: string; is: 'found' | 'missed' | 'refused by the database' }[] = []
    for (const { of, where, make } of isWhole ? all : all.filter((_, i) => i % SOME === 0))
      await inCopy(async (copy) => {
        const isFound = async () => isAmong(where, (await differencesOf(copy, (one) => isAmong(where, one))).at(-1))
        outcomes.push({ of, is: !write(copy, make) ? 'refused by the database' : (await isFound()) ? 'found' : 'missed' })
      })
    const missed = new Set(outcomes.filter(({ is }) => is === 'missed').map(({ of }) => of))
    expect([...missed].filter((of) => !explained.includes(of))).toEqual([])
    if (!isWhole) return
    const tableOf = ({ of }: Pick<Edit, 'of'>): string => of.split(' ')[0] ?? ''
    for (const [table, some] of Map.groupBy(outcomes, tableOf))
      console.log(table, Object.fromEntries([...Map.groupBy(some, ({ is }) => is)].map(([is, { length }]) => [is, length])))
    expect(missed).toEqual(new Set(explained)) // none stands there for nothing
  },
  900_000,
)

describe('what the portal notes of itself', () => {
  it.each([
    [`update fact set value = '1' where name = 'rows'`, 'rows'],
    [`delete from fact where name = 'rows'`, 'rows'],
    [`update fact set value = '1' where name = 'counted'`, 'counted'],
    [`delete from fact where name = 'counted'`, 'counted'],
  ])('is found where it follows from the ledger: %s (found J7)', (statement, key) =>
    inCopy(async (copy) => {
      write(copy, [statement])
      expect(await differencesOf(copy)).toEqual([expect.objectContaining({ where: 'fact', key })])
    }),
  )
})

it('does not count passwords a second time, for whoever takes the first count out of the ledger and puts in one of their own (found J7)', () =>
  inCopy(async (copy) => {
    const count = `select max(seq) as seq from event where json_extract(leaf, '$.type') = 'CredentialsCounted'`
    write(copy, [
      ...byHand('event', `delete from event where stream = 'office' and seq >= (${count})`),
      `update credential set digest = 'mine' where person_id = 'p-liqiang'`,
    ])
    await (await openContainer(env(copy))).close()
    const found = await differencesOf(copy)
    expect(found).toContainEqual({ where: 'credential', key: 'p-liqiang', field: '', stored: 'there', expected: '' })
    expect(found).toContainEqual({ where: 'fact', key: 'counted', field: '', stored: 'there', expected: '' })
  }))

describe('a stray file', () => {
  const ID = 'ab'.repeat(16)
  const OLD = new Date(Date.now() - 25 * 3_600_000)
  const TOMORROW = new Date(Date.now() + 24 * 3_600_000)
  const put = (blobs: string, place: string, at = OLD): void => {
    const path = join(blobs, place)
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, '钱某的流水')
    utimesSync(path, at, at)
  }
  const firstIn = (blobs: string): string => {
    const shard = readdirSync(blobs).find((name) => /^[0-9a-f]{2}$/.test(name)) ?? ''
    return join(shard, readdirSync(join(blobs, shard))[0] ?? '')
  }
  it.each<[string, string, (blobs: string) => void]>([
    ['that no event names', `ab/${ID}`, (blobs) => put(blobs, `ab/${ID}`)],
    ['from tomorrow', `ab/${ID}`, (blobs) => put(blobs, `ab/${ID}`, TOMORROW)],
    ['in another’s place', `cd/${ID}`, (blobs) => put(blobs, `cd/${ID}`, new Date())],
    ['of a name of its own', 'ab/notes.txt', (blobs) => put(blobs, 'ab/notes.txt', new Date())],
    ['beside the folders', 'notes.txt', (blobs) => put(blobs, 'notes.txt', new Date())],
    ['in a folder of its own', 'more', (blobs) => put(blobs, 'more/notes.txt', new Date())],
    ['deeper down', `ab/${ID}`, (blobs) => put(blobs, `ab/${ID}/notes.txt`, new Date())],
    ['left over from a sending long ago', `incoming/${ID}`, (blobs) => put(blobs, `incoming/${ID}`)],
    ['beside what is being sent', 'incoming/notes.txt', (blobs) => put(blobs, 'incoming/notes.txt', new Date())],
  ])('%s is found (found J7)', (_which, key, change) =>
    inCopy(async (copy) => {
      change(join(copy.dataDir, 'blobs'))
      expect(await differencesOf(copy)).toEqual([{ where: 'blobs', key, field: '', stored: 'there', expected: '' }])
    }, true),
  )

  it('under the name of one that is named is found, whether its bytes are the same or not (found J7)', () =>
    inCopy(async (copy) => {
      const blobs = join(copy.dataDir, 'blobs')
      const place = firstIn(blobs)
      renameSync(join(blobs, place), join(copy.dataDir, 'elsewhere'))
      symlinkSync(join(copy.dataDir, 'elsewhere'), join(blobs, place))
      const stray = { where: 'blobs', key: place, field: '', stored: 'there', expected: '' }
      expect(await differencesOf(copy)).toEqual([stray])
      truncateSync(join(copy.dataDir, 'elsewhere'), 1)
      expect((await differencesOf(copy)).map(({ where }) => where)).toEqual(expect.arrayContaining(['blobs', 'blobs']))
    }, true))

  it('is none while it may still be named: what is just being sent, and what was stored a moment ago', () =>
    inCopy(async (copy) => {
      const blobs = join(copy.dataDir, 'blobs')
      put(blobs, `incoming/${ID}`, new Date())
      put(blobs, `ab/${ID}`, new Date())
      expect(await differencesOf(copy)).toEqual([])
    }, true))
})

it(
  'prints places and no content, and once what nothing can prove (found J7)',
  () =>
    inCopy(async (copy) => {
      const blobs = join(copy.dataDir, 'blobs')
      writeFileSync(join(blobs, '钱某.txt'), '')
      write(copy, [
        `insert into case_tie values ('钱某案', 'p-chenmin', 'handler')`,
        `insert into once values ('p-chenmin', '钱某', 'case', 'c', 1, '')`,
        `update session set started_at = '2020-01-01T00:00:00.000Z'`,
      ])
      const { status, stdout } = spawnSync(process.execPath, ['lib/server/backup/verify.ts'], {
        env: { ...process.env, DATA_DIR: copy.dataDir, DATABASE_URL: '' },
        encoding: 'utf8',
      })
      const sessions = rowsOf('session').map(({ session_id: id }) => String(id))
      expect([status, stdout]).toEqual([1, expect.stringContaining('differences')])
      expect(stdout.match(/Not in the ledger and not provable: .*drafts/g)).toHaveLength(1)
      for (const word of ['钱某', ...sessions]) expect(stdout).not.toContain(word)
      for (const place of ['stream ‹', 'once ‹', 'session p-sunli/2020', 'blobs ‹']) expect(stdout).toContain(place)
    }, true),
  60_000,
)
