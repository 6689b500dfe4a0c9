/** Around a paper that is printed: on screen the way back and how to print, on paper only the paper. */
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { isSent, type SentTrack } from '#lib/domain/transfer/state'
import { readsPaper } from '#lib/server/session/access-notes'
import { PaperView } from '#app/(desk)/_papers/paper-view.tsx'
import { openTrackPage, type TrackPage } from '#app/(desk)/cases/_track/open'
import type { TrackProps } from '#app/(desk)/cases/_track/props'

type PaperPage = TrackPage & Readonly<{ sent: SentTrack }>

export async function openPaper(params: TrackProps['params'], paper: string): Promise<PaperPage> {
  const { caseId, trackId } = await params
  const page = await openTrackPage(caseId, trackId)
  if (!isSent(page.track)) notFound()
  readsPaper(paper, trackId)
  return { ...page, sent: page.track }
}

export function PaperFrame({ page: { me, t, state, at }, title, children }: { page: PaperPage; title: string; children: ReactNode }) {
  const crumbs = [
    { href: '/cases', label: t.nav.cases },
    { href: `/cases/${state.caseId}`, label: state.caseNo },
    { href: at, label: t.case.tabTransfers },
    { label: title },
  ]
  return (
    <PaperView {...{ me, t, title, crumbs }} number={state.caseNo} back={{ href: at, label: t.track.back }}>
      {children}
    </PaperView>
  )
}
