/** Who is given a post, and when it ends. A post that decides is proposed by one person and in force when another confirms it (J4). */
import { ok, refuse, type Occasion } from '../result.ts'
import { beijingDay } from '../time.ts'
import { confirmFault } from './confirming.ts'
import type { NewPost } from './events.ts'
import { hasDesk, isDeciding, isIncompatible, POSTS_OF_KIND } from './policy.ts'
import { withPerson, type Decision, type Of, type Rule } from './rule.ts'
import { postsOf, type OfficeState, type ProposalState } from './state.ts'

export const grantPost: Rule<Of<'GrantPost'>> = (state, { grant }, occasion) =>
  isDeciding(grant.post)
    ? refuse({ code: 'office.needs-confirmation' })
    : grantable(state, grant, occasion, () => ok([{ type: 'PostGranted', v: 2, ...grant }]))

export const proposePost: Rule<Of<'ProposePost'>> = (state, { proposal }, occasion) =>
  grantable(state, proposal, occasion, () => {
    if (isPast(proposal, occasion)) return refuse({ code: 'office.dates' })
    const isProposed = Object.values(state.proposals).some((open) => open.personId === proposal.personId && isSame(open, proposal))
    return isProposed ? refuse({ code: 'office.proposed-already' }) : ok([{ type: 'PostProposed', v: 1, ...proposal }])
  })

/** Everything is asked again: much may have changed since the proposal. */
export const confirmPost: Rule<Of<'ConfirmPost'>> = (state, { postId }, occasion) =>
  withProposal(state, postId, (proposal) => {
    const fault = confirmFault(state, proposal, occasion.by.personId, beijingDay(occasion.recordedAt))
    if (fault) return refuse({ code: fault })
    return grantable(state, proposal, occasion, () =>
      isPast(proposal, occasion) ? refuse({ code: 'office.dates' }) : ok([{ type: 'PostConfirmed', v: 2, postId }]),
    )
  })

/** By who could confirm it, or by the proposer, who takes it back. */
export const declinePost: Rule<Of<'DeclinePost'>> = (state, { postId, reason }, { by, recordedAt }) =>
  withProposal(state, postId, (proposal) => {
    const fault = proposal.proposedBy === by.personId ? null : confirmFault(state, proposal, by.personId, beijingDay(recordedAt))
    return fault ? refuse({ code: fault }) : ok([{ type: 'PostDeclined', v: 1, postId, reason }])
  })

export const endPost: Rule<Of<'EndPost'>> = (state, { postId, on }, { by }) => {
  const held = state.posts[postId]
  if (!held || (held.to !== null && held.to < on)) return refuse({ code: 'office.no-such-post' })
  if (held.personId === by.personId) return refuse({ code: 'office.own-post' })
  return on < held.from ? refuse({ code: 'office.dates' }) : ok([{ type: 'PostEnded', v: 1, postId, personId: held.personId, on }])
}

/** May this person have this post for these days, from this hand? */
function grantable(state: OfficeState, grant: NewPost, { by }: Occasion, then: () => Decision): Decision {
  return withPerson(state, grant.personId, () => {
    const unit = state.units[grant.unitId]
    if (!unit) return refuse({ code: 'office.no-such-unit' })
    if (grant.personId === by.personId) return refuse({ code: 'office.own-post' })
    if (!POSTS_OF_KIND[unit.kind].includes(grant.post)) return refuse({ code: 'office.wrong-post' })
    if (!hasDesk(unit.kind, grant.post)) return refuse({ code: 'office.no-desk' })
    if (grant.from < unit.from || (grant.to !== null && grant.to < grant.from)) return refuse({ code: 'office.dates' })
    const meanwhile = postsOf(state, grant.personId).filter((held) => overlap(held, grant))
    if (meanwhile.some((held) => isSame(held, grant))) return refuse({ code: 'office.post-held' })
    const clash = meanwhile.find((held) => isIncompatible(held, grant))
    return clash ? refuse({ code: 'office.incompatible', about: { post: clash.post } }) : then()
  })
}

/** The id may be anything that was bound to a form, also a word that every object answers to. */
function withProposal(state: OfficeState, postId: string, then: (proposal: ProposalState) => Decision): Decision {
  const proposal = Object.hasOwn(state.proposals, postId) ? state.proposals[postId] : undefined
  return proposal ? then(proposal) : refuse({ code: 'office.no-such-proposal' })
}

const isPast = ({ to }: Span, { recordedAt }: Occasion): boolean => to !== null && to < beijingDay(recordedAt)
const isSame = (one: NewPost, other: NewPost): boolean => one.unitId === other.unitId && one.post === other.post && overlap(one, other)
const overlap = (one: Span, other: Span): boolean => !isBefore(one, other) && !isBefore(other, one)
const isBefore = ({ to }: Span, { from }: Span): boolean => to !== null && to < from
type Span = Pick<NewPost, 'from' | 'to'>
