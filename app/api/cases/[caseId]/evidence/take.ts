import type { Readable } from 'node:stream'
import { MAX_FILE_BYTES, type UploadInput } from '#lib/schemas/evidence'
import { caseDesk } from '#lib/server/session/case-desk'
import { withForm, type SignedIn } from '#lib/server/session/signed-in'
import { takeFile } from '#lib/server/forms/take-file'
import { addEvidence } from '#lib/usecases/add-evidence'

export type Outcome = Readonly<{ ok: true }> | Readonly<{ ok: false; code: string; about?: Readonly<Record<string, string | number>> }>

/** Bytes, then the event. A form key answers for one file: these bytes under this name with this entry. */
export async function takeOne(
  me: SignedIn,
  caseId: string,
  { name, bytes }: Readonly<{ name: string; bytes: Readable }>,
  entry: UploadInput,
): Promise<Outcome> {
  const taken = await takeFile(me.blobs, { name, bytes }, { maxBytes: MAX_FILE_BYTES })
  if (!taken.ok) return { ok: false, code: `file.${taken.code}` }
  const bound = withForm(me, `evidence:${caseId}`, { ...entry, name, sha256: taken.stored.sha256 })
  const done = await addEvidence(caseDesk(bound), caseId, { name, stored: taken.stored, content: taken.content }, entry)
  return done.ok ? { ok: true } : { ok: false, ...done.refusal }
}

/** The entry that goes with a PUT: JSON, percent-encoded, since a header holds no Chinese; and an address may hold no name of a person. */
export function entryOf(header: string | null): Readonly<{ name: string; fields: unknown }> | null {
  try {
    const { name, ...fields }: Record<string, unknown> = JSON.parse(decodeURIComponent(header ?? ''))
    return typeof name === 'string' ? { name, fields } : null
  } catch {
    return null
  }
}
