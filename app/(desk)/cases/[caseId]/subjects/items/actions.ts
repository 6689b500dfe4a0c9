'use server'

import { RecordItemsInput } from '#lib/schemas/case'
import { withoutGroups } from '#lib/schemas/groups'
import { answer, fieldsOf, keep, problem, problemsOf } from '#lib/server/forms/forms'
import { mustBeIds } from '#lib/server/session/ids'
import { signedIn } from '#lib/server/session/signed-in'
import { readContentAs } from '#lib/usecases/read-case'
import { recordItems } from '#lib/usecases/record-items'
import { inRows, isBeyond, roomFor, typedRows } from '#app/(desk)/cases/_case/rows-form'
import { useSaved, withoutBase } from '#app/(desk)/cases/_case/conflict-form'

export async function recordItemsAction(caseId: string, form: FormData): Promise<void> {
  mustBeIds(caseId)
  const page = `/cases/${caseId}/subjects/items`
  const at = {
    form: `items:${caseId}`,
    values: fieldsOf(form),
    backTo: page,
    to: `/cases/${caseId}/subjects`,
    done: 'items-recorded',
  } as const
  const me = await signedIn(at.form, form)
  await useSaved(me, at.form, at.values, page)
  if (at.values['more'] !== undefined) return keep(me, at.form, at.values, roomFor(at.values, 'item'), page)
  const items = typedRows(at.values, 'item')
  const input = RecordItemsInput.safeParse({ ...withoutGroups(withoutBase(at.values), 'item'), items: items.map(({ values }) => values) })
  if (!input.success) return keep(me, at.form, at.values, inRows(problemsOf(input.error), 'items', 'item', items), page)
  // Where more is saved than the page can show, an empty form takes nothing back.
  if (items.length === 0 && isBeyond((await readContentAs(me.read, me.actor, caseId))?.items ?? []))
    return keep(me, at.form, at.values, problem('item.0.name', 'field.required'), page)
  return answer(me, await recordItems(me.ask('case'), caseId, input.data), at)
}
