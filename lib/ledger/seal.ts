/** Sealing: a leaf per event with a salted commitment to its payload, chained per stream (docs/decisions.md D6, D9). Time and chance come in as arguments. */
import { createHash } from 'node:crypto'
import type { Occasion } from '#lib/domain/result'
import type { Stream, StreamKey } from '#lib/domain/stream'
import { canonicalJson } from './canonical.ts'

export type { Stream, StreamKey }
/** `payload` may hold personal data and can be shredded one day; `leaf` holds only a salted commitment to it and stays for ever. All text. */
export type SealedEvent = StreamKey & Readonly<{ seq: number; payload: string; salt: string; leaf: string; hash: string }>
export type Head = Readonly<{ seq: number; hash: string }>
export const GENESIS: Head = { seq: 0, hash: '0'.repeat(64) }
/** One salt an event, or equal payloads would show. */
export type Unsealed = Readonly<{ event: Readonly<{ type: string; v: number }>; salt: string }>

export const sha256 = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\n')).digest('hex')
/** Of a value, whatever the order of its keys. */
export const digestOf = (value: unknown): string => sha256(canonicalJson(value))

export function sealEvents(key: StreamKey, head: Head, occasion: Occasion, events: readonly Unsealed[]): SealedEvent[] {
  let { seq, hash } = head
  return events.map(({ event: { type, v, ...rest }, salt }) => {
    const payload = canonicalJson({ alg: 'none', text: canonicalJson(rest) }) // `alg` now, so that encryption can come later
    const leaf = canonicalJson({ ...key, ...occasion, seq: ++seq, v, type, commitment: sha256(salt, payload), previous: hash })
    hash = sha256(leaf)
    return { ...key, seq, payload, salt, leaf, hash }
  })
}
