/**
 * The database behind the ports: one file in the data folder, or PostgreSQL where an address is given. Sessions are made and known by
 * `sessionKey` (lib/server/boot/secrets.ts); whoever has none to do with them opens without.
 */
import type { Reader, CaseWriter } from '#lib/ports/case-store'
import type { DeskStore } from '#lib/ports/desk-store'
import type { JobStore } from '#lib/ports/job-store'
import type { RowStore } from '#lib/ports/row-store'
import type { Clock } from './database.ts'
import type { Readable } from './words.ts'
import { openDesk } from './desk.ts'
import { openJobs } from './jobs.ts'
import { driverError } from './lost-race.ts'
import { type NamedBlobs, namedBlobs } from './named-blobs.ts'
import { postgresWriter } from './postgres/commit.ts'
import { coded } from './postgres/lost.ts'
import { openServer } from './postgres/open.ts'
import { reader } from './reader.ts'
import { sqliteWriter } from './sqlite/commit.ts'
import { openFile } from './sqlite/open.ts'
import { BUSY_BLOCK_MS, patient } from './sqlite/patient.ts'
import { nobodysMac, type SessionMac, sessionMac } from './session-mac.ts'
import { type StoredRows, storedRows } from './stored-rows.ts'

export type Store = Reader &
  CaseWriter &
  RowStore &
  DeskStore &
  JobStore &
  StoredRows &
  NamedBlobs &
  Readonly<{ close: () => Promise<void>; engine: 'sqlite' | 'postgres' }>

type Where = Readonly<{ databaseUrl?: string | undefined; dataDir: string; sessionKey?: Uint8Array | undefined }>
export async function openStore({ databaseUrl, dataDir, sessionKey }: Where): Promise<Store> {
  const macOf = sessionKey ? sessionMac(sessionKey) : nobodysMac()
  return databaseUrl ? await openPostgres(databaseUrl, macOf) : openSqlite(dataDir, macOf)
}

function openSqlite(dataDir: string, macOf: SessionMac): Store {
  const base = openFile(dataDir)
  const close = async () => void base.client.close()
  base.client.pragma(`busy_timeout = ${BUSY_BLOCK_MS}`)
  return { ...patient({ ...asked(base, macOf), ...sqliteWriter(base) }), close, engine: 'sqlite' }
}

async function openPostgres(url: string, macOf: SessionMac): Promise<Store> {
  const base = await openServer(url)
  return { ...withoutValues({ ...asked(base, macOf), ...postgresWriter(base) }), close: base.end, engine: 'postgres' }
}

const asked = (base: Readable & Readonly<{ clock: Clock }>, macOf: SessionMac) => ({
  ...reader(base),
  ...storedRows(base),
  ...namedBlobs(base),
  ...openDesk(base, macOf),
  ...openJobs(base),
})

/** A failed query would stand in the log with every value it was given: a draft, a name, a search. */
export function withoutValues<T extends object>(store: T): T {
  type Method = (...given: readonly unknown[]) => Promise<unknown>
  const quiet =
    (ask: Method): Method =>
    (...given) =>
      ask(...given).catch((error: unknown) => {
        throw coded(driverError(error))
      })
  return Object.fromEntries(Object.entries(store).map(([name, ask]) => [name, quiet(ask as Method)])) as T // safe: ports hold async methods only
}
