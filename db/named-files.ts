/** Which stored files an event names: an item, the copy that was sent, a decision's paper, the scan of a paper in the envelope. */
import type { EvidenceEvent } from '#lib/domain/evidence/events'
import { filesIn } from '#lib/domain/evidence/stored'
import type { FileRef, Occasion } from '#lib/domain/result'
import { scanOf } from '#lib/domain/transfer/scan'
import { openEvent } from '#lib/ledger/open'
import type { SealedEvent } from '#lib/ledger/seal'

export const filesNamedBy = (event: SealedEvent): readonly FileRef[] => [...filesIn(openedOrNot(event))]
export const scanNamedBy = (event: SealedEvent): ReturnType<typeof scanOf> => scanOf(openedEnvelope(event)?.onPaper?.blobDigest ?? '')
export function blobIdsNamedBy(event: SealedEvent): readonly string[] {
  const scan = scanNamedBy(event)
  return [...filesNamedBy(event).map(({ blobId }) => blobId), ...(scan ? [scan.blobId] : [])]
}

/** Of a stored file that was found not as sealed 1, of one that was found whole again -1; null for other events. */
export function lockNamedBy(event: SealedEvent): Readonly<{ blobId: string; by: number }> | null {
  if (!event.leaf.includes('"type":"FileF')) return null // opening each would take as long again as all else
  const opened = openedOrNot(event) as Extract<EvidenceEvent, { type: 'FileFaultFound' | 'FileFoundWhole' }> | null // safe: no others begin so
  return opened && { blobId: opened.file.blobId, by: opened.type === 'FileFaultFound' ? 1 : -1 }
}

function openedEnvelope(event: SealedEvent): Occasion | null {
  try {
    return openEvent(event).occasion
  } catch {
    return null // `verify` says it: its seal is broken
  }
}
function openedOrNot(event: SealedEvent): unknown {
  try {
    return openEvent(event).event
  } catch {
    return null // as above
  }
}
