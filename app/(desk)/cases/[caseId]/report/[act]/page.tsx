import type { Metadata } from 'next'
import { reasonActAt } from '#lib/schemas/reason-acts'
import { denied } from '#lib/server/session/access-notes'
import { placesOf, reportFaultOf } from '#app/(desk)/_reason/places'
import { readReason, ReasonForm } from '#app/(desk)/_reason/reason-form.tsx'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { NotNowCard } from '#app/(desk)/_parts/form-card.tsx'
import { caseMetadata, openCasePage } from '#app/(desk)/cases/_case/open'
import type { CaseProps } from '#app/(desk)/_parts/props'

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
  const fault = reportFaultOf(act, state)
  return (
    <CaseFrame page={page} tab="report" current={t.reasonAct[act].title} compact>
      {(answer === 'not-now' || fault) && kept.said.list.length === 0 ? (
        <NotNowCard t={t} title={t.reasonAct[act].title} {...(answer === 'yes' && fault && { reason: t.refusal[fault.code]({}) })} />
      ) : (
        <ReasonForm page={page} of={of} state={kept} body={names.unit(state.bureau.unitId)} />
      )}
    </CaseFrame>
  )
}
