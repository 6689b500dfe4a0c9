import type { Metadata } from 'next'
import { reasonActAt } from '#lib/schemas/reason-acts'
import { denied } from '#lib/server/session/access-notes'
import { besideOf } from '#app/(desk)/_reason/beside.tsx'
import { faultOf, placesOf } from '#app/(desk)/_reason/places'
import { readReason, ReasonForm } from '#app/(desk)/_reason/reason-form.tsx'
import { NotNowCard } from '#app/(desk)/_parts/form-card.tsx'
import { openTransferPage, transferMetadata, type TransferProps } from '#app/(desk)/transfers/_track/open'
import { JustSigned, openDeed } from '../_parts/deed-page.tsx'
import { TransferFrame } from '../_parts/transfer-frame.tsx'

type Props = TransferProps & Readonly<{ params: Promise<{ trackId: string; act: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { trackId, act: slug } = await params
  const act = reasonActAt('received', slug)
  return act ? transferMetadata(params, (t) => t.reasonAct[act].title, placesOf(act, { caseId: '', trackId }).form) : {}
}

/** What the body does with the whole of a transfer, by its row. */
export default async function ReceivedReasonPage({ params, searchParams }: Props) {
  // The body that has it, or the procuratorate that watches over it: whose act it is says the policy.
  const own = await openTransferPage(params)
  const act = reasonActAt('received', (await params).act) ?? denied()
  const page = openDeed(own, act)
  const { me, t, state, track, names } = page
  const of = { act, caseId: state.caseId, trackId: track.trackId }
  const { title, signsFirst } = t.reasonAct[act]
  const fault = faultOf(act, track, me.now)
  return (
    <TransferFrame page={page} current={title}>
      {signsFirst && <JustSigned page={page} query={await searchParams} next={signsFirst.signed} />}
      {fault ? (
        <NotNowCard t={t} title={title} reason={t.refusal[fault.code](fault.about ?? {})} />
      ) : (
        <ReasonForm
          page={page}
          of={of}
          state={await readReason(me, t, of)}
          body={names.of(track.snapshot.from)}
          beside={besideOf(act, track, t)}
        />
      )}
    </TransferFrame>
  )
}
