import { describe, expect, it } from 'vitest'
import { BUREAU, CONFIRMED, open, play, type Step } from '#lib/domain/case/given'
import type { OpenCase } from '#lib/domain/case/state'
import { GENESIS, sealEvents } from '#lib/ledger/seal'
import type { Reader } from '#lib/ports/case-store'
import { decidingUnitOf } from './submit-report.ts'

const DAY = '2026-11-24'
type Head = readonly [personId: string, unitId: string, from?: string, to?: string]
/** An office with these heads, and the case's own events. */
function office(steps: readonly Step[], ...heads: Head[]): { read: Reader; state: OpenCase } {
  const played = play(steps)
  const read: Pick<Reader, 'listPosts' | 'listPersons' | 'readEvents'> = {
    listPosts: async ({ unitId }) =>
      heads
        .filter(([, at]) => at === unitId)
        .map(([personId, at, from = '2020-01-01', to = '']) => ({ postId: personId, personId, unitId: at, post: 'approver', from, to })),
    listPersons: async () =>
      heads.map(([personId]) => ({ personId, login: personId, name: personId, phone: '', from: '2020-01-01', leftOn: '' })),
    readEvents: async () =>
      played.events.reduce<ReturnType<typeof sealEvents>>((sealed, { event, occasion }) => {
        const head = sealed.at(-1) ?? GENESIS
        return [...sealed, ...sealEvents({ stream: 'case', streamId: 'c1' }, head, occasion, [{ event, salt: 's' }])]
      }, []),
  }
  return { read: read as Reader, state: open(played) } // safe: nothing else is asked
}
const decides = async (steps: readonly Step[], ...heads: Head[]) => {
  const { read, state } = office(steps, ...heads)
  const found = await decidingUnitOf({ read, today: DAY }, state)
  return found.ok ? found.value : found.refusal
}

describe('who decides on the report (found J3)', () => {
  it('is the bureau, while one of its heads took no part', async () => {
    expect(await decides(CONFIRMED, ['wang', 'bureau'])).toBe('bureau')
    expect(await decides(CONFIRMED, ['chen', 'bureau'], ['wang', 'bureau'])).toBe('bureau')
  })
  it('is its superior, where each of them did, also long ago and under another post', async () => {
    const left: Step = {
      by: { personId: 'wang', unitId: 'bureau', post: 'approver' },
      command: { type: 'AssignHandlers', handlerIds: ['sun', 'zhang'], reason: '轮岗', readSeq: 1 },
    }
    expect(await decides([...CONFIRMED, left], ['chen', 'bureau'], ['zhou', 'bureau'], ['tao', 'league'])).toBe('league')
    expect(await decides(CONFIRMED, ['wang', 'bureau', '2020-01-01', '2026-11-23'], ['tao', 'league'])).toBe('league')
  })
  it('is nobody where the superior has none either: who must be appointed is named', async () => {
    const no = { code: 'decision.nobody-free', about: { unit: BUREAU.name } }
    expect(await decides(CONFIRMED, ['chen', 'bureau'])).toEqual(no)
    expect(await decides(CONFIRMED, ['chen', 'bureau'], ['zhou', 'league'])).toEqual(no)
  })
})
