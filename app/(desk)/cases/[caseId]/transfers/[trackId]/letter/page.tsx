import type { Metadata } from 'next'
import { letterTo } from '#lib/domain/law/papers'
import { beijingDay } from '#lib/domain/time'
import { PAPER_WORDS } from '#lib/i18n/papers'
import { PAPERS } from '#lib/views/papers/papers'
import { PaperBody } from '#app/(desk)/_papers/paper.tsx'
import { trackMetadata } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { openPaper, PaperFrame } from '../paper-frame.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.material.letter)
}

export default async function LetterPage({ params }: TrackProps) {
  const page = await openPaper(params, 'letter')
  const { snapshot, sent } = page.sent
  const day = beijingDay(sent.at)
  return (
    <PaperFrame page={page} title={page.t.track.letter}>
      <PaperBody paper={PAPERS[letterTo(snapshot.to.kind, day)]({ snapshot, day }, PAPER_WORDS)} />
    </PaperFrame>
  )
}
