import type { Metadata } from 'next'
import { letterTo } from '#lib/domain/law/papers'
import { beijingDay } from '#lib/domain/time'
import { PAPER_WORDS } from '#lib/i18n/papers'
import { PAPERS } from '#lib/views/papers/papers'
import { PaperBody } from '../../../../../_papers/paper.tsx'
import { trackMetadata } from '../../../../_track/open.ts'
import type { TrackProps } from '../../../../_track/props.ts'
import { openPaper, PaperPage } from '../paper-page.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.material.letter)
}

export default async function LetterPage({ params }: TrackProps) {
  const page = await openPaper(params, 'letter')
  const { snapshot, sent } = page.sent
  return (
    <PaperPage page={page} title={page.t.track.letter}>
      <PaperBody paper={PAPERS[letterTo(snapshot.to.kind)]({ snapshot, day: beijingDay(sent.at) }, PAPER_WORDS)} />
    </PaperPage>
  )
}
