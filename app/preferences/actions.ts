'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { PreferencesInput } from '#lib/schemas/account'
import { ownPath } from '#lib/server/edge/addresses'
import { isSecure } from '#lib/server/session/auth-options'
import { fieldsOf } from '#lib/server/forms/forms'

const YEAR_S = 31_536_000

/** Language, size and theme belong to the browser, also before anybody has signed in; the page stays where it is, filters and all. */
export async function choosePreferencesAction(form: FormData): Promise<void> {
  const input = PreferencesInput.safeParse(fieldsOf(form))
  const { back, ...chosen } = input.data ?? {}
  const jar = await cookies()
  for (const [name, value] of Object.entries(chosen))
    if (value) jar.set(name, value, { httpOnly: true, sameSite: 'lax', secure: isSecure(), path: '/', maxAge: YEAR_S })
  const asked = await headers()
  // With scripts the page is drawn anew in place, and what is typed in it stays; without, a reload must not post again.
  if (back === undefined && asked.has('next-action')) return
  redirect(ownPath(back) ?? ownPath(asked.get('x-path')) ?? '/')
}
