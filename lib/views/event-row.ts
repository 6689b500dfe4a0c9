/** What the row of an event says (events.ts). */
import type { OpenCase } from '#lib/domain/case/state'
import type { Announcement } from './groups.ts'
import type { Section } from './rows.ts'

/** 期限: what begins or ends a clock; 文书: what leaves a paper; 移送: what happens between the bodies. */
export const KINDS = ['clocks', 'papers', 'transfers'] as const
export type Kind = (typeof KINDS)[number]
type Detail = Readonly<Record<string, string | number | null | readonly string[]>>
export type EventRow<E> = Readonly<{
  /** What was told stays told (decision 0017): never another line for events that are sealed, but a new `v` with its own. */
  hears: (event: E, after: OpenCase, before: OpenCase | null) => readonly Announcement[]
  /** Enough to follow the case, nothing that its reader may not know; the words are made of it (lib/i18n/timeline.ts). */
  detail: (event: E) => Detail
  section: Section
  kinds: readonly Kind[]
  /** Approvals and legal opinions belong to the inner volume, which not everybody who reads the case may read (D13). */
  inner?: true | 'by-folder'
  /** A copied body hears of it; `by-stage`: where the stage's row says so. */
  copied?: true | 'by-stage'
  /** No body reads it: it stays in the sender's house; `by-stage`: as above. */
  isOwn?: true | 'by-stage'
  /** Only the body that has the track reads it: neither the sender nor anybody who is copied. */
  isBodys?: true
}>
