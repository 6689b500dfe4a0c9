import type { Changes } from '../case/evolve.ts'
import type { EvidenceEvent } from './events.ts'

export const EVIDENCE_CHANGES: Changes<EvidenceEvent> = {
  // `content` says it for whoever looks later; of the item the rows hold what they held before anybody looked.
  EvidenceAdded: (state, { item: { content: _, asIs = '', ...item } }, { seq, by, at }) => ({
    ...state,
    ...(asIs !== '' && { keptAsIs: { ...state.keptAsIs, [item.itemId]: asIs } }),
    sections: { ...state.sections, evidence: seq },
    evidence: { ...state.evidence, [item.itemId]: { ...item, seq, addedBy: by.personId, addedAt: at, voided: null } },
    liveItems: state.liveItems + 1,
  }),
  EvidenceVoided: (state, { itemId, reason }, { seq, by, at }) => {
    const item = state.evidence[itemId]
    if (!item) return state
    return {
      ...state,
      sections: { ...state.sections, evidence: seq },
      evidence: { ...state.evidence, [itemId]: { ...item, voided: { reason, by: by.personId, at } } },
      liveItems: state.liveItems - (item.voided ? 0 : 1),
    }
  },
  FileFaultFound: (state, { file, is }, { at }) => ({ ...state, faults: { ...state.faults, [file.blobId]: { ...file, is, at } } }),
  // Of a case in which all is whole again nothing tells that it ever was not, but its events.
  FileFoundWhole: (state, { file }) => {
    const { faults = {}, ...rest } = state
    const { [file.blobId]: _, ...others } = faults
    return Object.keys(others).length > 0 ? { ...rest, faults: others } : rest
  },
}
