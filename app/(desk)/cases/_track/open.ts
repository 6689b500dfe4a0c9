/** What every page about one track of one's own case begins with. A track that is not of this case is missing (D14). */
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import type { OpenCase } from '#lib/domain/case/state'
import { lockedIn } from '#lib/domain/evidence/stored'
import type { TrackState } from '#lib/domain/transfer/state'
import type { Messages } from '#lib/i18n/messages'
import type { Reader } from '#app/(desk)/_track/facts.tsx'
import { caseMetadata, openCasePage, type CasePage } from '../_case/open.ts'
import type { TrackProps } from './props.ts'

export type TrackPage = CasePage & Readonly<{ track: TrackState; reader: Reader; at: string }>

/** Once a request: the page and its title ask for the same. `at` is the address of the case's transfers. */
export const openTrackPage = cache(async (caseId: string, trackId: string): Promise<TrackPage> => {
  const page = await openCasePage(Promise.resolve({ caseId }))
  const track = Object.hasOwn(page.state.tracks, trackId) ? page.state.tracks[trackId] : null
  if (!track) notFound()
  return { ...page, track, reader: readerOf(page, trackId), at: `/cases/${caseId}/transfers` }
})

export const readerOf = ({ me, t, names, state }: CasePage, trackId: string): Reader => ({
  t,
  lang: me.lang,
  trackId,
  person: names.person,
  unit: names.of,
  locked: lockedIn(state),
})

/** The body is in the title: a case may have several tracks, and each its own letter. */
export async function trackMetadata(
  params: TrackProps['params'],
  name: (t: Messages, track: TrackState | undefined) => string,
  options: { form?: string } = {},
): Promise<Metadata> {
  const { trackId } = await params
  const trackOf = ({ tracks }: OpenCase) => (Object.hasOwn(tracks, trackId) ? tracks[trackId] : undefined)
  const titled = (t: Messages, track: TrackState | undefined) => [name(t, track), track?.to.name].filter(Boolean).join(' ')
  return caseMetadata(params, (t, state) => titled(t, trackOf(state)), options)
}
