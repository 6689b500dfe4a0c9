import { cookies } from 'next/headers'
import { SIGN_IN } from '#lib/server/edge/addresses'
import { sessionCookie, sessionIdOf } from '#lib/server/session/auth-options'
import { withDone } from '#lib/server/forms/forms'
import { currentContainer } from '#lib/server/boot/current-container'

/** A plain form leads here; the server in front has seen that it is ours (lib/server/edge/request-guard.ts). The row ends, then the cookie. */
export async function POST(): Promise<Response> {
  const { desk, clockNow } = currentContainer()
  const jar = await cookies()
  const sessionId = await sessionIdOf(jar.getAll())
  if (sessionId) await desk.endSession(sessionId, clockNow())
  jar.delete(sessionCookie())
  // "cache" as well would make Chromium stand still for seconds, and nothing of ours is in it.
  return new Response(null, { status: 303, headers: { location: withDone(SIGN_IN, 'signed-out'), 'clear-site-data': '"storage"' } })
}
