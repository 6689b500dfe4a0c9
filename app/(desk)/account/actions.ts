'use server'

import { redirect } from 'next/navigation'
import { ChangePasswordInput } from '#lib/schemas/account'
import { notThem } from '#lib/server/session/access-notes'
import { dropForm, fieldsOf, keep, problem, problemsOf, refused, withDone } from '#lib/server/forms/forms'
import { locksmithAt } from '#lib/server/session/locksmith'
import { signedIn } from '#lib/server/session/signed-in'
import { changePassword } from '#lib/usecases/set-password'

const FORM = 'change-password'
const PAGE = '/account'

export async function changePasswordAction(form: FormData): Promise<void> {
  const me = await signedIn() // nothing of this form may be kept
  const values = fieldsOf(form)
  const input = ChangePasswordInput(me.person.login).safeParse(values)
  if (!input.success) return keep(me, FORM, values, problemsOf(input.error, values), PAGE)
  const claim = { sessionId: me.sessionId, login: me.person.login, ...input.data }
  const changed = await changePassword(locksmithAt(me.now), claim, me.now)
  if (!changed.ok) {
    if ('notThem' in changed) notThem(me.person.personId, changed.notThem)
    const problems = 'refusal' in changed ? refused(changed.refusal) : problem('oldPassword', changed.notThem.code, changed.notThem.about)
    return keep(me, FORM, values, problems, PAGE)
  }
  await dropForm(me, FORM)
  redirect(withDone(PAGE, 'password-changed'))
}
