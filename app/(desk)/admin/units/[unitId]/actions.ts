'use server'

import { RecordDirectoryInput, RecordUnitInput, RenameUnitInput } from '#lib/schemas/office'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { recordDirectory, recordUnit, renameUnit } from '#lib/usecases/office/units'

const addressOf = (unitId: string): string => `/admin/units/${unitId}`

export async function renameUnitAction(unitId: string, form: FormData): Promise<void> {
  mustBeIds(unitId)
  const name = `rename-unit:${unitId}`
  const me = await signedIn(name, form)
  const at = { form: name, values: fieldsOf(form), backTo: addressOf(unitId), to: addressOf(unitId), done: 'unit-renamed' }
  const input = RenameUnitInput(me.today).safeParse(at.values)
  if (!input.success) return keep(me, name, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await renameUnit(me, unitId, input.data), at)
}

export async function recordUnitAction(unitId: string, form: FormData): Promise<void> {
  mustBeIds(unitId)
  const name = `record-unit:${unitId}`
  const me = await signedIn(name, form)
  const at = { form: name, values: fieldsOf(form), backTo: addressOf(unitId), to: addressOf(unitId), done: 'unit-recorded' }
  const input = RecordUnitInput(me.today).safeParse(at.values)
  if (!input.success) return keep(me, name, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await recordUnit(me, unitId, input.data), at)
}

export async function recordDirectoryAction(unitId: string, form: FormData): Promise<void> {
  mustBeIds(unitId)
  const name = `record-directory:${unitId}`
  const me = await signedIn(name, form)
  const at = { form: name, values: fieldsOf(form), backTo: addressOf(unitId), to: addressOf(unitId), done: 'directory-recorded' }
  const input = RecordDirectoryInput(me.today).safeParse(at.values)
  if (!input.success) return keep(me, name, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await recordDirectory(me, unitId, input.data), at)
}
