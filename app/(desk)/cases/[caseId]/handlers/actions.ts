'use server'

import { AssignHandlersInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/case-desk'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { assignHandlers } from '#lib/usecases/assign-handlers'
import { takeTheirs, withoutBase } from '../../_case/settle.ts'

export async function assignHandlersAction(caseId: string, form: FormData): Promise<void> {
  mustBeIds(caseId)
  const at = {
    form: `handlers:${caseId}`,
    values: fieldsOf(form),
    backTo: `/cases/${caseId}/handlers`,
    to: `/cases/${caseId}`,
    done: 'handlers-assigned',
  }
  const me = await signedIn(at.form, form)
  await takeTheirs(me, at.form, at.values, at.backTo)
  const input = AssignHandlersInput.safeParse(withoutBase(at.values))
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await assignHandlers(caseDesk(me), caseId, input.data), at)
}
