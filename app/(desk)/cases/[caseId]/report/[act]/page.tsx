import type { Metadata } from 'next'
import { reasonActAt } from '#lib/schemas/reason-acts'
import { denied } from '#lib/server/access-here'
import { placesOf } from '../../../../_reason/places.ts'
import { readReason, ReasonForm } from '../../../../_reason/reason-form.tsx'
import { CasePage } from '../../../_case/case-page.tsx'
import { NotNowCard } from '../../../_case/form-card.tsx'
import { caseMetadata, openCasePage } from '../../../_case/open.ts'
import type { CaseProps } from '../../../_case/props.ts'

type Props = CaseProps & Readonly<{ params: Promise<{ caseId: string; act: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { caseId, act: slug } = await params
  const act = reasonActAt('report', slug)
  return act ? caseMetadata(params, (t) => t.reasonAct[act].title, { form: placesOf(act, { caseId, trackId: caseId }).form }) : {}
}

/** What is done with the report as a whole, by its row. */
export default async function ReportReasonPage({ params }: Props) {
  const page = await openCasePage(params)
  const act = reasonActAt('report', (await params).act) ?? denied()
  const { me, t, state, may, names } = page
  const answer = may(act).is
  if (answer === 'never') denied()
  const of = { act, caseId: state.caseId, trackId: state.caseId }
  const kept = await readReason(me, t, of)
  return (
    <CasePage page={page} tab="report" here={t.reasonAct[act].title} compact>
      {answer === 'not-now' && kept.said.list.length === 0 ? (
        <NotNowCard t={t} title={t.reasonAct[act].title} />
      ) : (
        <ReasonForm page={page} of={of} state={kept} body={names.unit(state.bureau.unitId)} />
      )}
    </CasePage>
  )
}
