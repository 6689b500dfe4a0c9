import { randomBytes, randomUUID } from 'node:crypto'
import type { Opened } from '#lib/ledger/open'
import { type SealedEvent, sealEvents } from '#lib/ledger/seal'
import { refold } from '#lib/usecases/refold'
import type { Copied } from './copy.ts'

/** A case under investigation with as many more items of evidence as asked for: the same file again and again, each an event of its own. */
export function enlarge(copied: Copied, added: Opened, items: number): Copied {
  const events: SealedEvent[] = [...copied.events]
  const key = { stream: 'case', streamId: added.streamId } as const
  // safe: the caller gives an opened EvidenceAdded
  const { item, ...event } = added.event as Readonly<{ item: Record<string, unknown>; type: string; v: number }>
  for (let n = 1; n <= items; n++) {
    const { seq = 0, hash = '' } = events.at(-1) ?? {}
    const more = { ...event, item: { ...item, itemId: randomUUID(), name: `附件${n}.pdf` } }
    events.push(...sealEvents(key, { seq, hash }, added.occasion, [{ event: more, salt: randomBytes(16).toString('hex') }]))
  }
  return { ...copied, ...refold(key, events), events }
}
