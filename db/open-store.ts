/** The database behind the ports: one file in the data folder, or PostgreSQL where an address is given. */
import type { CaseReader, CaseWriter } from '#lib/ports/case-store'
import type { DeskStore } from '#lib/ports/desk-store'
import { openDesk } from './desk.ts'
import { driverError } from './lost-race.ts'
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
  const asked = { ...reader(base), ...storedRows(base), ...openDesk(base), ...postgresWriter(base) }
  return { ...withoutValues(asked), close: base.end, engine: 'postgres' }
}

/** A failed query would stand in the log with every value it was given: a draft, a name, a search. */
function withoutValues<T extends object>(store: T): T {
  type Method = (...given: readonly unknown[]) => Promise<unknown>
  const quiet =
    (ask: Method): Method =>
    (...given) =>
      ask(...given).catch((error: unknown) => {
        throw driverError(error)
      })
  return Object.fromEntries(Object.entries(store).map(([name, ask]) => [name, quiet(ask as Method)])) as T // safe: ports hold async methods only
}
