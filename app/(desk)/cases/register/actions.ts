'use server'

import { RegisterCaseInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/case-desk'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { signedIn } from '#lib/server/signed-in'
import { registerCase } from '#lib/usecases/register-case'
import { REGISTER } from './form.ts'

const PAGE = '/cases/register'

export async function registerCaseAction(form: FormData): Promise<void> {
  const me = await signedIn(REGISTER, form)
  const values = fieldsOf(form)
  const input = RegisterCaseInput(me.today).safeParse(values)
  if (!input.success) return keep(me, REGISTER, values, problemsOf(input.error, values), PAGE)
  const result = await registerCase(caseDesk(me), input.data)
  return answer(me, result, {
    form: REGISTER,
    values,
    backTo: PAGE,
    to: result.ok ? `/cases/${result.value.streamId}` : PAGE,
    done: 'case-registered',
  })
}
