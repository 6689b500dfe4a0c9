import { describe, expect, it } from 'vitest'
import type { CaseCommand } from '../case/commands.ts'
import {
  APPROVED,
  attempt,
  CHEN,
  CHIEF,
  COMMISSION,
  DECISION,
  EXAMINING,
  FILLED,
  INTAKE,
  item,
  OFFICER,
  open,
  OTHER_POLICE,
  plan,
  RECEIVED,
  report,
  send,
  SENT,
  subject,
  play,
  WANG,
  ZHOU,
  type Step,
} from '../case/given.ts'
import { line } from '../case/given.ts'
import { stageOf } from '../procedure/case-phases.ts'

const PAPER = { actedBy: '马某', paperNo: '乙公收字9号', blobDigest: '' }
const outcome = (past: readonly Step[], by: Step['by'], command: CaseCommand, extra: Partial<Step> = {}): string => {
  const result = attempt(play(past), { by, command, ...extra })
  return result.ok ? result.value.events.at(-1)!.event.type : result.refusal.code // at least one event, or `ok` says nothing
}
const track = (past: readonly Step[], trackId = 't1') => open(play(past)).tracks[trackId]

it('a case with 5,000 rows from before there was a limit is sent with all of them (found J9)', () => {
  const lines = Array.from({ length: 5_000 }, (_, i) => ({ ...line('s1', 1), lineId: `l-${i}` }))
  const many = SENT.map((step) => (step.command.type === 'RecordAmounts' ? { ...step, command: { ...step.command, lines } } : step))
  expect(open(play(many)).lines).toHaveLength(5_000)
  expect(track(many)).toMatchObject({ phase: 'sent', snapshot: { amountFen: 5_000, lines } })
})

describe('sending', () => {
  it('seals what the body sees, under a letter number of the year', () =>
    expect(track(SENT)).toMatchObject({
      phase: 'sent',
      snapshot: { letterNo: '乙人社移〔2026〕26号', title: '赵某祥涉嫌诈骗案', files: [{ itemId: 'i1' }], amountFen: 2_680_000 },
    }))
  it('is refused where stored bytes are not what was sealed', () =>
    expect(outcome(APPROVED, CHEN, { ...send('t1'), damaged: ['i1'] } as CaseCommand)).toBe('transfer.damaged')) // send() is a SendTransfer
  it('is refused while a material of art. 6 is neither there nor excused', () =>
    expect(
      outcome(
        [...APPROVED, { by: CHEN, command: { type: 'JustifyAbsence', absent: { items: '', expert: '不需要', other: '' } } }],
        CHEN,
        send('t1'),
      ),
    ).toBe('report.absent-items'))
  it('is refused where an approved item was voided since', () =>
    expect(outcome([...APPROVED, { by: CHEN, command: { type: 'VoidEvidence', itemId: 'i1', reason: '误传' } }], CHEN, send('t1'))).toMatch(
      /transfer.item-void|report.absent-other/,
    ))
  it('does not send what came in after the approval', () => {
    const state = track([...APPROVED, { by: CHEN, command: { type: 'AddEvidence', item: item(2) } }, { by: CHEN, command: send('t1') }])
    expect(state).toMatchObject({ snapshot: { files: [{ itemId: 'i1' }] } })
  })
  it('can be withdrawn and sent anew; the case waits as approved meanwhile', () => {
    const withdrawn: Step[] = [...SENT, { by: CHEN, command: { type: 'WithdrawTransfer', trackId: 't1', reason: '附件有误' } }]
    expect(stageOf(open(play(withdrawn))).phase).toBe('approved')
    expect(track([...withdrawn, { by: CHEN, command: send('t1') }])?.phase).toBe('sent')
  })
})

describe('two tracks of one case (D7)', () => {
  const two: Step[] = [
    ...FILLED,
    { by: CHEN, command: { type: 'RecordSubject', subjectId: 's2', subject: subject({ name: '刘某芳', official: 'no' }), readSeq: 0 } },
    { by: CHEN, command: { type: 'RecordAmounts', lines: [line('s1'), line('s2', 520_000)], assessments: [], readSeq: 3 } },
    { by: CHEN, command: { type: 'AddEvidence', item: item(2) } },
    {
      by: CHEN,
      command: {
        type: 'WriteReport',
        readSeq: 0,
        report: report(
          plan({
            to: COMMISSION,
            copyTo: null,
            route: { rule: 'RG7', suggested: 'commission', citation: '', reason: '' },
            facts: '赵',
            law: '刑法',
          }),
          plan({ trackId: 't2', subjectIds: ['s2'], itemIds: ['i2'], facts: '刘', law: '刑法' }),
        ),
      },
    },
    { by: ZHOU, command: { type: 'ConfirmReport', readSeq: 9 } },
    { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: 9 } },
    { by: WANG, command: { type: 'ApproveTransfer', opinion: '', readSeq: 11 } },
    { by: CHEN, command: send('t1') },
    { by: CHEN, command: send('t2') },
  ]
  it('tells neither body of the other’s people, amounts, texts or files', () => {
    const [one, other] = [JSON.stringify(track(two, 't1')), JSON.stringify(track(two, 't2'))]
    for (const word of ['刘某芳', 'i2', '520000', '材料2']) expect(one).not.toContain(word)
    for (const word of ['赵某祥', 'i1', '2680000', '材料1']) expect(other).not.toContain(word)
  })
  it('takes no file of the other body along in a supplement, listed or added later; one of nobody may go to either', () => {
    const later: Step[] = [
      ...two,
      { by: INTAKE, command: { type: 'SignReceipt', trackId: 't1', code: '乙监', damaged: [], remarks: '' } },
      { by: INTAKE, command: { type: 'SignReceipt', trackId: 't2', code: '乙公', damaged: [], remarks: '' } },
      { by: CHEN, command: { type: 'AddEvidence', item: item(3) } },
    ]
    const more = (trackId: string, ...itemIds: string[]) => ({ type: 'SendSupplement', trackId, itemIds, note: '' }) as const
    expect(attempt(play(later), { by: CHEN, command: more('t2', 'i1') })).toMatchObject({
      refusal: { code: 'transfer.item-of-other-track', about: { body: COMMISSION.name } },
    })
    expect(attempt(play(later), { by: CHEN, command: more('t2', 'i3') }).ok).toBe(true)
    expect(outcome([...later, { by: CHEN, command: more('t1', 'i3') }], CHEN, more('t2', 'i3'))).toBe('transfer.item-of-other-track')
  })
  it('gives back to the bureau what a body returned', () => {
    const returned: Step[] = [
      ...two,
      { by: INTAKE, command: { type: 'SignReceipt', trackId: 't1', code: '乙监', damaged: [], remarks: '' } },
      { by: INTAKE, command: { type: 'SignReceipt', trackId: 't2', code: '乙公', damaged: [], remarks: '' } },
      { by: INTAKE, command: { type: 'ReturnTransfer', trackId: 't1', reason: '不属监察职责', competent: '公安' } },
    ]
    expect(attempt(play(returned), { by: CHEN, command: { type: 'SendSupplement', trackId: 't2', itemIds: ['i1'], note: '' } }).ok).toBe(
      true,
    )
  })
  it('asks each track for what its own files lack, though the case has it for another', () => {
    const expertFor = (expert: string): Step[] => [
      ...two
        .map((step): Step =>
          step.command.type === 'AddEvidence' && step.command.item.itemId === 'i2'
            ? { ...step, command: { type: 'AddEvidence', item: item(2, 'main-04') } }
            : step,
        )
        .slice(0, -2),
      { by: CHEN, command: { type: 'JustifyAbsence', absent: { items: '无涉案物品', expert, other: '随案移送鉴定意见' } } },
    ]
    expect(outcome(expertFor(''), CHEN, send('t1'))).toBe('report.absent-expert')
    expect(outcome(expertFor(''), CHEN, send('t2'))).toBe('TransferSent')
    const sent: Step[] = [...expertFor('赵某祥部分不需要鉴定'), { by: CHEN, command: send('t1') }, { by: CHEN, command: send('t2') }]
    expect(track(sent, 't1')).toMatchObject({ snapshot: { absent: { expert: '赵某祥部分不需要鉴定', other: '' } } })
    expect(track(sent, 't2')).toMatchObject({ snapshot: { absent: { expert: '', other: '随案移送鉴定意见' } } })
  })
  it('moves one without the other', () =>
    expect(
      track([...two, { by: INTAKE, command: { type: 'SignReceipt', trackId: 't2', code: '乙公', damaged: [], remarks: '' } }], 't1')?.phase,
    ).toBe('sent'))
})

describe('receiving', () => {
  it('signs under a number of its own register, with the count of what came', () =>
    expect(track(RECEIVED)).toMatchObject({ phase: 'received', receipt: { receiptNo: '乙公收〔2026〕26号', fileCount: 1 } }))
  it('does not sign for bytes that are not what was sealed', () =>
    expect(outcome(SENT, INTAKE, { type: 'SignReceipt', trackId: 't1', code: '乙公', damaged: ['i1'], remarks: '' })).toBe(
      'transfer.damaged',
    ))
  it('asks for something in particular', () =>
    expect(outcome(RECEIVED, INTAKE, { type: 'AskSupplement', trackId: 't1', wanted: [] })).toBe('transfer.nothing-wanted'))
  it('goes on to examination once the supplement is there', () => {
    const asked: Step[] = [
      ...RECEIVED,
      { by: INTAKE, command: { type: 'AskSupplement', trackId: 't1', wanted: ['鉴定意见'] } },
      { by: CHEN, command: { type: 'AddEvidence', item: item(2, 'main-04') } },
    ]
    expect(track([...asked, { by: CHEN, command: { type: 'SendSupplement', trackId: 't1', itemIds: ['i2'], note: '' } }])).toMatchObject({
      phase: 'examining',
      supplements: [{ asked: true, files: [{ itemId: 'i2' }] }],
    })
    expect(outcome(asked, CHEN, { type: 'SendSupplement', trackId: 't1', itemIds: ['i1'], note: '' })).toBe('transfer.item-sent-already')
  })
  it('passes on to a body of its own kind, and that one signs anew', () => {
    const passed: Step[] = [
      ...RECEIVED,
      { by: INTAKE, command: { type: 'PassOn', trackId: 't1', to: OTHER_POLICE, copyTo: null, reason: '主要犯罪地在丙县' } },
    ]
    expect(track(passed)).toMatchObject({ phase: 'sent', to: OTHER_POLICE, legs: [{ from: { unitId: 'police' } }] })
    expect(outcome(RECEIVED, INTAKE, { type: 'PassOn', trackId: 't1', to: COMMISSION, copyTo: null, reason: '' })).toBe(
      'transfer.wrong-kind',
    )
  })
  it('returned, the case is the bureau’s to plan anew', () =>
    expect(
      stageOf(
        open(
          play([
            ...RECEIVED,
            { by: INTAKE, command: { type: 'ReturnTransfer', trackId: 't1', reason: '不属公安职责', competent: '监察委员会' } },
          ]),
        ),
      ).phase,
    ).toBe('approved'))
})

describe('the decision there (Order 310 art. 8)', () => {
  it('declines only with reasons', () =>
    expect(outcome(EXAMINING, CHIEF, { type: 'DeclineFiling', trackId: 't1', decision: DECISION })).toBe('transfer.no-reasons'))
  it('waits for the sender to sign for it, once', () => {
    const filed: Step[] = [...EXAMINING, { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: DECISION } }]
    expect(track(filed)).toMatchObject({ phase: 'filed', decisions: [{ signedFor: null }] })
    const signed: Step[] = [...filed, { by: CHEN, command: { type: 'SignForDecision', trackId: 't1' } }]
    expect(outcome(signed, ZHOU, { type: 'SignForDecision', trackId: 't1' })).toBe('transfer.signed-for')
  })
  it('alarms after a day of silence, not before, and once', () => {
    const filed: Step[] = [
      ...EXAMINING,
      { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: DECISION }, at: '2026-11-24T07:00:00.000Z' },
    ]
    const alarm: CaseCommand = { type: 'AlarmSilence', trackId: 't1' }
    expect(outcome(filed, OFFICER, alarm, { at: '2026-11-25T06:59:59.999Z' })).toBe('transfer.not-silent')
    expect(outcome(filed, OFFICER, alarm, { at: '2026-11-25T07:00:00.000Z' })).toBe('SilenceAlarmed')
    expect(
      outcome([...filed, { by: OFFICER, command: alarm, at: '2026-11-25T07:00:00.000Z' }], OFFICER, alarm, {
        at: '2026-11-26T07:00:00.000Z',
      }),
    ).toBe('transfer.not-silent')
  })
})

describe('on paper (D23)', () => {
  const sign: CaseCommand = { type: 'SignReceipt', trackId: 't1', code: '乙公', damaged: [], remarks: '' }
  it('keeps the paper’s own number and its date, not the day of recording', () =>
    expect(track([...SENT, { by: CHEN, command: sign, at: '2026-11-24T09:00:00.000Z', onPaper: PAPER }])).toMatchObject({
      receipt: { receiptNo: '乙公收字9号', at: '2026-11-24T09:00:00.000Z', onPaper: PAPER },
    }))
  it('cannot have been signed before it was sent', () =>
    expect(outcome(SENT, CHEN, sign, { at: '2026-11-20T00:00:00.000Z', onPaper: PAPER })).toBe('deed.before'))
  it('may have been signed in the minute of its sending: a paper knows no seconds', () => {
    const sent: Step[] = [...APPROVED, { by: CHEN, command: send('t1'), at: '2026-11-24T08:59:35.000Z' }]
    expect(outcome(sent, CHEN, sign, { at: '2026-11-24T08:59:00.000Z', onPaper: PAPER })).toBe('ReceiptSigned')
    expect(outcome(sent, CHEN, sign, { at: '2026-11-24T08:58:00.000Z', onPaper: PAPER })).toBe('deed.before')
  })
  it('the opening of the examination can be disputed as the receipt can, and one opened here cannot', () => {
    const paper: Step[] = [
      ...SENT,
      { by: CHEN, command: sign, at: '2026-11-24T09:00:00.000Z', onPaper: PAPER },
      { by: CHEN, command: { type: 'OpenExamination', trackId: 't1' }, at: '2026-11-24T10:00:00.000Z', onPaper: PAPER },
    ]
    expect(track(paper)).toMatchObject({ phase: 'examining', handlerId: '', examined: { at: '2026-11-24T10:00:00.000Z', onPaper: PAPER } })
    expect(outcome(paper, INTAKE, { type: 'DisputePaper', trackId: 't1', seq: 12, reason: '尚未开始审查' })).toBe('PaperDisputed')
    expect(outcome(EXAMINING, INTAKE, { type: 'DisputePaper', trackId: 't1', seq: 12, reason: 'x' })).toBe('transfer.no-such-paper')
  })
  it('can be disputed by the body, once, and only what is from paper', () => {
    const paper: Step[] = [...SENT, { by: CHEN, command: sign, at: '2026-11-24T09:00:00.000Z', onPaper: PAPER }]
    const dispute: CaseCommand = { type: 'DisputePaper', trackId: 't1', seq: 11, reason: '没有收到' }
    expect(outcome(paper, INTAKE, dispute)).toBe('PaperDisputed')
    expect(outcome(paper, INTAKE, { ...dispute, seq: 3 })).toBe('transfer.no-such-paper')
    expect(outcome([...paper, { by: INTAKE, command: dispute }], INTAKE, dispute)).toBe('transfer.disputed-already')
  })
})

describe('the decision on filing', () => {
  const decided: readonly CaseCommand[] = [
    { type: 'FileCase', trackId: 't1', decision: DECISION },
    { type: 'DeclineFiling', trackId: 't1', decision: { ...DECISION, reasons: '没有犯罪事实' } },
  ]
  it.each(decided)('$type is not taken by who opened the examination, but from a paper that somebody else signed (found J3)', (deed) => {
    const promoted = { ...OFFICER, post: 'approver' } as const
    expect(outcome(EXAMINING, promoted, deed)).toBe('decision.took-part')
    expect(outcome(EXAMINING, CHIEF, deed)).toMatch(/^Case(Not)?Filed$/)
    expect(outcome(EXAMINING, CHEN, deed, { onPaper: PAPER })).toMatch(/^Case(Not)?Filed$/)
  })
})
