/** What the three administrators ask for. Ids come in with the command, made by the use-case: this room has no chance. */
import type { Day } from '../result.ts'
import type { Counted, DirectoryEntry, NewPerson, NewPost, NewUnit } from './events.ts'

export type OfficeCommand =
  /** Once, by whoever starts the portal: the platform unit and its first system and security administrators. */
  | Readonly<{ type: 'FoundOffice'; platform: NewUnit; founders: readonly Founder[] }>
  | Readonly<{ type: 'RegisterUnit'; unit: NewUnit }>
  | Readonly<{ type: 'RenameUnit'; unitId: string; name: string; nameEn: string; from: Day }>
  | Readonly<{ type: 'RecordUnit'; unitId: string } & Pick<NewUnit, 'code' | 'division' | 'superiorId' | 'creditNo' | 'isOnPaper'>>
  | Readonly<{ type: 'RegisterPerson'; person: NewPerson }>
  | Readonly<{ type: 'RenamePerson'; personId: string; name: string; from: Day }>
  | Readonly<{ type: 'RecordLeaving'; personId: string; on: Day }>
  | Readonly<{ type: 'GrantPost'; grant: NewPost }>
  /** A post that decides takes two: one proposes it, another confirms or declines. */
  | Readonly<{ type: 'ProposePost'; proposal: NewPost }>
  | Readonly<{ type: 'ConfirmPost'; postId: string }>
  | Readonly<{ type: 'DeclinePost'; postId: string; reason: string }>
  | Readonly<{ type: 'EndPost'; postId: string; on: Day }>
  | Readonly<{ type: 'RecordDirectory'; entry: DirectoryEntry }>
  /** `link`, `code`, `credential`: the SHA-256 of what is about to be stored (door.ts), lower-case hex. */
  | Readonly<{ type: 'IssueLink'; personId: string; link: string }>
  | Readonly<{ type: 'IssueCode'; personId: string; code: string }>
  | Readonly<{ type: 'SetPassword'; personId: string; credential: string }>
  /** By the portal itself, at its first start under a program that knows this: later ones change nothing. */
  | Readonly<{ type: 'CountCredentials'; credentials: readonly Counted[] }>
export type Founder = Readonly<{ person: NewPerson; postId: string; post: 'system-admin' | 'security-admin' | 'audit-admin' }>
