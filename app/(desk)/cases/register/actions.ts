'use server'

import { RegisterCaseInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/session/case-desk'
import { registerCase } from '#lib/usecases/register-case'
import { act } from '#app/_form/act'
import { REGISTER } from './form.ts'

export async function registerCaseAction(form: FormData): Promise<void> {
  const to = ({ streamId }: Readonly<{ streamId: string; repeated: boolean }>) => `/cases/${streamId}`
  const at = { form: REGISTER, backTo: '/cases/register', to, done: 'case-registered' } as const
  await act(
    [],
    form,
    at,
    (me) => RegisterCaseInput(me.today),
    (me, input) => registerCase(caseDesk(me), input),
  )
}
