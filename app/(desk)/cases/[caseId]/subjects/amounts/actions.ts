'use server'

import { RecordAmountsInput } from '#lib/schemas/case'
import { withoutGroups } from '#lib/schemas/groups'
import { caseDesk } from '#lib/server/session/case-desk'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms/forms'
import { mustBeIds } from '#lib/server/session/ids'
import { signedIn } from '#lib/server/session/signed-in'
import { recordAmounts } from '#lib/usecases/record-amounts'
import { inRows, roomFor, typedRows } from '#app/(desk)/cases/_case/rows-form'
import { useSaved, withoutBase } from '#app/(desk)/cases/_case/conflict-form'

export async function recordAmountsAction(caseId: string, form: FormData): Promise<void> {
  mustBeIds(caseId)
  const page = `/cases/${caseId}/subjects/amounts`
  const at = { form: `amounts:${caseId}`, values: fieldsOf(form), backTo: page }
  const me = await signedIn(at.form, form)
  await useSaved(me, at.form, at.values, page)
  if (at.values['more'] !== undefined) return keep(me, at.form, at.values, roomFor(at.values, 'line'), page)
  const lines = typedRows(at.values, 'line', ['lineId'])
  const assessments = typedRows(at.values, 'assessment', ['subjectId', 'suggested', 'confirmed'])
  const input = RecordAmountsInput(me.today).safeParse({
    ...withoutGroups(withoutBase(at.values), 'line', 'assessment'),
    lines: lines.map(({ values }) => values),
    assessments: assessments.map(({ values }) => values),
  })
  if (!input.success)
    return keep(
      me,
      at.form,
      at.values,
      inRows(inRows(problemsOf(input.error), 'lines', 'line', lines), 'assessments', 'assessment', assessments),
      page,
    )
  const result = await recordAmounts(caseDesk(me), caseId, input.data)
  const found = result.ok ? (result.value.state?.assessments ?? []) : []
  const isResolved = found.length > 0 && found.every(({ confirmed }) => confirmed !== 'open')
  return answer(me, result, {
    ...at,
    ...(isResolved ? { to: `/cases/${caseId}/subjects`, done: 'amounts-settled' } : { to: page, done: 'amounts-recorded' }),
  })
}
