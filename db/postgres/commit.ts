import type { CaseWriter } from '#lib/ports/case-store'
import type { Base } from '../database.ts'
import { settle } from '../lost-race.ts'
import { manyAtOnce, writesOf } from '../writes.ts'

/** Default isolation: unique keys decide the race, not locks. */
export const postgresWriter = ({ db, t }: Base): CaseWriter => ({
  commit: async (commit) => {
    const run = db.transaction as unknown as (work: (tx: Base['db']) => Promise<void>) => Promise<void> // safe: PostgreSQL's takes an async callback
    try {
      await run.call(db, async (tx) => {
        for (const step of writesOf({ db: tx, t }, manyAtOnce(tx), commit)) await Promise.all([...step].map((write) => write()))
      })
      return 'committed'
    } catch (error) {
      return settle(error)
    }
  },
})
