/**
 * Acts that ask for words, a day, a choice, a file and the password: a row each, with its words in lib/i18n/reason-acts.ts. One page draws
 * them; one action posts them, or where there is a file one route (app/(desk)/_reason). An act with rows keeps a form of its own.
 * Long, because it is a table.
 */
import { z } from 'zod'
import type { CaseCommand } from '#lib/domain/case/commands'
import type { Action } from '#lib/domain/policy/table'
import type { RefusalCode } from '#lib/domain/refusals'
import type { Day, FileRef } from '#lib/domain/result'
import type { FieldCode } from './codes.ts'
import { isReportKind } from '#lib/domain/procedure/stages'
import * as fields from './fields.ts'

/** Of a case's report; of a track, by who sent it; of a track, by the body that has it. */
export type ActPlace = 'report' | 'sent' | 'received'
type At = Readonly<{ caseId: string; trackId: string }>
/** `charge`: one of the law's; `read`: the seq of what stood beside the form, which the page puts in. */
type Kind = 'lines' | 'text' | 'day' | 'choice' | 'charge' | 'read'
type Field = Readonly<{ kind: Kind; rows: number; isOptional: boolean; options: readonly string[]; of: (today: Day) => z.ZodType<string> }>
type Fields = Readonly<Record<string, Field>>

const field = (kind: Kind, rows: number, isOptional: boolean, of: Field['of'], options: readonly string[] = []): Field => ({
  kind,
  rows,
  isOptional,
  options,
  of,
})
const lines = (rows: number, max: number, required?: FieldCode): Field =>
  field('lines', rows, required === undefined, () => fields.lines(max, required))
const text = (max: number, required?: FieldCode): Field =>
  field('text', 1, required === undefined, () => fields.text(max, required && { required }))
/** Not after today. @internal */
export const day = (): Field => field('day', 1, false, (today) => fields.day(today))
const choice = (...options: readonly [string, ...string[]]): Field => field('choice', 1, false, () => fields.choice(options), options)
/** Yuan as people type them; in fen, as digits, '' where nothing is typed. */
const sum = (): Field => field('text', 1, true, () => fields.optionalYuan.transform((fen) => (fen === null ? '' : String(fen))))
/** '' where none is named. */
const charge = (): Field => field('charge', 1, true, () => fields.text(60))
const read = (): Field => field('read', 1, false, () => fields.seqText)

type Row<F extends Fields, D extends string> = Readonly<{
  place: ActPlace
  /** The last part of its address. */ slug: string
  /** The name its draft is kept under, before the id of the case or track. */ form: string
  /** What it means stands above the form, or as a warning in it. */ note: 'lead' | 'warning'
  /** In the address of the page that says so. */ done: D
  /** Offered before the receipt too: who chooses it signs first. */ signsFirst?: true
  /** A file in the form: then it is posted to a route, and a paper of the same act has its scan for it. */ document?:
    | 'required'
    | 'optional'
  /** The sender may record it from paper: the fields that the paper says of itself (its number, its day). */ onPaper?: Readonly<{
    no: keyof F | null
    day: keyof F | null
  }>
  /** Beside which field a refusal of the rules stands. */ beside?: Readonly<Partial<Record<RefusalCode, keyof F & string>>>
  fields: F
  command: (at: At, typed: Readonly<Record<keyof F, string>>, document: FileRef | null) => CaseCommand & Readonly<{ type: Action }>
}>
export type Sent = Readonly<{ formKey: string; password: string; command: ReturnType<Row<Fields, string>['command']> }>

/** @internal */
export const reasonAct = <const F extends Fields, const D extends string>({ command, ...row }: Row<F, D>) => ({
  ...row,
  input: (at: At, today: Day, document: FileRef | null = null): z.ZodType<Sent> => {
    const shape = Object.fromEntries(Object.entries(row.fields).map(([name, field]) => [name, field.of(today)]))
    return z
      .strictObject({ ...fields.formKey, password: z.string().default(''), ...shape })
      .transform(({ formKey, password, ...typed }) => ({
        formKey,
        password,
        command: command(at, typed as Record<keyof F, string>, document), // safe: the shape is made of just these
      }))
  },
})

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
