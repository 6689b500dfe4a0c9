import type { CaseWriter } from '#lib/ports/case-store'
import type { RowStore } from '#lib/ports/row-store'
import type { Base } from '../database.ts'
import { conflictOf } from '../lost-race.ts'
import { holding, replacementsOf, writesOf } from '../writes.ts'
import { rowByRow } from './row-by-row.ts'

/** No `await` between BEGIN IMMEDIATE and COMMIT: better-sqlite3 would keep half of it (docs/style.md §7). */
export const sqliteWriter = ({ db, t }: Base): CaseWriter & RowStore => {
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
        return conflictOf(error)
      }
    },
    replaceRows: async (streams, { was, is }) =>
      db.transaction(
        (tx) => {
          if (holding({ db: tx, t }, was).all().length === 0) return 'overtaken'
          for (const write of replacementsOf({ db: tx, t }, rows, streams, is)) write()
          return 'replaced'
        },
        { behavior: 'immediate' },
      ),
  }
}
