/** What happened in the office: one stream of units, people, posts and the joint meeting's directory (D24, D25). Names and posts are dated. */
import type { Day, Post, UnitKind } from '../result.ts'

type UnitFacts = Readonly<{
  name: string
  nameEn: string
  /** 机关代字, the first part of its document numbers (docs/handbook.md §7.1). */
  code: string
  division: string
  /** The next unit up the reporting line, '' for none: it is not the tree of divisions (docs/handbook.md §2.3). */
  superiorId: string
  creditNo: string
  /** Works on paper: its acts are recorded from the paper (D23). */
  isOnPaper: boolean
}>
export type NewUnit = Readonly<{ unitId: string; kind: UnitKind; from: Day }> & UnitFacts
export type NewPerson = Readonly<{ personId: string; login: string; name: string; phone: string; from: Day }>
export type NewPost = Readonly<{ postId: string; personId: string; unitId: string; post: Post; from: Day; to: Day | null }>
export type DirectoryEntry = Readonly<{
  entryId: string
  division: string
  unitId: string
  liaisonId: string
  deputyId: string
  dutyPhone: string
  from: Day
}>

export type OfficeEvent =
  | (Readonly<{ type: 'UnitRegistered'; v: 1 }> & NewUnit)
  | Readonly<{ type: 'UnitRenamed'; v: 1; unitId: string; name: string; nameEn: string; from: Day }>
  | (Readonly<{ type: 'UnitRecorded'; v: 1; unitId: string }> & Omit<UnitFacts, 'name' | 'nameEn'>)
  | (Readonly<{ type: 'PersonRegistered'; v: 1 }> & NewPerson)
  | Readonly<{ type: 'PersonRenamed'; v: 1; personId: string; name: string; from: Day }>
  | Readonly<{ type: 'PersonLeft'; v: 1; personId: string; on: Day }>
  /** From 2 on whom it concerns is told of it; so of the next two that say so. */
  | (Readonly<{ type: 'PostGranted'; v: 1 | 2 }> & NewPost)
  | Readonly<{ type: 'PostEnded'; v: 1; postId: string; personId: string; on: Day }>
  | (Readonly<{ type: 'PostProposed'; v: 1 }> & NewPost)
  /** In force from its first day on, and from this day on where that is past. */
  | Readonly<{ type: 'PostConfirmed'; v: 1 | 2; postId: string }>
  /** Taken back by the proposer, or declined by who could have confirmed. */
  | Readonly<{ type: 'PostDeclined'; v: 1; postId: string; reason: string }>
  /** Replaces the entry of the unit in that division, if it has one. */
  | (Readonly<{ type: 'DirectoryRecorded'; v: 1 }> & DirectoryEntry)
  /** `link`, `code`, `credential`: SHA-256 of the row that is stored of it (door.ts), so that one made or changed by hand can be told. The first two came later. */
  | Readonly<{ type: 'LinkIssued'; v: 1; personId: string; link?: string }>
  | Readonly<{ type: 'CodeIssued'; v: 1; personId: string; code?: string }>
  | Readonly<{ type: 'PasswordSet'; v: 1 | 2; personId: string; credential: string }>
  /** Once in a portal's life: the passwords that stood there before any event spoke of them. */
  | Readonly<{ type: 'CredentialsCounted'; v: 1; credentials: readonly Counted[] }>
export type Counted = Readonly<{ personId: string; credential: string }>
