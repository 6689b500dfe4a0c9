'use server'
import { SendSupplementInput } from '#lib/schemas/transfer'
import { caseDesk } from '#lib/server/session/case-desk'
import { confirmed } from '#lib/server/session/confirmed'
import { sendSupplement } from '#lib/usecases/receive-transfer'
import { act } from '#app/_form/act'

export async function sendSupplementAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  const to = `/cases/${caseId}/transfers`
  const at = { form: `supplement:${trackId}`, backTo: `${to}/${trackId}/supplement`, to, done: 'supplement-sent' } as const
  await act([caseId, trackId], form, at, SendSupplementInput, (me, input) => {
    const deed = () => sendSupplement(caseDesk(me), { caseId, trackId, ...input }, input)
    return confirmed(me, { caseId, trackId, action: 'SendSupplement' }, input, deed)
  })
}
