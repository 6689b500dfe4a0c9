/** What stands in a session's cookie: our random id, sealed by next-auth. For Next's pages, and for the server at the door, which knows no Next. */
import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import { keep, MOST_KEPT } from '#db/database'
import type { Instant } from '#lib/domain/result'

/** The session id, or null for a token that is forged or too old. */
export async function sessionIdIn(token: string, now: Instant): Promise<string | null> {
  const { sid, exp } = await opened(token, () => open(token))
  return exp * 1_000 > Date.parse(now) ? sid : null
}
/** Each opening derives the key anew, which costs as much as all that is read about the person: a cookie is opened once. */
const opened = keep<Promise<Opened>>(MOST_KEPT)
const SEALED = { sid: null, exp: 0 }
const Opened = z.object({ sid: z.string().nullable().catch(null), exp: z.number() })
type Opened = z.infer<typeof Opened>
const open = (token: string): Promise<Opened> =>
  decode({ token, secret: authSecret() })
    .then(Opened.parse)
    .catch(() => SEALED)

export const authSecret = (): string => {
  const value = process.env['NEXTAUTH_SECRET']
  if (!value) throw new Error('NEXTAUTH_SECRET is not set: main.ts reads it from the secrets file')
  return value
}
