/**
 * Acts that ask for no more than words, a day and the password: a row each, with its words in lib/i18n/reason-acts.ts. One page draws
 * them and one action posts them (app/(desk)/_reason). An act with a document, rows or a choice keeps a form of its own.
 */
import { z } from 'zod'
import type { CaseCommand } from '#lib/domain/case/commands'
import type { Action } from '#lib/domain/policy/table'
import type { Day } from '#lib/domain/result'
import type { FieldCode } from './codes.ts'
import * as fields from './fields.ts'

/** Of a case's report; of a track, by who sent it; of a track, by the body that has it. */
export type ActPlace = 'report' | 'sent' | 'received'
type At = Readonly<{ caseId: string; trackId: string }>
type Field = Readonly<{ kind: 'lines' | 'text' | 'day'; rows: number; isOptional: boolean; of: (today: Day) => z.ZodType<string> }>
type Fields = Readonly<Record<string, Field>>

const lines = (rows: number, max: number, required?: FieldCode): Field => ({
  kind: 'lines',
  rows,
  isOptional: required === undefined,
  of: () => fields.lines(max, required),
})
const text = (max: number): Field => ({ kind: 'text', rows: 1, isOptional: true, of: () => fields.text(max) })
/** Not after today. @internal */
export const day = (): Field => ({ kind: 'day', rows: 1, isOptional: false, of: (today) => fields.day(today) })

type Row<F extends Fields, D extends string> = Readonly<{
  place: ActPlace
  /** The last part of its address. */ slug: string
  /** The name its draft is kept under, before the id of the case or track. */ form: string
  /** What it means stands above the form, or as a warning in it. */ note: 'lead' | 'warning'
  /** In the address of the page that says so. */ done: D
  /** Offered before the receipt too: who chooses it signs first. */ signsFirst?: true
  fields: F
  command: (at: At, typed: Readonly<Record<keyof F, string>>) => CaseCommand & Readonly<{ type: Action }>
}>
export type Sent = Readonly<{ formKey: string; password: string; command: ReturnType<Row<Fields, string>['command']> }>

/** @internal */
export const reasonAct = <const F extends Fields, const D extends string>({ command, ...row }: Row<F, D>) => ({
  ...row,
  input: (at: At, today: Day): z.ZodType<Sent> => {
    const shape = Object.fromEntries(Object.entries(row.fields).map(([name, field]) => [name, field.of(today)]))
    return z
      .strictObject({ ...fields.formKey, password: z.string().default(''), ...shape })
      .transform(({ formKey, password, ...typed }) => ({
        formKey,
        password,
        command: command(at, typed as Record<keyof F, string>), // safe: the shape is made of just these
      }))
  },
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
}
export type ReasonAct = keyof typeof REASON_ACTS
export const reasonActs = Object.keys(REASON_ACTS) as readonly ReasonAct[] // safe: its own keys

export const reasonActsAt = (place: ActPlace): readonly ReasonAct[] => reasonActs.filter((act) => REASON_ACTS[act].place === place)
/** The act of an address; undefined where there is none. */
export const reasonActAt = (place: ActPlace, slug: string): ReasonAct | undefined =>
  reasonActsAt(place).find((act) => REASON_ACTS[act].slug === slug)
