import type { Happened } from '../case/evolve.ts'
import type { OpenCase } from '../case/state.ts'
import type { EvidenceEvent } from './events.ts'

export const EVIDENCE_EVENTS: ReadonlySet<string> = new Set<EvidenceEvent['type']>(['EvidenceAdded', 'EvidenceVoided'])

export function evolveEvidence(state: OpenCase, { event, seq, occasion }: Happened<EvidenceEvent>): OpenCase {
  const sections = { ...state.sections, evidence: seq }
  const { happenedAt: at, by } = occasion
  if (event.type === 'EvidenceAdded')
    return {
      ...state,
      sections,
      evidence: { ...state.evidence, [event.item.itemId]: { ...event.item, seq, addedBy: by.personId, addedAt: at, voided: null } },
    }
  const item = state.evidence[event.itemId]
  return item
    ? {
        ...state,
        sections,
        evidence: { ...state.evidence, [event.itemId]: { ...item, voided: { reason: event.reason, by: by.personId, at } } },
      }
    : state
}
