/** Stages out of order, twice, or about what is not there: a code, and nothing has happened (found B1). Dates and ends: docs/handbook.md §3.3 CL17–CL25. */
import { describe, expect, it } from 'vitest'
import type { CaseCommand } from '../case/commands.ts'
import { attempt, CHEN, CHIEF, DECISION, EXAMINING, OFFICER, open, play, WANG, type Played, type Step } from '../case/given.ts'
import {
  ACCEPTED,
  ASKED,
  CHANGED,
  EXPLAINED,
  FILED,
  FILED_AS_ORDERED,
  HANDED,
  JIAN,
  NOT_FILED,
  ORDERED,
  PROPOSED,
  REASONS_ASKED,
  PREPARED,
  REFUSED,
  SIGNED,
  TAKEN,
  UPHELD,
  WAIVED,
} from '../case/given-stages.ts'
import { owedOnTrack } from '../procedure/track-phases.ts'
import { daysOfSilence } from './silence.ts'
import { stageFault } from './stage-faults.ts'
import { decisionOf, isDecided, isReceived } from './state.ts'

const trackId = 't1'
const draft: Step = { by: CHEN, command: { type: 'PrepareReconsideration', trackId, text: '异议' } }
const ask = (readSeq: number): Step => ({ by: WANG, command: { type: 'AskReconsideration', trackId, readSeq } })
const answer = (outcome: 'changed' | 'upheld', reasons = '理由'): Step => ({
  by: CHIEF,
  command: { type: 'AnswerReconsideration', trackId, outcome, decision: { ...DECISION, reasons } },
})
const waive: Step = { by: WANG, command: { type: 'WaiveRemedy', trackId, reason: '同意' } }
const trackOf = (steps: readonly Step[]) => {
  const track = open(play(steps)).tracks[trackId]
  if (!track || !isReceived(track) || !isDecided(track)) throw new Error('it was decided')
  return track
}

const propose: Step = { by: CHEN, command: { type: 'PrepareSupervision', trackId, text: '应当立案' } }
const byBody = (type: 'AskReasons' | 'ExplainReasons' | 'AcceptReasons' | 'OrderFiling'): Step => ({
  by: CHIEF,
  command: { type, trackId, paper: { no: '1', on: '2026-11-24', text: '理由', document: null } },
})
const asks: Step = { ...byBody('AskReasons'), by: JIAN }
const leave: Step = { by: JIAN, command: { type: 'FindNoObjection', trackId, reason: '决定适当' } }
const say = (kind: 'judged' | 'recovered', fen: number | null, on = '2026-11-25'): Step => ({
  by: OFFICER,
  command: { type: 'ReportStatus', trackId, kind, fen, paper: { no: '', on, text: '', document: null } },
})
const FILE = { is: 'file', ref: 'i1', keptAt: '' } as const
const hand = (things: Extract<CaseCommand, { type: 'HandOver' }>['things']): Step => ({
  by: CHEN,
  command: { type: 'HandOver', trackId, things, place: '物证室', on: '2026-11-24', time: '10:00', text: '' },
})
const give = (is: 'item' | 'file', ref: string): Step => hand([{ is, ref, keptAt: '' }])
const nothing: Step = { by: CHEN, command: { type: 'DeclareNoHandOver', trackId, reason: '无' } }
const take = (proceeding: number, outcome: 'taken' | 'not-taken' = 'taken'): Step => ({
  by: OFFICER,
  command: { type: 'ConfirmHandOver', trackId, proceeding, outcome, text: '' },
})

/** Signed for on Tuesday 24 November 2026: three days end on Friday. */
const LATE = '2026-11-28T00:00:00.000Z'
const REFUSALS: readonly (readonly [what: string, steps: readonly Step[], step: Step, code: string])[] = [
  ['a draft before the decision is signed for', NOT_FILED, draft, 'stage.not-signed-for'],
  ['a draft after the right has ended (CL17)', REFUSED, { ...draft, at: LATE }, 'stage.lapsed'],
  ['a signature without a draft', REFUSED, ask(0), 'stage.not-prepared'],
  ['a signature under another text than was read', PREPARED, ask(1), 'case.stale'],
  ['a signature after the right has ended', PREPARED, { ...ask(PREPARED.length), at: LATE }, 'stage.lapsed'],
  ['an answer that nobody asked for', REFUSED, answer('upheld'), 'stage.not-open'],
  ['an answer to what was answered', UPHELD, answer('changed'), 'stage.not-open'],
  ['the same answer twice', CHANGED, answer('changed'), 'stage.not-open'],
  ['upheld without reasons (art. 9¶2: in writing)', ASKED, answer('upheld', ''), 'transfer.no-reasons'],
  ['an answer of before it was asked', ASKED, { ...answer('upheld'), at: '2026-11-24T06:20:00.000Z' }, 'deed.before'],
  ['a draft after it was left', WAIVED, draft, 'stage.waived'],
  ['left twice', WAIVED, waive, 'stage.waived'],
  ['left before the decision is signed for', NOT_FILED, waive, 'stage.not-signed-for'],
  ['a hand-over before the notice of filing is signed for (CL25)', FILED, give('file', 'i1'), 'stage.not-signed-for'],
  ['a hand-over of nothing', [...FILED, SIGNED], hand([]), 'hand-over.nothing'],
  ['a hand-over of an item that the letter does not list', [...FILED, SIGNED], give('item', '0'), 'hand-over.not-of-case'],
  ['a hand-over of a file of another case', [...FILED, SIGNED], give('file', 'i7'), 'hand-over.not-of-case'],
  ['a hand-over of a place that is none', [...FILED, SIGNED], give('item', '__proto__'), 'hand-over.not-of-case'],
  ['a hand-over of what waits for its signature', HANDED, give('file', 'i1'), 'hand-over.already'],
  ['a hand-over of one thing twice', [...FILED, SIGNED], hand([FILE, FILE]), 'hand-over.already'],
  ['nothing to hand over, after something was', HANDED, nothing, 'hand-over.done'],
  ['a signature for a hand-over that was not made', [...FILED, SIGNED], take(3), 'stage.not-open'],
  ['a signature for another proceeding', HANDED, take(1), 'stage.not-open'],
  ['a signature for what is signed for', TAKEN, take(HANDED.length), 'stage.not-open'],
  ['a proposal before the decision is signed for', NOT_FILED, propose, 'stage.not-signed-for'],
  ['a proposal without a draft', REFUSED, { by: WANG, command: { type: 'ProposeSupervision', trackId, readSeq: 0 } }, 'stage.not-prepared'],
  ['a proposal after another', PROPOSED, propose, 'supervision.open'],
  ['a proposal while the time for the examination runs (T28)', EXAMINING, propose, 'supervision.not-overdue'],
  ['reasons that nobody asked for', PROPOSED, byBody('ExplainReasons'), 'stage.not-open'],
  ['reasons asked for twice', REASONS_ASKED, { ...byBody('AskReasons'), by: JIAN }, 'stage.not-open'],
  ['the procuratorate asks by itself about a filing', FILED, asks, 'stage.not-open'],
  ['it asks why there is no decision while there is time', EXAMINING, asks, 'supervision.not-overdue'],
  ['no objection to what nobody refused', FILED, leave, 'stage.not-open'],
  ['no objection while a proposal waits for its answer', PROPOSED, leave, 'supervision.begun'],
  ['no objection twice', [...REFUSED, leave], leave, 'supervision.reviewed'],
  ['an order before the reasons were asked for (JS2019 art. 560)', PROPOSED, byBody('OrderFiling'), 'supervision.ask-first'],
  ['an order while the police may still explain (CL20)', REASONS_ASKED, byBody('OrderFiling'), 'supervision.awaiting'],
  ['reasons accepted that were not heard', REASONS_ASKED, byBody('AcceptReasons'), 'supervision.awaiting'],
  ['an order after the reasons were accepted', ACCEPTED, byBody('OrderFiling'), 'stage.not-open'],
  [
    'a filing that nobody ordered',
    EXPLAINED,
    { by: CHIEF, command: { type: 'FileAsOrdered', trackId, decision: DECISION } },
    'stage.not-open',
  ],
  ['word of money without its sum', TAKEN, say('recovered', null), 'report.needs-sum'],
  ['a sum with another word', TAKEN, say('judged', 100), 'report.no-sum'],
  ['word of a day before the filing', TAKEN, say('judged', null, '2026-11-01'), 'deed.before'],
  ['not taken without a reason', HANDED, take(HANDED.length, 'not-taken'), 'stage.needs-reason'],
]

describe('stages after the decision', () => {
  it.each(REFUSALS)('refuse %s (found B1)', (_what, steps, step, code) => {
    const done = attempt(play(steps), step)
    expect(done).toMatchObject({ ok: false, refusal: { code } })
  })

  it('T20: the letter holds just the text that the head read, and has its number', () => {
    const track = trackOf(ASKED)
    expect(track.phase).toBe('reconsidering')
    expect(track.proceedings).toMatchObject([
      { kind: 'reconsideration', stage: 'T20', text: '遗漏银行流水', no: '乙人社复〔2026〕26号', to: { unitId: 'police' }, answer: null },
    ])
    expect(track.prepared).toBeNull()
  })
  it('a draft written anew takes the place of the one before', () => {
    const second = play([...PREPARED, draft])
    expect(open(second).tracks[trackId]).toMatchObject({ prepared: { text: '异议', seq: PREPARED.length + 1 } })
    expect(attempt(second, ask(PREPARED.length))).toMatchObject({ ok: false, refusal: { code: 'case.stale' } })
  })
  it('T23: upheld is one more decision, with its own paper and its own signature; the first stays', () => {
    const track = trackOf(UPHELD)
    expect(track.phase).toBe('upheld')
    expect(track.decisions.map(({ outcome, signedFor }) => [outcome, signedFor !== null])).toEqual([
      ['not-filed', true],
      ['not-filed', false],
    ])
    expect(track.proceedings).toMatchObject([{ answer: { outcome: 'upheld', text: '原决定正确', document: { blobId: 'b9' } } }])
    expect(decisionOf(trackOf([...UPHELD, SIGNED])).signedFor).not.toBeNull()
  })
  it('T29: names come from the letter, and the track is handed over once both have signed', () => {
    expect(trackOf(HANDED)).toMatchObject({
      phase: 'filed',
      proceedings: [{ no: '乙人社接〔2026〕26号', things: [{ name: '材料1.pdf' }] }],
    })
    expect(trackOf(TAKEN)).toMatchObject({ phase: 'handed-over', proceedings: [{ answer: { outcome: 'taken' } }] })
  })
  it('what the body did not take is handed over anew', () => {
    const back = [...HANDED, { ...take(HANDED.length), command: { ...take(HANDED.length, 'not-taken').command, text: '数量不符' } } as Step]
    expect(trackOf(back).phase).toBe('filed')
    expect(attempt(play(back), give('file', 'i1')).ok).toBe(true)
  })
  it('T25, T27: the order ends the proposal and begins its own time; the filing is one more decision', () => {
    const track = trackOf(ORDERED)
    expect(track.phase).toBe('ordered')
    expect(track.proceedings.map((one) => [one.kind, one.answered !== null])).toEqual([
      ['supervision', true],
      ['reasons', true],
      ['order', false],
    ])
    expect(trackOf(FILED_AS_ORDERED)).toMatchObject({
      phase: 'filed',
      decisions: [{ outcome: 'not-filed' }, { outcome: 'filed', signedFor: null }],
    })
  })
  it('an order may follow where the police were silent through their seven days', () => {
    const later = { ...byBody('OrderFiling'), at: '2026-12-02T00:00:00.000Z' }
    expect(attempt(play(REASONS_ASKED), later).ok).toBe(true)
  })
  it('T28: after three days without a decision supervision is proposed, and the police may still decide', () => {
    const late = '2026-11-28T00:00:00.000Z'
    const overdue = play([
      ...EXAMINING,
      { ...propose, at: late },
      { by: WANG, command: { type: 'ProposeSupervision', trackId, readSeq: EXAMINING.length + 1 }, at: late },
    ])
    expect(open(overdue).tracks[trackId]).toMatchObject({ phase: 'examining', proceedings: [{ stage: 'T28', about: null }] })
    expect(attempt(overdue, { by: CHIEF, command: { type: 'FileCase', trackId, decision: DECISION }, at: late }).ok).toBe(true)
  })
  it('whoever was told to file does not decline (JS2019 art. 563)', () => {
    const at = '2026-12-20T00:00:00.000Z'
    const ordered = play([
      ...EXAMINING,
      { ...propose, at },
      { by: WANG, command: { type: 'ProposeSupervision', trackId, readSeq: EXAMINING.length + 1 }, at },
      { ...byBody('AskReasons'), at },
      { ...byBody('ExplainReasons'), at },
      { ...byBody('OrderFiling'), at },
    ])
    const decline: Step = { by: CHIEF, command: { type: 'DeclineFiling', trackId, decision: { ...DECISION, reasons: 'x' } }, at }
    expect(attempt(ordered, decline)).toMatchObject({ ok: false, refusal: { code: 'stage.ordered' } })
  })
  it('the procuratorate asks by itself: supervision begins with the asking, and goes its way to the order (found C4)', () => {
    const asked = play([...NOT_FILED, asks])
    const n = NOT_FILED.length
    expect(open(asked).tracks[trackId]).toMatchObject({
      phase: 'not-filed',
      proceedings: [
        { stage: 'own', seq: n + 1, about: n, answered: null },
        { stage: 'reasons', seq: n + 2, about: n + 1, answered: null },
      ],
    })
    const ordered = play([byBody('ExplainReasons'), { ...byBody('OrderFiling'), by: JIAN }], asked)
    expect(open(ordered).tracks[trackId]).toMatchObject({ phase: 'ordered' })
  })
  it('the procuratorate’s asking takes no right of the sender: it may still ask for reconsideration in its three days (art. 9)', () => {
    const upheld = play([
      ...REFUSED,
      asks,
      draft,
      { by: WANG, command: { type: 'AskReconsideration', trackId, readSeq: REFUSED.length + 3 } },
      answer('upheld'),
    ])
    expect(open(upheld).tracks[trackId]).toMatchObject({ phase: 'upheld' })
    const ordered = play([byBody('ExplainReasons'), { ...byBody('OrderFiling'), by: JIAN }], upheld)
    expect(open(ordered).tracks[trackId]).toMatchObject({ phase: 'ordered' })
  })
  it('of a delay the police owe an explanation within CL23, whoever began (found C4)', () => {
    const late = '2026-11-28T00:00:00.000Z'
    const asked = play([...EXAMINING, { ...asks, at: late }])
    expect(open(asked).tracks[trackId]).toMatchObject({
      phase: 'examining',
      proceedings: [{ stage: 'own', about: null }, { stage: 'reasons' }],
    })
    const clockOf = (played: Played): string | undefined => {
      const track = open(played).tracks[trackId]
      return track && owedOnTrack(open(played), track).find(({ code }) => code === 'explain-reasons')?.clock
    }
    const proposed: readonly Step[] = [
      ...EXAMINING,
      { ...propose, at: late },
      { by: WANG, command: { type: 'ProposeSupervision', trackId, readSeq: EXAMINING.length + 1 }, at: late },
      { ...asks, at: late },
    ]
    expect([asked, play(proposed), play([...NOT_FILED, asks])].map(clockOf)).toEqual(['CL23', 'CL23', 'CL20'])
  })
  it('no objection is said with its reason, moves nothing, and takes nobody’s right: reasons can still be asked for (found C4)', () => {
    const left = trackOf([...REFUSED, leave])
    expect([left.phase, left.reports]).toMatchObject(['not-filed', [{ stage: 'reviewed', about: NOT_FILED.length, text: '决定适当' }]])
    expect(attempt(play([...REFUSED, leave]), draft).ok).toBe(true)
    expect(attempt(play([...REFUSED, leave]), asks).ok).toBe(true)
  })
  it('there is no such supervision over a commission (found C4)', () => {
    const track = { ...trackOf(REFUSED), to: { ...trackOf(REFUSED).to, kind: 'commission' as const } }
    expect(stageFault('AskReasons', track, LATE)).toEqual({ code: 'stage.not-police' })
    expect(stageFault('FindNoObjection', track, LATE)).toEqual({ code: 'stage.not-police' })
  })
  it('where the letter was copied to no procuratorate there is nobody to propose it to', () => {
    const track = trackOf(REFUSED)
    expect(stageFault('PrepareSupervision', { ...track, copyTo: null }, '2026-11-24T07:00:00.000Z')).toEqual({ code: 'supervision.nobody' })
  })
  it('CL17: a right ends after the later of its two ends: of Wednesday, not on Saturday but on Monday', () => {
    const steps = [...NOT_FILED, { ...SIGNED, at: '2026-11-25T02:00:00.000Z' }]
    expect(attempt(play(steps), { ...draft, at: '2026-11-30T02:00:00.000Z' }).ok).toBe(true)
    expect(attempt(play(steps), { ...draft, at: '2026-12-01T02:00:00.000Z' })).toMatchObject({ refusal: { code: 'stage.lapsed' } })
    expect(attempt(play(steps), { ...propose, at: '2027-06-01T02:00:00.000Z' }).ok).toBe(true)
  })
  it('T30–T37: word moves the track where it says so, and nothing is asked for it', () => {
    const track = trackOf([...TAKEN, say('recovered', 630_000), say('judged', null)])
    expect([track.phase, track.reports.map(({ kind, fen }) => [kind, fen])]).toEqual([
      'judged',
      [
        ['recovered', 630_000],
        ['judged', null],
      ],
    ])
  })
  it('says for how many days nobody has said how it goes on, and nothing once it is over', () => {
    const days = (steps: readonly Step[], now: string) => daysOfSilence(trackOf(steps), now)
    expect(days(TAKEN, '2026-12-04T07:00:00.000Z')).toBe(10)
    expect(days([...TAKEN, { ...say('recovered', 100), at: '2026-12-01T07:00:00.000Z' }], '2026-12-04T07:00:00.000Z')).toBe(3)
    expect(days([...TAKEN, say('judged', null)], '2026-12-04T07:00:00.000Z')).toBeNull()
    expect(days(REFUSED, '2026-12-04T07:00:00.000Z')).toBeNull()
  })
  it('T22: changed is filed, signed for anew', () => {
    const track = trackOf(CHANGED)
    expect([track.phase, decisionOf(track).outcome, decisionOf(track).signedFor]).toEqual(['filed', 'filed', null])
  })
  it('a waiver is about the decision that stands, and another can still be contested', () => {
    expect(trackOf(WAIVED).reports).toMatchObject([{ stage: 'waive', about: NOT_FILED.length, text: '同意不予立案的理由' }])
    expect(attempt(play([...UPHELD, SIGNED]), waive).ok).toBe(true)
  })
})
