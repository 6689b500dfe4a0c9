/** What the three administrators ask for. Ids come in with the command, made by the use-case: this room has no chance. */
import type { Day } from '../result.ts'
import type { DirectoryEntry, NewPerson, NewPost, NewUnit } from './events.ts'

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
  | Readonly<{ type: 'IssueLink'; personId: string }>
  | Readonly<{ type: 'IssueCode'; personId: string }>
  /** `credential`: the SHA-256 of the row that is about to be stored, lower-case hex. */
  | Readonly<{ type: 'SetPassword'; personId: string; credential: string }>
export type Founder = Readonly<{ person: NewPerson; postId: string; post: 'system-admin' | 'security-admin' | 'audit-admin' }>
