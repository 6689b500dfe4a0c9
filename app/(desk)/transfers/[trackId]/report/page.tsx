import type { Metadata } from 'next'
import { beijingDay } from '#lib/domain/time'
import { PAPER_WORDS } from '#lib/i18n/papers'
import { denied, readsPaper } from '#lib/server/session/access-notes'
import { PAPERS } from '#lib/views/papers/papers'
import { PaperBody } from '#app/(desk)/_papers/paper.tsx'
import { PaperView } from '#app/(desk)/_papers/paper-view.tsx'
import { openTransferPage, transferMetadata, type TransferProps } from '#app/(desk)/transfers/_track/open'

export async function generateMetadata({ params }: TransferProps): Promise<Metadata> {
  return transferMetadata(params, (t) => t.material.report)
}

/** The investigation report as it was sealed. A copied body has the letter alone (docs/handbook.md §5.2). */
export default async function ReportPage({ params }: TransferProps) {
  const { me, t, track, at, view } = await openTransferPage(params)
  if (view === 'copied') denied()
  readsPaper('report')
  const { snapshot, sent } = track
  const { letterNo } = snapshot
  const crumbs = [{ href: '/transfers', label: t.nav.transfers }, { href: at, label: letterNo }, { label: t.material.report }]
  return (
    <PaperView {...{ me, t, crumbs }} title={t.material.report} number={letterNo} back={{ href: at, label: t.receiving.back }}>
      <PaperBody paper={PAPERS.report({ snapshot, day: beijingDay(sent.at) }, PAPER_WORDS)} />
    </PaperView>
  )
}
