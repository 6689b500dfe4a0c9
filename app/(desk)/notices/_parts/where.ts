/** Where a notice leads: with the bureau to the page of the case it speaks of, with a body that received to its track. */
import type { ShownNotice } from '#lib/usecases/list-notices'
import { NOTICES } from '#lib/views/notices'
import { partOf } from '#app/(desk)/_parts/links'

/** Null where the reader may not open it any more. */
export function noticeHref({ code, caseId, trackId, reads, duty }: ShownNotice): string | null {
  if (caseId === '') return '/account'
  if (reads === 'nothing') return null
  if (reads === 'track' || reads === 'tombstone') return `/transfers/${trackId}${duty?.code === 'sign-receipt' ? '/receipt' : ''}`
  if (reads === 'status') return `/cases/${caseId}`
  return duty?.code === 'send' ? `/cases/${caseId}/send/${duty.trackId}/check` : partOf(caseId, NOTICES[code].section)
}
