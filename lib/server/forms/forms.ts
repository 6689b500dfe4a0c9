/**
 * One way for every form, the same with scripts and without: post, redirect, get. An action keeps what was typed and what is
 * wrong with it as the person's draft; the page reads it back. A success drops the draft and says so by `?done=…`.
 */
import { notFound, redirect } from 'next/navigation'
import type { ZodError } from 'zod'
import type { Instant, Refusal, Result } from '#lib/domain/result'
import { MINUTE_MS, msBetween } from '#lib/domain/time'
import type { Draft } from '#lib/ports/desk-store'
import type { DoneCode, FieldCode } from '#lib/schemas/codes'
import { fitting, isTooLarge } from '#lib/schemas/limits'
import type { SignedIn } from '../session/signed-in.ts'

export type Values = Readonly<Record<string, string | readonly string[]>>
/** A field code of lib/i18n (`t.field[code]`) and the few words in its sentence. */
export type Problem = Readonly<{ code: string; about?: Readonly<Record<string, string | number>> }>
/** What is wrong: with a field, by its name ('' is the form itself), or the rules' refusal. */
export type Problems = Readonly<{ fields: Readonly<Record<string, readonly Problem[]>>; refusal: Refusal | null }>
export type FormState<D extends Values = Values> = Readonly<{
  values: D
  /** Everything that was kept, also what `defaults` does not name (repeated groups, lib/schemas/groups.ts). Null: nothing was. */
  kept: Values | null
  errors: Problems
  /** '' where nothing was kept. */
  savedAt: string
  /** The session had ended when this was posted: shown filled, never submitted by itself. */
  restored: boolean
  /** The form's React `key`: after a refusal its fields are drawn anew and show what was kept; a draft saved while typing moves nothing. */
  key: string
}>
/** Refused not by the rules but before them: it is not the person, and what is wrong stands at a field. */
export type Unconfirmed = Readonly<{ ok: false; problems: Problems }>
/** Whose forms: somebody signed in, or the guest of a one-time link. */
export type Who = Pick<SignedIn, 'person' | 'desk' | 'now'>

export const NO_PROBLEMS: Problems = { fields: {}, refusal: null }

/**
 * What a form brought, for a strict schema: once is a text, more than once a list. A schema that wants a text refuses the list
 * (`field.repeated`), and one that does not know the key refuses the form (`field.unknown`). Files go through route handlers.
 */
export function fieldsOf(form: FormData): Values {
  if (!(form instanceof FormData)) return {} // an action called by hand
  const fields: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION_')) continue // React's own
    const values = form.getAll(name).map((value) => (typeof value === 'string' ? value : value.name))
    const [first = ''] = values
    fields[name] = values.length > 1 ? values : first
  }
  return fields
}

/** A form in one text, whatever the order of its fields: which form it is, and what it said. What is secret is no part of it. */
export const saidIn = (form: string, values: Values): string =>
  JSON.stringify([form, ...shown(values).toSorted(([a], [b]) => (a < b ? -1 : 1))])

/** zod's findings by field; a field of a group goes by `line.0.fund`. `about` is what a schema put into `params` of a custom issue. */
export function problemsOf(error: ZodError, values: Values = {}): Problems {
  const fields: Record<string, Problem[]> = {}
  for (const issue of error.issues) {
    const name = issue.path.join('.')
    const isRepeated = issue.code === 'invalid_type' && typeof values[name] === 'object'
    const code = issue.code === 'unrecognized_keys' ? 'field.unknown' : isRepeated ? 'field.repeated' : issue.message
    const about: unknown = issue.code === 'custom' ? issue.params : undefined
    ;(fields[name] ??= []).push(isAbout(about) ? { code, about } : { code })
  }
  return { fields, refusal: null }
}
/** Several findings as one, for a form whose groups are parsed by themselves. */
export const together = (...found: readonly Problems[]): Problems => ({
  fields: Object.assign({}, ...found.map(({ fields }) => fields)),
  refusal: found.find(({ refusal }) => refusal)?.refusal ?? null,
})
export const hasProblems = ({ fields, refusal }: Problems): boolean => refusal !== null || Object.keys(fields).length > 0
export const refused = (refusal: Refusal): Problems => ({ fields: {}, refusal })
export const problem = (name: string, code: string, about?: Problem['about']): Problems => ({
  fields: { [name]: [about ? { code, about } : { code }] },
  refusal: null,
})

/** Keeps what was typed with what is wrong, and shows the form again. What the policy denies is as missing as any page that is not there. */
export async function keep(me: Who, form: string, values: Values, errors: Problems, backTo: string): Promise<never> {
  if (errors.refusal?.code === 'policy.denied') notFound()
  await saveForm(me, form, values, errors)
  redirect(backTo)
}

/** An action's last line: the refusal back into the form, or on to `to` with its banner. A repeat of the same form says that too. */
export async function answer(
  me: Who,
  result: Result<Readonly<{ repeated: boolean }>> | Unconfirmed,
  at: Readonly<{ form: string; values: Values; backTo: string; to: string; done: DoneCode }>,
): Promise<never> {
  if (!result.ok) return keep(me, at.form, at.values, 'problems' in result ? result.problems : refused(result.refusal), at.backTo)
  await dropForm(me, at.form)
  redirect(withDone(at.to, at.done, result.value.repeated))
}

/** Of a form that is too large what fits is kept, and nothing is lost that was kept before; that it was too large is said first. */
export async function saveForm(me: Who, form: string, values: Values, errors: Problems = NO_PROBLEMS): Promise<void> {
  if (isTooMuch(values)) return saveForm(me, form, fitting(values, (await keptOf(me, form)) ?? {}), withTooLarge(errors))
  const kept = Object.fromEntries(shown(values))
  const refusal = { ...errors, of: values['formKey'] ?? '' } satisfies Refused
  const draft = { values: JSON.stringify(kept), errors: errors === NO_PROBLEMS ? '' : JSON.stringify(refusal) }
  await me.desk.saveDraft({ personId: me.person.personId, form, savedAt: me.now, ...draft })
}

/**
 * What is kept while somebody types. False where the form with this key has been answered: a draft that was still on its way then
 * would come back as an offer to send again. Asked before and after, so that neither comes between. False also where it was
 * refused: leaving the last field by pressing the button saves and sends at once, and the refusal must not be written over.
 */
export async function saveTyped(me: Who & Pick<SignedIn, 'read'>, form: string, formKey: string, values: Values): Promise<boolean> {
  const isAnswered = async () => formKey !== '' && (await me.read.readIdempotencyKey(me.person.personId, formKey)) !== null
  if ((await isAnswered()) || (await isRefused(me, form, formKey))) return false
  await saveForm(me, form, values)
  if (!(await isAnswered())) return true
  await dropForm(me, form)
  return false
}

/** More than a form may bring, or a draft keep (lib/schemas/limits.ts). */
export const isTooMuch = (values: Values): boolean => isTooLarge(Object.fromEntries(shown(values)))
const TOO_LARGE: FieldCode = 'form.too-large'
const withTooLarge = ({ fields, refusal }: Problems): Problems => ({
  fields: { ...fields, '': [{ code: TOO_LARGE }, ...(fields[''] ?? [])] },
  refusal,
})
async function keptOf(me: Who, form: string): Promise<Values | null> {
  const draft = await me.desk.readDraft(me.person.personId, form)
  return draft && JSON.parse(draft.values) // safe: saveForm is the only writer
}

async function isRefused(me: Who, form: string, formKey: string): Promise<boolean> {
  const draft = await me.desk.readDraft(me.person.personId, form)
  const refused: Refused | null = draft?.errors ? JSON.parse(draft.errors) : null // safe: saveForm is the only writer
  return formKey !== '' && refused?.of === formKey
}
/** What was wrong, and the key of the form in which it was. */
type Refused = Problems & Readonly<{ of?: Values[string] }>

export const dropForm = (me: Who, form: string): Promise<void> => me.desk.dropDraft(me.person.personId, form)

/** `defaults` names the fields: what a kept draft holds beyond them is left out. */
export async function readForm<D extends Values>(me: Who, form: string, defaults: D): Promise<FormState<Wide<D>>> {
  const draft = await me.desk.readDraft(me.person.personId, form)
  return formOf(draft, defaults, me.now)
}

/** Literals widen: a page's `''` is any text. */
type Wide<D extends Values> = { readonly [K in keyof D]: D[K] extends string ? string : readonly string[] }

/** What was wrong belongs to the visit in which it was said; the next day only what was typed is there. */
const SHOWN_MS = 10 * MINUTE_MS

/** @internal */
export function formOf<D extends Values>(draft: Draft | null, defaults: D, now: Instant): FormState<Wide<D>> {
  const kept: Values | null = draft && JSON.parse(draft.values) // safe: saveForm is the only writer
  // From before there was a limit: some of its rows for all of them would be a wrong sum.
  if (kept && isTooLarge(kept)) return { ...formOf(null, defaults, now), errors: problem('', 'draft.too-large' satisfies FieldCode) }
  const { of: _, ...found }: Refused = draft?.errors ? JSON.parse(draft.errors) : NO_PROBLEMS // safe: as above
  const restored = found.fields['']?.some(({ code }) => code === EXPIRED) ?? false
  const errors = draft && !restored && msBetween(draft.savedAt, now) > SHOWN_MS ? NO_PROBLEMS : found
  const pairs = Object.entries(defaults).map(([name, usual]) => [name, kept ? shaped(kept[name], usual) : usual])
  const savedAt = draft?.savedAt ?? ''
  return {
    values: Object.fromEntries(pairs) as Wide<D>, // safe: the keys of `defaults`, each with its own kind of value
    kept,
    errors,
    savedAt,
    restored,
    key: hasProblems(errors) ? savedAt : 'new',
  }
}
/** One ticked box comes as a text, two as a list: the default says which it is. */
function shaped(kept: Values[string] | undefined, usual: Values[string]): Values[string] {
  if (kept === undefined) return typeof usual !== 'string' ? [] : usual === TICKED ? '' : usual // an unticked box sends nothing
  if (typeof usual === 'string') return typeof kept === 'string' ? kept : (kept[0] ?? '')
  return typeof kept === 'string' ? [kept] : kept
}

/** What a box of its own sends (app/_ui/field.tsx). */
const TICKED = 'yes'

export const EXPIRED: FieldCode = 'session.expired'
/** Passwords, one-time tokens and codes and the form's own key are never kept. */
const isSecret = (name: string): boolean => /password|token|linkCode/i.test(name) || name === 'formKey'
const shown = (values: Values) => Object.entries(values).filter(([name]) => !isSecret(name))
const isAbout = (value: unknown): value is NonNullable<Problem['about']> =>
  typeof value === 'object' && value !== null && Object.values(value).every((v) => ['string', 'number'].includes(typeof v))

/** Done banners: `?done=unit-registered` on the way out, `doneOf(await searchParams)` on the page, `DoneBanner` for its words. */
export const withDone = (path: string, done: DoneCode, isRepeat = false): string =>
  `${path}${path.includes('?') ? '&' : '?'}done=${done}${isRepeat ? '&again=1' : ''}`
export type Done = Readonly<{ code: string; isRepeat: boolean }>
export function doneOf(query: Readonly<Record<string, string | string[] | undefined>>): Done | null {
  const code = query['done']
  return typeof code === 'string' && /^[a-z-]{1,40}$/.test(code) ? { code, isRepeat: query['again'] === '1' } : null
}
