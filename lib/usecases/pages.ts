/** A page of a list that is read by key: one row more than shown tells that there is a next page. */
import type { Page } from '#lib/ports/case-store'

export type Place = NonNullable<Page['after']>
/** `next` is the place after the last row shown; null on the last page. */
export type Shown<Row> = Readonly<{ rows: readonly Row[]; next: Place | null }>

export async function shownOf<Row>(
  read: (page: Page) => Promise<readonly Row[]>,
  { after, size }: Page,
  placeOf: (row: Row) => Place,
): Promise<Shown<Row>> {
  const found = await read({ after, size: size + 1 })
  const rows = found.slice(0, size)
  const last = rows.at(-1)
  return { rows, next: last && found.length > size ? placeOf(last) : null }
}
