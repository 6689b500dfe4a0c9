/** Evidence is added and voided, never deleted. A snapshot holds what was there at sending. */
import type { Rules } from '../case/decide.ts'
import type { EvidenceCommand } from '../case/commands.ts'
import type { CaseEvent } from '../case/events.ts'
import type { Happened } from '../case/evolve.ts'
import type { OpenCase } from '../case/state.ts'
import { AS_IS_FOLDER, folderOf } from '../law/dossier.ts'
import { evidenceKindOf, isSealedKind } from '../law/evidence-kinds.ts'
import { ok, refuse } from '../result.ts'
import type { EvidenceItem } from './events.ts'
import { isLocked, storedFiles } from './stored.ts'

export const EVIDENCE_RULES: Rules<EvidenceCommand['type']> = {
  AddEvidence: (state, { item }, _occasion, _number, past) => {
    if (state.evidence[item.itemId]) return refuse({ code: 'evidence.twice' })
    if (!folderOf(item.folder)) return refuse({ code: 'evidence.wrong-folder' })
    const isOther = item.content === 'other'
    if (isOther && item.folder !== AS_IS_FOLDER) return refuse({ code: 'evidence.other-content' })
    if (isOther && item.asIs === '') return refuse({ code: 'evidence.needs-as-is' })
    if (isSealedKind(item.kind) && item.folder !== evidenceKindOf(item.kind)?.folder) return refuse({ code: 'evidence.sealed-kind' })
    const same = sameIn(past, state.evidence, item)
    if (same) {
      const before = Object.values(state.evidence).filter(({ seq }) => seq < same.seq)
      return refuse({ code: 'evidence.duplicate', about: { n: before.length + 1 } }) // pointed out by its number in the dossier
    }
    return ok([{ type: 'EvidenceAdded', v: 2, item: isOther ? item : { ...item, asIs: '' } }])
  },

  VoidEvidence: (state, { itemId, reason }) => {
    const item = Object.hasOwn(state.evidence, itemId) ? state.evidence[itemId] : null
    if (!item) return refuse({ code: 'evidence.no-such-item' })
    if (item.voided) return refuse({ code: 'evidence.void-already' })
    return ok([{ type: 'EvidenceVoided', v: 1, itemId, reason }])
  },

  /** Once while it stands, however many readers find it. */
  FindFileFault: (state, { blobId, is }, _occasion, _number, past) => {
    const found = storedFiles(past).find((file) => file.blobId === blobId)
    if (!found) return refuse({ code: 'file.not-of-case' })
    if (isLocked(state, blobId)) return refuse({ code: 'file.locked-already' })
    const { itemId, trackId, seq } = found
    return ok([{ type: 'FileFaultFound', v: 1, file: { blobId, itemId, trackId, seq }, is }])
  },

  FindFileWhole: ({ faults = {} }, { blobId }) => {
    const fault = Object.hasOwn(faults, blobId) ? faults[blobId] : undefined
    if (!fault) return refuse({ code: 'file.not-locked' })
    const { itemId, trackId, seq } = fault
    return ok([{ type: 'FileFoundWhole', v: 1, file: { blobId, itemId, trackId, seq } }])
  },
}

/** One with the same bytes that is not void. Looked for in what happened: of 3,000 items a list is costly to make. */
function sameIn(past: readonly Happened<CaseEvent>[], evidence: OpenCase['evidence'], { sha256, sm3 }: EvidenceItem) {
  for (const { event } of past) {
    if (event.type !== 'EvidenceAdded' || event.item.sha256 !== sha256 || event.item.sm3 !== sm3) continue
    const item = evidence[event.item.itemId]
    if (item && !item.voided) return item
  }
  return null
}
