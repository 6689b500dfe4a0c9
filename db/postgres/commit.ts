import type { CaseWriter } from '#lib/ports/case-store'
import type { RowStore } from '#lib/ports/row-store'
import { conflictOf } from '../lost-race.ts'
import { holding, manyAtOnce, replacementsOf, writesOf } from '../writes.ts'
import { inBulk } from './bulk.ts'
import type { Server } from './open.ts'

/**
 * Default isolation: unique keys decide the race, not locks. All statements go on one journey and are answered in their order: the
 * first that fails says why, and the server runs none after it.
 */
export const postgresWriter = ({ t, transaction }: Server): CaseWriter & RowStore => ({
  commit: async (commit) => {
    try {
      await transaction((tx) => Promise.all([...writesOf({ db: tx, t }, manyAtOnce(tx), commit)].map((write) => write())))
      return 'committed'
    } catch (error) {
      return conflictOf(error)
    }
  },
  replaceRows: (streams, { was, is }) =>
    transaction(async (tx) => {
      if ((await holding({ db: tx, t }, was)).length === 0) return 'overtaken' as const
      await Promise.all([...replacementsOf({ db: tx, t }, inBulk(tx), streams, is)].map((write) => write()))
      return 'replaced' as const
    }),
})
