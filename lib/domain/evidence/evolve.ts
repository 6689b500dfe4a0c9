import type { Changes } from '../case/evolve.ts'
import type { EvidenceEvent } from './events.ts'

export const EVIDENCE_CHANGES: Changes<EvidenceEvent> = {
  EvidenceAdded: (state, { item }, { seq, by, at }) => ({
    ...state,
    sections: { ...state.sections, evidence: seq },
    evidence: { ...state.evidence, [item.itemId]: { ...item, seq, addedBy: by.personId, addedAt: at, voided: null } },
  }),
  EvidenceVoided: (state, { itemId, reason }, { seq, by, at }) => {
    const item = state.evidence[itemId]
    if (!item) return state
    return {
      ...state,
      sections: { ...state.sections, evidence: seq },
      evidence: { ...state.evidence, [itemId]: { ...item, voided: { reason, by: by.personId, at } } },
    }
  },
}
