'use server'

import { RegisterUnitInput } from '#lib/schemas/office'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { signedIn } from '#lib/server/signed-in'
import { registerUnit } from '#lib/usecases/office/units'

const FORM = 'register-unit'
const PAGE = '/admin/units/register'

export async function registerUnitAction(form: FormData): Promise<void> {
  const me = await signedIn(FORM, form)
  const values = fieldsOf(form)
  const input = RegisterUnitInput(me.today).safeParse(values)
  if (!input.success) return keep(me, FORM, values, problemsOf(input.error, values), PAGE)
  const result = await registerUnit(me, input.data)
  return answer(me, result, { form: FORM, values, backTo: PAGE, to: '/admin/units', done: 'unit-registered' })
}
