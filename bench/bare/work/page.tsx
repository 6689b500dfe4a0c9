import { DutyTable } from '#app/(desk)/work/_parts/duty-table.tsx'
import { heldDuties, type Query } from '../held.ts'

/** The worklist's rows by the worklist's own row component, and nothing else: no session, policy, count or frame. */
export default async function BareWork({ searchParams }: { searchParams: Query }) {
  const { size } = await searchParams
  const { rows, desk } = await heldDuties()
  return <DutyTable desk={desk} side="mine" address="/work" rows={rows.slice(0, Number(size))} empty="" pager={null} />
}
