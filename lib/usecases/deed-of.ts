/** What a form key answers for: one command on one stream, with what the form said. Ids and times that chance or the clock added are no part of it. */
import { digestOf, type StreamKey } from '#lib/ledger/seal'
import type { IdempotencyKey } from '#lib/ports/case-store'

/** `streamId`: '' for a command that opens a stream, whose id is chance's. `said`: what the form said, in one text; secrets left out. */
export type Asked = StreamKey & Readonly<{ type: string; formKey: string; said: string }>

/** The key is in it, so that two forms that say the same do not show it. */
export const deedOf = (asked: Asked): string => digestOf(asked)

/** Is this the form that `first` answered? What was stored before the content was kept ('') answers for anything. */
export const isSameRequest = ({ deed }: IdempotencyKey, asked: Asked): boolean => deed === '' || deed === deedOf(asked)
