/** The access log beside the database: a file in the data folder, or a schema of its own where an address is given. */
import type { AccessLog } from '#lib/ports/access-log'
import { serverAccessLog } from './postgres.ts'
import { fileAccessLog } from './sqlite.ts'

export const openAccessLog = async ({
  databaseUrl,
  dataDir,
}: Readonly<{ databaseUrl?: string | undefined; dataDir: string }>): Promise<AccessLog> =>
  databaseUrl ? await serverAccessLog(databaseUrl) : fileAccessLog(dataDir)
