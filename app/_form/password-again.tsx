/** The password once more, where the act asks for it; nothing where it was given for this case within the last five minutes (docs/ux.md §3). */
import { TextField } from '#app/_ui/field'
import type { Action } from '#lib/domain/policy/table'
import type { Messages } from '#lib/i18n/messages'
import type { SignedIn } from '#lib/server/session/signed-in'

export function PasswordAgain({
  me,
  t,
  caseId,
  act,
  onPaper = false,
  error,
}: {
  me: Pick<SignedIn, 'mustReauth'>
  t: Messages
  caseId: string
  act: Action
  onPaper?: boolean
  error: string | undefined
}) {
  if (!me.mustReauth(caseId, act, onPaper) && !error) return null
  return (
    <TextField
      name="password"
      type="password"
      label={t.session.password}
      hint={t.session.reauthHint}
      error={error}
      autoComplete="current-password"
    />
  )
}
