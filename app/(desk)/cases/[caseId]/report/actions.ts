'use server'

import { ConfirmReportInput } from '#lib/schemas/case'
import { confirmed } from '#lib/server/confirmed'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { confirmReport } from '#lib/usecases/confirm-report'
import { againAt } from './_parts/again.ts'

export async function confirmReportAction(caseId: string, form: FormData): Promise<void> {
  mustBeIds(caseId)
  const at = {
    form: `confirm-report:${caseId}`,
    values: fieldsOf(form),
    backTo: againAt(`/cases/${caseId}/report`),
    to: `/cases/${caseId}/report`,
    done: 'report-confirmed',
  }
  const me = await signedIn(at.form, form)
  const input = ConfirmReportInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const act = { caseId, action: 'ConfirmReport' } as const
  return answer(me, await confirmed(me, act, input.data, () => confirmReport(me.ask, caseId, input.data)), at)
}
