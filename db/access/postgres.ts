import type { AccessLog } from '#lib/ports/access-log'
import { withoutValues } from '../open-store.ts'
import { orm } from '../orm.ts'
import { poolOfAccess } from '../postgres/connect.ts'
import { asBase, bringUpToDate, OF_ACCESS, transactionOf } from '../postgres/open.ts'
import { manyAtOnce } from '../writes.ts'
import { type AccessBase, appending, endsOf, holdingEnds, lastOlder, readAccess, removing } from './log.ts'
import { accessEnds, accessLog } from './schema.pg.ts'

const { drizzle } = orm('drizzle-orm/node-postgres')
const t = { accessLog, accessEnds }

/** Connections and a schema of its own. However many nodes write, the row of the ends puts them in one line. */
export async function serverAccessLog(url: string): Promise<AccessLog> {
  await bringUpToDate(url, OF_ACCESS)
  const pool = poolOfAccess(url)
  const transaction = transactionOf(pool)
  const alone = <T>(work: (base: AccessBase) => Promise<T>): Promise<T> => transaction((db) => work({ db, t }))
  return {
    ...withoutValues({
      ...readAccess({ db: asBase(drizzle(pool)), t }),
      append: (entries) =>
        alone(async (base) => {
          const { rows, end } = appending(base, endsOf(await holdingEnds(base)), entries)
          const writes = [...manyAtOnce(base.db).insert(t.accessLog, rows)].map((write) => write())
          await Promise.all([...writes, end])
        }),
      removeBefore: (day) =>
        alone(async (base) => {
          const { before } = endsOf(await holdingEnds(base))
          const [gone] = await lastOlder(base, day)
          if (!gone) return 0
          for (const write of removing(base, gone)) await write
          return gone.n - before.n
        }),
    } satisfies Omit<AccessLog, 'close'>),
    close: () => pool.end(),
  }
}
