'use server'

import { AssignHandlersInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/session/case-desk'
import { assignHandlers } from '#lib/usecases/assign-handlers'
import { act } from '#app/_form/act'
import { resolvedInput } from '#app/(desk)/cases/_case/conflict-form'

export async function assignHandlersAction(caseId: string, form: FormData): Promise<void> {
  const at = { form: `handlers:${caseId}`, backTo: `/cases/${caseId}/handlers`, to: `/cases/${caseId}`, done: 'handlers-assigned' } as const
  const input = resolvedInput(at, () => AssignHandlersInput)
  await act([caseId], form, at, input, (me, typed) => assignHandlers(caseDesk(me), caseId, typed))
}
