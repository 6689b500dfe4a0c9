/**
 * A form with one paper in it: a decision, or the scan of a receipt. Bytes first, then the event (docs/decisions.md D11): the paper is
 * stored before anything is asked; one that no event names in the end is reached by nobody.
 */
import { cleanFileName } from '#lib/domain/names'
import type { FileRef } from '#lib/domain/result'
import { MAX_FILE_BYTES } from '#lib/schemas/evidence'
import { PAPER_TYPES } from '#lib/domain/evidence/file-types'
import { NO_PROBLEMS, problem, type Problems, type Values } from './forms.ts'
import { readMultipart } from '../edge/multipart.ts'
import type { SignedIn } from '../session/signed-in.ts'
import { takeFile } from './take-file.ts'

export type DocumentForm = Readonly<{ values: Values; document: FileRef | null; problems: Problems }>

/** `field` names the file input. */
export async function readDocumentForm({ blobs }: Pick<SignedIn, 'blobs'>, request: Request, field: string): Promise<DocumentForm> {
  let values: Values = {}
  const form = await readMultipart(request, { files: 1, maxBytes: MAX_FILE_BYTES }, ({ name, bytes }, before) => {
    values = before // what came before the file is not lost with it
    return takeFile(blobs, { name, bytes }, { maxBytes: MAX_FILE_BYTES })
  })
  if (!form) return { values, document: null, problems: problem(field, 'file.broken-off') }
  values = form.fields
  const file = form.files.find((one) => one.field === field)
  if (!file) return { values, document: null, problems: problem(field, 'document.required') }
  if (!file.taken.ok) return { values, document: null, problems: problem(field, `file.${file.taken.code}`) }
  if (!PAPER_TYPES.includes(file.taken.content)) return { values, document: null, problems: problem(field, 'document.type') }
  const name = cleanFileName(file.name)
  if (!name.ok) return { values, document: null, problems: problem(field, name.code) }
  return { values, document: { ...file.taken.stored, name: name.name }, problems: NO_PROBLEMS }
}

/** Where somebody's session ran out (signed-in.ts: `ranOut`): what was typed, without keeping a byte of the file. */
export async function readTypedOnly(request: Request): Promise<FormData> {
  const form = await readMultipart(request, { files: 1, maxBytes: MAX_FILE_BYTES }, async () => null)
  const typed = new FormData()
  for (const [name, value] of Object.entries(form?.fields ?? {}))
    for (const one of typeof value === 'string' ? [value] : value) typed.append(name, one)
  return typed
}
