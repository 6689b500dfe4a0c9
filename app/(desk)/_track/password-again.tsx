/** The password once more, for an act of grade A; nothing where it was given for this case within the last five minutes (ux.md §3). */
import { TextField } from '#app/_ui/field'
import type { Messages } from '#lib/i18n/messages'
import type { SignedIn } from '#lib/server/signed-in'

export function PasswordAgain({
  me,
  t,
  caseId,
  error,
}: {
  me: Pick<SignedIn, 'mustReauth'>
  t: Messages
  caseId: string
  error: string | undefined
}) {
  if (!me.mustReauth(caseId, 'A') && !error) return null
  return (
    <TextField
      name="password"
      type="password"
      label={t.send.password}
      hint={t.send.passwordHint}
      error={error}
      autoComplete="current-password"
    />
  )
}
