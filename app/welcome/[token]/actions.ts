'use server'

import { notFound, redirect } from 'next/navigation'
import { FirstPasswordInput } from '#lib/schemas/account'
import { notThem } from '#lib/server/session/access-notes'
import { SIGN_IN } from '#lib/server/edge/addresses'
import { dropForm, fieldsOf, keep, problem, problemsOf, withDone } from '#lib/server/forms/forms'
import { locksmithAt } from '#lib/server/session/locksmith'
import { setFirstPassword } from '#lib/usecases/set-password'
import { FORM, readGuest } from './guest.ts'

export async function setFirstPasswordAction(token: string, form: FormData): Promise<void> {
  if (typeof token !== 'string' || !token.isWellFormed()) notFound()
  const page = `/welcome/${encodeURIComponent(token)}`
  const guest = await readGuest(token)
  if (!guest) redirect(page)
  const values = fieldsOf(form)
  const input = FirstPasswordInput(guest.person.login, guest.needsCode).safeParse(values)
  if (!input.success) return keep(guest, FORM, values, problemsOf(input.error, values), page)
  const { newPassword: password, linkCode: code } = input.data
  const done = await setFirstPassword(locksmithAt(guest.now), { token, code, password }, guest.now)
  if (done.is === 'wrong-code') {
    notThem(guest.person.personId, { code: 'code.wrong' })
    return keep(guest, FORM, values, problem('linkCode', 'code.wrong', done.left === null ? {} : { left: done.left }), page)
  }
  await dropForm(guest, FORM)
  redirect(done.is === 'set' ? withDone(SIGN_IN, 'password-set') : page)
}
