/** The second person of a proposal. Pages ask here who may, and say it; the rules ask again. */
import type { RefusalCode } from '../refusals.ts'
import type { Day, Post } from '../result.ts'
import type { OfficeState, ProposalState } from './state.ts'

/**
 * Null: this person may confirm. Else who may instead: another security administrator; where nobody else is one, a system
 * administrator who never issued the person's link, since with the link they would fill a post of their own; else the audit
 * administrator. Never the proposer, never the person whose post it is. `today` in Beijing.
 */
export function confirmFault(
  state: OfficeState,
  { proposedBy, personId }: Pick<ProposalState, 'proposedBy' | 'personId'>,
  confirmer: string,
  today: Day,
): RefusalCode | null {
  const others = (post: Post): readonly string[] => holdersOf(state, post, today).filter((id) => id !== proposedBy && id !== personId)
  const issuers = state.linkIssuers[personId] ?? []
  const alternatives: readonly (readonly [who: readonly string[], otherwise: RefusalCode])[] = [
    [others('security-admin'), 'office.by-security-admin'],
    [others('system-admin').filter((id) => !issuers.includes(id)), 'office.by-system-admin'],
    [others('audit-admin'), 'office.by-audit-admin'],
  ]
  const [who, otherwise] = alternatives.find(([there]) => there.length > 0) ?? [[], 'office.nobody-confirms']
  return who.includes(confirmer) ? null : otherwise
}

const holdersOf = ({ posts }: OfficeState, post: Post, today: Day): readonly string[] =>
  Object.values(posts)
    .filter((held) => held.unitKind === 'platform' && held.post === post && held.from <= today && (held.to === null || held.to >= today))
    .map(({ personId }) => personId)
