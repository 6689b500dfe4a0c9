import type { Metadata } from 'next'
import { denied, readsPaper } from '#lib/server/session/access-notes'
import { PaperView } from '#app/(desk)/_papers/paper-view.tsx'
import { letterOfStage, StagePaper, titleOfStage } from '#app/(desk)/_papers/stage-paper.tsx'
import { openTransferPage, transferMetadata, type TransferProps } from '#app/(desk)/transfers/_track/open'

type Props = TransferProps & Readonly<{ params: Promise<{ trackId: string; seq: string }> }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { seq } = await params
  return transferMetadata(params, (t, track) => {
    const opened = letterOfStage(track, seq)
    return opened ? titleOfStage(t, opened) : t.stage.course
  })
}

/** A letter of the sender after the decision, as it came. */
export default async function StageLetterPage({ params }: Props) {
  const { me, t, track, at, names } = await openTransferPage(params)
  const opened = letterOfStage(track, (await params).seq) ?? denied()
  readsPaper('stage')
  const title = t.stage.begun[opened.stage]
  const crumbs = [{ href: '/transfers', label: t.nav.transfers }, { href: at, label: track.snapshot.letterNo }, { label: title }]
  return (
    <PaperView {...{ me, t, crumbs, title }} number={opened.no} back={{ href: at, label: t.receiving.back }}>
      <StagePaper track={track} opened={opened} person={names.person} />
    </PaperView>
  )
}
