import { describe, expect, it } from 'vitest'
import { stageOf } from '../procedure/case-phases.ts'
import { roundOf } from './rounds.ts'
import type { CaseCommand } from './commands.ts'
import {
  APPROVED,
  attempt,
  CHEN,
  COMMISSION,
  CONFIRMED,
  FILLED,
  item,
  open,
  plan,
  PROCURATORATE,
  REGISTERED,
  report,
  SENT,
  subject,
  SUBMITTED,
  play,
  WANG,
  WRITTEN,
  ZHOU,
  type Step,
} from './given.ts'

const outcome = (past: readonly Step[], by: Step['by'], command: CaseCommand, at?: string): string => {
  const result = attempt(play(past), { by, command, ...(at && { at }) })
  return result.ok ? result.value.events.at(-1)!.event.type : result.refusal.code // at least one event, or `ok` says nothing
}

describe('registration (Order 310 art. 5)', () => {
  it('gives the case a number of its unit and year', () => expect(open(play(REGISTERED)).caseNo).toBe('乙人社案〔2026〕26号'))
  it('needs two officers, and two are two people', () =>
    expect(
      attempt(
        { state: null, events: [] },
        { ...REGISTERED[0]!, command: { ...REGISTERED[0]!.command, handlerIds: ['chen', 'chen'] } as CaseCommand },
      ),
    ).toMatchObject({ refusal: { code: 'case.needs-two-handlers' } })) // the first step registers
  it('never leaves a case with fewer than two', () =>
    expect(outcome(REGISTERED, WANG, { type: 'AssignHandlers', handlerIds: ['zhou'], reason: '调岗', readSeq: 1 })).toBe(
      'case.needs-two-handlers',
    ))
  it('does not register the same case twice', () => expect(outcome(REGISTERED, CHEN, REGISTERED[0]!.command)).toBe('case.exists'))
  it('happens not in the future', () => {
    const result = attempt(play(REGISTERED), {
      by: CHEN,
      command: { type: 'WithdrawReport', reason: '' },
      at: '2027-01-02T00:00:00.000Z',
      onPaper: { actedBy: '', paperNo: '', blobDigest: '' },
    })
    expect(result).toMatchObject({ refusal: { code: 'deed.future' } })
  })
})

describe('sections', () => {
  const other = subject({ name: '刘某芳' })
  it('refuses a form that was read before the last change of its section', () =>
    expect(outcome(FILLED, CHEN, { type: 'RecordSubject', subjectId: 's1', subject: other, readSeq: 0 })).toBe('case.stale'))
  it('does not call a form stale because evidence came in meanwhile', () =>
    expect(outcome(FILLED, CHEN, { type: 'RecordSubject', subjectId: 's1', subject: other, readSeq: 2 })).toBe('SubjectRecorded'))
  it('corrects by a new event that names the one it corrects', () => {
    const played = play([...FILLED, { by: CHEN, command: { type: 'RecordSubject', subjectId: 's1', subject: other, readSeq: 2 } }])
    expect(played.events.at(-1)?.event).toMatchObject({ corrects: 2 })
  })
  it('keeps a subject that amounts still speak of', () =>
    expect(outcome(FILLED, CHEN, { type: 'StrikeSubject', subjectId: 's1', reason: '重复', readSeq: 2 })).toBe('case.subject-in-use'))
  it('takes no item of somebody who is not in this case, nor of a word that every object answers to', () => {
    const phone = { name: '手机', spec: '', quantity: '1', unit: '部', condition: '', valueFen: null, place: '', origin: '' }
    const of = (subjectId: string): CaseCommand => ({ type: 'RecordItems', items: [{ ...phone, subjectId }], readSeq: 0 })
    expect(outcome(FILLED, CHEN, of('s1'))).toBe('ItemsRecorded')
    expect(outcome(FILLED, CHEN, of(''))).toBe('ItemsRecorded')
    expect(outcome(FILLED, CHEN, of('of-another-case'))).toBe('case.no-such-subject')
    expect(outcome(FILLED, CHEN, of('constructor'))).toBe('case.no-such-subject')
  })
  it('wants a reason where a person differs from the suggested tier', () =>
    expect(
      outcome(FILLED, CHEN, {
        type: 'RecordAmounts',
        lines: [],
        assessments: [
          { subjectId: 's1', charge: 'fraud', circumstances: [], suggested: 'ZP-01', confirmed: 'overridden', tier: 'x', note: '' },
        ],
        readSeq: 3,
      }),
    ).toBe('case.override-needs-note'))
})

describe('the report', () => {
  const write = (...tracks: Parameters<typeof report>): CaseCommand => ({ type: 'WriteReport', report: report(...tracks), readSeq: 0 })
  it('plans each body once', () => expect(outcome(FILLED, CHEN, write(plan(), plan({ trackId: 't2' })))).toBe('report.track-twice'))
  it('wants a reason for another body than the suggested one', () =>
    expect(
      outcome(FILLED, CHEN, write(plan({ to: PROCURATORATE, route: { rule: 'RG5', suggested: 'commission', citation: '', reason: '' } }))),
    ).toBe('report.route-needs-reason'))
  it('takes that body with a reason (Order 310 (2020) art. 19)', () =>
    expect(
      outcome(
        FILLED,
        CHEN,
        write(plan({ to: PROCURATORATE, route: { rule: 'RG5', suggested: 'commission', citation: '', reason: '检察院立案侦查范围' } })),
      ),
    ).toBe('ReportWritten'))
  it('has a text of its own for each of several bodies', () =>
    expect(outcome(FILLED, CHEN, write(plan(), plan({ trackId: 't2', to: COMMISSION })))).toBe('report.track-needs-own-text'))
  it('never plans to send the inner volume', () => {
    const inner: Step = { by: CHEN, command: { type: 'AddEvidence', item: item(2, 'inner-02') } }
    expect(outcome([...FILLED, inner], CHEN, write(plan({ itemIds: ['i2'] })))).toBe('report.inner-volume')
  })
  it('is confirmed by the other officer, not by its author (D24)', () => {
    expect(outcome(WRITTEN, CHEN, { type: 'ConfirmReport', readSeq: 6 })).toBe('report.own-confirmation')
    expect(outcome(WRITTEN, ZHOU, { type: 'ConfirmReport', readSeq: 5 })).toBe('case.stale')
    expect(outcome(WRITTEN, ZHOU, { type: 'ConfirmReport', readSeq: 6 })).toBe('ReportConfirmed')
    expect(outcome(CONFIRMED, ZHOU, { type: 'ConfirmReport', readSeq: 6 })).toBe('report.already-confirmed')
    const changed: Step = { by: CHEN, command: { type: 'RecordItems', items: [], readSeq: 0 } }
    expect(outcome([...CONFIRMED, changed], ZHOU, { type: 'ConfirmReport', readSeq: 6 })).toBe('ReportConfirmed')
  })
  it('goes to the head only once confirmed, and unchanged since', () => {
    const submit: CaseCommand = { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: 6 }
    expect(outcome(WRITTEN, CHEN, submit)).toBe('report.not-confirmed')
    expect(outcome([...CONFIRMED, { by: CHEN, command: { type: 'RecordItems', items: [], readSeq: 0 } }], CHEN, submit)).toBe(
      'report.changed-since',
    )
    expect(outcome(CONFIRMED, CHEN, submit)).toBe('ReportSubmitted')
  })
  it('does not go with an item that was voided after confirmation', () =>
    expect(
      outcome([...CONFIRMED, { by: CHEN, command: { type: 'VoidEvidence', itemId: 'i1', reason: '重复' } }], CHEN, {
        type: 'SubmitReport',
        decidingUnitId: 'bureau',
        readSeq: 6,
      }),
    ).toBe('report.track-unknown-item'))
})

describe('the decision (Order 310 art. 5¶2)', () => {
  it('binds the sections and digests that the head read', () =>
    expect(stageOf(open(play(APPROVED)))).toMatchObject({
      phase: 'approved',
      approval: { binds: { basics: 1, subjects: 2, amounts: 3, items: 0, report: 6, digests: ['1'.padStart(64, '0')] } },
    }))
  it('is made on what was read: an opinion given meanwhile makes the form stale', () =>
    expect(
      outcome([...SUBMITTED, { by: ZHOU, command: { type: 'GiveOpinion', verdict: 'agree', text: '同意', readSeq: 8 } }], WANG, {
        type: 'ApproveTransfer',
        opinion: '',
        readSeq: 8,
      }),
    ).toBe('case.stale'))
  it('is made with an opinion on this submission, not with one on an earlier', () => {
    const opinion: Step = { by: ZHOU, command: { type: 'GiveOpinion', verdict: 'agree', text: '同意', readSeq: 8 } }
    const sentBack: Step = { by: WANG, command: { type: 'ReturnReport', note: '补充', readSeq: 9 } }
    const second: readonly Step[] = [
      { by: ZHOU, command: { type: 'ConfirmReport', readSeq: 6 } },
      { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: 6 } },
    ]
    const opinionIn = (steps: readonly Step[]) => roundOf(open(play(steps))).opinion
    expect(opinionIn([...SUBMITTED, opinion])).toMatchObject({ verdict: 'agree', text: '同意' })
    expect(opinionIn([...SUBMITTED, opinion, sentBack, ...second])).toBeNull()
  })
  describe('is not made by who took part, whatever their post is by now (found J3)', () => {
    const as = (personId: string) => ({ ...WANG, personId })
    const deeds: readonly CaseCommand[] = [
      { type: 'ApproveTransfer', opinion: '', readSeq: 8 },
      { type: 'RefuseTransfer', reason: 'x', readSeq: 8 },
      { type: 'ReturnReport', note: 'x', readSeq: 8 },
    ]
    it.each(deeds)('$type', (deed) => {
      const replaced: Step = { by: WANG, command: { type: 'AssignHandlers', handlerIds: ['sun', 'zhang'], reason: '轮岗', readSeq: 1 } }
      const before = [...SUBMITTED, replaced]
      expect(outcome(before, as('chen'), deed)).toBe('decision.took-part') // registered, gathered, wrote
      expect(outcome(before, as('zhou'), deed)).toBe('decision.took-part') // was in the team, confirmed
      expect(outcome(before, as('sun'), deed)).toBe('decision.took-part') // is in the team
      expect(outcome(before, WANG, deed)).not.toBe('decision.took-part') // assigned them
    })
    it('nor by who gave the legal opinion', () => {
      const opinion: Step = { by: as('li'), command: { type: 'GiveOpinion', verdict: 'agree', text: '同意', readSeq: 8 } }
      expect(outcome([...SUBMITTED, opinion], as('li'), { type: 'ApproveTransfer', opinion: '', readSeq: 9 })).toBe('decision.took-part')
    })
    it('but by who returned an earlier version, or urged', () => {
      const returned: Step = { by: WANG, command: { type: 'ReturnReport', note: '补', readSeq: 8 } }
      const urged: Step = { by: WANG, command: { type: 'Urge', trackId: null, toUnitId: 'bureau', toPost: 'handler', text: '快' } }
      const second: Step[] = [
        { by: ZHOU, command: { type: 'ConfirmReport', readSeq: 6 } },
        { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: 6 } },
      ]
      const before = [...SUBMITTED, returned, urged, ...second]
      expect(outcome(before, WANG, { type: 'ApproveTransfer', opinion: '', readSeq: 12 })).toBe('TransferApproved')
    })
  })
  it('refuses only with reasons, returns only with a note', () => {
    expect(outcome(SUBMITTED, WANG, { type: 'RefuseTransfer', reason: '', readSeq: 8 })).toBe('decision.needs-reason')
    expect(outcome(SUBMITTED, WANG, { type: 'ReturnReport', note: '', readSeq: 8 })).toBe('decision.needs-note')
  })
  it('sends a returned report back to be changed and confirmed anew', () => {
    const state = open(play([...SUBMITTED, { by: WANG, command: { type: 'ReturnReport', note: '补充资金流向', readSeq: 8 } }]))
    expect(state).toMatchObject({
      rounds: [{ review: { phase: 'investigating', sentBack: { note: '补充资金流向' } }, report: { confirmed: null } }],
    })
  })
  it('plans the tracks, and a withdrawn report takes them back', () => {
    expect(Object.keys(open(play(APPROVED)).tracks)).toEqual(['t1'])
    expect(open(play([...APPROVED, { by: CHEN, command: { type: 'WithdrawReport', reason: '补证' } }])).tracks).toEqual({})
  })
  it('turns the case to transferred with its first sending', () => expect(stageOf(open(play(SENT))).phase).toBe('transferred'))
})
