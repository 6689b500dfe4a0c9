'use server'
import { UrgeInput } from '#lib/schemas/case'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { urge } from '#lib/usecases/urge'

export async function urgeAction(caseId: string, form: FormData): Promise<void> {
  mustBeIds(caseId)
  const me = await signedIn(`urge:${caseId}`, form)
  const at = { form: `urge:${caseId}`, backTo: `/cases/${caseId}`, to: `/cases/${caseId}`, done: 'urged', values: fieldsOf(form) }
  const input = UrgeInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error), at.backTo)
  return answer(me, await urge(me.ask, caseId, input.data), at)
}
