/** How many items of a dossier there are to this reader: a number is content too, and the inner volume is not everybody's (D13). */
import { volumeOf } from '#lib/domain/law/dossier'
import { can } from '#lib/domain/policy/can'
import type { OpenCase } from '#lib/domain/case/state'
import type { Actor } from '#lib/domain/result'
import type { Reader } from '#lib/ports/case-store'
import type { CaseRow, EvidenceRow } from '#lib/views/rows'

type Counted = Pick<EvidenceRow, 'folder'> & Readonly<{ voided: unknown }>

export const countItems = (items: readonly Counted[], readsInner: boolean): number =>
  items.filter(({ folder, voided }) => !voided && (readsInner || volumeOf(folder) === 'main')).length

/** For rows of a list, by the case's state without its evidence. Null where the reader sees only that the case is there. Most rows carry their number; only a liaison's are counted. */
export async function itemCountOf(read: Reader, actor: Actor, row: CaseRow, state: OpenCase): Promise<number | null> {
  if (!can(actor, 'ReadContent', state)) return null
  if (can(actor, 'ReadInner', state)) return row.itemCount
  const items = await read.listEvidence(row.caseId)
  return countItems(
    items.map(({ folder, voidedAt }) => ({ folder, voided: voidedAt })),
    false,
  )
}
