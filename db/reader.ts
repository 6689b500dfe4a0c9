import type { Reader } from '#lib/ports/case-store'
import type { Readable } from './words.ts'
import { readActed } from './read/acted.ts'
import { listCases, readCase } from './read/cases.ts'
import { readDuties } from './read/duties.ts'
import { readLedger } from './read/ledger.ts'
import { readNotices } from './read/notices.ts'
import { readOffice } from './read/office.ts'

/** Every question, once for both engines. Queries are prepared here, so the tables must be there. */
export const reader = (base: Readable): Reader => ({
  ...readLedger(base),
  ...readCase(base),
  ...listCases(base),
  ...readDuties(base),
  ...readActed(base),
  ...readNotices(base),
  ...readOffice(base),
})
