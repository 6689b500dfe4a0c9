import type { FileContent } from '#lib/domain/evidence/file-types'
import { cleanFileName } from '#lib/domain/names'
import { refuse } from '#lib/domain/result'
import type { Stored } from '#lib/ports/blob-store'
import type { UploadInput } from '#lib/schemas/evidence'
import type { CaseAsk, CaseDesk, CaseDone } from './desk.ts'

/** The bytes are on the disk by now; this makes them evidence (D11). `name` is the sender's file name. A copy of a live item is pointed out, not added. */
export async function addEvidence(
  { ask, newId }: CaseDesk,
  caseId: string,
  { name, stored, content }: Readonly<{ name: string; stored: Stored; content: FileContent }>,
  { formKey, ...entry }: UploadInput,
): CaseDone {
  const cleaned = cleanFileName(name)
  if (!cleaned.ok) return refuse({ code: 'evidence.no-name' })
  return ask(caseId, { type: 'AddEvidence', item: { itemId: newId(), name: cleaned.name, content, ...stored, ...entry } }, formKey)
}

export const voidEvidence = (
  ask: CaseAsk,
  caseId: string,
  itemId: string,
  { reason, formKey }: Readonly<{ reason: string; formKey: string }>,
): CaseDone => ask(caseId, { type: 'VoidEvidence', itemId, reason }, formKey)
