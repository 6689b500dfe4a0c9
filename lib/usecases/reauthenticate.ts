import type { PasswordGrade } from '#lib/domain/policy/table'
import type { Instant } from '#lib/domain/result'
import { MINUTE_MS, msBetween, SECOND_MS } from '#lib/domain/time'
import type { DeskStore, Session } from '#lib/ports/desk-store'
import type { FieldCode } from '#lib/schemas/codes'
import { accountKey, tryPassword } from './failures.ts'
import type { IsPassword } from './sign-in.ts'

type Act = Readonly<{ caseId: string; grade: PasswordGrade | null }>
type Claim = Act & Readonly<{ session: Session; login: string; password: string }>
export type NotThem = Readonly<{ code: FieldCode; about?: Readonly<Record<string, number>> }>

const REMEMBERED_MS = 5 * MINUTE_MS
export const mustReauthenticate = ({ reauthAt, reauthFor }: Session, { caseId, grade }: Act, now: Instant): boolean =>
  grade !== null && (grade === 'B' || reauthAt === '' || reauthFor !== caseId || msBetween(reauthAt, now) >= REMEMBERED_MS)

/** Null: it is them. A wrong password counts like one at the door. */
export async function reauthenticate(
  { desk, isPassword }: Readonly<{ desk: DeskStore; isPassword: IsPassword }>,
  claim: Claim,
  now: Instant,
): Promise<NotThem | null> {
  const { session, login, password, caseId, grade } = claim
  if (!mustReauthenticate(session, claim, now)) return null
  if (password === '') return { code: 'password.required' }
  const tried = await tryPassword(desk, [accountKey(login)], now, async () =>
    isPassword(password, await desk.readCredential(session.personId)),
  )
  if (tried.is === 'slow') return { code: 'password.blocked', about: { seconds: Math.ceil(msBetween(now, tried.until) / SECOND_MS) } }
  if (tried.is === 'wrong') return { code: 'password.wrong', about: { left: tried.left } }
  if (grade === 'A') await desk.changeSession(session.sessionId, { touchedAt: now, reauthAt: now, reauthFor: caseId })
  return null
}
