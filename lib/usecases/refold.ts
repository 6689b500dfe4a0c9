/** What the stored rows should be: a stream folded anew from its sealed events. For `npm run verify`, and for rows of another number. */
import type { SealedEvent, StreamKey } from '#lib/ledger/seal'
import type { Rows } from '#lib/ports/case-store'
import { evidenceRows, rowsOf } from '#lib/views/case-views'
import { dutiesOf } from '#lib/views/duties'
import { officeRows } from '#lib/views/office-views'
import type { Duty } from '#lib/views/rows'
import { entryOf } from '#lib/views/timeline'
import { fold } from './ask.ts'
import { caseDecider } from './case-decider.ts'
import { officeDecider } from './office/office-decider.ts'

/**
 * The number of today's folding: raised by whoever changes what existing events fold to, with the digest of the golden ledger's rows
 * under it (db/testing/golden-rows.json; lib/checks/golden-rows.test.ts says when). Stored rows of another number are folded anew.
 */
export const ROWS_VERSION = 2

export function refold({ stream }: StreamKey, events: readonly SealedEvent[]): Readonly<{ rows: Rows; duties: readonly Duty[] }> {
  if (stream === 'office') return { rows: officeRows(fold(officeDecider, events).state), duties: [] }
  const { past, state } = fold(caseDecider, events)
  if (!state) return { rows: {}, duties: [] }
  return { rows: { ...rowsOf(state), evidence: evidenceRows(state), entries: past.map(entryOf) }, duties: dutiesOf(state) }
}
