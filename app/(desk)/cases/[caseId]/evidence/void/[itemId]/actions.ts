'use server'

import { notFound } from 'next/navigation'
import { VoidEvidenceInput } from '#lib/schemas/case'
import { confirmed } from '#lib/server/confirmed'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { voidEvidence } from '#lib/usecases/add-evidence'
import { readContentAs } from '#lib/usecases/read-case'

export async function voidEvidenceAction(caseId: string, itemId: string, form: FormData): Promise<void> {
  mustBeIds(caseId, itemId)
  const at = {
    form: `void:${itemId}`,
    values: fieldsOf(form),
    backTo: `/cases/${caseId}/evidence/void/${itemId}`,
    to: `/cases/${caseId}/evidence`,
    done: 'evidence-voided',
  }
  const me = await signedIn(at.form, form)
  const { caseNo } = (await readContentAs(me.read, me.actor, caseId)) ?? notFound()
  const input = VoidEvidenceInput(caseNo).safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const act = { caseId, action: 'VoidEvidence' } as const
  return answer(me, await confirmed(me, act, input.data, () => voidEvidence(me.ask, caseId, itemId, input.data)), at)
}
