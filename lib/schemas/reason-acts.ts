/**
 * Acts that ask for words, a day, a choice, a file and the password: a row each, with its words in lib/i18n/reason-acts.ts. One page draws
 * them; one action posts them, or where there is a file one route (app/(desk)/_reason). An act with rows keeps a form of its own.
 * Long, because it is a table.
 */
import type { FileRef } from '#lib/domain/result'
import { PROPOSED } from '#lib/domain/transfer/events'
import { isReportKind } from '#lib/domain/procedure/stages'
import { charge, choice, day, lines, read, reasonAct, sum, text, type ActPlace, type At } from './reason-act.ts'

export type { ActPlace } from './reason-act.ts'

/** Of a form that is still wrong: its command is looked at, and never asked. */
const NOTHING: FileRef = { blobId: '', name: '', size: 0, sha256: '', sm3: '' }
/** A paper of another body: its number and day, what it says, and its scan where there is one. */
const PAPER = {
  place: 'received',
  note: 'warning',
  document: 'optional',
  onPaper: { no: 'no', day: 'on' },
  beside: { 'deed.before': 'on' },
  fields: { no: text(60, 'field.required'), on: day(), text: lines(4, 4_000) },
} as const
const ofPaper =
  <A extends 'AskReasons' | 'ExplainReasons' | 'AcceptReasons' | 'OrderFiling'>(type: A) =>
  ({ trackId }: At, { no, on, text: said }: Readonly<Record<'no' | 'on' | 'text', string>>, document: FileRef | null) => ({
    type,
    trackId,
    paper: { no, on, text: said, document },
  })

export const REASON_ACTS = {
  WithdrawReport: reasonAct({
    place: 'report',
    slug: 'withdraw',
    form: 'withdraw-report',
    note: 'lead',
    done: 'report-withdrawn',
    fields: { reason: lines(4, 500, 'field.required') },
    command: (_, { reason }) => ({ type: 'WithdrawReport', reason }),
  }),
  OpenRound: reasonAct({
    place: 'report',
    slug: 'open-round',
    form: 'open-round',
    note: 'lead',
    done: 'round-opened',
    fields: { reason: lines(4, 1_000, 'field.required') },
    command: (_, { reason }) => ({ type: 'OpenRound', reason }),
  }),
  WithdrawTransfer: reasonAct({
    place: 'sent',
    slug: 'withdraw',
    form: 'withdraw',
    note: 'lead',
    done: 'transfer-withdrawn',
    fields: { reason: lines(3, 500, 'field.required') },
    command: ({ trackId }, { reason }) => ({ type: 'WithdrawTransfer', trackId, reason }),
  }),
  ReturnTransfer: reasonAct({
    place: 'received',
    slug: 'return',
    form: 'return',
    note: 'warning',
    done: 'transfer-returned',
    signsFirst: true,
    fields: { reason: lines(4, 1_000, 'reasons.required'), competent: text(100) },
    command: ({ trackId }, { reason, competent }) => ({ type: 'ReturnTransfer', trackId, reason, competent }),
  }),

  GiveFilingOpinion: reasonAct({
    place: 'received',
    slug: 'opinion',
    form: 'filing-opinion',
    note: 'lead',
    done: 'filing-opinion-given',
    fields: { proposes: choice(...PROPOSED), text: lines(10, 8_000, 'field.required') },
    command: ({ trackId }, { proposes, text: said }) => ({
      type: 'GiveFilingOpinion',
      trackId,
      proposes: PROPOSED.find((one) => one === proposes) ?? 'other',
      text: said,
    }),
  }),

  // Of the stages after the decision (lib/domain/procedure/stages.ts).
  PrepareReconsideration: reasonAct({
    place: 'sent',
    slug: 'prepare-reconsideration',
    form: 'prepare-reconsideration',
    note: 'lead',
    done: 'reconsideration-prepared',
    fields: { text: lines(10, 8_000, 'field.required') },
    command: ({ trackId }, { text }) => ({ type: 'PrepareReconsideration', trackId, text }),
  }),
  AskReconsideration: reasonAct({
    place: 'sent',
    slug: 'ask-reconsideration',
    form: 'ask-reconsideration',
    note: 'lead',
    done: 'reconsideration-asked',
    fields: { readSeq: read() },
    command: ({ trackId }, { readSeq }) => ({ type: 'AskReconsideration', trackId, readSeq: Number(readSeq) }),
  }),
  AnswerReconsideration: reasonAct({
    place: 'received',
    slug: 'answer-reconsideration',
    form: 'answer-reconsideration',
    note: 'warning',
    done: 'reconsideration-answered',
    document: 'required',
    onPaper: { no: 'decisionNo', day: 'decidedOn' },
    beside: { 'transfer.no-reasons': 'reasons', 'deed.before': 'decidedOn' },
    fields: {
      outcome: choice('changed', 'upheld'),
      decisionNo: text(60, 'field.required'),
      decidedOn: day(),
      charge: charge(),
      reasons: lines(6, 4_000),
    },
    command: ({ trackId }, { outcome, ...decision }, document) => ({
      type: 'AnswerReconsideration',
      trackId,
      outcome: outcome === 'changed' ? outcome : 'upheld',
      decision: { ...decision, document: document ?? NOTHING },
    }),
  }),
  WaiveRemedy: reasonAct({
    place: 'sent',
    slug: 'waive',
    form: 'waive-remedy',
    note: 'warning',
    done: 'remedy-waived',
    fields: { reason: lines(4, 2_000, 'field.required') },
    command: ({ trackId }, { reason }) => ({ type: 'WaiveRemedy', trackId, reason }),
  }),
  LeaveReturned: reasonAct({
    place: 'sent',
    slug: 'leave-returned',
    form: 'leave-returned',
    note: 'warning',
    done: 'returned-left',
    fields: { reason: lines(4, 2_000, 'field.required') },
    command: ({ trackId }, { reason }) => ({ type: 'LeaveReturned', trackId, reason }),
  }),
  PrepareSupervision: reasonAct({
    place: 'sent',
    slug: 'prepare-supervision',
    form: 'prepare-supervision',
    note: 'lead',
    done: 'supervision-prepared',
    fields: { text: lines(10, 8_000, 'field.required') },
    command: ({ trackId }, { text: said }) => ({ type: 'PrepareSupervision', trackId, text: said }),
  }),
  ProposeSupervision: reasonAct({
    place: 'sent',
    slug: 'propose-supervision',
    form: 'propose-supervision',
    note: 'lead',
    done: 'supervision-proposed',
    fields: { readSeq: read() },
    command: ({ trackId }, { readSeq }) => ({ type: 'ProposeSupervision', trackId, readSeq: Number(readSeq) }),
  }),
  AskReasons: reasonAct({ ...PAPER, slug: 'ask-reasons', form: 'ask-reasons', done: 'reasons-asked', command: ofPaper('AskReasons') }),
  FindNoObjection: reasonAct({
    place: 'received',
    slug: 'no-objection',
    form: 'no-objection',
    note: 'warning',
    done: 'no-objection',
    fields: { reason: lines(4, 2_000, 'field.required') },
    command: ({ trackId }, { reason }) => ({ type: 'FindNoObjection', trackId, reason }),
  }),
  ExplainReasons: reasonAct({
    ...PAPER,
    slug: 'explain-reasons',
    form: 'explain-reasons',
    done: 'reasons-explained',
    fields: { no: text(60), on: day(), text: lines(8, 8_000, 'field.required') },
    command: ofPaper('ExplainReasons'),
  }),
  AcceptReasons: reasonAct({
    ...PAPER,
    slug: 'accept-reasons',
    form: 'accept-reasons',
    done: 'reasons-accepted',
    command: ofPaper('AcceptReasons'),
  }),
  OrderFiling: reasonAct({ ...PAPER, slug: 'order-filing', form: 'order-filing', done: 'filing-ordered', command: ofPaper('OrderFiling') }),
  FileAsOrdered: reasonAct({
    place: 'received',
    slug: 'file-as-ordered',
    form: 'file-as-ordered',
    note: 'warning',
    done: 'filed-as-ordered',
    document: 'required',
    onPaper: { no: 'decisionNo', day: 'decidedOn' },
    beside: { 'deed.before': 'decidedOn' },
    fields: { decisionNo: text(60, 'field.required'), decidedOn: day(), charge: charge() },
    command: ({ trackId }, decision, document) => ({
      type: 'FileAsOrdered',
      trackId,
      decision: { ...decision, reasons: '', document: document ?? NOTHING },
    }),
  }),
  ReportStatus: reasonAct({
    place: 'received',
    slug: 'status',
    form: 'report-status',
    note: 'lead',
    done: 'status-reported',
    document: 'optional',
    onPaper: { no: 'no', day: 'on' },
    beside: { 'deed.before': 'on', 'report.needs-sum': 'sum', 'report.no-sum': 'sum' },
    fields: {
      kind: choice('measures', 'transferred', 'not-prosecuted', 'on-trial', 'judged', 'recovered', 'dropped'),
      no: text(60),
      on: day(),
      sum: sum(),
      text: lines(4, 2_000),
    },
    command: ({ trackId }, { kind, no, on, sum: typed, text: said }, document) => ({
      type: 'ReportStatus',
      trackId,
      kind: isReportKind(kind) ? kind : 'measures',
      fen: typed === '' ? null : Number(typed),
      paper: { no, on, text: said, document },
    }),
  }),
  DeclareNoHandOver: reasonAct({
    place: 'sent',
    slug: 'no-hand-over',
    form: 'no-hand-over',
    note: 'lead',
    done: 'no-hand-over',
    fields: { reason: lines(3, 500, 'field.required') },
    command: ({ trackId }, { reason }) => ({ type: 'DeclareNoHandOver', trackId, reason }),
  }),
  ConfirmHandOver: reasonAct({
    place: 'received',
    slug: 'confirm-hand-over',
    form: 'confirm-hand-over',
    note: 'warning',
    done: 'hand-over-confirmed',
    onPaper: { no: null, day: null },
    beside: { 'stage.needs-reason': 'text' },
    fields: { proceeding: read(), outcome: choice('taken', 'not-taken'), text: lines(3, 1_000) },
    command: ({ trackId }, { proceeding, outcome, text: said }) => ({
      type: 'ConfirmHandOver',
      trackId,
      proceeding: Number(proceeding),
      outcome: outcome === 'taken' ? outcome : 'not-taken',
      text: said,
    }),
  }),
}
export type ReasonAct = keyof typeof REASON_ACTS
export const reasonActs = Object.keys(REASON_ACTS) as readonly ReasonAct[] // safe: its own keys

export const reasonActsAt = (place: ActPlace): readonly ReasonAct[] => reasonActs.filter((act) => REASON_ACTS[act].place === place)
/** The act of an address; undefined where there is none. */
export const reasonActAt = (place: ActPlace, slug: string): ReasonAct | undefined =>
  reasonActsAt(place).find((act) => REASON_ACTS[act].slug === slug)
