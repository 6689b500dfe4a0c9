import { CaseTable } from '#app/(desk)/cases/_list/case-table.tsx'
import { wantedOf } from '#app/(desk)/cases/_list/query'
import { heldCases, type Query } from '../held.ts'

/** The case list's rows by its own row component, and nothing else. */
export default async function BareCases({ searchParams }: { searchParams: Query }) {
  const query = await searchParams
  const { rows, t, lang, now, names } = await heldCases()
  const wanted = wantedOf(query)
  return <CaseTable {...{ wanted, t, lang, now }} nameOf={names.of} rows={rows.slice(0, wanted.size)} next={null} count={0} empty="" />
}
