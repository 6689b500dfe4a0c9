/** Codes into sentences, once for the summary and once beside the field: word for word the same. */
import type { Messages } from '#lib/i18n/messages'
import type { RefusalCode } from '#lib/domain/refusals'
import type { FieldCode } from '#lib/schemas/codes'
import type { Problem, Problems } from '#lib/server/forms/forms'

type Words = Pick<Messages, 'field' | 'refusal'>
/** Which field a refusal stands beside; others stand in the summary alone. */
export type Beside = Readonly<Partial<Record<RefusalCode, string>>>
export type Sentences = Readonly<{
  /** For ErrorSummary: in the order of the form where `order` names its fields. */
  list: readonly Readonly<{ id: string; text: string }>[]
  /** For a field's `error`. */
  at: (name: string) => string | undefined
}>

/** `prefix` where a page has several forms: a field's `id` is then `f-${prefix}${name}`. */
export function sentencesOf(
  t: Words,
  { fields, refusal }: Problems,
  beside: Beside = {},
  order: readonly string[] = [],
  prefix = '',
): Sentences {
  const found = Object.entries(fields).flatMap(([name, problems]) =>
    problems.slice(0, 1).map((problem) => ({ name, text: fieldSentence(t, problem) })),
  )
  if (refusal) found.push({ name: beside[refusal.code] ?? '', text: t.refusal[refusal.code](refusal.about ?? {}) })
  const shown = found.filter(({ text }) => text !== '')
  const place = (name: string): number => order.indexOf(name) + 1 || order.length + 1
  return {
    list: shown
      .toSorted((a, b) => place(a.name) - place(b.name))
      .map(({ name, text }) => ({ id: name === '' ? 'main' : `f-${prefix}${name}`, text })),
    at: (name) => shown.find((one) => one.name === name)?.text,
  }
}

/** What is said of a restored form is no error: it has a banner of its own. */
function fieldSentence({ field }: Words, { code, about }: Problem): string {
  if (code === ('session.expired' satisfies FieldCode)) return ''
  return Object.hasOwn(field, code) ? field[code as FieldCode](about ?? {}) : field['field.form-broken']({}) // safe: its own key
}
