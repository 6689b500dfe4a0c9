import type { Metadata } from 'next'
import { isSent } from '#lib/domain/transfer/state'
import { denied } from '#lib/server/session/access-notes'
import { letterOfStage, StagePaper, titleOfStage } from '#app/(desk)/_papers/stage-paper.tsx'
import { trackMetadata } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'
import { openPaper, PaperFrame } from '#app/(desk)/cases/[caseId]/transfers/[trackId]/paper-frame.tsx'

type Props = TrackProps & Readonly<{ params: Promise<{ caseId: string; trackId: string; seq: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { seq } = await params
  return trackMetadata(params, (t, track) => {
    const opened = track && isSent(track) && track.phase !== 'withdrawn' ? letterOfStage(track, seq) : null
    return opened ? titleOfStage(t, opened) : t.stage.course
  })
}

/** A letter of the sender after the decision, as it went out. */
export default async function StageLetterPage({ params }: Props) {
  const page = await openPaper(params, 'stage')
  const opened = letterOfStage(page.sent, (await params).seq) ?? denied()
  return (
    <PaperFrame page={page} title={page.t.stage.begun[opened.stage]}>
      <StagePaper track={page.sent} opened={opened} person={page.names.person} />
    </PaperFrame>
  )
}
