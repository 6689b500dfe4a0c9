/**
 * What an action begins and ends with. Whatever is bound to it must be ids; who is here; what was typed. What is wrong with it is kept and
 * shown at the form, and else the deed is done and leads on. Forms of many rows, and one that is checked anew, do it in their own order.
 */
import type { z } from 'zod'
import type { Result } from '#lib/domain/result'
import type { DoneCode } from '#lib/schemas/codes'
import { answer, fieldsOf, keep, problemsOf, type Unconfirmed, type Values } from '#lib/server/forms/forms'
import { mustBeIds } from '#lib/server/session/ids'
import { signedIn, type SignedIn } from '#lib/server/session/signed-in'

/** The name a form is kept under, its own address, where a success leads and what is said there: these may hang on what was typed and what came of it. */
type Place<I, V> = Readonly<{
  form: string
  backTo: string
  to: string | ((value: V) => string)
  done: DoneCode | ((input: I) => DoneCode)
}>

export async function act<S extends z.ZodType, V extends Readonly<{ repeated: boolean }>>(
  ids: readonly unknown[],
  form: FormData,
  { done, to, ...at }: Place<z.output<S>, V>,
  input: S | ((me: SignedIn, values: Values) => S | Promise<S>),
  deed: (me: SignedIn, input: z.output<S>) => Promise<Result<V> | Unconfirmed>,
): Promise<void> {
  mustBeIds(...ids)
  const me = await signedIn(at.form, form)
  const values = fieldsOf(form)
  const typed = (typeof input === 'function' ? await input(me, values) : input).safeParse(values)
  if (!typed.success) return keep(me, at.form, values, problemsOf(typed.error, values), at.backTo)
  const result = await deed(me, typed.data)
  const then = typeof to === 'string' ? to : result.ok ? to(result.value) : at.backTo
  return answer(me, result, { ...at, values, to: then, done: typeof done === 'function' ? done(typed.data) : done })
}
