'use server'

import { redirect } from 'next/navigation'
import { ChangePasswordInput } from '#lib/schemas/account'
import { dropForm, fieldsOf, keep, problem, problemsOf, withDone } from '#lib/server/forms'
import { here } from '#lib/server/here'
import { signedIn } from '#lib/server/signed-in'
import { changePassword } from '#lib/usecases/set-password'

const FORM = 'change-password'
const PAGE = '/account'

export async function changePasswordAction(form: FormData): Promise<void> {
  const me = await signedIn() // nothing of this form may be kept
  const values = fieldsOf(form)
  const input = ChangePasswordInput(me.person.login).safeParse(values)
  if (!input.success) return keep(me, FORM, values, problemsOf(input.error, values), PAGE)
  const { hash, is: isPassword } = here().passwords
  const no = await changePassword(
    { desk: me.desk, hash, isPassword },
    { sessionId: me.sessionId, login: me.person.login, ...input.data },
    me.now,
  )
  if (no) return keep(me, FORM, values, problem('oldPassword', no.code, no.about), PAGE)
  await dropForm(me, FORM)
  redirect(withDone(PAGE, 'password-changed'))
}
