/** What is stored, folded anew from the sealed events of a stream. For `npm run verify`, and for rows of another number. */
import type { SealedEvent, StreamKey } from '#lib/ledger/seal'
import type { Rows } from '#lib/ports/case-store'
import { type Recount, STREAMS } from './streams.ts'

/**
 * The number of today's folding: raised by whoever changes what existing events fold to, with the digest of the golden ledger's rows
 * under it (db/testing/golden-rows.json; lib/checks/golden-rows.test.ts says when). Stored rows of another number are folded anew.
 */
export const ROWS_VERSION = 7

export const refold = ({ stream }: StreamKey, events: readonly SealedEvent[]): Rows => STREAMS[stream].rowsOf(events)
/** The same, with what is no cache of the events and yet follows from them. */
export const recount = ({ stream }: StreamKey, events: readonly SealedEvent[]): Recount => STREAMS[stream].recount(events)
