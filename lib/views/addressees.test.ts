import { describe, expect, it } from 'vitest'
import {
  APPROVED,
  attempt,
  CHEN,
  CHIEF,
  CLOCK,
  COMMISSION,
  DECISION,
  EXAMINING,
  INTAKE,
  item,
  OFFICER,
  open,
  OTHER_POLICE,
  plan,
  POLICE,
  PROCURATORATE,
  RECEIVED,
  report,
  SENT,
  play,
  WANG,
  WRITTEN,
  ZHOU,
  type Step,
} from '#lib/domain/case/given'
import { evolve } from '#lib/domain/case/evolve'
import type { CaseCommand } from '#lib/domain/case/commands'
import type { UnitRef } from '#lib/domain/result'
import { noticesFor } from './addressees.ts'

const urge = (toUnitId: string, toPost: string, trackId: string | null): CaseCommand => ({
  type: 'Urge',
  trackId,
  toUnitId,
  toPost,
  text: '',
})
/** Who hears of the last of these deeds: people by id, posts as unit:post. */
function heardBy(steps: readonly Step[]): string[] {
  const before = play(steps.slice(0, -1))
  const after = play(steps)
  const fresh = after.events.slice(before.events.length)
  return fresh
    .flatMap((one) => noticesFor(one, open(after), before.state))
    .map(({ personId, unitId, post }) => personId || `${unitId}:${post}`)
}
const RG5 = { rule: 'RG5', suggested: 'commission', citation: '', reason: '' } as const
/** Two tracks, approved and not sent: nobody at either body knows. */
const MIXED: readonly Step[] = [
  ...WRITTEN,
  {
    by: CHEN,
    command: {
      type: 'WriteReport',
      report: report(
        plan({ facts: 'a', law: 'b' }),
        plan({ trackId: 't2', to: COMMISSION, copyTo: null, facts: 'c', law: 'd', route: RG5 }),
      ),
      readSeq: 6,
    },
  },
  { by: ZHOU, command: { type: 'ConfirmReport', readSeq: 7 } },
  { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: 7 } },
  { by: WANG, command: { type: 'ApproveTransfer', opinion: '同意', readSeq: 9 } },
]

it('hears of another round: the team, the head and the liaison, and no body (found B2)', () => {
  const returned: readonly Step[] = [
    ...RECEIVED,
    { by: INTAKE, command: { type: 'ReturnTransfer', trackId: 't1', reason: '无管辖权', competent: '' } },
  ]
  expect(heardBy([...returned, { by: CHEN, command: { type: 'OpenRound', reason: '改送' } }])).toEqual([
    'zhou',
    'bureau:approver',
    'bureau:liaison',
  ])
  expect(heardBy([...returned, { by: WANG, command: { type: 'LeaveReturned', trackId: 't1', reason: '依法处理' } }])).toEqual([
    'chen',
    'zhou',
    'bureau:liaison',
    'bureau:approver',
  ])
})
it('hears of the opinion of the body’s handler: whoever decides there, and nobody else (found B5)', () =>
  expect(
    heardBy([...EXAMINING, { by: OFFICER, command: { type: 'GiveFilingOpinion', trackId: 't1', proposes: 'decline', text: '情节轻微' } }]),
  ).toEqual(['police:approver']))

describe('an urge', () => {
  it.each(['t2', 't1', null])('to the body of a track that is only planned reaches nobody, whatever track it names (%s)', (trackId) =>
    expect(attempt(play(MIXED), { by: CHEN, command: urge('commission', 'intake', trackId) })).toMatchObject({
      ok: false,
      refusal: { code: 'office.no-such-unit' },
    }),
  )
  it('about a planned track goes to the bureau and to nobody else', () =>
    expect(heardBy([...MIXED, { by: WANG, command: urge('bureau', 'liaison', 't2') }])).toEqual(['bureau:liaison']))
  it('to the bureau’s handlers goes to those of the case, not to their colleagues', () => {
    expect(heardBy([...APPROVED, { by: WANG, command: urge('bureau', 'handler', null) }])).toEqual(['chen', 'zhou'])
    expect(heardBy([...SENT, { by: WANG, command: urge('bureau', 'handler', 't1') }])).toEqual(['chen', 'zhou'])
  })
  it('to the officers of the body goes to all until one has taken it, then to that one', () => {
    expect(heardBy([...RECEIVED, { by: CHEN, command: urge('police', 'handler', 't1') }])).toEqual(['police:handler'])
    expect(heardBy([...EXAMINING, { by: CHEN, command: urge('police', 'handler', 't1') }])).toEqual(['liu'])
  })
})

describe('what the sender does later', () => {
  it('is told to the officer who took it, not to that officer’s colleagues', () => {
    const filed: Step[] = [...EXAMINING, { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: DECISION } }]
    expect(heardBy([...filed, { by: CHEN, command: { type: 'SignForDecision', trackId: 't1' } }])).toEqual([
      'liu',
      `${POLICE.unitId}:approver`,
    ])
    const more: CaseCommand = { type: 'SendSupplement', trackId: 't1', itemIds: [], note: '情况说明' }
    expect(heardBy([...EXAMINING, { by: CHEN, command: more }])).toEqual([`${POLICE.unitId}:intake`, 'liu'])
  })
})

describe('a stored file that is not as sealed', () => {
  const fault = (blobId: string): Step => ({ by: CLOCK, command: { type: 'FindFileFault', blobId, is: 'changed' } })
  const whole = (blobId: string): Step => ({ by: CLOCK, command: { type: 'FindFileWhole', blobId } })
  const AUDITOR = 'platform:audit-admin'
  it('is told to the officers and the auditor, and once whole to the same (found J6)', () => {
    expect(heardBy([...APPROVED, fault('b1')])).toEqual(['chen', 'zhou', AUDITOR])
    expect(heardBy([...APPROVED, fault('b1'), whole('b1')])).toEqual(['chen', 'zhou', AUDITOR])
  })
  it('is told to those who have it in hand: the body until it takes it up, then its officer and who receives there (found J6)', () => {
    const received = ['police:intake', 'police:liaison', 'police:handler']
    expect(heardBy([...SENT, fault('b1')])).toEqual(['chen', 'zhou', AUDITOR, ...received])
    expect(heardBy([...EXAMINING, fault('b1')])).toEqual(['chen', 'zhou', AUDITOR, 'police:intake', 'police:liaison', 'liu'])
  })
  it('is told to no body that was not sent it, nor to one whose letter was taken back (found J6)', () => {
    const more: Step = { by: CHEN, command: { type: 'AddEvidence', item: item(2) } }
    const back: Step = { by: CHEN, command: { type: 'WithdrawTransfer', trackId: 't1', reason: '误送' } }
    expect(heardBy([...SENT, more, fault('b2')])).toEqual(['chen', 'zhou', AUDITOR])
    expect(heardBy([...SENT, back, fault('b1')])).toEqual(['chen', 'zhou', AUDITOR])
  })
  it('of a decision is told to the copied body too, which may read it (found J6)', () => {
    const filed: Step[] = [...EXAMINING, { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: DECISION } }]
    const copied = ['procuratorate:intake', 'procuratorate:supervisor']
    expect(heardBy([...filed, fault('b9')])).toEqual(['chen', 'zhou', AUDITOR, 'police:intake', 'police:liaison', 'liu', ...copied])
  })
  it('is named to each by the number on their own list, and to the auditor alone by its stored name (found J6)', () => {
    const steps: Step[] = [
      ...RECEIVED,
      { by: CHEN, command: { type: 'AddEvidence', item: item(2, 'inner-01') } },
      { by: CHEN, command: { type: 'AddEvidence', item: item(3) } },
      { by: CHEN, command: { type: 'SendSupplement', trackId: 't1', itemIds: ['i3'], note: '' } },
      fault('b3'),
    ]
    const { state, events } = play(steps)
    const [last] = events.slice(-1)
    const notices = last && state ? noticesFor(last, state, state) : []
    const aboutTo = (who: string) => notices.find(({ personId, unitId }) => [personId, unitId].includes(who))?.about
    expect([aboutTo('chen'), aboutTo('platform'), aboutTo('police')]).toEqual([
      '{"is":"changed","n":3}',
      '{"is":"changed","n":3,"file":"b3"}',
      '{"is":"changed","n":2}',
    ])
    expect(notices.find(({ unitId }) => unitId === 'platform')?.trackId).toBe('')
  })
})

/** What the last deed told whom: `unit/post: code`. */
function heardOf(steps: readonly Step[]): string[] {
  const { events } = play(steps)
  const last = events.at(-1)
  if (!last) throw new Error('nothing happened')
  const before = events.slice(0, -1).reduce(evolve, null)
  const after = evolve(before, last)
  if (!after) throw new Error('no case')
  return noticesFor(last, after, before).map(({ unitId, post, personId, code }) => `${unitId || personId}/${post}: ${code}`)
}
const passOn = (copyTo: UnitRef | null): Step[] => [
  ...RECEIVED,
  { by: INTAKE, command: { type: 'PassOn', trackId: 't1', to: OTHER_POLICE, copyTo, reason: '主要犯罪地在丙县' } },
]
const ELSEWHERE: UnitRef = { ...PROCURATORATE, unitId: 'procuratorate-2' }

it('tells the procuratorate that was copied first that the copy now goes elsewhere, and the next one that it has one', () => {
  const heard = heardOf(passOn(ELSEWHERE))
  for (const post of ['intake', 'supervisor']) {
    expect(heard).toContain(`procuratorate/${post}: copy-moved`)
    expect(heard).toContain(`procuratorate-2/${post}: transfer-copied`)
  }
  expect(heard.filter((line) => line.startsWith('procuratorate/') && !line.endsWith('copy-moved'))).toEqual([])
})
it('tells the procuratorate that stays copied where the case went, and nothing else', () =>
  expect(heardOf(passOn(PROCURATORATE)).filter((line) => line.startsWith('procuratorate'))).toEqual([
    'procuratorate/intake: passed-on',
    'procuratorate/supervisor: passed-on',
  ]))
it('alarms liaison and head of the sender and both posts of its superior about a decision that nobody signed for', () => {
  const silent: Step[] = [
    ...EXAMINING,
    { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: DECISION } },
    { by: OFFICER, command: { type: 'AlarmSilence', trackId: 't1' }, at: '2026-11-27T00:00:00.000Z' },
  ]
  expect(heardOf(silent)).toEqual([
    'bureau/liaison: silence-alarmed',
    'bureau/approver: silence-alarmed',
    'league/liaison: silence-alarmed',
    'league/approver: silence-alarmed',
  ])
})
