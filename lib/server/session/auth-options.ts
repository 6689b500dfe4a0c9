/**
 * next-auth's share: it checks its CSRF token, asks us who that is and keeps our random session id in an encrypted cookie;
 * everything else about a session is its row (docs/decisions.md D12). Built for each request, because the house is not open at build.
 */
import type { AuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { decode, encode } from 'next-auth/jwt'
import { cookies } from 'next/headers'
import { z } from 'zod'
import { beijingDay } from '#lib/domain/time'
import { actorOf } from '#lib/usecases/office/actor-of'
import { signIn } from '#lib/usecases/sign-in'
import { cameIn, notThem } from './access-notes.ts'
import { ownPath, SIGN_IN } from '../edge/addresses.ts'
import { currentContainer } from '../boot/current-container.ts'
import { authSecret, sessionIdIn } from './session-token.ts'
import { sessionCookieName } from '../edge/strict-cookie.ts'

/** Longer than any session, so that one that has ended still says whose it was, and nothing typed is lost (docs/ux.md §3). */
const COOKIE_DAYS = 7
const DAY_S = 86_400
/** Long enough for the page that is shown next; a slip on a shared computer is soon nobody's. */
const TRIED_S = 60

/** `asked`: this browser was sent for the CSRF cookie; if it comes back without, it takes none. */
export const SENT_FOR_COOKIE = 'asked'

/** `failed` hears what a store threw: next-auth would put its text into the address of a page. */
export const authOptions = (failed: (error: unknown) => void): AuthOptions => ({
  secret: authSecret(),
  useSecureCookies: isSecure(),
  session: { strategy: 'jwt', maxAge: COOKIE_DAYS * DAY_S },
  // Only the session's: a CSRF cookie that is Strict would be missing on the sign-in page of whoever comes by a foreign link.
  cookies: { sessionToken: { name: sessionCookie(), options: { httpOnly: true, sameSite: 'strict', path: '/', secure: isSecure() } } },
  pages: { signIn: `${SIGN_IN}?${SENT_FOR_COOKIE}=1`, error: SIGN_IN, signOut: SIGN_IN },
  providers: [
    Credentials({
      credentials: { login: {}, password: {} },
      authorize: (typed, { headers }) =>
        authorize(typed, headers?.['x-source']).catch((error: unknown) => {
          failed(error)
          return null
        }),
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sid: user.id } : token),
    session: ({ session }) => ({ expires: session.expires }),
    redirect: ({ url, baseUrl }) => baseUrl + (ownPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url) ?? '/'),
  },
  events: {
    signOut: async ({ token }) => {
      const { desk, clockNow } = currentContainer()
      if (typeof token['sid'] === 'string') await desk.endSession(token['sid'], clockNow())
    },
  },
})

const Typed = z.object({ login: z.string().max(200), password: z.string().max(400) })

async function authorize(given: unknown, source: unknown): Promise<{ id: string } | null> {
  const { effects, desk, clockNow, newSecret, passwords, env } = currentContainer()
  const jar = await cookies()
  const typed = Typed.safeParse(given)
  if (!typed.success) return null
  const door = { read: effects.read, desk, isPassword: passwords.is, newSecret, mostSessions: env.mostSessions }
  const now = clockNow()
  const outcome = await signIn(door, { ...typed.data, source: typeof source === 'string' ? source : '' }, now)
  if (outcome.is === 'in') {
    cameIn(await actorOf(effects.read, outcome.personId, beijingDay(now)))
    const before = await sessionIdOf(jar.getAll())
    if (before) await desk.endSession(before, now)
    jar.delete({ name: TRIED, path: SIGN_IN })
    return { id: outcome.sessionId }
  }
  notThem(outcome.personId, { code: outcome.is === 'slow' ? 'password.blocked' : 'password.wrong' })
  const tried: Tried = { login: typed.data.login, until: outcome.is === 'slow' ? outcome.until : '' }
  const sealed = await encode({ token: tried, secret: authSecret(), salt: TRIED, maxAge: TRIED_S })
  jar.set(TRIED, sealed, { httpOnly: true, sameSite: 'strict', secure: isSecure(), path: SIGN_IN, maxAge: TRIED_S })
  return null
}

/** What the last try left for the form: the name and until when to wait. Never in the address, and sealed: it may be a password typed into the wrong field. */
const TRIED = 'tried'
const Tried = z.object({ login: z.string(), until: z.string() })
type Tried = z.infer<typeof Tried>
export async function triedOf(jar: Jar): Promise<Tried | null> {
  const value = jar.find(({ name }) => name === TRIED)?.value
  try {
    return Tried.parse(value && (await decode({ token: value, secret: authSecret(), salt: TRIED })))
  } catch {
    return null
  }
}

type Jar = readonly Readonly<{ name: string; value: string }>[]
/** The session id in a browser's cookies, or null for none or a forged one. */
export async function sessionIdOf(jar: Jar): Promise<string | null> {
  const cookie = jar.find(({ name }) => name === sessionCookie())
  return cookie ? sessionIdIn(cookie.value, currentContainer().clockNow()) : null
}
export const sessionCookie = (): string => sessionCookieName(isSecure())
/** The token a form must carry: what stands before the bar in next-auth's own cookie, which only its own routes can set. */
export const csrfTokenOf = (jar: Jar): string | null =>
  jar.find(({ name }) => name === `${isSecure() ? '__Host-' : ''}next-auth.csrf-token`)?.value.split('|')[0] ?? null

export const isSecure = (): boolean => currentContainer().env.origin?.startsWith('https:') ?? false
