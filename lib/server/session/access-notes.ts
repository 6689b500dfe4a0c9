/**
 * What pages and routes say to the access log (access.ts): what a request is about, and that it was denied. Not of lists and polls, nor
 * of a title, which is drawn also where the page is not.
 */
import { notFound } from 'next/navigation'
import type { AccessObject } from '#lib/domain/access'
import type { Actor, By, Refusal } from '#lib/domain/result'
import type { BlobStore } from '#lib/ports/blob-store'
import type { FieldCode } from '#lib/schemas/codes'
import { attachment } from '../edge/attachment.ts'
import { currentContainer } from '../boot/current-container.ts'

type Thing = Readonly<{ what: AccessObject; caseId?: string; trackId?: string; objectId?: string }>
const NOWHERE_AT_ALL = { what: '', caseId: '', trackId: '', objectId: '' } as const
const NOWHERE = { ...NOWHERE_AT_ALL, arrivedSeq: null }
/** Under the post that the policy matched, or else their first. */
const whoOf = ({ personId, seats: [seat] }: Actor, by: By | null = null) => ({
  personId,
  unitId: by?.unitId ?? seat?.unitId ?? '',
  post: by?.post ?? seat?.post ?? ('' as const),
})

/** This page shows this. `arrivedSeq`: to those who received it, the event with which it came. */
export const reads = (actor: Actor, by: By | null, thing: Thing, arrivedSeq: number | null = null): void =>
  currentContainer().access.note({ ...whoOf(actor, by), ...NOWHERE, ...thing, kind: 'read', is: 'ok', arrivedSeq })
/** And of that, this paper. */
export const readsPaper = (objectId: string, trackId?: string): void =>
  currentContainer().access.note({ what: 'paper', objectId, ...(trackId !== undefined && { trackId }) })

/** What is not theirs does not exist (D14). Without `thing` it is what was noted before. */
export function denied(actor?: Actor, thing?: Thing): never {
  currentContainer().access.note({ ...(actor && whoOf(actor)), ...(thing && { ...NOWHERE, ...thing }), is: 'denied' })
  notFound()
}

/** A form is sent, by its name: `receipt:<id of a track>`, `decide:<id of a case>`. What becomes of it says the answer. */
export function sends(actor: Actor, form: string): void {
  const [, id = ''] = form.split(':')
  currentContainer().access.note({ ...whoOf(actor), ...NOWHERE, what: '', caseId: id, trackId: id, kind: 'act', is: 'form' })
}
/** What the gate answered to it. */
export function refusedTo(actor: Actor, thing: Thing, { code }: Refusal): void {
  const isDenied = code === 'policy.denied'
  currentContainer().access.note({
    ...whoOf(actor),
    ...NOWHERE,
    ...thing,
    kind: 'act',
    is: isDenied ? 'denied' : 'refused',
    reason: isDenied ? '' : code,
  })
}

const AT_THE_DOOR = { ...NOWHERE_AT_ALL, kind: 'sign-in' } as const
export const cameIn = (actor: Actor): void => currentContainer().access.add({ ...whoOf(actor), ...AT_THE_DOOR, result: 'ok', reason: '' })
/** Somebody did not come in, or is here and not who they say: by the id of whose name it is, '' where it is nobody's. A form left empty is no try. */
export function notThem(personId: string, { code }: Readonly<{ code: FieldCode }>): void {
  if (code !== 'password.required')
    currentContainer().access.add({ personId, unitId: '', post: '', ...AT_THE_DOOR, result: 'failed', reason: code })
}

/** A stored file to who may have it (`by`), its row written before its first byte; else the 404 of what is not there. */
export async function download(
  { method, signal }: Request,
  { actor, blobs }: Me,
  by: By | null,
  thing: Thing,
  stored: Stored | null | undefined,
): Promise<Response> {
  currentContainer().access.note({ ...whoOf(actor, by), ...NOWHERE, ...thing, kind: 'download', is: by ? 'form' : 'denied' })
  if (!by || !stored) return new Response(null, { status: 404 })
  const answer = await attachment(blobs, stored, stored.file, signal)
  if (!answer.ok) currentContainer().access.note({ is: 'refused', reason: 'evidence.locked' })
  else if (method === 'GET') await currentContainer().access.beforeFirstByte()
  return answer
}
type Me = Readonly<{ actor: Actor; blobs: BlobStore }>
/** Of which case, what of it is locked, and which file. */
type Stored = Parameters<typeof attachment>[1] & Readonly<{ file: Parameters<typeof attachment>[2] }>
