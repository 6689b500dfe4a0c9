import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { reasonActAt } from '#lib/schemas/reason-acts'
import { denied } from '#lib/server/session/access-notes'
import { besideOf, draftedOf } from '#app/(desk)/_reason/beside.tsx'
import { faultOf, placesOf } from '#app/(desk)/_reason/places'
import { readReason, ReasonForm } from '#app/(desk)/_reason/reason-form.tsx'
import { CaseFrame } from '#app/(desk)/cases/_case/case-frame.tsx'
import { NotNowCard } from '#app/(desk)/_parts/form-card.tsx'
import { openTrackPage, trackMetadata } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'

type Props = TrackProps & Readonly<{ params: Promise<{ caseId: string; trackId: string; act: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { act: slug, ...at } = await params
  const act = reasonActAt('sent', slug)
  return act ? trackMetadata(params, (t) => t.reasonAct[act].title, { form: placesOf(act, at).form }) : {}
}

/** What the sender does with a track, by its row. */
export default async function SentReasonPage({ params }: Props) {
  const { caseId, trackId, act: slug } = await params
  const page = await openTrackPage(caseId, trackId)
  const act = reasonActAt('sent', slug) ?? denied()
  const { me, t, track, may, at, names } = page
  const answer = may(act, trackId).is
  if (answer === 'never') denied()
  if (answer === 'not-now') redirect(at)
  const of = { act, caseId, trackId }
  const { title } = t.reasonAct[act]
  const fault = faultOf(act, track, me.now)
  return (
    <CaseFrame page={page} tab="transfers" current={title} compact>
      {fault ? (
        <NotNowCard t={t} title={title} reason={t.refusal[fault.code](fault.about ?? {})} />
      ) : (
        <ReasonForm
          page={page}
          of={of}
          state={await readReason(me, t, of, draftedOf(act, track))}
          body={names.of(track.to)}
          beside={besideOf(act, track, t)}
        />
      )}
    </CaseFrame>
  )
}
