import type { Metadata } from 'next'
import { FileList } from '../../../../../_papers/file-list.tsx'
import { trackMetadata } from '../../../../_track/open.ts'
import type { TrackProps } from '../../../../_track/props.ts'
import { openPaper, PaperPage } from '../paper-page.tsx'

export async function generateMetadata({ params }: TrackProps): Promise<Metadata> {
  return trackMetadata(params, (t) => t.track.listOfFiles)
}

export default async function FileListPage({ params }: TrackProps) {
  const page = await openPaper(params)
  return (
    <PaperPage page={page} title={page.t.track.fileList}>
      <FileList track={page.sent} />
    </PaperPage>
  )
}
