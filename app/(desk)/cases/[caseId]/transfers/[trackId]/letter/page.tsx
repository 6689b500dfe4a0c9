import type { Metadata } from 'next'
import { beijingDay } from '#lib/domain/time'
import { Letter } from '../../../../../_papers/letter.tsx'
import { trackMetadata } from '../../../../_track/open.ts'
import type { TrackProps } from '../../../../_track/props.ts'
import { openPaper, PaperPage } from '../paper-page.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.material.letter)
}

export default async function LetterPage({ params }: TrackProps) {
  const page = await openPaper(params)
  return (
    <PaperPage page={page} title={page.t.track.letter}>
      <Letter snapshot={page.sent.snapshot} day={beijingDay(page.sent.sent.at)} />
    </PaperPage>
  )
}
