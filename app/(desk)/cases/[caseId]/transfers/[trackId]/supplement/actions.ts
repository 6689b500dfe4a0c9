'use server'
import { SendSupplementInput } from '#lib/schemas/transfer'
import { caseDesk } from '#lib/server/case-desk'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { signedIn } from '#lib/server/signed-in'
import { sendSupplement } from '#lib/usecases/receive-transfer'

export async function sendSupplementAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  const to = `/cases/${caseId}/transfers`
  const at = { form: `supplement:${trackId}`, values: fieldsOf(form), backTo: `${to}/${trackId}/supplement`, to, done: 'supplement-sent' }
  const me = await signedIn(at.form, form)
  const input = SendSupplementInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const notThem = await me.reauth(input.data.password, caseId, 'A')
  if (notThem) return keep(me, at.form, at.values, notThem, at.backTo)
  return answer(me, await sendSupplement(caseDesk(me), { caseId, trackId, ...input.data }, input.data), at)
}
