'use server'
import { SignForDecisionInput } from '#lib/schemas/transfer'
import { caseDesk } from '#lib/server/session/case-desk'
import { signForDecision } from '#lib/usecases/receive-transfer'
import { act } from '#app/_form/act'

/** From here the next clock runs (docs/handbook.md §3.4 rule 8); a receipt for it needs no password. */
export async function signForDecisionAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  const to = `/cases/${caseId}/transfers`
  const at = { form: `sign-for:${trackId}`, backTo: to, to, done: 'decision-signed-for' } as const
  await act([caseId, trackId], form, at, SignForDecisionInput, (me, input) => signForDecision(caseDesk(me), { caseId, trackId, ...input }))
}
