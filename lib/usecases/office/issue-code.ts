import { CODE_HOURS, CODE_TRIES } from '#lib/domain/office/first-sign-in'
import { ok, type Instant, type Result } from '#lib/domain/result'
import { addHours } from '#lib/domain/time'
import type { Credential, DeskStore, LinkCode, OneTimeLink } from '#lib/ports/desk-store'
import { codeDigest } from '#lib/ports/sealed-rows'
import type { IsPassword } from '../sign-in.ts'
import { askOffice, type OfficeDesk } from './office-desk.ts'

export type Hash = (password: string) => Promise<Omit<Credential, 'personId' | 'setAt'>>
export type IssuedCode = Readonly<{ code: string | null; repeated: boolean }>

/**
 * The other half of a first sign-in: six digits, shown once. A million of them are soon tried, so the digest is made as slowly as a
 * password's, with a salt of its own: a stolen table costs hours for each code, and the code opens nothing without its link.
 */
export async function issueCode(
  desk: OfficeDesk,
  { newCode, hash }: Readonly<{ newCode: () => string; hash: Hash }>,
  personId: string,
  formKey: string,
): Promise<Result<IssuedCode>> {
  const code = newCode()
  const digest = JSON.stringify(await hash(code))
  const row = { personId, digest, madeAt: desk.now, expiresAt: addHours(desk.now, CODE_HOURS), tries: 0 }
  const done = await askOffice(desk, { type: 'IssueCode', personId, code: codeDigest(row) }, formKey)
  if (!done.ok) return done
  if (done.value.repeated) return ok({ code: null, repeated: true })
  await desk.desk.saveCode(row)
  return ok({ code, repeated: false })
}

/** Of a link that needs one. `none`: not issued yet; `over`: too old, or tried too often. */
export async function codeOf(desk: DeskStore, { personId }: OneTimeLink, now: Instant): Promise<'none' | 'open' | 'over'> {
  const code = await desk.readCode(personId)
  if (!code) return 'none'
  return code.tries < CODE_TRIES && now < code.expiresAt ? 'open' : 'over'
}

export type TriedCode = Readonly<{ is: 'right' | 'over' }> | Readonly<{ is: 'wrong'; left: number | null }>
/** Each try is counted before it is compared, so that many at once are not more than five. `left` null: there is no code yet. */
export async function tryCode(
  { desk, isPassword }: Readonly<{ desk: DeskStore; isPassword: IsPassword }>,
  link: OneTimeLink,
  typed: string,
  now: Instant,
): Promise<TriedCode> {
  const code = (await codeOf(desk, link, now)) === 'open' ? await desk.tryCode(link.personId, now, CODE_TRIES) : null
  if (code && (await isPassword(typed, credentialOf(code)))) return { is: 'right' }
  const left = code ? CODE_TRIES - code.tries : null
  return left === 0 || (await codeOf(desk, link, now)) === 'over' ? { is: 'over' } : { is: 'wrong', left }
}

const credentialOf = ({ personId, digest, madeAt }: LinkCode): Credential => ({
  personId,
  setAt: madeAt,
  ...(JSON.parse(digest) as Awaited<ReturnType<Hash>>), // safe: issueCode is the only writer
})
