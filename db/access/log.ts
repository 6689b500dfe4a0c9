/** The questions to the access log, once for both engines; and what both write, as statements (docs/style.md rule 5). */
import type { SQL } from 'drizzle-orm'
import type { AccessEntry } from '#lib/domain/access'
import type { Day } from '#lib/domain/result'
import { chained, type Link } from '#lib/ledger/access-chain'
import type { AccessFilter, AccessLog } from '#lib/ports/access-log'
import type { Base } from '../database.ts'
import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, lt, lte, or, sql } from '../orm.ts'
import type { AccessTables } from './tables.ts'

export type AccessBase = Pick<Base, 'db'> & Readonly<{ t: AccessTables }>

export function readAccess({ db, t: { accessLog, accessEnds } }: AccessBase): Pick<AccessLog, 'list' | 'readOn' | 'readEnds'> {
  const rows = () => db.select(getTableColumns(accessLog)).from(accessLog).$dynamic()
  return {
    list: async (filter, { after, size }) =>
      await rows()
        .where(and(isWanted(accessLog, filter), after === null ? undefined : lt(accessLog.n, after)))
        .orderBy(desc(accessLog.n))
        .limit(size),
    readOn: async (after, size) => await rows().where(gt(accessLog.n, after)).orderBy(asc(accessLog.n)).limit(size),
    readEnds: async () => endsOf(await db.select().from(accessEnds)),
  }
}

function isWanted(log: AccessTables['accessLog'], { personIds, kind, result, from, to, objects }: AccessFilter): SQL | undefined {
  const any = [...(objects ?? [])]
  return and(
    personIds && inArray(log.personId, [...personIds]),
    objects && or(inArray(log.caseId, any), inArray(log.trackId, any), inArray(log.objectId, any)),
    kind ? eq(log.kind, kind) : undefined,
    result ? eq(log.result, result) : undefined,
    from ? gte(log.day, from) : undefined,
    to ? lte(log.day, to) : undefined,
  )
}

type Ends = Readonly<{ before: Link; last: Link }>
export function endsOf([row]: readonly AccessTables['accessEnds']['$inferSelect'][]): Ends {
  if (!row) throw new Error('the access log has lost its ends')
  const { beforeN, beforeDigest, lastN, lastDigest } = row
  return { before: { n: beforeN, digest: beforeDigest }, last: { n: lastN, digest: lastDigest } }
}

/** Waits for whoever else writes, and answers with the ends as they are then, until the transaction is over. */
export const holdingEnds = ({ db, t: { accessEnds } }: AccessBase) => db.update(accessEnds).set({ id: accessEnds.id }).returning()

/** The rows behind `last`, and the new end. */
export function appending({ db, t: { accessEnds } }: AccessBase, { last }: Ends, entries: readonly AccessEntry[]) {
  const rows = chained(last, entries)
  const { n, digest } = rows.at(-1) ?? last
  return { rows, end: db.update(accessEnds).set({ lastN: n, lastDigest: digest }) }
}

/** The last row in front of the first that is not older than the day; none where there is no such row. Along the key: as many rows are looked at as will go. */
export const lastOlder = ({ db, t: { accessLog } }: AccessBase, day: Day) => {
  const isKept = sql`${accessLog.day} || '' >= ${day}`
  const firstKept = db.select({ n: accessLog.n }).from(accessLog).where(isKept).orderBy(asc(accessLog.n)).limit(1)
  const isOlder = sql`${accessLog.n} < coalesce((${firstKept}), ${2 ** 31 - 1})`
  return db.select({ n: accessLog.n, digest: accessLog.digest }).from(accessLog).where(isOlder).orderBy(desc(accessLog.n)).limit(1)
}
/** First where it begins: the trigger lets go no more than that. */
export const removing = ({ db, t: { accessLog, accessEnds } }: AccessBase, { n, digest }: Link) =>
  [db.update(accessEnds).set({ beforeN: n, beforeDigest: digest }), db.delete(accessLog).where(lte(accessLog.n, n))] as const
