/** The access log (found J13): a store of its own, which only grows at its end and, by whole days, goes at its beginning. */
import type { AccessEntry, AccessKind, AccessResult, AccessRow } from '#lib/domain/access'
import type { Day } from '#lib/domain/result'
import type { Link } from '#lib/ledger/access-chain'

export type { Link }
export type AccessFilter = Readonly<{
  personIds?: readonly string[]
  kind?: AccessKind
  result?: AccessResult
  from?: Day
  to?: Day
  /** Ids of cases, tracks or of what is in them: any of these. */
  objects?: readonly string[]
}>

export interface AccessLog {
  /** All or none, in their order, behind what is there, whoever else writes. Once they are on the disk. */
  append(entries: readonly AccessEntry[]): Promise<void>
  /** Newest first, as they were written. `after`: the number of the last row shown. */
  list(filter: AccessFilter, page: Readonly<{ after: number | null; size: number }>): Promise<readonly AccessRow[]>
  /** In the order of the chain, from the first row behind `after`. */
  readOn(after: number, size: number): Promise<readonly AccessRow[]>
  /** The row before the first that is kept, and the last one. */
  readEnds(): Promise<Readonly<{ before: Link; last: Link }>>
  /** Removes from the front what is older than this day, up to the first row that is not. Returns how many rows went. */
  removeBefore(day: Day): Promise<number>
  close(): Promise<void>
}
