/** Every table as it was at one moment, while the portal goes on writing. Nothing is migrated and nothing changed. */
import { fileSnapshot } from '../sqlite/snapshot.ts'
import { serverSnapshot } from '../postgres/snapshot.ts'
import type { BackupRow } from './rows.ts'

export type Snapshot = Readonly<{
  engine: 'sqlite' | 'postgres'
  /** How many migrations the database has: an older program cannot take it back. */
  migrations: number
  tables: readonly string[]
  /** Some hundred rows at a time. */
  rows: (table: string) => AsyncIterable<readonly BackupRow[]>
  /** Lets the moment go: until then SQLite's log grows. */
  end: () => Promise<void>
}>

export const openSnapshot = async ({
  databaseUrl,
  dataDir,
}: Readonly<{ databaseUrl?: string | undefined; dataDir: string }>): Promise<Snapshot> =>
  databaseUrl ? await serverSnapshot(databaseUrl) : fileSnapshot(dataDir)
