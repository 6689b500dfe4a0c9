import type { Instant } from '#lib/domain/result'
import { sha256 } from '#lib/ledger/seal'
import type { Credential, DeskStore } from '#lib/ports/desk-store'
import { reauthenticate, type NotThem } from './reauthenticate.ts'
import { readLink } from './office/issue-link.ts'
import type { IsPassword } from './sign-in.ts'

type Hash = (password: string) => Promise<Omit<Credential, 'personId' | 'setAt'>>
type Locksmith = Readonly<{ desk: DeskStore; hash: Hash }>

/** By a one-time link: true for exactly one press, whoever pressed. Ends every session there was. */
export async function setFirstPassword({ desk, hash }: Locksmith, token: string, password: string, now: Instant): Promise<boolean> {
  const link = await readLink(desk, token, now)
  if (!link) return false
  const hashed = await hash(password)
  if (!(await desk.useLink(sha256(token), now))) return false
  await desk.saveCredential({ personId: link.personId, ...hashed, setAt: now })
  await desk.endSessionsOf(link.personId, now)
  return true
}

/** By the person, who knows the old one. Every other session of theirs ends. */
export async function changePassword(
  { desk, hash, isPassword }: Locksmith & Readonly<{ isPassword: IsPassword }>,
  claim: Readonly<{ sessionId: string; login: string; oldPassword: string; newPassword: string }>,
  now: Instant,
): Promise<NotThem | null> {
  const { sessionId, login, oldPassword, newPassword } = claim
  const session = await desk.readSession(sessionId)
  if (!session) return { code: 'password.wrong' }
  const no = await reauthenticate({ desk, isPassword }, { session, login, password: oldPassword, caseId: '', grade: 'B' }, now)
  if (no) return no
  await desk.saveCredential({ personId: session.personId, ...(await hash(newPassword)), setAt: now })
  await desk.endSessionsOf(session.personId, now, sessionId)
  return null
}
