import type { Metadata } from 'next'
import { letterTo } from '#lib/domain/law/papers'
import { beijingDay } from '#lib/domain/time'
import { PAPER_WORDS } from '#lib/i18n/papers'
import { readsPaper } from '#lib/server/session/access-notes'
import { PAPERS } from '#lib/views/papers/papers'
import { PaperBody } from '#app/(desk)/_papers/paper.tsx'
import { PaperView } from '#app/(desk)/_papers/paper-view.tsx'
import { openTransferPage, transferMetadata, type TransferProps } from '#app/(desk)/transfers/_track/open'

export async function generateMetadata({ params }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.receiving.readLetter)
}

export default async function LetterPage({ params }: TransferProps) {
  const { me, t, track, at } = await openTransferPage(params)
  readsPaper('letter')
  const { snapshot, sent } = track
  const { letterNo } = snapshot
  const day = beijingDay(sent.at)
  const crumbs = [{ href: '/transfers', label: t.nav.transfers }, { href: at, label: letterNo }, { label: t.receiving.readLetter }]
  return (
    <PaperView {...{ me, t, crumbs }} title={t.receiving.readLetter} number={letterNo} back={{ href: at, label: t.receiving.back }}>
      <PaperBody paper={PAPERS[letterTo(snapshot.to.kind, day)]({ snapshot, day }, PAPER_WORDS)} />
    </PaperView>
  )
}
