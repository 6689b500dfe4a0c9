/**
 * Everything that one commit writes, in order, as statements that nobody has run yet: SQLite runs them without an `await`,
 * PostgreSQL with (style.md rule 5). First what can be lost to another deed: who loses there has touched nothing else.
 */
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Commit } from '#lib/ports/case-store'
import type { Fact } from '#lib/ports/job-store'
import { ROW_KEYS } from '#lib/ports/row-keys'
import type { Refolded } from '#lib/ports/row-store'
import type { Base } from './database.ts'
import { and, eq, getTableColumns, inArray, notInArray, sql } from './orm.ts'

/** Runs when called; PostgreSQL's answers with a promise. */
export type Write = () => unknown
type Rows<T extends SQLiteTable> = readonly T['$inferInsert'][] | undefined
/** How an engine writes rows: SQLite one by one with a kept statement (sqlite/row-by-row.ts), PostgreSQL many on one way. */
export type RowWriter = Readonly<{
  insert: <T extends SQLiteTable>(table: T, rows: Rows<T>, twice?: 'once each') => Iterable<Write>
  upsert: <T extends SQLiteTable>(table: T, key: SQLiteColumn[], rows: Rows<T>) => Iterable<Write>
  /** All rows of the table in which the column is this. */
  clear: (table: SQLiteTable, column: SQLiteColumn, is: string) => Write
}>

export function* writesOf({ db, t }: Base, row: RowWriter, { events, rows, duties, notices, numbers, once }: Commit): Generator<Write> {
  const [head] = events
  if (!head || events.some((event) => event.stream !== head.stream || event.streamId !== head.streamId))
    throw new Error('a commit holds events of one stream')
  if (head.stream !== 'case' && duties.length > 0) throw new Error('only a case has duties')
  yield* row.insert(t.event, events)
  yield* row.insert(t.number, numbers)
  yield* row.insert(t.once, once ? [once] : [])
  if (head.stream === 'case') yield* removals({ db, t }, row, head.streamId, rows)
  yield* insertions({ t }, row, { rows, duties })
  yield* row.insert(t.notice, notices)
}

function* insertions({ t }: Pick<Base, 't'>, row: RowWriter, { rows, duties }: Pick<Commit, 'rows' | 'duties'>): Generator<Write> {
  yield* row.insert(t.duty, duties)
  yield* row.insert(t.caseTie, rows.caseTies, 'once each')
  yield* row.insert(t.trackTie, rows.trackTies, 'once each')
  yield* row.upsert(t.caseRow, [t.caseRow.caseId], rows.cases)
  yield* row.upsert(t.trackRow, [t.trackRow.trackId], rows.tracks)
  yield* row.upsert(t.evidence, [t.evidence.caseId, t.evidence.itemId], rows.evidence)
  yield* row.insert(t.entry, rows.entries)
  yield* row.upsert(t.unit, [t.unit.unitId], rows.units)
  yield* row.upsert(t.unitName, [t.unitName.unitId, t.unitName.seq], rows.unitNames)
  yield* row.upsert(t.person, [t.person.personId], rows.persons)
  yield* row.upsert(t.post, [t.post.postId], rows.posts)
  yield* row.upsert(t.directory, [t.directory.entryId], rows.directory)
}

/** All rows of these streams in place of those that are stored, and the facts. There is one office: its tables are its own. */
export function* replacementsOf({ db, t }: Base, row: RowWriter, streams: readonly Refolded[], facts: readonly Fact[]): Generator<Write> {
  const cases = streams.flatMap(({ key }) => (key.stream === 'case' ? [key.streamId] : []))
  for (const table of [t.duty, t.caseTie, t.trackTie, t.caseRow, t.trackRow, t.evidence, t.entry])
    if (cases.length > 0) yield later(db.delete(table).where(inArray(table.caseId, cases)))
  if (cases.length < streams.length) for (const table of [t.unit, t.unitName, t.person, t.post, t.directory]) yield later(db.delete(table))
  const names = Object.keys(ROW_KEYS) as (keyof typeof ROW_KEYS)[] // safe: it names exactly the kinds of row
  const rows: Commit['rows'] = Object.fromEntries(names.map((name) => [name, streams.flatMap((one) => [...(one.rows[name] ?? [])])]))
  yield* insertions({ t }, row, { rows, duties: streams.flatMap(({ duties }) => duties) })
  yield* row.upsert(t.fact, [t.fact.name], facts)
}
/** Answers with a row where the fact still is as it was, and keeps it so until the transaction ends. */
export const holding = ({ db, t: { fact } }: Base, { name, value, at }: Fact) =>
  db
    .update(fact)
    .set({ at })
    .where(and(eq(fact.name, name), eq(fact.value, value)))
    .returning({ name: fact.name })

/** What a case no longer has: a plan taken back, an officer who left, a duty done. */
function* removals({ db, t }: Base, row: RowWriter, caseId: string, { tracks, caseTies, trackTies }: Commit['rows']): Generator<Write> {
  const { duty, caseTie, trackTie, trackRow } = t
  yield row.clear(duty, duty.caseId, caseId)
  if (caseTies) yield row.clear(caseTie, caseTie.caseId, caseId)
  if (trackTies) yield row.clear(trackTie, trackTie.caseId, caseId)
  const kept = tracks?.map(({ trackId }) => trackId)
  if (kept) yield later(db.delete(trackRow).where(and(eq(trackRow.caseId, caseId), notInArray(trackRow.trackId, kept))))
}

/** As many rows in a statement as it holds: on the way to a server each statement costs a journey. */
export const manyAtOnce = (db: Base['db']): RowWriter => ({
  *insert(table, rows, twice) {
    for (const part of parts(table, rows)) yield later(inserting(db, table, part, twice))
  },
  *upsert(table, key, rows) {
    for (const part of parts(table, rows)) yield later(upserting(db, table, key, part))
  },
  clear: (table, column, is) => later(db.delete(table).where(eq(column, is))),
})
/** A query runs when it is run or awaited, and not before. */
export const later =
  (query: PromiseLike<unknown> & Readonly<{ run?: () => unknown }>): Write =>
  () =>
    query.run?.() ?? query

export function inserting<T extends SQLiteTable>(db: Base['db'], table: T, rows: T['$inferInsert'][], twice?: 'once each') {
  const insert = db.insert(table).values(rows)
  return twice ? insert.onConflictDoNothing() : insert
}
export const upserting = <T extends SQLiteTable>(db: Base['db'], table: T, key: SQLiteColumn[], rows: T['$inferInsert'][]) =>
  db.insert(table).values(rows).onConflictDoUpdate(replacing(table, key))
/** Every column but the key, from the row itself. */
export function replacing(table: SQLiteTable, key: SQLiteColumn[]) {
  const rest = Object.entries(getTableColumns(table)).filter(([, column]) => !key.includes(column))
  const set = Object.fromEntries(rest.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]))
  return { target: key, set: set as never } // safe: names of its own columns
}

/** PostgreSQL takes 65,534 values in one statement, SQLite 32,766. */
const MOST_VALUES = 30_000
function* parts<T extends SQLiteTable>(table: T, rows: Rows<T> = []): Generator<T['$inferInsert'][]> {
  const size = Math.floor(MOST_VALUES / Object.keys(getTableColumns(table)).length)
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}
