/** The database behind the ports: one file in the data folder, or PostgreSQL where an address is given. */
import type { CaseReader, CaseWriter } from '#lib/ports/case-store'
import type { DeskStore } from '#lib/ports/desk-store'
import { openDesk } from './desk.ts'
import { postgresWriter } from './postgres/commit.ts'
import { openServer } from './postgres/open.ts'
import { reader } from './reader.ts'
import { sqliteWriter } from './sqlite/commit.ts'
import { openFile } from './sqlite/open.ts'
import { type StoredRows, storedRows } from './stored-rows.ts'

export type Store = CaseReader &
  CaseWriter &
  DeskStore &
  StoredRows &
  Readonly<{ close: () => Promise<void>; engine: 'sqlite' | 'postgres' }>

export const openStore = async ({
  databaseUrl,
  dataDir,
}: Readonly<{ databaseUrl?: string | undefined; dataDir: string }>): Promise<Store> =>
  databaseUrl ? await openPostgres(databaseUrl) : openSqlite(dataDir)

function openSqlite(dataDir: string): Store {
  const base = openFile(dataDir)
  const close = async () => void base.client.close()
  return { ...reader(base), ...storedRows(base), ...openDesk(base), ...sqliteWriter(base), close, engine: 'sqlite' }
}

async function openPostgres(url: string): Promise<Store> {
  const base = await openServer(url)
  return { ...reader(base), ...storedRows(base), ...openDesk(base), ...postgresWriter(base), close: base.end, engine: 'postgres' }
}
