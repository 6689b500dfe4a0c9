/** Rows are a cache of events: what replaces those of another number (lib/usecases/refold-rows.ts). */
import type { StreamKey } from '#lib/ledger/seal'
import type { Rows } from './case-store.ts'
import type { Fact } from './job-store.ts'

/** All rows that a stream has. */
export type Refolded = Readonly<{ key: StreamKey; rows: Rows }>
/** `was`: how far it had come when it was last looked; `is`: what is to be remembered together with the rows. */
export type Progress = Readonly<{ was: Fact; is: readonly Fact[] }>

export interface RowStore {
  /**
   * In place of all that is stored of these streams, in one transaction; events, notices, numbers and form keys stay.
   * 'overtaken', and nothing is written: the fact is not as it was, since another node has gone on meanwhile.
   */
  replaceRows(streams: readonly Refolded[], progress: Progress): Promise<'replaced' | 'overtaken'>
}
