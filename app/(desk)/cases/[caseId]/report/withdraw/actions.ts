'use server'

import { WithdrawReportInput } from '#lib/schemas/case'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { withdrawReport } from '#lib/usecases/withdraw-report'
import { againAt } from '../_parts/again.ts'

export async function withdrawReportAction(caseId: string, form: FormData): Promise<void> {
  mustBeIds(caseId)
  const at = {
    form: `withdraw-report:${caseId}`,
    values: fieldsOf(form),
    backTo: againAt(`/cases/${caseId}/report/withdraw`),
    to: `/cases/${caseId}/report`,
    done: 'report-withdrawn',
  }
  const me = await signedIn(at.form, form)
  const input = WithdrawReportInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await withdrawReport(me.ask, caseId, input.data), at)
}
