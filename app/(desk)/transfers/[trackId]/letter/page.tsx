import type { Metadata } from 'next'
import { beijingDay } from '#lib/domain/time'
import { Letter } from '../../../_papers/letter.tsx'
import { PaperView } from '../../../_papers/paper-view.tsx'
import { openTransferPage, transferMetadata, type TransferProps } from '../../_track/open.ts'

export async function generateMetadata({ params }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.recv.readLetter)
}

export default async function LetterPage({ params }: TransferProps) {
  const { me, t, track, at } = await openTransferPage(params)
  const { letterNo } = track.snapshot
  const crumbs = [{ href: '/transfers', label: t.nav.transfers }, { href: at, label: letterNo }, { label: t.recv.readLetter }]
  return (
    <PaperView {...{ me, t, crumbs }} title={t.recv.readLetter} number={letterNo} back={{ href: at, label: t.recv.back }}>
      <Letter snapshot={track.snapshot} day={beijingDay(track.sent.at)} />
    </PaperView>
  )
}
