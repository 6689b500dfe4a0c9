/** Everything that `npm run verify` and a restore look at: what the database is made of, every row, every stored file. */
import { type Schema, schemaDifferences } from '#db/schema-check'
import { sessionMac, nobodysMac } from '#db/session-mac'
import { type Difference, type Given, verify } from '#db/verify'
import { HOUR_MS } from '#lib/domain/time'
import { recount, ROWS_VERSION } from '#lib/usecases/refold'
import { openBlobs, straysIn } from '../boot/blobs.ts'
import type { Environment } from '../boot/environment.ts'
import { LEFTOVER_HOURS } from '../boot/jobs.ts'
import { sessionKeyIn } from '../boot/secrets.ts'

type Where = Pick<Environment, 'dataDir'>

/** `read` is asked only once it is known what there is to read. */
export async function* differencesIn(where: Where, schema: Schema, read: () => Promise<Given['read']>): AsyncGenerator<Difference> {
  const made = [...schemaDifferences(schema)]
  yield* made
  try {
    yield* verify({ read: await read(), ...howIn(where), files: filesIn(where) })
  } catch (error) {
    // A table or column that is gone cannot be read, and was named above.
    if (made.length === 0) throw error
    yield { where: 'schema', key: 'rows', field: '', stored: 'unreadable', expected: 'whole' }
  }
}

/** How rows are held against the ledger, whoever reads them. @internal */
export function howIn({ dataDir }: Where): Omit<Given, 'read' | 'files'> {
  const key = sessionKeyIn(dataDir)
  return { recount, rowsVersion: ROWS_VERSION, macOf: key ? sessionMac(key) : nobodysMac() }
}

const filesIn = (where: Where): Given['files'] => ({
  digest: openBlobs(where).digest,
  strays: (isNamed) => straysIn(where, isNamed, LEFTOVER_HOURS * HOUR_MS),
})
