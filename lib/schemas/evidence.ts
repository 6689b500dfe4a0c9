/** What goes with a file when it is uploaded; the bytes come as a stream beside it. */
import { z } from 'zod'
import { folderOf } from '#lib/domain/law/dossier'
import { evidenceKindOf } from '#lib/domain/law/evidence-kinds'
import type { Day } from '#lib/domain/result'
import { day, id, known, text } from './fields.ts'

/** One limit for a file, everywhere (docs/ux.md J3). */
export const MAX_FILE_BYTES = 2 * 2 ** 30
export const UploadInput = (today: Day) =>
  z.strictObject({
    formKey: id,
    folder: known(folderOf, 'field.choice'),
    kind: known(evidenceKindOf, 'field.choice'),
    source: text(100),
    collectedBy: text(100),
    collectedOn: day(today),
    asIs: text(200),
  })
export type UploadInput = z.infer<ReturnType<typeof UploadInput>>
