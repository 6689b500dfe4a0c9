'use server'

import { ConfirmReportInput } from '#lib/schemas/case'
import { confirmed } from '#lib/server/confirmed'
import { confirmReport } from '#lib/usecases/confirm-report'
import { act } from '../../../../_form/act.ts'
import { againAt } from './_parts/again.ts'

export async function confirmReportAction(caseId: string, form: FormData): Promise<void> {
  const to = `/cases/${caseId}/report`
  const at = { form: `confirm-report:${caseId}`, backTo: againAt(to), to, done: 'report-confirmed' } as const
  await act([caseId], form, at, ConfirmReportInput, (me, input) =>
    confirmed(me, { caseId, action: 'ConfirmReport' }, input, () => confirmReport(me.ask('case'), caseId, input)),
  )
}
