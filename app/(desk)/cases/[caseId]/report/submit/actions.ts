'use server'

import { notFound } from 'next/navigation'
import { SubmitReportInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/case-desk'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { readContentAs } from '#lib/usecases/read-case'
import { submitReport } from '#lib/usecases/submit-report'
import { againAt } from '../_parts/again.ts'

export async function submitReportAction(caseId: string, form: FormData): Promise<void> {
  mustBeIds(caseId)
  const at = {
    form: `submit-report:${caseId}`,
    values: fieldsOf(form),
    backTo: againAt(`/cases/${caseId}/report/submit`),
    to: `/cases/${caseId}/report`,
    done: 'report-submitted',
  }
  const me = await signedIn(at.form, form)
  const input = SubmitReportInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const state = (await readContentAs(me.read, me.actor, caseId)) ?? notFound()
  return answer(me, await submitReport(caseDesk(me), caseId, state, input.data), at)
}
