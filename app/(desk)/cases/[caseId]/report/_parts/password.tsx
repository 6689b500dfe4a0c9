import { TextField } from '#app/_ui/field'
import type { Messages } from '#lib/i18n/messages'

/** Grade A: the password, unless it was given for this case within the last five minutes. */
export function PasswordField({ t, error }: { t: Messages; error: string | undefined }) {
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
