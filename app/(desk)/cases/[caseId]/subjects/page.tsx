import type { Metadata } from 'next'
import { LinkButton, NotNow } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import type { Action } from '#lib/domain/policy/table'
import { doneOf } from '#lib/server/forms/forms'
import { DoneBanner } from '#app/_form/form-messages.tsx'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { caseMetadata, openCasePage, type CasePage } from '#app/(desk)/cases/_case/open'
import type { CaseProps } from '#app/(desk)/_parts/props'
import { AmountsTable, ItemsTable } from '#app/(desk)/_parts/amount-tables.tsx'
import { SubjectsTable, TierNotes } from '#app/(desk)/_parts/subject-tables.tsx'

export const generateMetadata = ({ params }: CaseProps): Promise<Metadata> => caseMetadata(params, (t) => t.subjects.title)

export default async function SubjectsPage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const { t, state } = page
  const at = `/cases/${state.caseId}/subjects`
  return (
    <CaseFrame page={page} tab="subjects" compact>
      <div className="stack sub-page">
        <h1>{t.subjects.title}</h1>
        <DoneBanner t={t} done={doneOf(await searchParams)} address={at} />
        <Card
          title={t.subjects.subjects}
          flush
          end={
            <Offer page={page} action="RecordSubject" href={`${at}/new`}>
              {t.subjects.add}
            </Offer>
          }
        >
          <SubjectsTable page={page} full />
        </Card>
        <Card
          title={t.subjects.amounts}
          flush
          end={
            <Offer page={page} action="RecordAmounts" href={`${at}/amounts`}>
              {t.subjects.editAmounts}
            </Offer>
          }
        >
          <AmountsTable page={page} />
          <TierNotes page={page} />
        </Card>
        <Card
          title={t.subjects.items}
          flush
          end={
            <Offer page={page} action="RecordItems" href={`${at}/items`}>
              {t.subjects.editItems}
            </Offer>
          }
        >
          <ItemsTable page={page} />
        </Card>
      </div>
    </CaseFrame>
  )
}

function Offer({ page: { t, may }, action, href, children }: { page: CasePage; action: Action; href: string; children: string }) {
  const { is } = may(action)
  if (is === 'never') return null
  if (is === 'yes')
    return (
      <LinkButton size="small" href={href}>
        {children}
      </LinkButton>
    )
  return (
    <NotNow size="small" reason={t.subjects.closed}>
      {children}
    </NotNow>
  )
}
