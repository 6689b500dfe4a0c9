import { LINK_HOURS } from '#lib/domain/office/first-sign-in'
import { ok, type Instant, type Result } from '#lib/domain/result'
import { addHours } from '#lib/domain/time'
import { sha256 } from '#lib/ledger/seal'
import type { Credential, DeskStore, OneTimeLink } from '#lib/ports/desk-store'
import { linkDigest } from '#lib/ports/sealed-rows'
import { askOffice, type OfficeDesk } from './office-desk.ts'

export type Issued = Readonly<{ token: string | null; repeated: boolean }>

/**
 * The fact is an event, the secret is not: it goes out once, and only its digest stays. A repeat of the form has no second secret to
 * show. Half of a first sign-in; whole by itself only from who holds the machine, and with it everything.
 */
export async function issueLink(
  desk: OfficeDesk,
  newSecret: () => string,
  personId: string,
  formKey: string | null,
  by: 'administrator' | 'machine' = 'administrator',
): Promise<Result<Issued>> {
  const token = newSecret()
  const row = {
    digest: sha256(token),
    personId,
    madeAt: desk.now,
    expiresAt: addHours(desk.now, LINK_HOURS),
    usedAt: '',
    needsCode: by === 'machine' ? 0 : 1,
  }
  const done = await askOffice(desk, { type: 'IssueLink', personId, link: linkDigest(row) }, formKey)
  if (!done.ok) return done
  if (done.value.repeated) return ok({ token: null, repeated: true })
  await desk.desk.saveLink(row)
  return ok({ token, repeated: false })
}

/** The link of a token while it is good: not used, not too old, and not from before the present password. */
export async function readLink(desk: DeskStore, token: string, now: Instant): Promise<OneTimeLink | null> {
  const link = await desk.readLink(sha256(token))
  if (!link || link.usedAt !== '' || link.expiresAt <= now) return null
  const credential: Credential | null = await desk.readCredential(link.personId)
  return credential && credential.setAt >= link.madeAt ? null : link
}
