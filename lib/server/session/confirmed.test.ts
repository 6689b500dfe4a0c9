import { describe, expect, it } from 'vitest'
import { actor, APPROVED, INTAKE, play } from '#lib/domain/case/given'
import { ok, type Actor } from '#lib/domain/result'
import type { Reader } from '#lib/ports/case-store'
import { caseViews } from '#lib/views/case-views'
import { deedOf } from '#lib/usecases/deed-of'
import { confirmed } from './confirmed.ts'
import { problem } from '../forms/forms.ts'

const { state, events } = play(APPROVED)
const { is: rows } = caseViews(events, null, state)
const FIRST = { stream: 'case', streamId: 'c1', said: '' } as const
const ACT = { caseId: 'c1', trackId: 't1', action: 'SendTransfer' } as const

/** Writes down what was asked, in its order. */
async function tries(who: Actor, act: Parameters<typeof confirmed>[1], { known = false, right = true, said = '' } = {}) {
  const asked: string[] = []
  const read: Pick<Reader, 'readCaseRow' | 'listEvidence' | 'readIdempotencyKey'> = {
    readCaseRow: async (caseId) => (caseId === 'c1' ? (rows.cases[0] ?? null) : null),
    listEvidence: async () => rows.evidence,
    readIdempotencyKey: async (personId, formKey) =>
      known ? { personId, formKey, stream: 'case', streamId: 'c1', seq: 1, deed: deedOf({ ...FIRST, formKey, type: act.action }) } : null,
  }
  const me = {
    actor: who,
    said,
    read: read as Reader, // safe: nothing else is read here
    reauth: async (_password: string, _caseId: string, action: string) => {
      asked.push(`password for ${action}`)
      return right ? null : problem('password', 'password.wrong')
    },
  }
  const result = await confirmed(me, act, { password: 'x', formKey: 'k' }, async () => {
    asked.push('deed')
    return ok('done')
  })
  return { result, asked }
}
const DENIED = { result: { ok: false, refusal: { code: 'policy.denied' } }, asked: [] }

describe('an act that asks for the password', () => {
  it('is done by whom it is for, once it is them', async () =>
    expect(await tries(actor('chen', 'handler'), ACT)).toEqual({
      result: { ok: true, value: 'done' },
      asked: ['password for SendTransfer', 'deed'],
    }))
  it('is not done where it is not them', async () => {
    const { result, asked } = await tries(actor('chen', 'handler'), ACT, { right: false })
    expect([result.ok, asked]).toEqual([false, ['password for SendTransfer']])
  })
  it('asks nobody for a password whom it is not for: as little as where nothing is', async () => {
    for (const who of [actor('gao', 'handler'), actor('li', 'reviewer'), actor(INTAKE.personId, 'intake')])
      expect(await tries(who, ACT)).toEqual(DENIED)
    for (const act of [
      { ...ACT, caseId: 'none' },
      { ...ACT, trackId: 'none' },
      { ...ACT, trackId: 'constructor' },
    ])
      expect(await tries(actor('chen', 'handler'), act)).toEqual(DENIED)
  })
  it('gives the first answer to a second press, also of somebody whom it is not for any more', async () =>
    expect((await tries(actor('gao', 'handler'), ACT, { known: true })).asked).toEqual(['password for SendTransfer', 'deed']))
  it('asks as little of somebody whom it is not for, who sends another form under a key that was used (found J11)', async () => {
    expect(await tries(actor('gao', 'handler'), ACT, { known: true, said: 'another' })).toEqual(DENIED)
    expect(await tries(actor('gao', 'handler'), { ...ACT, caseId: 'none' }, { known: true })).toEqual(DENIED)
  })
  it('asks of the paper of a body that works on paper what the policy says of that', async () => {
    const paper = { ...ACT, action: 'SignReceipt', onPaper: true } as const
    expect((await tries(actor('chen', 'handler'), paper)).asked).toEqual(['password for SignReceipt', 'deed'])
    expect(await tries(actor('chen', 'handler'), { ...paper, onPaper: false })).toEqual(DENIED)
  })
  it('is asked for also where it is not its time: the rules say so themselves', async () => {
    expect((await tries(actor('chen', 'handler'), { ...ACT, action: 'WithdrawTransfer' })).asked).toEqual([
      'password for WithdrawTransfer',
      'deed',
    ])
  })
})
