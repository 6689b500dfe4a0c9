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
  | Readonly<{ type: 'EndPost'; postId: string; on: Day }>
  | Readonly<{ type: 'RecordDirectory'; entry: DirectoryEntry }>
  | Readonly<{ type: 'IssueLink'; personId: string }>
export type Founder = Readonly<{ person: NewPerson; postId: string; post: 'system-admin' | 'security-admin' | 'audit-admin' }>
