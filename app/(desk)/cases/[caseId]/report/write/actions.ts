'use server'

import { notFound, redirect } from 'next/navigation'
import { WriteReportInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/session/case-desk'
import { answer, dropForm, fieldsOf, keep, NO_PROBLEMS, problemsOf } from '#lib/server/forms/forms'
import { mustBeIds } from '#lib/server/session/ids'
import { signedIn } from '#lib/server/session/signed-in'
import { readContentAs } from '#lib/usecases/read-case'
import { writeReport } from '#lib/usecases/write-report'
import { inRows, typedRows } from '#app/(desk)/cases/_case/rows-form'
import { retryAddress } from '../_parts/retry-address.ts'
import { asideOf, GIVEN, sentOf } from './rows.ts'

export async function writeReportAction(caseId: string, form: FormData): Promise<void> {
  mustBeIds(caseId)
  const page = `/cases/${caseId}/report/write`
  const at = {
    form: `write-report:${caseId}`,
    values: fieldsOf(form),
    backTo: retryAddress(page),
    to: `/cases/${caseId}/report`,
    done: 'report-written',
  } as const
  const me = await signedIn(at.form, form)
  const state = (await readContentAs(me.read, me.actor, caseId)) ?? notFound()
  const aside = asideOf(at.values, state)
  if (aside) return keep(me, at.form, aside.values, NO_PROBLEMS, retryAddress(page, aside.anchor))
  const rows = typedRows(at.values, 'track', GIVEN)
  const input = WriteReportInput.safeParse({ ...sentOf(at.values), tracks: rows.map(({ values }) => values) })
  if (!input.success) return keep(me, at.form, at.values, inRows(problemsOf(input.error, at.values), 'tracks', 'track', rows), at.backTo)
  return answer(me, await writeReport(caseDesk(me), caseId, state, input.data), at)
}

export async function discardReportDraftAction(caseId: string): Promise<void> {
  mustBeIds(caseId)
  const me = await signedIn()
  await dropForm(me, `write-report:${caseId}`)
  redirect(`/cases/${caseId}/report`)
}
