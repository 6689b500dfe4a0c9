'use server'
import { SendSupplementInput } from '#lib/schemas/transfer'
import { caseDesk } from '#lib/server/case-desk'
import { confirmed } from '#lib/server/confirmed'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { sendSupplement } from '#lib/usecases/receive-transfer'

export async function sendSupplementAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  mustBeIds(caseId, trackId)
  const to = `/cases/${caseId}/transfers`
  const at = { form: `supplement:${trackId}`, values: fieldsOf(form), backTo: `${to}/${trackId}/supplement`, to, done: 'supplement-sent' }
  const me = await signedIn(at.form, form)
  const input = SendSupplementInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const act = { caseId, trackId, action: 'SendSupplement' } as const
  return answer(
    me,
    await confirmed(me, act, input.data, () => sendSupplement(caseDesk(me), { caseId, trackId, ...input.data }, input.data)),
    at,
  )
}
