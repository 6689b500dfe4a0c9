'use server'
import { WithdrawTransferInput } from '#lib/schemas/transfer'
import { caseDesk } from '#lib/server/case-desk'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { signedIn } from '#lib/server/signed-in'
import { withdrawTransfer } from '#lib/usecases/send-transfer'

export async function withdrawTransferAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  const to = `/cases/${caseId}/transfers`
  const at = { form: `withdraw:${trackId}`, values: fieldsOf(form), backTo: `${to}/${trackId}/withdraw`, to, done: 'transfer-withdrawn' }
  const me = await signedIn(at.form, form)
  const input = WithdrawTransferInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const notThem = await me.reauth(input.data.password, caseId, 'A')
  if (notThem) return keep(me, at.form, at.values, notThem, at.backTo)
  return answer(me, await withdrawTransfer(caseDesk(me), caseId, trackId, input.data), at)
}
