'use server'

import { RecordDirectoryInput, RecordUnitInput, RenameUnitInput } from '#lib/schemas/office'
import { recordDirectory, recordUnit, renameUnit } from '#lib/usecases/office/units'
import { act } from '#app/_form/act'

const on = (unitId: string) => ({ backTo: `/admin/units/${unitId}`, to: `/admin/units/${unitId}` })

export async function renameUnitAction(unitId: string, form: FormData): Promise<void> {
  await act(
    [unitId],
    form,
    { form: `rename-unit:${unitId}`, ...on(unitId), done: 'unit-renamed' },
    (me) => RenameUnitInput(me.today),
    (me, input) => renameUnit(me, unitId, input),
  )
}

export async function recordUnitAction(unitId: string, form: FormData): Promise<void> {
  await act(
    [unitId],
    form,
    { form: `record-unit:${unitId}`, ...on(unitId), done: 'unit-recorded' },
    (me) => RecordUnitInput(me.today),
    (me, input) => recordUnit(me, unitId, input),
  )
}

export async function recordDirectoryAction(unitId: string, form: FormData): Promise<void> {
  await act(
    [unitId],
    form,
    { form: `record-directory:${unitId}`, ...on(unitId), done: 'directory-recorded' },
    (me) => RecordDirectoryInput(me.today),
    (me, input) => recordDirectory(me, unitId, input),
  )
}
