/** What the stored rows should be: a stream folded anew from its sealed events. For `npm run verify`. */
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

export function refold({ stream }: StreamKey, events: readonly SealedEvent[]): Readonly<{ rows: Rows; duties: readonly Duty[] }> {
  if (stream === 'office') return { rows: officeRows(fold(officeDecider, events).state), duties: [] }
  const { past, state } = fold(caseDecider, events)
  if (!state) return { rows: {}, duties: [] }
  return { rows: { ...rowsOf(state), evidence: evidenceRows(state), entries: past.map(entryOf) }, duties: dutiesOf(state) }
}
