import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { createDatabase } from './postgres-server.ts'

/** The address of a new, empty database, in a test of the project `postgres` (vitest.config.ts). */
export const freshPostgres = (name = 'test'): Promise<string> => createDatabase(inject('postgresAdminUrl'), `${name}_${randomUUID()}`)
