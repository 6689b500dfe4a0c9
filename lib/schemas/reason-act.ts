/** What a row of acts that ask for words can ask for, and how such a row becomes the schema of its form (decision 0022). */
import { z } from 'zod'
import type { CaseCommand } from '#lib/domain/case/commands'
import type { Action } from '#lib/domain/policy/table'
import type { RefusalCode } from '#lib/domain/refusals'
import type { Day, FileRef } from '#lib/domain/result'
import type { FieldCode } from './codes.ts'
import * as fields from './fields.ts'

/** Of a case's report; of a track, by who sent it; of a track, by the body that has it. */
export type ActPlace = 'report' | 'sent' | 'received'
export type At = Readonly<{ caseId: string; trackId: string }>
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
export const lines = (rows: number, max: number, required?: FieldCode): Field =>
  field('lines', rows, required === undefined, () => fields.lines(max, required))
export const text = (max: number, required?: FieldCode): Field =>
  field('text', 1, required === undefined, () => fields.text(max, required && { required }))
/** Not after today. */
export const day = (): Field => field('day', 1, false, (today) => fields.day(today))
export const choice = (...options: readonly [string, ...string[]]): Field =>
  field('choice', 1, false, () => fields.choice(options), options)
/** Yuan as people type them; in fen, as digits, '' where nothing is typed. */
export const sum = (): Field => field('text', 1, true, () => fields.optionalYuan.transform((fen) => (fen === null ? '' : String(fen))))
/** '' where none is named. */
export const charge = (): Field => field('charge', 1, true, () => fields.text(60))
export const read = (): Field => field('read', 1, false, () => fields.seqText)

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
