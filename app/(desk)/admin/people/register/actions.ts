'use server'

import { RegisterPersonInput } from '#lib/schemas/office'
import { registerPerson } from '#lib/usecases/office/people'
import { act } from '#app/_form/act'

const AT = { form: 'register-person', backTo: '/admin/people/register', to: '/admin/people', done: 'person-registered' } as const

export async function registerPersonAction(form: FormData): Promise<void> {
  await act(
    [],
    form,
    AT,
    (me) => RegisterPersonInput(me.today),
    (me, input) => registerPerson(me, input),
  )
}
