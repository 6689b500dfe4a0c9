/** What the routing rules ask about a case, and how they read it (docs/handbook.md §5.3). */
import type { Day } from '../time.ts'
import { chargeOf, type ChargeKind } from './charges.ts'
import type { Citation } from './citation.ts'
import { fundOf } from './funds.ts'
import { MEDICAL_SINCE, type RouteId } from './routes.ts'

export type RouteSubject = Readonly<{
  official: 'yes' | 'no' | 'disputed'
  judicialOfficer?: boolean
  isPrincipalOfBureau: boolean
  usedOffice: boolean
  companyOwnMoney: boolean
}>
export type RouteFacts = Readonly<{
  transferOn: Day
  subjects: readonly RouteSubject[]
  charges: readonly string[] // of charges.ts
  funds: readonly string[] // of funds.ts
  medicalOnlyDate?: Day
  violationOnly?: boolean // what the officials did is a violation and no crime
}>

export type RecipientKind = 'police' | 'commission' | 'procuratorate' | 'medical' | 'superior'
/** `default`: planned unless a person strikes it; otherwise offered. `lead`: the commission in a mixed case. */
export type RouteTrack = Readonly<{ recipientKind: RecipientKind; subjectIndexes: readonly number[]; lead: boolean; default: boolean }>
export type RouteAlternative = Readonly<{ recipientKind: RecipientKind; citation: Citation | null; needsReason: true }>
export type RouteNote = 'no-subject' | 'no-crime' | 'pilots' | 'identity-disputed' | 'discipline-body' | 'principal'
/** One rule’s answer. `dateRow`: the row that decided the officials’ part. */
export type Answer = Readonly<{
  tracks: readonly RouteTrack[]
  dateRow?: RouteId
  manual?: boolean
  notes?: readonly RouteNote[]
  alternatives?: readonly RouteAlternative[]
}>

export type RoutedCase = Readonly<{
  on: Day
  all: readonly number[]
  officials: readonly number[]
  outsiders: readonly number[]
  subjects: readonly RouteSubject[]
  kinds: readonly (ChargeKind | undefined)[]
  medicalOnly: boolean
  violationOnly: boolean
}>
/** An official who did not use office is, for an ordinary crime, anybody; for a duty crime the charge itself says office. */
export function readCase({
  transferOn,
  subjects,
  charges,
  funds,
  medicalOnlyDate = MEDICAL_SINCE,
  violationOnly = false,
}: RouteFacts): RoutedCase {
  const kinds = charges.map((charge) => chargeOf(charge)?.kind)
  const byOffice = kinds.every(isDuty)
  const all = subjects.map((_, i) => i)
  const officials = all.filter((i) => subjects[i]?.official === 'yes' && (subjects[i].usedOffice || byOffice))
  return {
    on: transferOn,
    all,
    officials,
    outsiders: all.filter((i) => !officials.includes(i)),
    subjects,
    kinds,
    violationOnly,
    medicalOnly: funds.length > 0 && funds.every((id) => fundOf(id)?.manager === 'medical') && transferOn >= medicalOnlyDate,
  }
}

export const isDuty = (kind: ChargeKind | undefined): boolean => kind === 'duty' || kind === 'duty-related'
