import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isReceived } from '#lib/domain/transfer/state'
import { Receipt } from '../../../../../_papers/receipt.tsx'
import { trackMetadata } from '../../../../_track/open.ts'
import type { TrackProps } from '../../../../_track/props.ts'
import { openPaper, PaperPage } from '../paper-page.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.paperwork.receipt)
}

/** Every receipt there is: of each body on the way, then of the one where the case is. */
export default async function ReceiptPage({ params }: TrackProps) {
  const page = await openPaper(params)
  const { sent, names } = page
  const receipts = [
    ...sent.legs.map(({ receipt, from }) => ({ receipt, body: from })),
    ...(isReceived(sent) ? [{ receipt: sent.receipt, body: sent.to }] : []),
  ]
  if (receipts.length === 0) notFound()
  return (
    <PaperPage page={page} title={page.t.track.receipt}>
      {receipts.map(({ receipt, body }, i) => (
        <div key={receipt.seq} className="one-paper">
          <Receipt track={sent} receipt={receipt} body={body} signedBy={names.person(receipt.by.personId)} before={sent.legs[i - 1]} />
        </div>
      ))}
    </PaperPage>
  )
}
