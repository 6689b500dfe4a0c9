/** Passwords: what may be one, and the forms that set it. */
import { z } from 'zod'
import type { FieldCode } from './codes.ts'
import { formKey } from './fields.ts'

const SHORTEST = 12
const LONGEST = 200
const FEWEST_KINDS = 5
/** What people type first. A password that is little more than one of these is found in minutes. */
const COMMON = [
  '123456',
  '654321',
  '111111',
  '000000',
  '888888',
  '666666',
  'abcdef',
  'abc123',
  'password',
  'qwerty',
  'admin',
  'woaini',
  '1q2w3e',
  'iloveyou',
  'xianjie',
]

/** Null where it will do; the login is not to be in it. @internal */
export function passwordFault(password: string, login: string): FieldCode | null {
  const signs = [...password.normalize('NFC')]
  if (signs.length === 0) return 'password.required'
  if (signs.length < SHORTEST) return 'password.short'
  if (signs.length > LONGEST) return 'field.too-long'
  if (new Set(signs).size < FEWEST_KINDS) return 'password.plain'
  const low = password.toLowerCase()
  if (login.length >= 3 && low.includes(login.toLowerCase())) return 'password.login'
  const rest = COMMON.reduce((text, word) => text.replaceAll(word, ''), low)
  return rest.length < SHORTEST / 2 ? 'password.common' : null
}

/** The one place that is not trimmed or cleaned: a password is what was typed. */
const secret = z
  .string({ error: 'password.required' satisfies FieldCode })
  .max(4 * LONGEST, 'field.too-long' satisfies FieldCode)
  .default('')
const twice = { newPassword: secret, againPassword: secret }

const setTwice = (login: string) => (typed: { newPassword: string; againPassword: string }, ctx: z.RefinementCtx) => {
  const fault = passwordFault(typed.newPassword, login)
  if (fault) ctx.addIssue({ code: 'custom', path: ['newPassword'], message: fault })
  else if (typed.newPassword !== typed.againPassword)
    ctx.addIssue({ code: 'custom', path: ['againPassword'], message: 'password.differs' satisfies FieldCode })
}
/** Six digits, typed as people do: with spaces, or in full width. A whole link's form sends none. */
const linkCode = z
  .string({ error: 'code.format' satisfies FieldCode })
  .max(100, 'code.format' satisfies FieldCode)
  .transform((typed) => typed.normalize('NFKC').replaceAll(/\s/g, ''))
  .refine((typed) => /^\d{6}$/.test(typed), 'code.format' satisfies FieldCode)
export const FirstPasswordInput = (login: string, needsCode: boolean) =>
  z
    .strictObject({ ...twice, linkCode: needsCode ? linkCode : z.literal('', { error: 'field.unknown' satisfies FieldCode }).default('') })
    .superRefine(setTwice(login))
export const ChangePasswordInput = (login: string) =>
  z.strictObject({ ...formKey, oldPassword: secret, ...twice }).superRefine(setTwice(login))

export const PreferencesInput = z.strictObject({
  lang: z.enum(['zh-CN', 'en']).optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  size: z.enum(['normal', 'large', 'xlarge']).optional(),
  back: z.string().max(2_000).optional(),
})

/** What the autosave sends (app/_ui/draft-autosave.tsx). */
export const DraftInput = z.strictObject({
  form: z.string().regex(/^[a-z]+(?:-[a-z]+)*(?::[A-Za-z0-9-]{1,64}){0,3}$/),
  formKey: z.string().max(100).default(''), // a page opened before an upgrade sends none
  version: z.string().max(20).nullable(),
  fields: z.record(z.string().max(100), z.array(z.string()).max(500)),
})
