import type { Instant } from '#lib/domain/result'
import { beijingDay } from '#lib/domain/time'
import type { Reader } from '#lib/ports/case-store'
import type { Credential, DeskStore } from '#lib/ports/desk-store'
import { accountKey, sourceKey, tryPassword } from './failures.ts'
import { endOldest, openSession } from './session.ts'

/** Spends the same work where there is no credential. */
export type IsPassword = (typed: string, credential: Credential | null) => Promise<boolean>
type Door = Readonly<{ read: Reader; desk: DeskStore; isPassword: IsPassword; newSecret: () => string; mostSessions: number }>
/** `personId`: whose name was typed, '' where it is nobody's. For the log, never for the answer. */
export type SignInOutcome = Readonly<{ personId: string }> &
  (Readonly<{ is: 'in'; sessionId: string }> | Readonly<{ is: 'wrong' }> | Readonly<{ is: 'slow'; until: Instant }>)

/** Unknown name, wrong password, somebody who has left, no password yet: one answer, after the same work. A second factor comes between here and the session. */
export async function signIn(
  { read, desk, isPassword, newSecret, mostSessions }: Door,
  typed: Readonly<{ login: string; password: string; source: string }>,
  now: Instant,
): Promise<SignInOutcome> {
  const person = await read.readPersonByLogin(accountKey(typed.login).name)
  const personId = person?.personId ?? ''
  const tried = await tryPassword(desk, [accountKey(typed.login), sourceKey(typed.source)], now, async () => {
    const isActive = person !== null && (person.leftOn === '' || person.leftOn > beijingDay(now))
    return isPassword(typed.password, isActive ? await desk.readCredential(personId) : null)
  })
  if (tried.is !== 'right') return tried.is === 'slow' ? { ...tried, personId } : { is: 'wrong', personId }
  const sessionId = newSecret()
  await desk.saveSession(openSession(sessionId, personId, now))
  await endOldest(desk, personId, mostSessions, now)
  return { is: 'in', sessionId, personId }
}
