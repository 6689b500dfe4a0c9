import { describe, expect, it } from 'vitest'
import { actor, CHEN, INTAKE, open, OTHER_POLICE, POLICE, PROCURATORATE, RECEIVED, send, SENT, play, type Step } from '../case/given.ts'
import type { Actor } from '../result.ts'
import { can } from './can.ts'
import { POLICY, type Action } from './table.ts'

const RECALL: Step = { by: CHEN, command: { type: 'WithdrawTransfer', trackId: 't1', reason: '附件有误' } }
const PASSED: readonly Step[] = [
  ...RECEIVED,
  { by: INTAKE, command: { type: 'PassOn', trackId: 't1', to: OTHER_POLICE, copyTo: PROCURATORATE, reason: '管辖' } },
]
const HAD_IT: readonly (readonly [string, Actor])[] = [
  ['the recipient', actor('lei', 'intake', OTHER_POLICE)],
  ['its officers', actor('dong', 'handler', OTHER_POLICE)],
  ['the body before', actor('hao', 'intake', POLICE)],
  ['the copied body', actor('jian', 'supervisor', PROCURATORATE)],
]
const reading = (who: Actor, steps: readonly Step[]): string[] =>
  (Object.keys(POLICY) as Action[]) // safe: the record's own keys
    .filter((action) => action.startsWith('Read') && can(who, action, open(play(steps)), { trackId: 't1' }) !== null)

describe('a letter that was taken back', () => {
  it.each(HAD_IT)('is a tombstone to %s, and no more (found A7)', (_who, who) => {
    expect(reading(who, PASSED)).toEqual(['ReadTrack'])
    expect(reading(who, [...PASSED, RECALL])).toEqual(['ReadTombstone'])
  })
  it('can be read again under its new number (found A7)', () => {
    const hao = actor('hao', 'intake', POLICE)
    expect(reading(hao, [...SENT, RECALL])).toEqual(['ReadTombstone'])
    expect(reading(hao, [...SENT, RECALL, { by: CHEN, command: send('t1') }])).toEqual(['ReadTrack'])
  })
  it.each([
    ['another bureau', actor('gao', 'handler', { unitId: 'bing', kind: 'bureau' })],
    ['police of elsewhere', actor('old', 'intake', { ...POLICE, unitId: 'police-9' })],
    ['a colleague of the sender', actor('sun', 'handler')],
  ])('is nothing at all to %s (found J5)', (_who, who) => expect(reading(who, [...PASSED, RECALL])).toEqual([]))
  it('is read by its sender as before', () =>
    expect(reading(actor('chen', 'handler'), [...SENT, RECALL])).toEqual(reading(actor('chen', 'handler'), SENT)))
  it.each(HAD_IT)('leaves %s nothing to dispute, sign or send back (found J5)', (_who, who) => {
    for (const action of [
      'DisputePaper',
      'SignReceipt',
      'AskSupplement',
      'PassOn',
      'ReturnTransfer',
      'FileCase',
      'OpenExamination',
    ] as const)
      expect(can(who, action, open(play([...PASSED, RECALL])), { trackId: 't1' }), action).toBeNull()
  })
})
