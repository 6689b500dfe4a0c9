'use server'

import { notFound } from 'next/navigation'
import { SubmitReportInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/session/case-desk'
import { readContentAs } from '#lib/usecases/read-case'
import { submitReport } from '#lib/usecases/submit-report'
import { act } from '#app/_form/act'
import { retryAddress } from '../_parts/retry-address.ts'

export async function submitReportAction(caseId: string, form: FormData): Promise<void> {
  const to = `/cases/${caseId}/report`
  const at = { form: `submit-report:${caseId}`, backTo: retryAddress(`${to}/submit`), to, done: 'report-submitted' } as const
  await act([caseId], form, at, SubmitReportInput, async (me, input) => {
    const state = (await readContentAs(me.read, me.actor, caseId)) ?? notFound()
    return submitReport(caseDesk(me), caseId, state, input)
  })
}
