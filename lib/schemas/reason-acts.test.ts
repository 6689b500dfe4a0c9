import { describe, expect, it } from 'vitest'
import { day, reasonAct } from './reason-act.ts'
import { REASON_ACTS, reasonActAt, reasonActs, reasonActsAt, type ReasonAct } from './reason-acts.ts'

const AT = { caseId: 'c1', trackId: 't1' }
const TODAY = '2026-12-01'
/** What a form left empty is told, where that is more than a reason. */
const WANTED: Readonly<Partial<Record<ReasonAct, readonly string[]>>> = {
  ReturnTransfer: ['reason: reasons.required'],
  PrepareReconsideration: ['text: field.required'],
  PrepareSupervision: ['text: field.required'],
  ProposeSupervision: ['readSeq: field.form-broken'],
  AskReasons: ['no: field.required', 'on: day.empty'],
  ExplainReasons: ['on: day.empty', 'text: field.required'],
  AcceptReasons: ['no: field.required', 'on: day.empty'],
  OrderFiling: ['no: field.required', 'on: day.empty'],
  FileAsOrdered: ['decisionNo: field.required', 'decidedOn: day.empty'],
  ReportStatus: ['kind: field.choice', 'on: day.empty'],
  GiveFilingOpinion: ['proposes: field.choice', 'text: field.required'],
  ConfirmHandOver: ['proceeding: field.form-broken', 'outcome: field.choice'],
  AskReconsideration: ['readSeq: field.form-broken'],
  AnswerReconsideration: ['outcome: field.choice', 'decisionNo: field.required', 'decidedOn: day.empty'],
}
const sent = (fields: object) => ({ formKey: 'k1', ...fields })

describe('acts drawn from their rows', () => {
  it('become their command, of the case or track they were drawn for, and of no other', () => {
    expect(
      REASON_ACTS.ReturnTransfer.input(AT, TODAY).parse(sent({ reason: ' 不属本类机关 ', competent: '甲监委', password: 'x' })),
    ).toEqual({
      formKey: 'k1',
      password: 'x',
      command: { type: 'ReturnTransfer', trackId: 't1', reason: '不属本类机关', competent: '甲监委' },
    })
    expect(REASON_ACTS.WithdrawTransfer.input(AT, TODAY).safeParse(sent({ reason: '漏列', trackId: 't2' })).success).toBe(false)
    expect(REASON_ACTS.WithdrawReport.input(AT, TODAY).parse(sent({ reason: '漏列' })).command).toEqual({
      type: 'WithdrawReport',
      reason: '漏列',
    })
  })
  it('want their reason', () => {
    for (const act of reasonActs) {
      const codes = REASON_ACTS[act]
        .input(AT, TODAY)
        .safeParse(sent({}))
        .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
      expect(codes, act).toEqual(WANTED[act] ?? ['reason: field.required'])
    }
  })
  it('may ask for a day, not after today', () => {
    const { input } = reasonAct({
      place: 'received',
      slug: 'x',
      form: 'x',
      note: 'lead',
      done: 'transfer-returned',
      fields: { on: day() },
      command: ({ trackId }, { on }) => ({ type: 'ReturnTransfer', trackId, reason: on, competent: '' }),
    })
    expect(input(AT, TODAY).parse(sent({ on: '2026-11-30' })).command).toMatchObject({ reason: '2026-11-30' })
    expect(input(AT, TODAY).safeParse(sent({ on: '2026-12-02' })).error?.issues[0]?.message).toBe('day.later-than-today')
  })
  it('stand each at an address of its own, and nothing else does', () => {
    const places = reasonActs.map((act) => `${REASON_ACTS[act].place}/${REASON_ACTS[act].slug}`)
    expect(new Set(places).size).toBe(places.length)
    expect(new Set(reasonActs.map((act) => REASON_ACTS[act].form)).size).toBe(places.length)
    expect(reasonActAt('received', 'return')).toBe('ReturnTransfer')
    expect(reasonActsAt('received')).toEqual([
      'ReturnTransfer',
      'GiveFilingOpinion',
      'AnswerReconsideration',
      'AskReasons',
      'FindNoObjection',
      'ExplainReasons',
      'AcceptReasons',
      'OrderFiling',
      'FileAsOrdered',
      'ReportStatus',
      'ConfirmHandOver',
    ])
    expect([reasonActAt('received', 'withdraw'), reasonActAt('sent', '__proto__'), reasonActAt('report', '')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
