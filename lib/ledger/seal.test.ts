import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Occasion } from '#lib/domain/result'
import { canonicalJson } from './canonical.ts'
import { firstBreak, openEvent } from './open.ts'
import { GENESIS, sealEvents, type SealedEvent } from './seal.ts'

const KEY = { stream: 'case', streamId: 'c1' } as const
const OCCASION: Occasion = {
  happenedAt: '2026-11-24T06:20:00.000Z',
  recordedAt: '2026-11-24T06:21:00.000Z',
  by: { personId: 'chen', unitId: 'b', post: 'handler' },
}
const ON_PAPER: Occasion = { ...OCCASION, onPaper: { actedBy: '马某', paperNo: '9号', blobDigest: 'ab' } }
const seal = (n: number, past: readonly SealedEvent[] = []): SealedEvent[] =>
  sealEvents(
    KEY,
    past.at(-1) ?? GENESIS,
    OCCASION,
    Array.from({ length: n }, (_, i) => ({
      event: { type: 'CaseRegistered', v: 1, title: `赵某祥案 📎 ${i}`, fen: 2_680_000 + i },
      salt: `salt-${i}`,
    })),
  )

/** Vectors kept for ever: if one of these changes, no ledger of yesterday can be checked tomorrow. */
describe('fixed vectors', () => {
  it('seals the same bytes as on the first day', () => {
    const [first, second] = seal(2)
    expect(first?.payload).toBe('{"alg":"none","text":"{\\"fen\\":2680000,\\"title\\":\\"赵某祥案 📎 0\\"}"}')
    expect(first?.hash).toBe('8e98bdc690685352cd2a7b4e8df57deb67cac92ac3ce30d6fa78267905fec0d1')
    expect(second?.hash).toBe('260109c11a3cc8db7091a1932b2d6d6f295b7b7c357e9ea9bcbc4362ead971fc')
    expect(sealEvents(KEY, GENESIS, ON_PAPER, [{ event: { type: 'X', v: 1 }, salt: 's' }])[0]?.hash).toBe(
      '37597fba178ece94a308be78026aa33c10fdbb46586f7cd7882dab05e8094b65',
    )
  })
  it('writes one text for one value', () => {
    expect(canonicalJson({ b: 1, a: [true, null, '𠮷'], c: undefined })).toBe('{"a":[true,null,"𠮷"],"b":1}')
    for (const bad of [1.5, NaN, -0, 2 ** 53, '\ud800', new Date(0), () => 1]) expect(() => canonicalJson(bad)).toThrow(/./)
  })
})

describe('the chain', () => {
  const events = seal(5)
  it('holds from the first event, and over later deeds', () => expect(firstBreak([...events, ...seal(2, events)])).toBeNull())
  it('finds every edited, cut, swapped or repeated entry', () => {
    const edits: ((all: SealedEvent[], at: number) => SealedEvent[])[] = [
      (all, at) => all.map((e, i) => (i === at ? { ...e, payload: e.payload.replace('2680', '1680') } : e)),
      (all, at) => all.map((e, i) => (i === at ? { ...e, leaf: e.leaf.replace('chen', 'zhou') } : e)),
      (all, at) => all.map((e, i) => (i === at ? { ...e, salt: 'other' } : e)),
      (all, at) => all.map((e, i) => (i === at ? { ...e, hash: '0'.repeat(64) } : e)),
      (all, at) => (at < all.length - 1 ? all.toSpliced(at, 1) : all.toSpliced(0, 1)), // a missing tail is the checkpoints' to find
      (all, at) => all.toSpliced(at, 0, all[at]!), // `at` is within the list
      (all, at) => (at > 0 ? all.toSpliced(at - 1, 2, all[at]!, all[at - 1]!) : all.toSpliced(0, 2, all[1]!, all[0]!)), // both are there
      (all, at) => all.map((e, i) => (i === at ? { ...e, streamId: 'c2' } : e)),
    ]
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: edits.length - 1 }), (at, which) => {
        expect(firstBreak(edits[which]!([...events], at))).not.toBeNull() // `which` is within the list
      }),
    )
  })
  it('opens to what was sealed', () => {
    expect(openEvent(events[1]!)).toMatchObject({
      streamId: 'c1',
      seq: 2,
      occasion: OCCASION,
      event: { type: 'CaseRegistered', v: 1, title: '赵某祥案 📎 1' },
    }) // five were sealed
  })
})
