import type { Metadata } from 'next'
import { reasonActAt } from '#lib/schemas/reason-acts'
import { denied } from '#lib/server/access-here'
import { placesOf } from '../../../_reason/places.ts'
import { readReason, ReasonForm } from '../../../_reason/reason-form.tsx'
import { openOwnTransfer, transferMetadata, type TransferProps } from '../../_track/open.ts'
import { JustSigned, openDeed } from '../_parts/deed-page.tsx'
import { TransferPage } from '../_parts/transfer-page.tsx'

type Props = TransferProps & Readonly<{ params: Promise<{ trackId: string; act: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { trackId, act: slug } = await params
  const act = reasonActAt('received', slug)
  return act ? transferMetadata(params, (t) => t.reasonAct[act].title, placesOf(act, { caseId: '', trackId }).form) : {}
}

/** What the body does with the whole of a transfer, by its row. */
export default async function ReceivedReasonPage({ params, searchParams }: Props) {
  const own = await openOwnTransfer(params)
  const act = reasonActAt('received', (await params).act) ?? denied()
  const page = openDeed(own, act)
  const { me, t, state, track, names } = page
  const of = { act, caseId: state.caseId, trackId: track.trackId }
  const { title, signsFirst } = t.reasonAct[act]
  return (
    <TransferPage page={page} here={title}>
      {signsFirst && <JustSigned page={page} query={await searchParams} next={signsFirst.signed} />}
      <ReasonForm page={page} of={of} state={await readReason(me, t, of)} body={names.of(track.snapshot.from)} />
    </TransferPage>
  )
}
