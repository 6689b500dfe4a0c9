/** Which stored files an event names: an item, the copy that was sent, a decision's paper, the scan of a paper in the envelope. */
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
function* filesIn(value: unknown): Generator<FileRef> {
  if (typeof value !== 'object' || value === null) return
  if ('blobId' in value && 'sha256' in value && 'sm3' in value && 'size' in value) yield value as FileRef // safe: only files have these four
  for (const part of Object.values(value)) yield* filesIn(part)
}
