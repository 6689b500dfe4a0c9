/** What is stored, folded anew from the sealed events of a stream. For `npm run verify`, and for rows of another number. */
import { numberOf } from '#lib/domain/case/decider'
import type { CaseEvent } from '#lib/domain/case/events'
import type { Happened } from '#lib/domain/case/evolve'
import type { CaseState } from '#lib/domain/case/state'
import type { TakenNumber } from '#lib/domain/numbers'
import { type Door, doorOf, NO_DOOR } from '#lib/domain/office/door'
import type { OfficeState } from '#lib/domain/office/state'
import type { SealedEvent, StreamKey } from '#lib/ledger/seal'
import type { Rows } from '#lib/ports/case-store'
import { evidenceRows, rowsOf, stepsOf, toldBy } from '#lib/views/case-views'
import { dutiesOf } from '#lib/views/duties'
import { noticesOf, officeRows } from '#lib/views/office-views'
import type { Duty, Notice } from '#lib/views/rows'
import { entryOf } from '#lib/views/timeline'
import { fold } from './folded.ts'
import { caseDecider } from './case-decider.ts'
import { officeDecider } from './office/office-decider.ts'

/**
 * The number of today's folding: raised by whoever changes what existing events fold to, with the digest of the golden ledger's rows
 * under it (db/testing/golden-rows.json; lib/checks/golden-rows.test.ts says when). Stored rows of another number are folded anew.
 */
export const ROWS_VERSION = 3

type Refold = Readonly<{ rows: Rows; duties: readonly Duty[] }>
export function refold({ stream }: StreamKey, events: readonly SealedEvent[]): Refold {
  return stream === 'office' ? ofOffice(fold(officeDecider, events).state) : ofCase(fold(caseDecider, events))
}
const ofOffice = (state: OfficeState): Refold => ({ rows: officeRows(state), duties: [] })
function ofCase({ past, state }: Folded): Refold {
  if (!state) return { rows: {}, duties: [] }
  return { rows: { ...rowsOf(state), evidence: evidenceRows(state), entries: past.map(entryOf) }, duties: dutiesOf(state) }
}
type Folded = Readonly<{ past: readonly Happened<CaseEvent>[]; state: CaseState }>

/** The same, with what is no cache of the events and yet follows from them: what was told and taken, by whom, and what was sealed of the doors. */
type Recount = Refold &
  Readonly<{
    notices: readonly Notice[]
    numbers: readonly TakenNumber[]
    /** Whose deed each event was, in order. */
    by: readonly string[]
    door: Door
  }>
export function recount({ stream }: StreamKey, events: readonly SealedEvent[]): Recount {
  if (stream === 'office') {
    const { past, state } = fold(officeDecider, events)
    return { ...ofOffice(state), notices: noticesOf(past, officeDecider.initial), numbers: [], by: past.map(whose), door: doorOf(past) }
  }
  const folded = fold(caseDecider, events)
  const [notices, numbers]: [Notice[], TakenNumber[]] = [[], []]
  for (const step of stepsOf(folded.past, null)) {
    notices.push(...toldBy(step))
    const number = numberOf(step.happened, step.before)
    if (number) numbers.push(number)
  }
  return { ...ofCase(folded), notices, numbers, by: folded.past.map(whose), door: NO_DOOR }
}
const whose = ({ occasion }: Pick<Happened<never>, 'occasion'>): string => occasion.by.personId
