import type { AccessLog } from '#lib/ports/access-log'
import { connect, openDatabase } from '../sqlite/open.ts'
import { BUSY_BLOCK_MS, patient } from '../sqlite/patient.ts'
import { rowByRow } from '../sqlite/row-by-row.ts'
import { appending, endsOf, holdingEnds, lastOlder, readAccess, removing, type AccessBase } from './log.ts'
import { accessEnds, accessLog } from './schema.sqlite.ts'

const t = { accessLog, accessEnds }

/** A file of its own beside the database: what fills or holds the one does not hold up the other, and a backup takes the one alone. */
export function fileAccessLog(dataDir: string): AccessLog {
  const { db, client } = openDatabase(connect(dataDir, 'access.db'), 'access-sqlite')
  client.pragma(`busy_timeout = ${BUSY_BLOCK_MS}`)
  const rows = rowByRow(db)
  /** No `await` inside, as in sqlite/commit.ts. */
  const alone = <T>(work: (base: AccessBase) => T): T => db.transaction((tx) => work({ db: tx, t }), { behavior: 'immediate' })
  return {
    ...patient({
      ...readAccess({ db, t }),
      append: async (entries) =>
        alone((base) => {
          const { rows: written, end } = appending(base, endsOf(holdingEnds(base).all()), entries)
          for (const write of rows.insert(t.accessLog, written)) write()
          end.run()
        }),
      removeBefore: async (day) =>
        alone((base) => {
          const { before } = endsOf(holdingEnds(base).all())
          const [gone] = lastOlder(base, day).all()
          if (!gone) return 0
          for (const write of removing(base, gone)) write.run()
          return gone.n - before.n
        }),
    } satisfies Omit<AccessLog, 'close'>),
    close: async () => void client.close(),
  }
}
