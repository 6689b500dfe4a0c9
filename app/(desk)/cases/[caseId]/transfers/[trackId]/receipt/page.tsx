import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { receiptsOf } from '#lib/views/papers/receipt'
import { Receipts } from '../../../../../_papers/receipts.tsx'
import { trackMetadata } from '../../../../_track/open.ts'
import type { TrackProps } from '../../../../_track/props.ts'
import { openPaper, PaperPage } from '../paper-page.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.paperwork.receipt)
}

export default async function ReceiptPage({ params }: TrackProps) {
  const page = await openPaper(params, 'receipt')
  const { sent, names } = page
  if (receiptsOf(sent).length === 0) notFound()
  return (
    <PaperPage page={page} title={page.t.track.receipt}>
      <Receipts track={sent} names={names} />
    </PaperPage>
  )
}
