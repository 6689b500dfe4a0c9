import type { Metadata } from 'next'
import { doneOf } from '#lib/server/forms/forms'
import { DoneBanner } from '#app/_form/form-messages.tsx'
import { CaseFrame } from '../_case/case-frame.tsx'
import { openAnyCasePage, overviewMetadata } from '../_case/open.ts'
import { BasicsCard, People, PeopleAndAmounts, Recent } from '../_case/overview-cards.tsx'
import { Materials } from '../_case/overview-materials.tsx'
import type { CaseProps } from '#app/(desk)/_parts/props'
import { StatusOnly } from '../_case/status-only.tsx'

export const generateMetadata = ({ params }: CaseProps): Promise<Metadata> => overviewMetadata(params)

export default async function OverviewPage({ params, searchParams }: CaseProps) {
  const page = await openAnyCasePage(params)
  const { t, state } = page
  const said = <DoneBanner t={t} done={doneOf(await searchParams)} address={`/cases/${state.caseId}`} />
  return (
    <CaseFrame page={page} tab="overview" said={said}>
      {page.reads === 'content' ? (
        <div className="split sub-page">
          <div className="stack">
            <Materials page={page} />
            <PeopleAndAmounts page={page} />
            <BasicsCard page={page} />
          </div>
          <aside className="stack" aria-label={t.cover.aside}>
            <Recent page={page} />
            <People page={page} />
          </aside>
        </div>
      ) : (
        <div className="sub-page">
          <StatusOnly page={page} />
        </div>
      )}
    </CaseFrame>
  )
}
