'use server'

import { notFound, redirect } from 'next/navigation'
import { FirstPasswordInput } from '#lib/schemas/account'
import { SIGN_IN } from '#lib/server/addresses'
import { dropForm, fieldsOf, keep, problemsOf, withDone } from '#lib/server/forms'
import { here } from '#lib/server/here'
import { setFirstPassword } from '#lib/usecases/set-password'
import { FORM, readGuest } from './guest.ts'

export async function setFirstPasswordAction(token: string, form: FormData): Promise<void> {
  if (typeof token !== 'string' || !token.isWellFormed()) notFound()
  const page = `/welcome/${encodeURIComponent(token)}`
  const guest = await readGuest(token)
  if (!guest) redirect(page)
  const values = fieldsOf(form)
  const input = FirstPasswordInput(guest.person.login).safeParse(values)
  if (!input.success) return keep(guest, FORM, values, problemsOf(input.error, values), page)
  const { desk, passwords } = here()
  const isSet = await setFirstPassword({ desk, hash: passwords.hash }, token, input.data.newPassword, guest.now)
  await dropForm(guest, FORM)
  redirect(isSet ? withDone(SIGN_IN, 'password-set') : page)
}
