'use server'
import { caseDesk } from '#lib/server/case-desk'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { SignForDecisionInput } from '#lib/schemas/transfer'
import { signForDecision } from '#lib/usecases/receive-transfer'

/** From here the next clock runs (domain.md §3.4 rule 8); a receipt for it needs no password. */
export async function signForDecisionAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  mustBeIds(caseId, trackId)
  const at = {
    form: `sign-for:${trackId}`,
    backTo: `/cases/${caseId}/transfers`,
    to: `/cases/${caseId}/transfers`,
    done: 'decision-signed-for',
    values: fieldsOf(form),
  }
  const me = await signedIn(at.form, form)
  const input = SignForDecisionInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error), at.backTo)
  return answer(me, await signForDecision(caseDesk(me), { caseId, trackId, ...input.data }), at)
}
