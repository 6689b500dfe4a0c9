/** The office stream, as `ask` takes it: rules, policy and views in one value. */
import type { OfficeCommand } from '#lib/domain/office/commands'
import { decideOffice } from '#lib/domain/office/decide'
import type { OfficeEvent } from '#lib/domain/office/events'
import { evolveOffice } from '#lib/domain/office/evolve'
import { mayInOffice } from '#lib/domain/office/policy'
import { EMPTY_OFFICE, type OfficeState } from '#lib/domain/office/state'
import { officeViews } from '#lib/views/office-views'
import type { Decider } from '../ask.ts'

export const officeDecider: Decider<OfficeCommand, OfficeEvent, OfficeState> & Readonly<{ stream: 'office' }> = {
  stream: 'office',
  initial: EMPTY_OFFICE,
  evolving: (from) => {
    let state = from
    return (happened) => (state = evolveOffice(state, happened))
  },
  permit: (actor, command) => {
    const by = mayInOffice(actor, command.type)
    return by ? { is: 'yes', by } : { is: 'never' }
  },
  needsNumber: () => null,
  decide: decideOffice,
  views: officeViews,
  upcast: ({ event }) => event as unknown as OfficeEvent, // safe: sealed by `ask` from this very type; what a v 2 says more is only that it is told
}
