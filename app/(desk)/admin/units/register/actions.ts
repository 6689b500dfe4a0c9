'use server'

import { RegisterUnitInput } from '#lib/schemas/office'
import { registerUnit } from '#lib/usecases/office/units'
import { act } from '#app/_form/act'

const AT = { form: 'register-unit', backTo: '/admin/units/register', to: '/admin/units', done: 'unit-registered' } as const

export async function registerUnitAction(form: FormData): Promise<void> {
  await act(
    [],
    form,
    AT,
    (me) => RegisterUnitInput(me.today),
    (me, input) => registerUnit(me, input),
  )
}
