import { expect, it } from 'vitest'
import {
  actor,
  CHEN,
  CHIEF,
  DECISION,
  EXAMINING,
  INTAKE,
  item,
  OFFICER,
  open,
  OTHER_POLICE,
  POLICE,
  PROCURATORATE,
  RECEIVED,
  play,
  type Step,
} from '#lib/domain/case/given'
import { stageFault } from '#lib/domain/transfer/stage-faults'
import { isSent, sentFiles } from '#lib/domain/transfer/state'
import { entryOf } from './timeline.ts'
import { rowOf } from './events.ts'
import { isForBodies } from './for-bodies.ts'
import { formerPart, sealedCase, type StandingTrack } from './sealed-case.ts'

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

it('the opinion of the body’s handler is read in the body alone: by no sender, copied or former body (found B5)', () => {
  const text = '审查意见：事实清楚'
  const opinion: Step = { by: OFFICER, command: { type: 'GiveFilingOpinion', trackId: 't1', proposes: 'file', text } }
  const played = play([...EXAMINING, opinion])
  const read = (...who: Parameters<typeof actor>): string => {
    const found = open(played).tracks['t1']
    if (!found || !isSent(found) || found.phase === 'withdrawn') throw new Error('t1 stands')
    return JSON.stringify(sealedCase(open(played), found, actor(...who)))
  }
  expect(read('ma', 'approver', POLICE)).toContain(text)
  expect(read('jian', 'supervisor', PROCURATORATE)).not.toContain(text)
  const last = played.events.at(-1)
  if (!last) throw new Error('it was given')
  expect([isForBodies(entryOf(last), 'body'), isForBodies(entryOf(last), 'copied')]).toEqual([true, false])
  expect(rowOf(last.event.type).isBodys, 'on no timeline of the sender').toBe(true)
  const passed = play(
    [{ by: OFFICER, command: { type: 'PassOn', trackId: 't1', to: OTHER_POLICE, copyTo: null, reason: '主要犯罪地' } }],
    played,
  )
  expect(JSON.stringify(open(passed).tracks['t1'])).not.toContain(text)
})

it('the procuratorate is offered what the rules allow, though it reads the letter sealed (found C4)', () => {
  const late = '2026-11-28T00:00:00.000Z'
  const refused: Step = { by: CHIEF, command: { type: 'DeclineFiling', trackId: 't1', decision: { ...DECISION, reasons: '情节轻微' } } }
  const fault = (steps: readonly Step[], at: string): string | null => {
    const state = open(play(steps))
    const found = state.tracks['t1']
    if (!found || !isSent(found) || found.phase === 'withdrawn') throw new Error('t1 stands')
    const { track: read } = sealedCase(state, found, actor('jian', 'supervisor', PROCURATORATE))
    expect(JSON.stringify(read), 'of the receipt no more than when').not.toContain('receiptNo')
    return stageFault('FindNoObjection', read, at)?.code ?? null
  }
  expect(fault([...EXAMINING, refused], late)).toBeNull()
  expect(fault(EXAMINING, late)).toBeNull()
  expect(fault(EXAMINING, '2026-11-24T08:00:00.000Z')).toBe('supervision.not-overdue')
})
