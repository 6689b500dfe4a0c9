import type { Metadata } from 'next'
import { beijingDay } from '#lib/domain/time'
import { PAPER_WORDS } from '#lib/i18n/papers'
import { PAPERS } from '#lib/views/papers/papers'
import { PaperBody } from '#app/(desk)/_papers/paper.tsx'
import { trackMetadata } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { openPaper, PaperFrame } from '../paper-frame.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.material.report)
}

export default async function ReportPage({ params }: TrackProps) {
  const page = await openPaper(params, 'report')
  const { snapshot, sent } = page.sent
  return (
    <PaperFrame page={page} title={page.t.material.report}>
      <PaperBody paper={PAPERS.report({ snapshot, day: beijingDay(sent.at) }, PAPER_WORDS)} />
    </PaperFrame>
  )
}
