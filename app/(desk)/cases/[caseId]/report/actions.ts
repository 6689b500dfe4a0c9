'use server'

import { ConfirmReportInput } from '#lib/schemas/case'
import { confirmed } from '#lib/server/session/confirmed'
import { confirmReport } from '#lib/usecases/confirm-report'
import { act } from '#app/_form/act'
import { retryAddress } from './_parts/retry-address.ts'

export async function confirmReportAction(caseId: string, form: FormData): Promise<void> {
  const to = `/cases/${caseId}/report`
  const at = { form: `confirm-report:${caseId}`, backTo: retryAddress(to), to, done: 'report-confirmed' } as const
  await act([caseId], form, at, ConfirmReportInput, (me, input) =>
    confirmed(me, { caseId, action: 'ConfirmReport' }, input, () => confirmReport(me.ask('case'), caseId, input)),
  )
}
