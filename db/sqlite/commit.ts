import type { CaseWriter } from '#lib/ports/case-store'
import type { Base } from '../database.ts'
import { settle } from '../lost-race.ts'
import { writesOf } from '../writes.ts'
import { rowByRow } from './row-by-row.ts'

/** No `await` between BEGIN IMMEDIATE and COMMIT: better-sqlite3 would keep half of it (style.md §7). */
export const sqliteWriter = ({ db, t }: Base): CaseWriter => {
  const rows = rowByRow(db)
  return {
    commit: async (commit) => {
      try {
        db.transaction(
          (tx) => {
            for (const write of writesOf({ db: tx, t }, rows, commit)) write()
          },
          { behavior: 'immediate' },
        )
        return 'committed'
      } catch (error) {
        return settle(error)
      }
    },
  }
}
