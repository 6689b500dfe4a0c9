/**
 * Everything that one commit writes, in order, as statements that nobody has run yet: SQLite runs them without an `await`,
 * PostgreSQL with (style.md rule 5). First what can be lost to another deed: who loses there has touched nothing else.
 */
import { and, eq, getTableColumns, notInArray, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Commit } from '#lib/ports/case-store'
import type { Base } from './database.ts'

export type Write = PromiseLike<unknown> & Readonly<{ run: () => unknown }>
type Rows<T extends SQLiteTable> = readonly T['$inferInsert'][] | undefined

export function* writesOf({ db, t }: Base, { events, rows, duties, notices, numbers, once }: Commit): Generator<Write> {
  const [head] = events
  if (!head || events.some((event) => event.stream !== head.stream || event.streamId !== head.streamId))
    throw new Error('a commit holds events of one stream')
  if (head.stream !== 'case' && duties.length > 0) throw new Error('only a case has duties')
  yield* inserts(db, t.event, events)
  yield* inserts(db, t.number, numbers)
  yield* inserts(db, t.once, once ? [once] : [])

  if (head.stream === 'case') yield* removals({ db, t }, head.streamId, rows)
  yield* inserts(db, t.duty, duties)
  yield* inserts(db, t.caseTie, rows.caseTies, 'once each')
  yield* inserts(db, t.trackTie, rows.trackTies, 'once each')
  yield* upserts(db, t.caseRow, [t.caseRow.caseId], rows.cases)
  yield* upserts(db, t.trackRow, [t.trackRow.trackId], rows.tracks)
  yield* upserts(db, t.evidence, [t.evidence.caseId, t.evidence.itemId], rows.evidence)
  yield* inserts(db, t.entry, rows.entries)
  yield* upserts(db, t.unit, [t.unit.unitId], rows.units)
  yield* upserts(db, t.unitName, [t.unitName.unitId, t.unitName.seq], rows.unitNames)
  yield* upserts(db, t.person, [t.person.personId], rows.persons)
  yield* upserts(db, t.post, [t.post.postId], rows.posts)
  yield* upserts(db, t.directory, [t.directory.entryId], rows.directory)
  yield* inserts(db, t.notice, notices)
}

/** What a case no longer has: a plan taken back, an officer who left, a duty done. */
function* removals({ db, t }: Base, caseId: string, { tracks, caseTies, trackTies }: Commit['rows']): Generator<Write> {
  const { duty, caseTie, trackTie, trackRow } = t
  yield db.delete(duty).where(eq(duty.caseId, caseId))
  if (caseTies) yield db.delete(caseTie).where(eq(caseTie.caseId, caseId))
  if (trackTies) yield db.delete(trackTie).where(eq(trackTie.caseId, caseId))
  const kept = tracks?.map(({ trackId }) => trackId)
  if (kept) yield db.delete(trackRow).where(and(eq(trackRow.caseId, caseId), notInArray(trackRow.trackId, kept)))
}

function* inserts<T extends SQLiteTable>(db: Base['db'], table: T, rows: Rows<T>, twice?: 'once each'): Generator<Write> {
  for (const part of parts(table, rows)) {
    const insert = db.insert(table).values(part)
    yield twice ? insert.onConflictDoNothing() : insert
  }
}

export function* upserts<T extends SQLiteTable>(db: Base['db'], table: T, key: SQLiteColumn[], rows: Rows<T>): Generator<Write> {
  const rest = Object.entries(getTableColumns(table)).filter(([, column]) => !key.includes(column))
  const set = Object.fromEntries(rest.map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]))
  for (const part of parts(table, rows))
    yield db
      .insert(table)
      .values(part)
      .onConflictDoUpdate({ target: key, set: set as never }) // safe: every column but the key, from the row itself
}

/** SQLite takes 32,766 values in one statement, PostgreSQL 65,534. */
const MOST_VALUES = 30_000
function* parts<T extends SQLiteTable>(table: T, rows: Rows<T> = []): Generator<T['$inferInsert'][]> {
  const size = Math.floor(MOST_VALUES / Object.keys(getTableColumns(table)).length)
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}
