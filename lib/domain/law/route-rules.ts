/** One rule per row of routes.ts: whether it matches a case, and who then receives what (docs/handbook.md §5.1). */
import { citationsOn, type Citation } from './citation.ts'
import { isDuty, type Answer, type RecipientKind, type RouteAlternative, type RoutedCase, type RouteTrack } from './route-facts.ts'
import { ALSO_TO_PROCURATORATE, COMMISSION_SINCE, routeRow, type RouteId } from './routes.ts'
import { isInForce } from './row.ts'

/** The order of asking (§5.1 Precedence); the first that matches answers. */
export const RULES_IN_ORDER: readonly (readonly [RouteId, (c: RoutedCase) => Answer | null])[] = [
  ['RG12', principal],
  ['RG11', disputed],
  ['RG10', medical],
  ['RG7', mixed],
  ['RG9', company],
  ['RG8', takenAlong],
  ['RG6', violation],
  ['RG2', byDate('RG2')],
  ['RG3', byDate('RG3')],
  ['RG4', byDate('RG4')],
  ['RG5', byDate('RG5')],
  ['RG1', ordinary],
]

const track = (recipientKind: RecipientKind, subjectIndexes: readonly number[], { lead = false, byDefault = true } = {}): RouteTrack => ({
  recipientKind,
  subjectIndexes,
  lead,
  default: byDefault,
})
const isAllDuty = ({ kinds }: RoutedCase): boolean => kinds.length > 0 && kinds.every(isDuty)
const hasOrdinary = ({ kinds, violationOnly }: RoutedCase): boolean =>
  kinds.some((kind) => !isDuty(kind)) || (kinds.length === 0 && !violationOnly)
const isMixed = (c: RoutedCase): boolean => c.officials.length > 0 && c.outsiders.length > 0 && hasOrdinary(c)

/** The body competent for officials on the day: RG6 for a mere violation, else RG2 to RG5. `dateRow` says which. */
function forOfficials(c: RoutedCase, who: readonly number[], lead = false): Answer & Readonly<{ dateRow: RouteId }> {
  const dateRow = DATE_ROWS.find((id) => isInForce(routeRow(id), c.on)) ?? 'RG5'
  if (c.violationOnly) {
    return c.on >= COMMISSION_SINCE
      ? { dateRow: 'RG6', tracks: [track('commission', who, { lead })] }
      : { dateRow: 'RG6', tracks: [], manual: true, notes: ['discipline-body'] }
  }
  if (dateRow === 'RG2') return { dateRow, tracks: [track('procuratorate', who)] }
  // In the months of the pilots both are offered and a person chooses.
  if (dateRow === 'RG3')
    return {
      dateRow,
      manual: true,
      notes: ['pilots'],
      tracks: [track('commission', who, { byDefault: false }), track('procuratorate', who, { byDefault: false })],
    }
  const toProcuratorate: Citation[] = [
    ...(dateRow === 'RG5' ? [ALSO_TO_PROCURATORATE.official] : []),
    // The crimes of judicial staff that the procuratorate may still investigate itself.
    ...(who.some((i) => c.subjects[i]?.judicialOfficer) ? [ALSO_TO_PROCURATORATE.judicial] : []),
  ]
  return {
    dateRow,
    tracks: [track('commission', who, { lead })],
    alternatives: citationsOn(toProcuratorate, c.on).map((citation) => alternative('procuratorate', citation)),
  }
}
const DATE_ROWS = ['RG2', 'RG3', 'RG4', 'RG5'] as const
const alternative = (recipientKind: RecipientKind, citation: Citation | null): RouteAlternative => ({
  recipientKind,
  citation,
  needsReason: true,
})
/** The officials' part by the row of the date, the others' part with the police. */
const withPolice = (c: RoutedCase, lead: boolean): Answer => {
  const part = forOfficials(c, c.officials, lead)
  return { ...part, tracks: [...part.tracks, track('police', c.outsiders)] }
}

function principal(c: RoutedCase): Answer | null {
  if (!c.subjects.some((subject) => subject.isPrincipalOfBureau)) return null
  const { dateRow, tracks } = forOfficials(c, c.all)
  const citation = citationsOn(routeRow(dateRow).citations, c.on)[0] ?? null
  return {
    dateRow,
    notes: ['principal'],
    tracks: [track('superior', c.all, { lead: true })],
    alternatives: tracks.map((t) => alternative(t.recipientKind, citation)),
  }
}
function disputed(c: RoutedCase): Answer | null {
  if (!c.subjects.some((subject) => subject.official === 'disputed')) return null
  const { dateRow, tracks } = forOfficials(c, c.all)
  const offered = [track('police', c.all), ...tracks].map((t) => ({ ...t, lead: false, default: false }))
  return { dateRow, manual: true, notes: ['identity-disputed'], tracks: offered }
}
/** An official's duty crime in such a fund goes on by the row of the date; the fund matter goes to its own bureau. */
function medical(c: RoutedCase): Answer | null {
  if (!c.medicalOnly || c.all.length === 0) return null
  const part = c.officials.length > 0 ? forOfficials(c, c.officials, c.on >= COMMISSION_SINCE) : null
  return { ...part, tracks: [...(part?.tracks ?? []), track('medical', c.all)] }
}
function mixed(c: RoutedCase): Answer | null {
  return isMixed(c) && c.on >= COMMISSION_SINCE ? withPolice(c, true) : null
}
function company(c: RoutedCase): Answer | null {
  const own = c.kinds.includes('company') || c.subjects.some((subject) => subject.companyOwnMoney)
  if (!own || c.violationOnly || c.all.length === 0) return null
  if (c.officials.length === 0) return { tracks: [track('police', c.all)] }
  return c.outsiders.length === 0 ? forOfficials(c, c.officials) : withPolice(c, false)
}
function takenAlong(c: RoutedCase): Answer | null {
  if (!isAllDuty(c) || c.outsiders.length === 0 || c.violationOnly || c.on < COMMISSION_SINCE) return null
  const part = forOfficials(c, c.all, true)
  return { ...part, tracks: [...part.tracks, track('police', c.outsiders, { byDefault: false })] }
}
function violation(c: RoutedCase): Answer | null {
  return c.violationOnly && c.officials.length > 0 ? forOfficials(c, c.officials) : null
}
/** Before the commissions a mixed case goes to two bodies too, and a briber alone to the procuratorate: duty crimes were its own. */
function byDate(id: RouteId) {
  return (c: RoutedCase): Answer | null => {
    const duty = c.officials.length > 0 || (isAllDuty(c) && c.all.length > 0)
    if (!duty || c.violationOnly || !isInForce(routeRow(id), c.on)) return null
    return isMixed(c) ? withPolice(c, false) : forOfficials(c, c.all)
  }
}
function ordinary(c: RoutedCase): Answer | null {
  return c.all.length > 0 && !c.violationOnly ? { tracks: [track('police', c.all)] } : null
}
