'use server'
import { SendSupplementInput } from '#lib/schemas/transfer'
import { caseDesk } from '#lib/server/case-desk'
import { confirmed } from '#lib/server/confirmed'
import { sendSupplement } from '#lib/usecases/receive-transfer'
import { act } from '../../../../../../_form/act.ts'

export async function sendSupplementAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  const to = `/cases/${caseId}/transfers`
  const at = { form: `supplement:${trackId}`, backTo: `${to}/${trackId}/supplement`, to, done: 'supplement-sent' } as const
  await act([caseId, trackId], form, at, SendSupplementInput, (me, input) => {
    const deed = () => sendSupplement(caseDesk(me), { caseId, trackId, ...input }, input)
    return confirmed(me, { caseId, trackId, action: 'SendSupplement' }, input, deed)
  })
}
