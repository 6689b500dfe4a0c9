import type { CaseWriter } from '#lib/ports/case-store'
import type { Base } from '../database.ts'
import { settle } from '../lost-race.ts'
import { manyAtOnce, writesOf } from '../writes.ts'

/**
 * Default isolation: unique keys decide the race, not locks. All statements go on one journey and are answered in their order: the
 * first that fails says why, and the server runs none after it.
 */
export const postgresWriter = ({ db, t }: Base): CaseWriter => ({
  commit: async (commit) => {
    const run = db.transaction as unknown as (work: (tx: Base['db']) => Promise<void>) => Promise<void> // safe: PostgreSQL's takes an async callback
    try {
      await run.call(db, async (tx) => {
        await Promise.all([...writesOf({ db: tx, t }, manyAtOnce(tx), commit)].map((write) => write()))
      })
      return 'committed'
    } catch (error) {
      return settle(error)
    }
  },
})
