import type { Query } from '#app/(desk)/_parts/props'

/** What Next hands to a page of one track of a case. */
export type TrackProps = Readonly<{ params: Promise<{ caseId: string; trackId: string }>; searchParams: Promise<Query> }>
