import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { receiptsOf } from '#lib/views/papers/receipt'
import { Receipts } from '#app/(desk)/_papers/receipts.tsx'
import { trackMetadata } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { openPaper, PaperFrame } from '../paper-frame.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.paperwork.receipt)
}

export default async function ReceiptPage({ params }: TrackProps) {
  const page = await openPaper(params, 'receipt')
  const { sent, names } = page
  if (receiptsOf(sent).length === 0) notFound()
  return (
    <PaperFrame page={page} title={page.t.track.receipt}>
      <Receipts track={sent} names={names} />
    </PaperFrame>
  )
}
