/** Where a duty is dealt with: with the bureau under /cases, with a body that received it under /transfers; never one for the other. */
import type { DutyCode } from '#lib/views/rows'

type Owed = Readonly<{ code: DutyCode; caseId: string; trackId: string; asRecipient: number }>

export const rowHref = ({ caseId, trackId, asRecipient }: Omit<Owed, 'code'>): string =>
  asRecipient ? `/transfers/${trackId}` : `/cases/${caseId}`

export const dutyHref = (duty: Owed): string =>
  rowHref(duty) + (duty.asRecipient ? AT_RECIPIENT[duty.code] : AT_BUREAU[duty.code](duty.trackId))

const AT_BUREAU: Readonly<Record<DutyCode, (trackId: string) => string>> = {
  'submit-report': () => '/report',
  'confirm-report': () => '/report',
  'give-opinion': () => '/decision',
  decide: () => '/decision',
  send: (trackId) => `/send/${trackId}/check`,
  'sign-receipt': () => '/transfers',
  'open-examination': () => '/transfers',
  examine: () => '/transfers',
  supplement: () => '/transfers',
  'sign-for-decision': () => '/transfers',
  'hand-over': () => '/transfers',
  reconsider: () => '/transfers',
}
const AT_RECIPIENT: Readonly<Record<DutyCode, string>> = {
  'submit-report': '',
  'confirm-report': '',
  'give-opinion': '',
  decide: '',
  send: '',
  'sign-receipt': '/receipt',
  'open-examination': '',
  examine: '/decision',
  supplement: '',
  'sign-for-decision': '',
  'hand-over': '',
  reconsider: '',
}
