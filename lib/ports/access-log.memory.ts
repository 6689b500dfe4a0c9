import type { AccessRow } from '#lib/domain/access'
import { chained, FIRST, type Link } from '#lib/ledger/access-chain'
import type { AccessFilter, AccessLog } from './access-log.ts'

export function memoryAccessLog(): AccessLog {
  let rows: AccessRow[] = []
  let before: Link = FIRST
  const last = (): Link => rows.at(-1) ?? before
  return {
    append: async (entries) => void rows.push(...chained(last(), entries)),
    list: async (filter, { after, size }) =>
      rows
        .filter((row) => (after === null || row.n < after) && isWanted(row, filter))
        .toReversed()
        .slice(0, size),
    readOn: async (after, size) => rows.filter(({ n }) => n > after).slice(0, size),
    readEnds: async () => ({ before: linkOf(before), last: linkOf(last()) }),
    removeBefore: async (day) => {
      const kept = rows.findIndex((row) => row.day >= day)
      const gone = kept === -1 ? rows : rows.slice(0, kept)
      before = gone.at(-1) ?? before
      rows = rows.slice(gone.length)
      return gone.length
    },
    close: async () => {},
  }
}
const linkOf = ({ n, digest }: Link): Link => ({ n, digest })

function isWanted(row: AccessRow, { personIds, kind, result, from, to, objects }: AccessFilter): boolean {
  if (personIds && !personIds.includes(row.personId)) return false
  if (objects && ![row.caseId, row.trackId, row.objectId].some((id) => id !== '' && objects.includes(id))) return false
  if ((kind && row.kind !== kind) || (result && row.result !== result)) return false
  return (!from || row.day >= from) && (!to || row.day <= to)
}
