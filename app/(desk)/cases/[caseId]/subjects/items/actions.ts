'use server'

import { RecordItemsInput } from '#lib/schemas/case'
import { withoutGroups } from '#lib/schemas/groups'
import { answer, fieldsOf, keep, NO_PROBLEMS, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { recordItems } from '#lib/usecases/record-items'
import { inRows, typedRows } from '../../../_case/rows-form.ts'
import { takeTheirs, withoutBase } from '../../../_case/settle.ts'

export async function recordItemsAction(caseId: string, form: FormData): Promise<void> {
  mustBeIds(caseId)
  const page = `/cases/${caseId}/subjects/items`
  const at = { form: `items:${caseId}`, values: fieldsOf(form), backTo: page, to: `/cases/${caseId}/subjects`, done: 'items-recorded' }
  const me = await signedIn(at.form, form)
  await takeTheirs(me, at.form, at.values, page)
  if (at.values['more'] !== undefined) return keep(me, at.form, at.values, NO_PROBLEMS, page)
  const items = typedRows(at.values, 'item')
  const input = RecordItemsInput.safeParse({ ...withoutGroups(withoutBase(at.values), 'item'), items: items.map(({ values }) => values) })
  if (!input.success) return keep(me, at.form, at.values, inRows(problemsOf(input.error), 'items', 'item', items), page)
  return answer(me, await recordItems(me.ask, caseId, input.data), at)
}
