import type { Readable } from 'node:stream'
import { MAX_FILE_BYTES, type UploadInput } from '#lib/schemas/evidence'
import { addEvidence } from '#lib/usecases/add-evidence'
import type { CaseDesk } from '#lib/usecases/desk'

export type Outcome = Readonly<{ ok: true }> | Readonly<{ ok: false; code: string; about?: Readonly<Record<string, string | number>> }>

/** Bytes, then the event. */
export async function takeOne(
  desk: CaseDesk,
  caseId: string,
  { name, bytes }: Readonly<{ name: string; bytes: Readable }>,
  entry: UploadInput,
): Promise<Outcome> {
  const taken = await desk.blobs.take(bytes, { maxBytes: MAX_FILE_BYTES })
  if (!taken.ok) return { ok: false, code: `file.${taken.code}` }
  const done = await addEvidence(desk, caseId, { name, stored: taken.stored }, entry)
  if (!done.ok) return { ok: false, ...done.refusal }
  // A form sent again gets its first answer; where its bytes are others than the first time, they are not in the dossier.
  const { repeated, state } = done.value
  const isThere = !repeated || Object.values(state?.evidence ?? {}).some(({ sha256 }) => sha256 === taken.stored.sha256)
  return isThere ? { ok: true } : { ok: false, code: 'file.broken-off' }
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
