'use server'
import { WithdrawTransferInput } from '#lib/schemas/transfer'
import { caseDesk } from '#lib/server/case-desk'
import { confirmed } from '#lib/server/confirmed'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { withdrawTransfer } from '#lib/usecases/send-transfer'

export async function withdrawTransferAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  mustBeIds(caseId, trackId)
  const to = `/cases/${caseId}/transfers`
  const at = { form: `withdraw:${trackId}`, values: fieldsOf(form), backTo: `${to}/${trackId}/withdraw`, to, done: 'transfer-withdrawn' }
  const me = await signedIn(at.form, form)
  const input = WithdrawTransferInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const act = { caseId, trackId, action: 'WithdrawTransfer' } as const
  return answer(me, await confirmed(me, act, input.data, () => withdrawTransfer(caseDesk(me), caseId, trackId, input.data)), at)
}
