/** Where a notice leads: with the bureau to the page of the case it speaks of, with a body that received to its track. */
import type { ShownNotice } from '#lib/usecases/list-notices'
import type { NoticeCode } from '#lib/views/who-hears'

const PAGE: Readonly<Record<NoticeCode, '' | '/report' | '/decision' | '/transfers' | '/evidence'>> = {
  'case-registered': '',
  'handlers-assigned': '',
  'evidence-voided': '/evidence',
  urged: '',
  'transfer-approved': '',
  'report-to-confirm': '/report',
  'report-confirmed': '/report',
  'report-returned': '/report',
  'report-withdrawn': '/report',
  'report-submitted': '/decision',
  'opinion-given': '/decision',
  'transfer-refused': '/decision',
  'transfer-arrived': '/transfers',
  'transfer-copied': '/transfers',
  'transfer-sent': '/transfers',
  'transfer-withdrawn': '/transfers',
  'receipt-signed': '/transfers',
  'examination-opened': '/transfers',
  'supplement-asked': '/transfers',
  'supplement-sent': '/transfers',
  'passed-on': '/transfers',
  'passed-on-to-you': '/transfers',
  'copy-moved': '/transfers',
  'transfer-returned': '/transfers',
  'case-filed': '/transfers',
  'case-not-filed': '/transfers',
  'decision-signed-for': '/transfers',
  'paper-recorded': '/transfers',
  'paper-disputed': '/transfers',
  'silence-alarmed': '/transfers',
}

/** Null where the reader may not open it any more. */
export function noticeHref({ code, caseId, trackId, reads, duty }: ShownNotice): string | null {
  if (reads === 'nothing') return null
  if (reads === 'track' || reads === 'tombstone') return `/transfers/${trackId}${duty?.code === 'sign-receipt' ? '/receipt' : ''}`
  if (reads === 'status') return `/cases/${caseId}`
  return duty?.code === 'send' ? `/cases/${caseId}/send/${duty.trackId}/check` : `/cases/${caseId}${PAGE[code]}`
}
