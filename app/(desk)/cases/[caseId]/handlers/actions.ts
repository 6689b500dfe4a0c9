'use server'

import { AssignHandlersInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/case-desk'
import { assignHandlers } from '#lib/usecases/assign-handlers'
import { act } from '../../../../_form/act.ts'
import { settledInput } from '../../_case/settle.ts'

export async function assignHandlersAction(caseId: string, form: FormData): Promise<void> {
  const at = { form: `handlers:${caseId}`, backTo: `/cases/${caseId}/handlers`, to: `/cases/${caseId}`, done: 'handlers-assigned' } as const
  const input = settledInput(at, () => AssignHandlersInput)
  await act([caseId], form, at, input, (me, typed) => assignHandlers(caseDesk(me), caseId, typed))
}
