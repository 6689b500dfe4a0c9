import { asc, eq } from 'drizzle-orm'
import { union } from 'drizzle-orm/sqlite-core'
import type { Rows } from '#lib/ports/case-store'
import type { Duty } from '#lib/views/rows'
import type { Base } from './database.ts'

export type Folded = Readonly<{ rows: Rows; duties: readonly Duty[] }>
/** What `verify` holds against the events: all rows as they lie there, and whose rows there are at all. */
export interface StoredRows {
  readCaseRows(caseId: string): Promise<Folded>
  readOfficeRows(): Promise<Folded>
  /** Cases that have a row of any kind, whether or not they have events. */
  listRowOwners(): Promise<readonly string[]>
}

export const storedRows = ({ db, t }: Base): StoredRows => ({
  readCaseRows: async (caseId) => ({
    rows: {
      cases: await db.select().from(t.caseRow).where(eq(t.caseRow.caseId, caseId)),
      tracks: await db.select().from(t.trackRow).where(eq(t.trackRow.caseId, caseId)),
      evidence: await db.select().from(t.evidence).where(eq(t.evidence.caseId, caseId)),
      entries: await db.select().from(t.entry).where(eq(t.entry.caseId, caseId)),
      caseTies: await db.select().from(t.caseTie).where(eq(t.caseTie.caseId, caseId)),
      trackTies: await db.select().from(t.trackTie).where(eq(t.trackTie.caseId, caseId)),
    },
    duties: await db.select().from(t.duty).where(eq(t.duty.caseId, caseId)),
  }),
  readOfficeRows: async () => ({
    rows: {
      units: await db.select().from(t.unit),
      unitNames: await db.select().from(t.unitName),
      persons: await db.select().from(t.person),
      posts: await db.select().from(t.post),
      directory: await db.select().from(t.directory),
    },
    duties: [],
  }),
  listRowOwners: async () => {
    const owners = (table: Owned) => db.select({ id: table.caseId }).from(table)
    const { caseRow, trackRow, evidence, entry, caseTie, trackTie, duty } = t
    const rows = await union(
      owners(caseRow),
      owners(trackRow),
      owners(evidence),
      owners(entry),
      owners(caseTie),
      owners(trackTie),
      owners(duty),
    ).orderBy(asc(caseRow.caseId))
    return rows.map(({ id }) => id)
  },
})
type Owned = Base['t']['caseRow' | 'trackRow' | 'evidence' | 'entry' | 'caseTie' | 'trackTie' | 'duty']
