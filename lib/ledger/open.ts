/** Reading back what was sealed, and finding the first place where it is not what was sealed. */
import { z } from 'zod'
import { parseJson } from '#lib/domain/json'
import type { By, Occasion } from '#lib/domain/result'
import { GENESIS, sha256, type SealedEvent } from './seal.ts'

const Leaf = z.strictObject({
  stream: z.string(),
  streamId: z.string(),
  seq: z.int(),
  v: z.int(),
  type: z.string(),
  happenedAt: z.string(),
  recordedAt: z.string(),
  by: z.strictObject({ personId: z.string(), unitId: z.string(), post: z.string() }),
  onPaper: z.strictObject({ actedBy: z.string(), paperNo: z.string(), blobDigest: z.string() }).optional(),
  commitment: z.string(),
  previous: z.string(),
})
const Payload = z.strictObject({ alg: z.literal('none'), text: z.string() })

export type Opened = Readonly<{
  streamId: string
  seq: number
  type: string
  v: number
  occasion: Occasion
  event: Readonly<Record<string, unknown>>
}>

export function openEvent({ leaf, payload }: SealedEvent): Opened {
  const { streamId, seq, type, v, happenedAt, recordedAt, by, onPaper } = Leaf.parse(JSON.parse(leaf))
  const occasion: Occasion = { happenedAt, recordedAt, by: by as By, ...(onPaper && { onPaper }) } // safe: only `ask` seals, with posts of the policy
  return { streamId, seq, type, v, occasion, event: { ...JSON.parse(Payload.parse(JSON.parse(payload)).text), type, v } }
}

/** The first seq at which the chain, the numbering or a commitment breaks; null where all holds. Events in order, from the first. */
export function firstBreak(events: readonly SealedEvent[]): number | null {
  let previous = GENESIS
  for (const event of events) {
    const leaf = Leaf.safeParse(parseJson(event.leaf))
    const sound =
      leaf.success &&
      event.seq === previous.seq + 1 &&
      leaf.data.seq === event.seq &&
      leaf.data.stream === event.stream &&
      leaf.data.streamId === event.streamId &&
      leaf.data.previous === previous.hash &&
      leaf.data.commitment === sha256(event.salt, event.payload) &&
      sha256(event.leaf) === event.hash
    if (!sound) return event.seq
    previous = event
  }
  return null
}
