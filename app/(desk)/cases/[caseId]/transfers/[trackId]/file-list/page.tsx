import type { Metadata } from 'next'
import { PAPER_WORDS } from '#lib/i18n/papers'
import { PAPERS } from '#lib/views/papers/papers'
import { PaperBody } from '#app/(desk)/_papers/paper.tsx'
import { trackMetadata } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { openPaper, PaperFrame } from '../paper-frame.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.track.listOfFiles)
}

export default async function FileListPage({ params }: TrackProps) {
  const page = await openPaper(params, 'file-list')
  return (
    <PaperFrame page={page} title={page.t.track.fileList}>
      <PaperBody paper={PAPERS['file-list']({ track: page.sent }, PAPER_WORDS)} />
    </PaperFrame>
  )
}
