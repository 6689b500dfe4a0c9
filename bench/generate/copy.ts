/** A template with fresh ids and numbers, sealed again: the rows of one more case. */
import { randomBytes } from 'node:crypto'
import { formatNo, type TakenNumber } from '#lib/domain/numbers'
import { GENESIS, type SealedEvent, sealEvents } from '#lib/ledger/seal'
import type { Template, Whole } from './templates.ts'

export type Copied = Omit<Whole, 'opened'> & Readonly<{ events: readonly SealedEvent[] }>
type Next = Readonly<{ nth: number; serialOf: (number: TakenNumber) => number; codeOf: (unitId: string) => string }>

export function copyOf({ texts, slots, numbers }: Template, { nth, serialOf, codeOf }: Next): Copied {
  const fresh = numbers.map((number) => ({ ...number, serial: serialOf(number) }))
  const said = new Map(numbers.map((number, i) => [number.text, formatNo(codeOf(number.unitId), fresh[i] ?? number)]))
  const tail = nth.toString(16).padStart(12, '0')
  let text = texts[0] ?? ''
  // An id keeps its beginning, so that whatever is sorted by id stays in its order, and a later fold finds the same rows.
  for (const [i, slot] of slots.entries()) text += (said.get(slot) ?? slot.slice(0, -12) + tail) + (texts[i + 1] ?? '')
  const { opened, ...rest }: Whole = JSON.parse(text)
  const events: SealedEvent[] = []
  for (const { streamId, occasion, event, type, v } of opened)
    events.push(
      ...sealEvents({ stream: 'case', streamId }, events.at(-1) ?? GENESIS, occasion, [
        { event: { ...event, type, v }, salt: randomBytes(16).toString('hex') },
      ]),
    )
  return { ...rest, numbers: fresh.map(({ unitId, kind, year, serial }) => ({ unitId, kind, year, serial })), events }
}
