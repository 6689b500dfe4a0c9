import { expect, it } from 'vitest'
import { actor, BUREAU, FILLED, CHEN, item, open, play } from '#lib/domain/case/given'
import type { Actor } from '#lib/domain/result'
import type { Reader } from '#lib/ports/case-store'
import { evidenceRows, rowsOf } from '#lib/views/case-views'
import { itemCountOf } from './count-items.ts'

const state = open(
  play([
    ...FILLED,
    { by: CHEN, command: { type: 'AddEvidence', item: item(2, 'inner-01') } },
    { by: CHEN, command: { type: 'AddEvidence', item: item(3) } },
    { by: CHEN, command: { type: 'VoidEvidence', itemId: 'i3', reason: 'x' } },
  ]),
)
const [row] = rowsOf(state).cases
const read = { listEvidence: async () => evidenceRows(state) } as Partial<Reader> as Reader // safe: counting asks nothing else
const count = (who: Actor) => (row ? itemCountOf(read, who, row, state) : 'no row')

it('a handler counts both volumes, a liaison the main one, a superior none', async () => {
  expect(await count(actor('chen', 'handler'))).toBe(2)
  expect(await count(actor('he', 'liaison'))).toBe(1)
  expect(await count(actor('tao', 'liaison', { unitId: BUREAU.superiorId ?? '', kind: 'bureau' }))).toBeNull()
})
