/** What every page about one track of one's own case begins with. A track that is not of this case is missing (D14). */
import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { TrackState } from '#lib/domain/transfer/state'
import type { Reader } from '../../_track/facts.tsx'
import { openCasePage, type CasePageData } from '../_case/open.ts'

export type TrackPageData = CasePageData & Readonly<{ track: TrackState; reader: Reader; at: string }>

/** Once a request: the page and its title ask for the same. `at` is the address of the case's transfers. */
export const openTrackPage = cache(async (caseId: string, trackId: string): Promise<TrackPageData> => {
  const page = await openCasePage(Promise.resolve({ caseId }))
  const track = page.state.tracks[trackId]
  if (!track) notFound()
  return { ...page, track, reader: readerOf(page, trackId), at: `/cases/${caseId}/transfers` }
})

export const readerOf = ({ me, t, names }: CasePageData, trackId: string): Reader => ({ t, lang: me.lang, trackId, person: names.person })
