import { expect, it } from 'vitest'
import { actor, CHEN, INTAKE, item, open, OTHER_POLICE, POLICE, RECEIVED, play, type Step } from '#lib/domain/case/given'
import { isSent, sentFiles } from '#lib/domain/transfer/state'
import { formerPart, type StandingTrack } from './sealed-case.ts'

const THERE = { personId: 'bao', unitId: OTHER_POLICE.unitId, post: 'intake' } as const
const PASSED: Step[] = [
  ...RECEIVED,
  { by: INTAKE, command: { type: 'PassOn', trackId: 't1', to: OTHER_POLICE, copyTo: null, reason: '主要犯罪地在丙县' } },
  { by: THERE, command: { type: 'SignReceipt', trackId: 't1', code: '丙公', damaged: [], remarks: '' } },
  { by: CHEN, command: { type: 'AddEvidence', item: item(2) } },
  { by: CHEN, command: { type: 'SendSupplement', trackId: 't1', itemIds: ['i2'], note: '' } },
]
function track(): StandingTrack {
  const found = open(play(PASSED)).tracks['t1']
  if (!found || !isSent(found) || found.phase === 'withdrawn') throw new Error('t1 stands')
  return found
}

it('a former body counts what it had when it passed it on, and hears of nothing later', () => {
  expect(sentFiles(track())).toHaveLength(2)
  const { track: own, passedTo } = formerPart(track(), actor('hao', 'intake', POLICE))
  expect(sentFiles(own)).toHaveLength(1)
  expect(own).toMatchObject({ phase: 'sent', supplements: [] })
  expect(passedTo).toEqual(OTHER_POLICE)
})
