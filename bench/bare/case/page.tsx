import { BasicsCard, People, PeopleAndAmounts, Recent } from '#app/(desk)/cases/_case/overview-cards.tsx'
import { Materials } from '#app/(desk)/cases/_case/overview-materials.tsx'
import type { CasePage } from '#app/(desk)/cases/_case/open'
import { heldCase, type Query } from '../held.ts'

/** A case's cards by the case page's own components, and nothing else; what a card reads by itself it reads here too. */
export default async function BareCase({ searchParams }: { searchParams: Query }) {
  const { id = '' } = await searchParams
  const page = (await heldCase(id)) as unknown as CasePage // safe: the cards ask for no more of `me` than is held
  return (
    <div className="split sub-page">
      <div className="stack">
        <Materials page={page} />
        <PeopleAndAmounts page={page} />
        <BasicsCard page={page} />
      </div>
      <aside className="stack">
        <Recent page={page} />
        <People page={page} />
      </aside>
    </div>
  )
}
