/** Where somebody begins, and which parts of the portal are theirs: only what exists, and only what is not a 404 to them (docs/ux.md §1.1). */
import { isAdministrator } from '#lib/domain/office/policy'
import type { Actor, Seat } from '#lib/domain/result'

const isAdmin = ({ seats }: Actor): boolean => seats.some(({ post }) => isAdministrator(post))

/** Who keeps the machine begins with how it runs. */
const isOperator = ({ seats }: Actor): boolean => seats.some(({ post }) => post === 'system-admin')

export const homeOf = (actor: Actor): string =>
  isOperator(actor)
    ? '/admin'
    : isAdmin(actor)
      ? '/admin/people'
      : actor.seats.length === 0
        ? '/account'
        : actor.seats.every(({ post }) => post === 'supervisor')
          ? '/transfers' // refusals and delays first (found C4)
          : '/work'

export type Part = 'work' | 'cases' | 'transfers' | 'admin'
export function partsOf(actor: Actor): readonly Part[] {
  if (isAdmin(actor)) return ['admin']
  if (actor.seats.length === 0) return []
  return [
    'work',
    ...(actor.seats.some(ofBureau) ? (['cases'] as const) : []),
    ...(actor.seats.some(ofRecipient) ? (['transfers'] as const) : []),
  ]
}
const ofBureau = ({ unitKind, post }: Seat): boolean => unitKind === 'bureau' || (unitKind === 'justice' && post === 'overseer')
const ofRecipient = ({ unitKind }: Seat): boolean => ['procuratorate', 'police', 'commission'].includes(unitKind)
