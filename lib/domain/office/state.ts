/** What is known of the office: folded from its events, today's and yesterday's posts alike. */
import type { Day, Instant, UnitKind } from '../result.ts'
import type { DirectoryEntry, NewPerson, NewPost, NewUnit } from './events.ts'

/** `seq` tells two names of one day apart. Newest last. */
export type DatedName = Readonly<{ seq: number; name: string; nameEn: string; from: Day }>
/** `name` and `nameEn` are the newest. */
export type UnitState = NewUnit & Readonly<{ names: readonly DatedName[] }>
export type PersonState = NewPerson & Readonly<{ nameFrom: Day; leftOn: Day | null }>
/** `to` is the last day on which it is held, null while open. */
export type PostState = NewPost & Readonly<{ unitKind: UnitKind }>
/** Waits for a second person; nobody holds it yet. */
export type ProposalState = PostState & Readonly<{ proposedBy: string; proposedAt: Instant }>
/** `to` as with posts: another entry of the unit in the division has taken its place. */
export type EntryState = DirectoryEntry & Readonly<{ to: Day | null }>
export type OfficeState = Readonly<{
  units: Readonly<Record<string, UnitState>>
  persons: Readonly<Record<string, PersonState>>
  posts: Readonly<Record<string, PostState>>
  directory: Readonly<Record<string, EntryState>>
  /** The open ones, by the id of the post they would become. */
  proposals: Readonly<Record<string, ProposalState>>
  /** Who ever issued a link to a person: each of them could have come in as that person. */
  linkIssuers: Readonly<Record<string, readonly string[]>>
  /** Every password that is stored has its event. */
  isCounted: boolean
}>

export const EMPTY_OFFICE: OfficeState = {
  units: {},
  persons: {},
  posts: {},
  directory: {},
  proposals: {},
  linkIssuers: {},
  isCounted: false,
}
/** The one stream there is. */
export const OFFICE = 'office'

export const isFounded = ({ units }: OfficeState): boolean => Object.keys(units).length > 0
export const postsOf = ({ posts }: OfficeState, personId: string): readonly PostState[] =>
  Object.values(posts).filter((post) => post.personId === personId)
/** The entry of a unit in a division that is in force. */
export const entryOf = ({ directory }: OfficeState, unitId: string, division: string): EntryState | undefined =>
  Object.values(directory).find((entry) => entry.unitId === unitId && entry.division === division && entry.to === null)
