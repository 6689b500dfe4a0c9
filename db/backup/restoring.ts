/** An empty database being filled: seen by nobody, and gone without a trace, until it is kept. The triggers are there before the first row. */
import type { Reader, CaseWriter } from '#lib/ports/case-store'
import type { DeskStore } from '#lib/ports/desk-store'
import type { JobStore } from '#lib/ports/job-store'
import type { RowStore } from '#lib/ports/row-store'
import { serverRestoring } from '../postgres/restoring.ts'
import { fileRestoring } from '../sqlite/restoring.ts'
import type { StoredRows } from '../stored-rows.ts'

type Staged = Reader &
  CaseWriter &
  RowStore &
  StoredRows &
  Pick<JobStore, 'readFact' | 'saveFact'> &
  Pick<DeskStore, 'listCredentials' | 'adoptSessions'>
export type Restoring = Readonly<{
  insert: (table: string, rows: readonly unknown[]) => Promise<void>
  /** After the last row: what an older backup does not hold yet. */
  fill: () => Promise<void>
  /** What `verify` asks, of the rows that are not kept yet; and what brings those of an older version up to date. */
  staged: Staged
  /** SQLite: the file is whole and closed, and can be moved. PostgreSQL: nothing yet. */
  close: () => Promise<void>
  /** PostgreSQL: committed. SQLite: nothing more; its file is moved. */
  keep: () => Promise<void>
  abandon: () => Promise<void>
}>

/** `dataDir`: where SQLite's file is made. Refuses a server's database that has a row (`db.not-empty`), and a newer backup. */
export const openRestoring = async (
  { databaseUrl, dataDir }: Readonly<{ databaseUrl?: string | undefined; dataDir: string }>,
  migrations: number,
): Promise<Restoring> => (databaseUrl ? await serverRestoring(databaseUrl, migrations) : fileRestoring(dataDir, migrations))
