import { can } from '#lib/domain/policy/can'
import { scopesOf } from '#lib/domain/policy/scope'
import type { Actor } from '#lib/domain/result'
import type { CaseFilter, CaseOrder, Reader, Page } from '#lib/ports/case-store'
import { afterCase } from '#lib/ports/pages'
import { caseStatus, type CaseStatus } from '#lib/views/case-status'
import { openCase } from '#lib/views/case-views'
import type { CaseRow } from '#lib/views/rows'
import { itemCountOf } from './count-items.ts'
import { shownOf, type Shown } from './pages.ts'

/** A case in a list. `title` and `items` are null where its content is not this reader's: a superior sees that it is there. */
export type ListedCase = Pick<CaseRow, 'caseId' | 'caseNo' | 'funds' | 'amountFen' | 'registeredAt' | 'lastAt' | 'isEnded'> &
  Readonly<{ title: string | null; status: CaseStatus; items: number | null }>

export async function listCases(
  read: Reader,
  actor: Actor,
  { filter, order, page }: Readonly<{ filter: CaseFilter; order: CaseOrder; page: Page }>,
): Promise<Shown<ListedCase>> {
  const { rows, next } = await shownOf(
    (asked) => read.listCases(scopesOf(actor).cases, filter, order, asked),
    page,
    (row) => afterCase(row, order),
  )
  return { rows: await Promise.all(rows.map((row) => listedCase(read, actor, row))), next }
}

async function listedCase(read: Reader, actor: Actor, row: CaseRow): Promise<ListedCase> {
  const { caseId, caseNo, funds, amountFen, registeredAt, lastAt, isEnded } = row
  const state = openCase(row, [])
  const title = can(actor, 'ReadContent', state) ? row.title : null
  const items = await itemCountOf(read, actor, row, state)
  return { caseId, caseNo, funds, amountFen, registeredAt, lastAt, isEnded, title, status: caseStatus(state), items }
}
