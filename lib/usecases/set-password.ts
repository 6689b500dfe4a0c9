import { ok, type Instant, type Refusal, type Result } from '#lib/domain/result'
import type { OfficeCommand } from '#lib/domain/office/commands'
import { OFFICE, type OfficeState } from '#lib/domain/office/state'
import { sha256 } from '#lib/ledger/seal'
import type { Credential, DeskStore } from '#lib/ports/desk-store'
import { credentialDigest } from '#lib/ports/sealed-rows'
import type { Ask } from './ask.ts'
import { tryCode, type Hash } from './office/issue-code.ts'
import { reauthenticate, type NotThem } from './reauthenticate.ts'
import { readLink } from './office/issue-link.ts'
import type { IsPassword } from './sign-in.ts'

/** `askClock`: the portal records that a password was set; who typed it is more than it knows. */
type Locksmith = Readonly<{ desk: DeskStore; hash: Hash; isPassword: IsPassword; askClock: Ask<OfficeCommand, OfficeState> }>
type FirstPassword = Readonly<{ token: string; code: string; password: string }>
/** `gone`: link or code is used, too old, or was never one. */
export type FirstPasswordSet = Readonly<{ is: 'set' | 'gone' }> | Readonly<{ is: 'wrong-code'; left: number | null }>

/** By both halves, or a link that is whole: done for exactly one press, whoever pressed. Ends every session there was. */
export async function setFirstPassword(
  smith: Locksmith,
  { token, code, password }: FirstPassword,
  now: Instant,
): Promise<FirstPasswordSet> {
  const { desk, hash } = smith
  const link = await readLink(desk, token, now)
  if (!link) return { is: 'gone' }
  if (link.needsCode === 1) {
    const tried = await tryCode(smith, link, code, now)
    if (tried.is === 'wrong') return { is: 'wrong-code', left: tried.left }
    if (tried.is === 'over') return { is: 'gone' }
  }
  const hashed = await hash(password)
  if (!(await desk.useLink(sha256(token), now))) return { is: 'gone' }
  await desk.dropCode(link.personId)
  const kept = await keepCredential(smith, { personId: link.personId, ...hashed, setAt: now })
  if (!kept.ok) return { is: 'gone' }
  await desk.endSessionsOf(link.personId, now)
  return { is: 'set' }
}

type NotChanged = Readonly<{ ok: false; notThem: NotThem }> | Readonly<{ ok: false; refusal: Refusal }>
/** By the person, who knows the old one. Every other session of theirs ends. */
export async function changePassword(
  smith: Locksmith,
  claim: Readonly<{ sessionId: string; login: string; oldPassword: string; newPassword: string }>,
  now: Instant,
): Promise<Readonly<{ ok: true }> | NotChanged> {
  const { desk, hash } = smith
  const { sessionId, login, oldPassword, newPassword } = claim
  const session = await desk.readSession(sessionId)
  if (!session) return { ok: false, notThem: { code: 'password.wrong' } }
  const no = await reauthenticate(smith, { session, login, password: oldPassword, caseId: '', grade: 'B' }, now)
  if (no) return { ok: false, notThem: no }
  const kept = await keepCredential(smith, { personId: session.personId, ...(await hash(newPassword)), setAt: now })
  if (!kept.ok) return kept
  await desk.endSessionsOf(session.personId, now, sessionId)
  return { ok: true }
}

/**
 * The event first: no password ever opens that the ledger does not know of. Broken off between the two, the old password stays in
 * force, the ledger names one that never was, and setting it again mends both.
 */
async function keepCredential({ desk, askClock }: Locksmith, credential: Credential): Promise<Result<null>> {
  const { personId } = credential
  const done = await askClock(OFFICE, { type: 'SetPassword', personId, credential: credentialDigest(credential) }, null)
  if (!done.ok) return done
  await desk.saveCredential(credential)
  return ok(null)
}
