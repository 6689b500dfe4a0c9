/** The same on PostgreSQL: everything that a database can be made otherwise in, and a row of each table. Each edit on a copy of its own. */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { HELD } from '#db/held'
import { connect } from '#db/postgres/connect'
import { freshPostgres } from '#db/testing/fresh-postgres'
import { differencesOf, peopledPortal, type Where } from './edits.ts'

const run = mkdtempSync(join(tmpdir(), 'edits-'))
let world: Where
let server: pg.Client
beforeAll(async () => {
  server = await connect(inject('postgresAdminUrl'))
  world = { dataDir: join(run, 'world'), databaseUrl: await freshPostgres('edits') }
  await peopledPortal(world)
}, 180_000)
afterAll(async () => {
  await server.end()
  rmSync(run, { recursive: true })
})

/** What is found in a copy in which these statements were run. */
async function after(...statements: readonly string[]): Promise<readonly string[]> {
  const url = new URL(world.databaseUrl ?? '')
  const copy = `copy_${randomUUID().replaceAll('-', '')}`
  await server.query(`create database ${copy} template "${url.pathname.slice(1)}"`)
  url.pathname = copy
  const hand = await connect(url.href)
  for (const statement of statements) await hand.query(statement.replaceAll('HERE', copy))
  await hand.end()
  const found = await differencesOf({ ...world, databaseUrl: url.href })
  await server.query(`drop database ${copy}`)
  return [...new Set(found.map(({ where, key }) => (where === 'schema' ? key.replace(/^migration \d+/, 'migration') : where)))]
}

it('finds nothing where nobody has touched anything', async () => {
  expect(await after()).toEqual([])
}, 60_000)

it.each([
  ['trigger event.event_no_change', 'drop trigger event_no_change on event'],
  ['trigger event.event_no_change', 'alter table event disable trigger event_no_change'],
  ['trigger event.event_no_truncate', 'alter table event enable replica trigger event_no_truncate'],
  ['trigger event.event_no_change', 'alter table event disable trigger user'],
  [
    'trigger event.event_no_change',
    `create or replace trigger event_no_change before update on event for each row execute function event_stays()`,
  ],
  ['trigger duty.more', `create trigger more before delete on duty for each row execute function event_stays()`],
  ['function event_stays()', `create or replace function event_stays() returns trigger language plpgsql as $$ begin return old; end $$`],
  ['function more()', `create function more() returns integer language sql as 'select 1'`],
  ['setting session_replication_role', `alter database HERE set session_replication_role = replica`],
  ['rule event.more', `create rule more as on delete to event do instead nothing`],
  ['policy case_row.more', `create policy more on case_row using (false)`],
  ['table case_row', `alter table case_row enable row level security`],
  ['table duty', `alter table duty set unlogged`],
  ['table duty', `create schema elsewhere`, `create table elsewhere.more () inherits (duty)`],
  ['table more', `create table more (no integer)`],
  ['table duty', `alter table duty rename to duties`],
  ['table draft', `drop table draft cascade`],
  ['view more', `create view more as select * from person`],
  ['sequence more', `create sequence more`],
  ['column duty.more', `alter table duty add column more text`],
  ['column duty.code', `alter table duty drop column code`],
  ['column duty.code', `alter table duty alter column code type varchar(40)`],
  ['column duty.code', `alter table duty alter column code type text collate "default"`],
  ['column duty.code', `alter table duty alter column code drop not null`],
  ['column duty.code', `alter table duty alter column code set default 'x'`],
  ['constraint duty.duty_key', `alter table duty drop constraint duty_key`],
  ['constraint duty.more', `alter table duty add constraint more check (code <> 'x')`],
  ['index duty_stream', `drop index duty_stream`],
  ['index duty_stream', `drop index duty_stream`, `create index duty_stream on duty (stream_id, stream) where false`],
  ['index more', `create unique index more on duty (duty_id)`],
  ['migration', `delete from drizzle.__drizzle_migrations where id = 3`],
  ['migration', `insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 1)`],
])(
  'finds what the database is made of otherwise: %s (%s) (found J7)',
  async (name, ...statements) => {
    expect(await after(...statements)).toContain(name)
  },
  60_000,
)

const OF_ROWS: Readonly<Record<keyof typeof HELD, string | null>> = {
  event: `alter table event disable trigger user; update event set payload = replace(payload, '赵', '钱') where seq = 1; alter table event enable trigger user`,
  number: `update number set serial = serial + 100`,
  once: `update once set person_id = 'p-zhoukai' where person_id = 'p-chenmin'`,
  caseRow: `update case_row set title = 'x'`,
  trackRow: `update track_row set letter_no = 'x'`,
  caseTie: `delete from case_tie`,
  trackTie: `insert into track_tie select track_id, case_id, 'x', tie from track_tie`,
  word: `update word set named = replace(named, '赵', '钱')`,
  evidence: `update evidence set sm3 = 'x'`,
  entry: `update entry set person_id = 'x'`,
  duty: `update duty set due_at = 'x'`,
  notice: `update notice set about = '{"text":"x"}'`,
  session: `update session set touched_at = '2030-01-01T00:00:00.000Z'`,
  credential: `update credential set digest = 'x' where person_id = 'p-sunli'`,
  oneTimeLink: `update one_time_link set needs_code = 0`,
  linkCode: `update link_code set expires_at = '2030-01-01T00:00:00.000Z'`,
  unit: `update unit set name = 'x'`,
  unitName: `update unit_name set name = 'x'`,
  person: `update person set login = 'x' where person_id = 'p-sunli'`,
  post: `update post set post = 'approver'`,
  directory: `update directory set duty_phone = 'x'`,
  fact: `update fact set value = '1' where name = 'counted'`,
  noticeRead: null,
  draft: null,
  failures: null,
  job: null,
  opened: null,
}
it.each(Object.entries(OF_ROWS).flatMap(([table, statement]) => (statement ? [[table, statement] as const] : [])))(
  'finds what somebody did to rows of %s: %s (found J7)',
  async (table, statement) => {
    const held = HELD[table as keyof typeof HELD] // safe: the record's own key
    expect(await after(statement)).toContain('folded' in held ? held.folded : table)
  },
  60_000,
)

it('leaves no trace of having looked, and looks at other people’s schemas not at all', async () => {
  const url = world.databaseUrl ?? ''
  const client = await connect(url)
  await client.query('create schema theirs; create table theirs.event (no integer)')
  const names = async () =>
    (await client.query('select nspname, relname from pg_class join pg_namespace n on n.oid = relnamespace order by 1, 2')).rows
  const before = await names()
  expect(await differencesOf(world)).toEqual([])
  expect(await names()).toEqual(before)
  await client.query('drop schema theirs cascade')
  await client.end()
}, 60_000)
