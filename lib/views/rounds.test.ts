/** Rounds of a case and proceedings of a track (docs/contributing.md §4): what came back or was refused is planned anew beside what lives. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { owedOnTrack } from '#lib/domain/procedure/track-phases'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { can } from '#lib/domain/policy/can'
import { addHours } from '#lib/domain/time'
import { isReceived, isSent, type TrackState } from '#lib/domain/transfer/state'
import type { CaseCommand } from '#lib/domain/case/commands'
import {
  actor,
  assessment,
  attempt,
  CHEN,
  CHIEF,
  COMMISSION,
  DECISION,
  FILLED,
  INTAKE,
  item,
  line,
  OFFICER,
  open,
  OTHER_POLICE,
  plan,
  report,
  send,
  subject,
  play,
  type Step,
  type Played,
  WANG,
  ZHOU,
} from '#lib/domain/case/given'
import type { TrackPlan } from '#lib/domain/case/events'
import { evolve } from '#lib/domain/case/evolve'
import { approvalFor, roundOf, roundOfTrack } from '#lib/domain/case/rounds'
import { dutiesOf } from './duties.ts'

const texts = { facts: '事实', law: '法' }
const toPolice = plan(texts)
const toCommission = plan({
  ...texts,
  trackId: 't2',
  to: COMMISSION,
  copyTo: null,
  subjectIds: ['s2'],
  itemIds: ['i2'],
  route: { rule: 'RG5', suggested: 'commission', citation: '', reason: '' },
})
const anew = plan({ ...texts, trackId: 't3', to: OTHER_POLICE })
const QU = { personId: 'qu', unitId: 'commission', post: 'intake' } as const
const LEI = { personId: 'lei', unitId: 'police-2', post: 'intake' } as const

const more = (steps: readonly Step[], played: Played): Played => play(steps, played)
/** A report with these tracks, up to the head's approval. */
function approving(played: Played, ...tracks: TrackPlan[]): Played {
  const seen = (section: 'report' | 'review', now: Played): number => open(now).sections[section]
  const written = more([{ by: CHEN, command: { type: 'WriteReport', report: report(...tracks), readSeq: seen('report', played) } }], played)
  const submitted = more(
    [
      { by: ZHOU, command: { type: 'ConfirmReport', readSeq: seen('report', written) } },
      { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: seen('report', written) } },
    ],
    written,
  )
  return more([{ by: WANG, command: { type: 'ApproveTransfer', opinion: '同意', readSeq: seen('review', submitted) } }], submitted)
}
/** Under review. */
function submitting(played: Played): Played {
  const written = more(
    [{ by: CHEN, command: { type: 'WriteReport', report: report(anew), readSeq: open(played).sections.report } }],
    played,
  )
  const { report: readSeq } = open(written).sections
  return more(
    [
      { by: ZHOU, command: { type: 'ConfirmReport', readSeq } },
      { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq } },
    ],
    written,
  )
}
const GOODS = { spec: '', quantity: '1', unit: '枚', condition: '', valueFen: null, place: '', origin: '' }
const filled = more(
  [
    { by: CHEN, command: { type: 'RecordSubject', subjectId: 's2', subject: subject({ name: '钱某' }), readSeq: 0 } },
    {
      by: CHEN,
      command: { type: 'RecordAmounts', lines: [line(), line('s2')], assessments: [assessment(), assessment('s2')], readSeq: 3 },
    },
    { by: CHEN, command: { type: 'AddEvidence', item: item(2) } },
  ],
  play(FILLED),
)
const both = more(
  [
    { by: CHEN, command: send('t1') },
    { by: CHEN, command: send('t2') },
  ],
  approving(filled, toPolice, toCommission),
)
const track = (played: Played, trackId: string): TrackState => {
  const found = open(played).tracks[trackId]
  if (!found) throw new Error(`no ${trackId}`)
  return found
}
const owed = (played: Played, trackId = ''): string[] =>
  dutiesOf(open(played))
    .filter((duty) => duty.trackId === trackId)
    .map(({ code }) => code)

describe('a track that was returned and is planned anew', () => {
  const returned = more(
    [
      { by: QU, command: { type: 'SignReceipt', trackId: 't2', code: '乙监', damaged: [], remarks: '' } },
      { by: INTAKE, command: { type: 'SignReceipt', trackId: 't1', code: '乙公', damaged: [], remarks: '' } },
      { by: INTAKE, command: { type: 'ReturnTransfer', trackId: 't1', reason: '无管辖权', competent: '丙县公安局' } },
    ],
    both,
  )
  const living = track(returned, 't2')
  const handler = actor('chen', 'handler')

  it('begins a round of its own; the one before keeps its report, approval and tracks', () => {
    const [first] = open(returned).rounds
    const second = approving(returned, anew)
    expect(open(second).rounds).toEqual([first, roundOf(open(second))])
    expect(roundOf(open(second)).report?.tracks.map(({ trackId }) => trackId)).toEqual(['t3'])
    expect(roundOfTrack(open(second), 't2')).toBe(open(second).rounds[0])
    expect(Object.values(open(second).tracks).map(({ trackId, phase }) => [trackId, phase])).toEqual([
      ['t1', 'returned'],
      ['t2', 'received'],
      ['t3', 'planned'],
    ])
  })

  it('is written, reviewed and sent while the living one goes its way, and neither hears of the other', () => {
    const written = more(
      [{ by: CHEN, command: { type: 'WriteReport', report: report(anew), readSeq: open(returned).sections.report } }],
      returned,
    )
    expect([owed(written), owed(written, 't2')]).toEqual([['submit-report', 'confirm-report'], ['open-examination']])
    expect(track(written, 't2')).toBe(living)
    const examined = more([{ by: QU, command: { type: 'OpenExamination', trackId: 't2' } }], written)
    expect([stageOf(open(examined)).phase, owed(examined, 't2')]).toEqual(['investigating', ['examine', 'write-opinion']])

    const sent = more([{ by: CHEN, command: send('t3') }], approving(returned, anew))
    expect([stageOf(open(sent)).phase, owed(sent, 't3'), owed(sent, 't2')]).toEqual(['transferred', ['sign-receipt'], ['open-examination']])
    expect(track(sent, 't2')).toBe(living)
    const letter = track(sent, 't3')
    if (!isSent(letter)) throw new Error('t3 was sent')
    expect(letter.snapshot.approvedAt).toBe(approvalFor(open(sent), 't3')?.approvedAt)
    expect(letter.snapshot.approvedAt).not.toBe(approvalFor(open(sent), 't2')?.approvedAt)
    expect(letter.snapshot.subjects.map(({ subjectId }) => subjectId)).toEqual(['s1'])
  })

  it('goes out under its own approval and no other: what is approved in one round is not bound by what is written in the next', () => {
    const waiting = approving(filled, toPolice, toCommission)
    const one = more([{ by: CHEN, command: send('t1') }], waiting)
    const next = more([{ by: CHEN, command: { type: 'WriteReport', report: report(anew), readSeq: open(one).sections.report } }], one)
    expect(can(handler, 'SendTransfer', open(next), { trackId: 't2' })).not.toBeNull()
    expect(owed(next, 't2')).toEqual(['send'])
    expect(isSent(track(more([{ by: CHEN, command: send('t2') }], next), 't2'))).toBe(true)
    expect(attempt(next, { by: CHEN, command: send('t3') }).ok).toBe(false)
    expect(can(handler, 'WithdrawReport', open(one), {})).toBeNull()
  })

  it('is taken back with its report, and nothing of the round before is', () => {
    const second = approving(returned, anew)
    const withdrawn = more([{ by: CHEN, command: { type: 'WithdrawReport', reason: '补证' } }], second)
    expect(Object.keys(open(withdrawn).tracks)).toEqual(['t1', 't2'])
    expect(open(withdrawn).rounds[0]).toBe(open(second).rounds[0])
    expect(stageOf(open(withdrawn)).phase).toBe('investigating')
  })

  it('goes by the last report that plans it, where a letter that was taken back is planned again under its own id', () => {
    const recalled = more([{ by: CHEN, command: { type: 'WithdrawTransfer', trackId: 't1', reason: '附件有误' } }], both)
    const second = approving(recalled, toPolice)
    expect(roundOfTrack(open(second), 't1')).toBe(roundOf(open(second)))
    expect(roundOfTrack(open(second), 't2')).toBe(open(second).rounds[0])
    expect(owed(second, 't1')).toEqual(['send'])
  })

  it('leaves what the head approved before and nobody sent yet where it is, when its own report is taken back', () => {
    const one = more([{ by: CHEN, command: send('t1') }], approving(filled, toPolice, toCommission))
    const second = approving(one, anew)
    const withdrawn = more([{ by: CHEN, command: { type: 'WithdrawReport', reason: '补证' } }], second)
    expect(Object.values(open(withdrawn).tracks).map(({ trackId, phase }) => [trackId, phase])).toEqual([
      ['t1', 'sent'],
      ['t2', 'planned'],
    ])
  })

  it('is approved and not yet transferred while only tracks of an earlier round are out', () => {
    const second = approving(returned, anew)
    expect(stageOf(open(second)).phase).toBe('approved')
    expect(open(second).rounds.map((round) => stageOf(open(second), round).phase)).toEqual(['transferred', 'approved'])
  })

  it('may follow a refusal too: the refused report stays as it was decided upon', () => {
    const submitted = more([{ by: CHEN, command: { type: 'WriteReport', report: report(toPolice), readSeq: 0 } }], play(FILLED))
    const refused = more(
      [
        { by: ZHOU, command: { type: 'ConfirmReport', readSeq: 6 } },
        { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: 6 } },
        { by: WANG, command: { type: 'RefuseTransfer', reason: '证据不足', readSeq: 8 } },
      ],
      submitted,
    )
    const second = approving(refused, anew)
    expect(open(second).rounds.map(({ review }) => review.phase)).toEqual(['not-approved', 'approved'])
    expect(open(second).rounds[0]).toBe(open(refused).rounds[0])
  })
})

/** Planned anew by the act, as the policy lets it. */
describe('another round', () => {
  const OPEN: Step = { by: CHEN, command: { type: 'OpenRound', reason: '公安机关退回，改送丙县公安局' } }
  const handler = actor('chen', 'handler')
  const asks = (played: Played): string | null => {
    if (!can(handler, 'OpenRound', open(played), {})) return 'policy.not-now'
    const done = attempt(played, OPEN)
    return done.ok ? null : done.refusal.code
  }
  const received = more(
    [
      { by: QU, command: { type: 'SignReceipt', trackId: 't2', code: '乙监', damaged: [], remarks: '' } },
      { by: INTAKE, command: { type: 'SignReceipt', trackId: 't1', code: '乙公', damaged: [], remarks: '' } },
    ],
    both,
  )
  const returned = more([{ by: INTAKE, command: { type: 'ReturnTransfer', trackId: 't1', reason: '无管辖权', competent: '' } }], received)
  const declined = more(
    [
      { by: OFFICER, command: { type: 'OpenExamination', trackId: 't1' } },
      { by: CHIEF, command: { type: 'DeclineFiling', trackId: 't1', decision: { ...DECISION, reasons: '证据不足' } } },
      { by: CHEN, command: { type: 'SignForDecision', trackId: 't1' } },
    ],
    received,
  )

  it('is owed where one half of a mixed case came back, begun by the act, and the living half goes its way (found B2)', () => {
    expect([owed(returned, 't1'), owed(returned, 't2')]).toEqual([['plan-anew'], ['open-examination']])
    expect(asks(returned)).toBeNull()
    const begun = more([OPEN], returned)
    expect([owed(begun), owed(begun, 't1'), owed(begun, 't2')]).toEqual([['submit-report'], [], ['open-examination']])
    expect(track(begun, 't2')).toBe(track(returned, 't2'))
    expect(can(handler, 'WriteReport', open(begun), {})).not.toBeNull()
    const sent = more([{ by: CHEN, command: send('t3') }], approving(begun, anew))
    expect(Object.values(open(sent).tracks).map(({ trackId, phase }) => [trackId, phase])).toEqual([
      ['t1', 'returned'],
      ['t2', 'received'],
      ['t3', 'sent'],
    ])
    expect(open(sent).rounds).toHaveLength(2)
  })
  it('tells the next body nothing of what the living half has: people, items and texts are its own (D7, found B2)', () => {
    const items = ['s1', 's2'].map((subjectId) => ({ ...GOODS, subjectId, name: `公章 ${subjectId}` }))
    const begun = more([OPEN, { by: CHEN, command: { type: 'RecordItems', items, readSeq: open(returned).sections.items } }], returned)
    const sent = track(more([{ by: CHEN, command: send('t3') }], approving(begun, anew)), 't3')
    if (!isSent(sent)) throw new Error('t3 was sent')
    expect(sent.snapshot.items.map(({ name }) => name)).toEqual(['公章 s1'])
    expect([sent.snapshot.facts, sent.snapshot.law]).toEqual([anew.facts, anew.law])
    const without = attempt(begun, {
      by: CHEN,
      command: { type: 'WriteReport', report: report({ ...anew, facts: '' }), readSeq: open(begun).sections.report },
    })
    expect(without).toMatchObject({ refusal: { code: 'report.track-needs-own-text' } })
  })
  it('asks for a text of its own also where a letter that was never sent is planned again beside one that is out (D7, found B2)', () => {
    const out = more([{ by: CHEN, command: send('t1') }], approving(filled, toPolice, toCommission))
    const begun = more(
      [{ by: CHEN, command: { type: 'WithdrawTransfer', trackId: 't1', reason: '漏列' } }, { by: CHEN, command: send('t2') }, OPEN],
      out,
    )
    const write = (facts: string) =>
      attempt(begun, {
        by: CHEN,
        command: { type: 'WriteReport', report: report({ ...toPolice, facts }), readSeq: open(begun).sections.report },
      })
    expect(write('')).toMatchObject({ refusal: { code: 'report.track-needs-own-text' } })
    expect(write('事实').ok).toBe(true)
  })
  it('may be left by the head instead, and nothing more is owed then on what came back (found B2)', () => {
    expect(can(actor('wang', 'approver'), 'LeaveReturned', open(returned), { trackId: 't1' })).not.toBeNull()
    const left = more([{ by: WANG, command: { type: 'LeaveReturned', trackId: 't1', reason: '由本局依法处理' } }], returned)
    expect(owed(left, 't1')).toEqual([])
    expect(attempt(left, { by: WANG, command: { type: 'LeaveReturned', trackId: 't1', reason: '再次' } })).toMatchObject({
      refusal: { code: 'stage.followed' },
    })
    expect(asks(left), 'with new evidence').toBeNull()
  })
  it('begins where the police did not file, also to the same body; the refusal stays in the file (found B3)', () => {
    expect(asks(declined)).toBeNull()
    const another = plan({ ...texts, trackId: 't4' })
    const sent = more([{ by: CHEN, command: send('t4') }], approving(more([OPEN], declined), another))
    expect(Object.values(open(sent).tracks).map(({ trackId, phase }) => [trackId, phase])).toEqual([
      ['t1', 'not-filed'],
      ['t2', 'received'],
      ['t4', 'sent'],
    ])
    expect(track(sent, 't1')).toMatchObject({ decisions: [{ outcome: 'not-filed', reasons: '证据不足' }] })
    expect(open(sent).rounds[0]).toBe(open(declined).rounds[0])
    expect(open(sent).rounds[1]).toMatchObject({ opened: { reason: OPEN.command.type === 'OpenRound' && OPEN.command.reason, by: 'chen' } })
  })
  it('begins where the head refused the report, whose refusal stays (found B3)', () => {
    const written = more([{ by: CHEN, command: { type: 'WriteReport', report: report(toPolice, toCommission), readSeq: 0 } }], filled)
    const seen = (played: Played, section: 'report' | 'review') => open(played).sections[section]
    const submitted = more(
      [
        { by: ZHOU, command: { type: 'ConfirmReport', readSeq: seen(written, 'report') } },
        { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: seen(written, 'report') } },
      ],
      written,
    )
    const refused = more(
      [{ by: WANG, command: { type: 'RefuseTransfer', reason: '证据不足', readSeq: seen(submitted, 'review') } }],
      submitted,
    )
    expect([asks(written), asks(submitted), asks(refused)]).toEqual(['policy.not-now', 'policy.not-now', null])
    expect(open(more([OPEN], refused)).rounds[0]).toBe(open(refused).rounds[0])
  })
  it.each([
    ['nothing came back and nobody refused', received, 'round.nothing'],
    ['another one is being written', more([OPEN], returned), 'policy.not-now'],
    ['another one is under review', submitting(more([OPEN], returned)), 'policy.not-now'],
  ])('is not begun where %s, and nothing changes (found B2)', (_why, played, code) => expect(asks(played)).toBe(code))
  it('plans no part that a body has, and sends no second letter to a body that is dealing with the case (found B2)', () => {
    const begun = more([OPEN], returned)
    const write = (...tracks: TrackPlan[]) =>
      attempt(begun, { by: CHEN, command: { type: 'WriteReport', report: report(...tracks), readSeq: open(begun).sections.report } })
    expect(write(toCommission)).toMatchObject({ refusal: { code: 'report.track-out' } })
    expect(write({ ...toCommission, trackId: 't9' })).toMatchObject({ refusal: { code: 'report.track-at-body' } })
    expect(write({ ...toPolice, trackId: 't9' }).ok, 'to whom gave it back').toBe(true)
  })
})

describe('two proceedings of one track', () => {
  const examining = more(
    [
      { by: INTAKE, command: { type: 'SignReceipt', trackId: 't1', code: '乙公', damaged: [], remarks: '' } },
      { by: OFFICER, command: { type: 'OpenExamination', trackId: 't1' } },
    ],
    both,
  )
  const ask = (wanted: string): Step => ({ by: OFFICER, command: { type: 'AskSupplement', trackId: 't1', wanted: [wanted] } })
  const two = more([ask('银行流水'), ask('任职文件')], examining)

  it('are open at once, each owed for itself and from its own day, beside the examination', () => {
    const { tracks } = open(two)
    const now = tracks['t1']
    if (!now || !isReceived(now)) throw new Error('t1 was received')
    const [first, second] = now.proceedings
    expect(owedOnTrack(open(two), now).map(({ code, startedAt, proceeding }) => [code, startedAt, proceeding])).toEqual([
      ['examine', now.receipt.at, undefined],
      ['write-opinion', now.examined?.at, undefined],
      ['supplement', first?.at, first?.seq],
      ['supplement', second?.at, second?.seq],
    ])
    const ids = dutiesOf(open(two)).map(({ dutyId }) => dutyId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toContain(`c1:t1:supplement:${first?.seq}`)
  })

  it('are answered, and owed no more', () => {
    const answered = more(
      [
        { by: CHEN, command: { type: 'AddEvidence', item: item(3) } },
        { by: CHEN, command: { type: 'SendSupplement', trackId: 't1', itemIds: ['i3'], note: '' } },
      ],
      two,
    )
    const now = track(answered, 't1')
    expect(isReceived(now) && now.proceedings.map(({ answered: at }) => at !== null)).toEqual([true, true])
    expect(owed(answered, 't1')).toEqual(['examine', 'write-opinion'])
    const third = track(more([ask('核定表')], answered), 't1')
    expect(owedOnTrack(open(more([ask('核定表')], answered)), third).map(({ code, proceeding }) => [code, proceeding])).toEqual([
      ['examine', undefined],
      ['write-opinion', undefined],
      ['supplement', third.seq],
    ])
  })
})

it('a body may decide again: the later decision stands, and the earlier stays', () => {
  const decided = more(
    [
      { by: INTAKE, command: { type: 'SignReceipt', trackId: 't1', code: '乙公', damaged: [], remarks: '' } },
      { by: OFFICER, command: { type: 'OpenExamination', trackId: 't1' } },
      { by: CHIEF, command: { type: 'DeclineFiling', trackId: 't1', decision: { ...DECISION, reasons: '证据不足' } } },
      { by: CHEN, command: { type: 'SignForDecision', trackId: 't1' } },
      { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: { ...DECISION, decisionNo: '乙公立字〔2026〕10号' } } },
    ],
    both,
  )
  expect(track(decided, 't1')).toMatchObject({
    phase: 'filed',
    decisions: [
      { decisionNo: DECISION.decisionNo, signedFor: { by: CHEN } },
      { decisionNo: '乙公立字〔2026〕10号', signedFor: null },
    ],
  })
  expect(owed(decided, 't1')).toEqual(['sign-for-decision'])
  const signed = more([{ by: ZHOU, command: { type: 'SignForDecision', trackId: 't1' } }], decided)
  expect(track(signed, 't1')).toMatchObject({ decisions: [{ signedFor: { by: CHEN } }, { signedFor: { by: ZHOU } }] })
})

/** What can be tried next, made for the case as it is. */
const TRIES: readonly ((played: Played) => Step)[] = [
  (played) => ({
    by: CHEN,
    command: { type: 'WriteReport', report: report(toPolice, toCommission), readSeq: open(played).sections.report },
  }),
  (played) => ({ by: CHEN, command: { type: 'WriteReport', report: report(anew), readSeq: open(played).sections.report } }),
  (played) => ({ by: ZHOU, command: { type: 'ConfirmReport', readSeq: open(played).sections.report } }),
  (played) => ({ by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: open(played).sections.report } }),
  (played) => ({ by: WANG, command: { type: 'ApproveTransfer', opinion: '', readSeq: open(played).sections.review } }),
  (played) => ({ by: WANG, command: { type: 'RefuseTransfer', reason: '不', readSeq: open(played).sections.review } }),
  ...['t1', 't2', 't3'].flatMap((trackId) => {
    const [intake, code] = trackId === 't1' ? [INTAKE, '乙公'] : trackId === 't2' ? [QU, '乙监'] : [LEI, '丙公']
    const acts: CaseCommand[] = [
      { type: 'SignReceipt', trackId, code, damaged: [], remarks: '' },
      { type: 'OpenExamination', trackId },
      { type: 'AskSupplement', trackId, wanted: ['流水'] },
      { type: 'ReturnTransfer', trackId, reason: '无管辖权', competent: '' },
    ]
    return [(): Step => ({ by: CHEN, command: send(trackId) }), ...acts.map((command) => (): Step => ({ by: intake, command }))]
  }),
]
/** The plainest reading: what each round's report plans; another round wherever one is written after a decision. */
type Model = { plans: string[][]; isDecided: boolean }

it('whatever is tried in whatever order: a round begins with a report after a decision, a track belongs to the last that planned it, and no deed touches another track', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(fc.nat(TRIES.length - 1), { minLength: 100, maxLength: 300, size: 'max' }), (choices) => {
      let played = filled
      const model: Model = { plans: [[]], isDecided: false }
      for (const choice of choices) {
        const step = TRIES[choice]?.(played)
        if (!step || !isInTurn(played, step)) continue
        const result = attempt(played, { ...step, at: addHours('2026-11-24T07:00:00.000Z', played.events.length) })
        if (!result.ok) continue
        const [before, after] = [open(played), open(result.value)]
        const { command } = step
        if (command.type === 'WriteReport') {
          if (!model.isDecided) model.plans.pop()
          model.plans.push(command.report.tracks.map(({ trackId }) => trackId))
          model.isDecided = false
        }
        if (command.type === 'ApproveTransfer' || command.type === 'RefuseTransfer') model.isDecided = true
        expect(after.rounds).toHaveLength(model.plans.length)
        for (const { trackId } of Object.values(after.tracks)) {
          const planned = model.plans.findLastIndex((ids) => ids.includes(trackId))
          expect(roundOfTrack(after, trackId), trackId).toBe(after.rounds[planned])
        }
        const others = Object.values(before.tracks).filter((one) => 'trackId' in command && command.trackId !== one.trackId)
        expect(others.filter((one) => after.tracks[one.trackId] !== one)).toEqual([])
        const ids = dutiesOf(after).map(({ dutyId }) => dutyId)
        expect(new Set(ids).size).toBe(ids.length)
        played = result.value
        for (const { review } of after.rounds.slice(0, -1)) seen.add(`after ${review.phase}`)
        for (const one of Object.values(after.tracks)) seen.add(`${one.trackId} ${one.phase} of ${after.rounds.length}`)
      }
      expect(played.events.reduce(evolve, null)).toEqual(played.state)
    }),
    { numRuns: 150 },
  )
  expect([...seen]).toEqual(expect.arrayContaining(['after approved', 'after not-approved', 't1 received of 2', 't3 sent of 2']))
})
/** As the policy of tomorrow will have it: each act in its phase, and a report while none is under review. What is out is not planned twice. */
function isInTurn(played: Played, { command }: Step): boolean {
  const state = open(played)
  const { phase } = stageOf(state)
  if (command.type === 'WriteReport')
    return (
      phase !== 'in-review' &&
      command.report.tracks.every(
        ({ trackId }) => !['sent', 'received', 'examining', 'supplementing', 'returned'].includes(state.tracks[trackId]?.phase ?? ''),
      )
    )
  if (command.type === 'ConfirmReport' || command.type === 'SubmitReport') return phase === 'investigating'
  if (command.type === 'ApproveTransfer' || command.type === 'RefuseTransfer') return phase === 'in-review'
  if (!('trackId' in command) || command.trackId === null) return true
  const at = state.tracks[command.trackId]?.phase
  const when: Readonly<Record<string, readonly string[]>> = {
    SendTransfer: ['planned'],
    SignReceipt: ['sent'],
    OpenExamination: ['received'],
    AskSupplement: ['received', 'examining', 'supplementing'],
    ReturnTransfer: ['received', 'examining'],
  }
  return at !== undefined && (when[command.type]?.includes(at) ?? false)
}
