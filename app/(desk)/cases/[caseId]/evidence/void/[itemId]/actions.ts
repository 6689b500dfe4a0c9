'use server'

import { isSameNo } from '#lib/domain/same-no'
import { VoidEvidenceInput } from '#lib/schemas/case'
import { answer, fieldsOf, keep, problem, problemsOf } from '#lib/server/forms'
import { signedIn } from '#lib/server/signed-in'
import { voidEvidence } from '#lib/usecases/add-evidence'
import { readCaseAs } from '#lib/usecases/read-case'

export async function voidEvidenceAction(caseId: string, itemId: string, form: FormData): Promise<void> {
  const at = {
    form: `void:${itemId}`,
    values: fieldsOf(form),
    backTo: `/cases/${caseId}/evidence/void/${itemId}`,
    to: `/cases/${caseId}/evidence`,
    done: 'evidence-voided',
  }
  const me = await signedIn(at.form, form)
  const input = VoidEvidenceInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error), at.backTo)
  const state = await readCaseAs(me.read, me.actor, caseId, 'ReadContent')
  if (state && !isSameNo(input.data.caseNo, state.caseNo))
    return keep(me, at.form, at.values, problem('caseNo', 'case-no.differs'), at.backTo)
  const wrong = state && (await me.reauth(input.data.password, caseId, 'B'))
  if (wrong) return keep(me, at.form, at.values, wrong, at.backTo)
  return answer(me, await voidEvidence(me.ask, caseId, itemId, input.data), at)
}
