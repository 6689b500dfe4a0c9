/** Forms of the office: units, people, posts, directory. Strict, as all forms. `today` in Beijing. */
import { z } from 'zod'
import { POSTS, type Day } from '#lib/domain/result'
import type { FieldCode } from './codes.ts'
import { choice, day, flag, formKey, id, identityNo, personName, text } from './fields.ts'

/** Without the platform, which there is once, and the machine's own post. */
export const KINDS = ['bureau', 'procuratorate', 'police', 'commission', 'agency', 'medical', 'court', 'justice'] as const

const idOrNone = z.union([id, z.literal('')]).default('')
const division = text(6).refine((code) => /^\d{6}$/.test(code), 'division.format' satisfies FieldCode)
/** Small Latin letters and digits, a dot or a dash only between them: what every keyboard has, and one way to write it. For new logins; older ones stay. */
const login = text(40, { required: 'field.required' })
  .transform((typed) => typed.normalize('NFKC').toLowerCase())
  .refine((typed) => /^(?=.{2,40}$)[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/.test(typed), 'login.format' satisfies FieldCode)
const dayOrOpen = z.union([z.literal('').transform((): null => null), day()]).default(null)

const names = { name: text(100, { required: 'field.required' }), nameEn: text(200) }
const facts = (today: Day) => ({
  code: text(20, { required: 'field.required' }),
  division,
  superiorId: idOrNone,
  creditNo: identityNo('unit', today),
  isOnPaper: flag,
})

export const RegisterUnitInput = (today: Day) =>
  z.strictObject({ ...formKey, kind: choice(KINDS), ...names, ...facts(today), from: day(today) })
export type RegisterUnitInput = z.infer<ReturnType<typeof RegisterUnitInput>>
export const RenameUnitInput = (today: Day) => z.strictObject({ ...formKey, ...names, from: day(today) })
export type RenameUnitInput = z.infer<ReturnType<typeof RenameUnitInput>>
export const RecordUnitInput = (today: Day) => z.strictObject({ ...formKey, ...facts(today) })
export type RecordUnitInput = z.infer<ReturnType<typeof RecordUnitInput>>

export const RegisterPersonInput = (today: Day) =>
  z.strictObject({ ...formKey, login, name: personName, phone: text(40), from: day(today) })
export type RegisterPersonInput = z.infer<ReturnType<typeof RegisterPersonInput>>
export const RenamePersonInput = (today: Day) => z.strictObject({ ...formKey, name: personName, from: day(today) })
export type RenamePersonInput = z.infer<ReturnType<typeof RenamePersonInput>>
export const RecordLeavingInput = z.strictObject({ ...formKey, on: day() })
export type RecordLeavingInput = z.infer<typeof RecordLeavingInput>
export const IssueLinkInput = z.strictObject(formKey)
export const IssueCodeInput = z.strictObject(formKey)

export const GrantPostInput = z
  .strictObject({ ...formKey, unitId: id, post: choice(POSTS), from: day(), to: dayOrOpen })
  .refine(({ from, to }) => to === null || from <= to, { path: ['to'], error: 'day.order' satisfies FieldCode })
export type GrantPostInput = z.infer<typeof GrantPostInput>
export const ConfirmPostInput = z.strictObject(formKey)
export type ConfirmPostInput = z.infer<typeof ConfirmPostInput>
export const DeclinePostInput = z.strictObject({ ...formKey, reason: text(500, { required: 'field.required' }) })
export type DeclinePostInput = z.infer<typeof DeclinePostInput>
export const EndPostInput = z.strictObject({ ...formKey, postId: id, on: day() })
export type EndPostInput = z.infer<typeof EndPostInput>

export const RecordDirectoryInput = (today: Day) =>
  z.strictObject({ ...formKey, division, liaisonId: idOrNone, deputyId: idOrNone, dutyPhone: text(40), from: day(today) })
export type RecordDirectoryInput = z.infer<ReturnType<typeof RecordDirectoryInput>>
