/** What goes with a file when it is uploaded; the bytes come as a stream beside it. */
import { z } from 'zod'
import type { Day } from '#lib/domain/result'
import { day, id, text } from './fields.ts'

/** One limit for a file, everywhere (ux.md J3). */
export const MAX_FILE_BYTES = 2 * 2 ** 30
export const UploadInput = (today: Day) =>
  z.strictObject({ formKey: id, folder: text(40, { required: 'field.choice' }), kind: text(40), source: text(100), collectedBy: text(100), collectedOn: day(today) })
export type UploadInput = z.infer<ReturnType<typeof UploadInput>>
