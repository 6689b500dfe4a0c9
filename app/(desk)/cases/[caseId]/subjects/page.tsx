import type { Metadata } from 'next'
import { LinkButton, NotNow } from '#app/_ui/button'
import { Card } from '#app/_ui/card'
import type { Action } from '#lib/domain/policy/table'
import { doneOf } from '#lib/server/forms'
import { DoneBanner } from '../../../../_form/form-messages.tsx'
import { CasePage } from '../../_case/case-page.tsx'
import { caseMetadata, openCasePage, type CasePageData } from '../../_case/open.ts'
import type { CaseProps } from '../../_case/props.ts'
import { AmountsTable, ItemsTable } from '../../_case/amount-tables.tsx'
import { SubjectsTable, TierNotes } from '../../_case/subject-tables.tsx'

export const generateMetadata = ({ params }: CaseProps): Promise<Metadata> => caseMetadata(params, (t) => t.csub.title)

export default async function SubjectsPage({ params, searchParams }: CaseProps) {
  const page = await openCasePage(params)
  const { t, state } = page
  const at = `/cases/${state.caseId}/subjects`
  return (
    <CasePage page={page} tab="subjects" compact>
      <div className="stack sub-page">
        <h1>{t.csub.title}</h1>
        <DoneBanner t={t} done={doneOf(await searchParams)} here={at} />
        <Card
          title={t.csub.subjects}
          flush
          end={
            <Offer page={page} action="RecordSubject" href={`${at}/new`}>
              {t.csub.add}
            </Offer>
          }
        >
          <SubjectsTable page={page} full />
        </Card>
        <Card
          title={t.csub.amounts}
          flush
          end={
            <Offer page={page} action="RecordAmounts" href={`${at}/amounts`}>
              {t.csub.editAmounts}
            </Offer>
          }
        >
          <AmountsTable page={page} />
          <TierNotes page={page} />
        </Card>
        <Card
          title={t.csub.items}
          flush
          end={
            <Offer page={page} action="RecordItems" href={`${at}/items`}>
              {t.csub.editItems}
            </Offer>
          }
        >
          <ItemsTable page={page} />
        </Card>
      </div>
    </CasePage>
  )
}

function Offer({ page: { t, may }, action, href, children }: { page: CasePageData; action: Action; href: string; children: string }) {
  const { is } = may(action)
  if (is === 'never') return null
  if (is === 'yes')
    return (
      <LinkButton size="small" href={href}>
        {children}
      </LinkButton>
    )
  return (
    <NotNow size="small" reason={t.csub.closed}>
      {children}
    </NotNow>
  )
}
