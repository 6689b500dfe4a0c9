/** Around a paper that is printed: on screen the way back and how to print, on paper only the paper. */
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { isSent, type SentTrack } from '#lib/domain/transfer/state'
import { readsPaper } from '#lib/server/access-here'
import { PaperView } from '../../../../_papers/paper-view.tsx'
import { openTrackPage, type TrackPageData } from '../../../_track/open.ts'
import type { TrackProps } from '../../../_track/props.ts'

type PaperPageData = TrackPageData & Readonly<{ sent: SentTrack }>

export async function openPaper(params: TrackProps['params'], paper: string): Promise<PaperPageData> {
  const { caseId, trackId } = await params
  const page = await openTrackPage(caseId, trackId)
  if (!isSent(page.track)) notFound()
  readsPaper(paper, trackId)
  return { ...page, sent: page.track }
}

export function PaperPage({ page: { me, t, state, at }, title, children }: { page: PaperPageData; title: string; children: ReactNode }) {
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
