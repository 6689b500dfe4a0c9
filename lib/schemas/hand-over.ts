/** The form of a hand-over: each item of the letter is handed over now, kept elsewhere, or left for later; and which of the files that were sent. */
import { z } from 'zod'
import type { Day } from '#lib/domain/result'
import type { FieldCode } from './codes.ts'
import { day, formKey, lines, several, text, wallTime } from './fields.ts'

/** `now0`, `kept0`: of the first item of the letter. */
export const handsOver = (ref: string): string => `now${ref}`
export const keepsAt = (ref: string): string => `kept${ref}`

export const HandOverInput = (today: Day) =>
  z
    .object({
      ...formKey,
      files: several(),
      place: text(100, { required: 'field.required' }),
      on: day(today),
      time: wallTime,
      text: lines(1_000),
      password: z.string().default(''),
    })
    .catchall(z.string({ error: 'field.form-broken' satisfies FieldCode }))
    .transform((typed, ctx) => {
      const { formKey: key, files, place, on, time, text: said, password, ...rest } = typed
      const refs = [...new Set(Object.keys(rest).map((name) => /^(?:now|kept)(\d{1,4})$/.exec(name)?.[1] ?? ''))]
      if (refs.includes('')) ctx.addIssue({ code: 'custom', message: 'field.form-broken' satisfies FieldCode, path: [] })
      const items = refs.flatMap((ref) => {
        const kept = text(100).safeParse(rest[keepsAt(ref)] ?? '')
        if (!kept.success) {
          ctx.addIssue({ code: 'custom', message: 'field.too-long' satisfies FieldCode, path: [keepsAt(ref)] })
          return []
        }
        if (rest[handsOver(ref)] === 'yes') return [{ is: 'item', ref, keptAt: '' } as const]
        return kept.data === '' ? [] : [{ is: 'item', ref, keptAt: kept.data } as const]
      })
      const things = [...items, ...files.map((ref) => ({ is: 'file', ref, keptAt: '' }) as const)]
      return { formKey: key, things, place, on, time, text: said, password }
    })
