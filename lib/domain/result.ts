import type { RefusalCode } from './refusals.ts'
import type { Instant } from './time.ts'

export type { Day, Instant } from './time.ts'

/** Why something may not be done now: a code (its sentence lives in lib/i18n) and the few words that belong in it. */
export type Refusal = Readonly<{ code: RefusalCode; about?: Readonly<Record<string, string | number>> }>
export type Result<T, E = Refusal> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; refusal: E }>

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })
export const refuse = (refusal: Refusal): Result<never> => ({ ok: false, refusal })

export const UNIT_KINDS = ['bureau', 'procuratorate', 'police', 'commission', 'agency', 'medical', 'court', 'justice', 'platform'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** What a person is in a unit (docs/product.md §2, docs/handbook.md §2.2). The platform's three administrators hold theirs in `platform`. */
export const POSTS = [
  'handler',
  'reviewer',
  'approver',
  'liaison',
  'intake',
  'supervisor',
  'overseer',
  'convenor',
  'system-admin',
  'security-admin',
  'audit-admin',
  'clock',
] as const
export type Post = (typeof POSTS)[number]

/** A post held on the day of asking. `division` is the unit's division code; `superiorId` the next unit up the reporting line. */
export type Seat = Readonly<{ unitId: string; unitKind: UnitKind; division: string; post: Post }>
export type Actor = Readonly<{ personId: string; seats: readonly Seat[] }>
/** The person, unit and post that a deed is recorded under. */
export type By = Readonly<{ personId: string; unitId: string; post: Post }>
/** Who signed, where a body has no account here (docs/decisions.md D23). The scan is a stored blob, named by its SHA-256. */
export type OnPaper = Readonly<{ actedBy: string; paperNo: string; blobDigest: string }>
export type Occasion = Readonly<{ happenedAt: Instant; recordedAt: Instant; by: By; onPaper?: OnPaper }>

/** An event's occasion as the state keeps it, with its seq. */
export type Stamp = Readonly<{ at: Instant; recordedAt: Instant; by: By; seq: number; onPaper: OnPaper | null }>

/** A unit as it was called when the event happened; names are dated, so an event keeps the one of its day. */
export type UnitRef = Readonly<{ unitId: string; kind: UnitKind; name: string; code: string }>
/** A stored file. Digests are lower-case hex; `size` in bytes; `name` as the sender called it, never a path. */
export type FileRef = Readonly<{ blobId: string; name: string; size: number; sha256: string; sm3: string }>
