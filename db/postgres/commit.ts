import type { CaseWriter } from '#lib/ports/case-store'
import type { RowStore } from '#lib/ports/row-store'
import type { Base } from '../database.ts'
import { settle } from '../lost-race.ts'
import { holding, manyAtOnce, replacementsOf, writesOf } from '../writes.ts'

/**
 * Default isolation: unique keys decide the race, not locks. All statements go on one journey and are answered in their order: the
 * first that fails says why, and the server runs none after it.
 */
export const postgresWriter = ({ db, t }: Base): CaseWriter & RowStore => ({
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
  replaceRows: async (streams, { was, is }) => {
    const run = db.transaction as unknown as <T>(work: (tx: Base['db']) => Promise<T>) => Promise<T> // safe: as above
    return run.call(db, async (tx) => {
      if ((await holding({ db: tx, t }, was)).length === 0) return 'overtaken'
      await Promise.all([...replacementsOf({ db: tx, t }, manyAtOnce(tx), streams, is)].map((write) => write()))
      return 'replaced'
    }) as Promise<'replaced' | 'overtaken'> // safe: these two words are all it says
  },
})
