'use server'

import { RegisterPersonInput } from '#lib/schemas/office'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { signedIn } from '#lib/server/signed-in'
import { registerPerson } from '#lib/usecases/office/people'

const FORM = 'register-person'
const PAGE = '/admin/people/register'

export async function registerPersonAction(form: FormData): Promise<void> {
  const me = await signedIn(FORM, form)
  const values = fieldsOf(form)
  const input = RegisterPersonInput(me.today).safeParse(values)
  if (!input.success) return keep(me, FORM, values, problemsOf(input.error, values), PAGE)
  const result = await registerPerson(me, input.data)
  return answer(me, result, { form: FORM, values, backTo: PAGE, to: '/admin/people', done: 'person-registered' })
}
