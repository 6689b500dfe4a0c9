/**
 * One schema a kind of field. What comes in is text from a form; what goes out is what the rules know. Each says no with a code of
 * codes.ts, never with a sentence. Lengths are in code points.
 */
import { z } from 'zod'
import { checkCreditCode, checkIdentityNo } from '#lib/domain/identity'
import { parseYuan } from '#lib/domain/money'
import { checkPersonName, normaliseText, parseDay } from '#lib/domain/names'
import type { Day } from '#lib/domain/result'
import { isSameNo } from '#lib/domain/same-no'
import type { FieldCode } from './codes.ts'
import { isTooLong, MOST_ROWS } from './limits.ts'

const raw = z
  .string({ error: 'field.required' satisfies FieldCode })
  .refine((typed) => !isTooLong(typed), { error: 'field.too-long' satisfies FieldCode, abort: true })
const fail = (ctx: z.RefinementCtx, code: FieldCode): never => {
  ctx.addIssue({ code: 'custom', message: code })
  return z.NEVER
}

/** Text of at most `max` characters; refuses bidi and invisible characters. `shape`: one line or several. */
export const text = (max: number, { required, shape = 'line' }: { required?: FieldCode; shape?: 'line' | 'lines' } = {}) =>
  raw.default('').transform((typed, ctx): string => {
    const parsed = normaliseText(typed, shape)
    if (!parsed.ok) return fail(ctx, parsed.code)
    if (required && parsed.text === '') return fail(ctx, required)
    return [...parsed.text].length > max ? fail(ctx, 'field.too-long') : parsed.text
  })
/** The number of the case typed again, as grade B asks (docs/ux.md §3). */
export const sameNoAs = (caseNo: string) => text(60).refine((typed) => isSameNo(typed, caseNo), 'case-no.differs' satisfies FieldCode)
export const lines = (max: number, required?: FieldCode) => text(max, { shape: 'lines', ...(required && { required }) })

export const personName = raw.default('').transform((typed, ctx): string => {
  const parsed = checkPersonName(typed)
  return parsed.ok ? parsed.name : fail(ctx, parsed.code === 'name.empty' ? 'person.required' : parsed.code)
})

/** Days YYYY-MM-DD; `notAfter` is today where a day to come makes no sense. */
export const day = (notAfter?: Day) =>
  raw.default('').transform((typed, ctx): Day => {
    const parsed = parseDay(typed)
    if (!parsed.ok) return fail(ctx, parsed.code)
    return notAfter && parsed.day > notAfter ? fail(ctx, 'day.later-than-today') : parsed.day
  })
/** Wall time in Beijing, HH:MM. */
export const wallTime = raw.default('').transform((typed, ctx): string => {
  const [, hour = '', minute = ''] = /^\s*([01]?\d|2[0-3])[:：]([0-5]\d)\s*$/u.exec(typed.normalize('NFKC')) ?? []
  return hour === '' ? fail(ctx, 'time.format') : `${hour.padStart(2, '0')}:${minute}`
})

/** Yuan as people type them, in fen. */
export const yuan = raw.default('').transform((typed, ctx): number => {
  const parsed = parseYuan(typed)
  return parsed.ok ? parsed.fen : fail(ctx, parsed.code)
})
export const optionalYuan = raw.default('').transform((typed, ctx): number | null => {
  if (typed.trim() === '') return null
  const parsed = parseYuan(typed)
  return parsed.ok ? parsed.fen : fail(ctx, parsed.code)
})

/** A citizen's identity number or, for a unit, its credit code; '' where unknown. */
export const identityNo = (kind: 'person' | 'unit', today: Day) =>
  raw.default('').transform((typed, ctx): string => {
    if (typed.trim() === '') return ''
    if (kind === 'unit') {
      const checked = checkCreditCode(typed)
      return checked.ok ? checked.creditCode : fail(ctx, checked.code)
    }
    const checked = checkIdentityNo(typed, today)
    return checked.ok ? checked.identityNo : fail(ctx, checked.code)
  })

export const choice = <const T extends readonly [string, ...string[]]>(options: T, code: FieldCode = 'field.choice') =>
  z.enum(options, { error: code })
/** Rows of a group (groups.ts). */
export const rows = <T extends z.ZodType>(row: T) => z.array(row).max(MOST_ROWS, 'form.too-large' satisfies FieldCode)
/** A checkbox: present or not. */
export const ticked = (code: FieldCode) => z.literal('yes', { error: code })
export const flag = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')
/** An id of ours; not a name that every object answers to (`constructor`): ids are looked up in records. */
export const isId = (text: unknown): text is string => typeof text === 'string' && /^[A-Za-z0-9-]{1,64}$/.test(text) && !(text in {})
/** A row of one of the law's tables, by its id. What the page never offered is a forged form. */
export const known = (isKnown: (id: string) => unknown, required: FieldCode) =>
  raw
    .default('')
    .transform((typed, ctx): string => (typed === '' ? fail(ctx, required) : isKnown(typed) ? typed : fail(ctx, 'field.form-broken')))
/** Several values of one name: one comes as text, several as a list. Ids, unless `isKnown` says more. */
export const several = (code?: FieldCode, isKnown: (id: string) => unknown = isId) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((value, ctx): string[] => {
      const list = [...new Set(typeof value === 'string' ? [value] : value)].filter((item) => item !== '')
      if (!list.every((item) => isKnown(item))) return fail(ctx, 'field.form-broken')
      return code && list.length === 0 ? fail(ctx, code) : list
    })

/** Our own ids: opaque, URL-safe. A wrong one is a broken or forged form, not a slip of the pen. */
export const id = z.string({ error: 'field.form-broken' satisfies FieldCode }).refine(isId, 'field.form-broken' satisfies FieldCode)
/** A seq as text. */
export const seqText = z
  .string({ error: 'field.form-broken' satisfies FieldCode })
  .regex(/^\d{1,9}$/, 'field.form-broken' satisfies FieldCode)
/** Every form that changes something carries these: once-only key, and the version its section was read at. */
const seq = seqText.transform(Number)
export const formKey = { formKey: id }
export const versioned = { formKey: id, readAt: seq }
