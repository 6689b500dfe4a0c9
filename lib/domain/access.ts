/**
 * What the access log tells of (found J13): who came in or could not, who read what, and what was denied. Ids, posts and codes only: no
 * title, no name, no word that anybody typed.
 */
import type { Day, Instant, Post } from './result.ts'

/** `act`: a form that was denied or refused; what is done stands in the ledger. `gap`: for a while the log could not be written. */
export const ACCESS_KINDS = ['sign-in', 'read', 'download', 'act', 'gap'] as const
export type AccessKind = (typeof ACCESS_KINDS)[number]
/** `denied`: not theirs, answered as missing (D14). `refused`: theirs, and the rules said no. `failed`: somebody did not come in. */
export const ACCESS_RESULTS = ['ok', 'denied', 'refused', 'failed', 'gap'] as const
export type AccessResult = (typeof ACCESS_RESULTS)[number]
/** What a row is about. `office`: units, people, posts, and the log itself. '': nothing of these, or what is not known here. */
export const ACCESS_OBJECTS = ['case', 'track', 'paper', 'file', 'office', ''] as const
export type AccessObject = (typeof ACCESS_OBJECTS)[number]

export type AccessEntry = Readonly<{
  at: Instant
  /** '' where nobody known came: what was typed as a name may have been a password. */
  personId: string
  unitId: string
  post: Post | ''
  kind: AccessKind
  what: AccessObject
  caseId: string
  trackId: string
  /** Within case or track: which paper, which item. */
  objectId: string
  result: AccessResult
  /** A code of the refusal; of a gap `lost:3 late:12`, rows that are lost and rows that were written later than they should. */
  reason: string
  requestId: string
}>
/** `n` counts from 1 for ever; `day` in Beijing, of `at`; `digest` chains the row to the one before (lib/ledger/access-chain.ts). */
export type AccessRow = AccessEntry & Readonly<{ n: number; day: Day; digest: string }>
