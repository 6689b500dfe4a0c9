/** Where a duty is dealt with: with the bureau under /cases, with a body that received it under /transfers; never one for the other. */
import { DUTIES, type DutyCode } from '#lib/domain/procedure/duty'

type Owed = Readonly<{ code: DutyCode; caseId: string; trackId: string; asRecipient: number }>

export const rowHref = ({ caseId, trackId, asRecipient }: Omit<Owed, 'code'>): string =>
  asRecipient ? `/transfers/${trackId}` : `/cases/${caseId}`

export const dutyHref = (duty: Owed): string => {
  const { atBureau, atBody } = DUTIES[duty.code]
  return rowHref(duty) + (duty.asRecipient ? atBody : atBureau.replace(':track', duty.trackId))
}
