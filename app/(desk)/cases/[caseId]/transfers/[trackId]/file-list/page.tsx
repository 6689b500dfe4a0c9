import type { Metadata } from 'next'
import { PAPER_WORDS } from '#lib/i18n/papers'
import { PAPERS } from '#lib/views/papers/papers'
import { PaperBody } from '../../../../../_papers/paper.tsx'
import { trackMetadata } from '../../../../_track/open.ts'
import type { TrackProps } from '../../../../_track/props.ts'
import { openPaper, PaperPage } from '../paper-page.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.track.listOfFiles)
}

export default async function FileListPage({ params }: TrackProps) {
  const page = await openPaper(params, 'file-list')
  return (
    <PaperPage page={page} title={page.t.track.fileList}>
      <PaperBody paper={PAPERS['file-list']({ track: page.sent }, PAPER_WORDS)} />
    </PaperPage>
  )
}
