/**
 * Who may do what in the office: the separation of three administrators (GB/T 22239-2019 8.1.5; docs/handbook.md §2.2), and which posts
 * a kind of unit has. Buttons, pages and `ask` ask here.
 */
import type { Actor, By, Post, Seat, UnitKind } from '../result.ts'
import type { OfficeCommand } from './commands.ts'

export type OfficeAction = OfficeCommand['type'] | 'ReadOffice' | 'ReadAccessLog'
const ADMINISTRATORS = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly Post[]

const WHO: Readonly<Record<OfficeAction, readonly Post[]>> = {
  FoundOffice: ['clock'],
  RegisterUnit: ['system-admin'],
  RenameUnit: ['system-admin'],
  RecordUnit: ['system-admin'],
  RegisterPerson: ['system-admin'],
  RenamePerson: ['system-admin'],
  RecordLeaving: ['system-admin'],
  RecordDirectory: ['system-admin'],
  // The clock too: who starts the machine lets the founders in.
  IssueLink: ['system-admin', 'clock'],
  IssueCode: ['security-admin'],
  // Whoever had the link or the old password in hand: the portal records that it was set, and vouches for no more.
  SetPassword: ['clock'],
  CountCredentials: ['clock'],
  GrantPost: ['security-admin'],
  ProposePost: ['security-admin'],
  // Which of them says yes hangs on the proposal: confirming.ts.
  ConfirmPost: ADMINISTRATORS,
  DeclinePost: ADMINISTRATORS,
  EndPost: ['security-admin'],
  ReadOffice: ADMINISTRATORS,
  // Who watches over the others; of a case it holds ids alone.
  ReadAccessLog: ['audit-admin'],
}

/** @internal */
export const OFFICE_ACTIONS = Object.keys(WHO) as OfficeAction[] // safe: the record's own keys

/** The post under which the person may; null where they never may. */
export function mayInOffice(actor: Actor, action: OfficeAction): By | null {
  const seat = actor.seats.find((held) => WHO[action].includes(held.post) && isPlatform(held))
  return seat ? { personId: actor.personId, unitId: seat.unitId, post: seat.post } : null
}
const isPlatform = ({ unitKind }: Seat): boolean => unitKind === 'platform'

export const isAdministrator = (post: Post): boolean => ADMINISTRATORS.some((admin) => admin === post)

/** Takes two people to fill: who holds it decides, watches over who decides, or lets others in. A new post says here what it is. */
const DECIDES: Readonly<Record<Post, boolean>> = {
  handler: false,
  reviewer: false,
  approver: true,
  liaison: false,
  intake: false,
  supervisor: true,
  overseer: false,
  convenor: true,
  'system-admin': true,
  'security-admin': true,
  'audit-admin': true,
  clock: false,
}
export const isDeciding = (post: Post): boolean => DECIDES[post]

/** Which posts a kind of unit has. The clock is nobody's: it is the machine's own. */
export const POSTS_OF_KIND: Readonly<Record<UnitKind, readonly Post[]>> = {
  bureau: ['handler', 'reviewer', 'approver', 'liaison', 'overseer', 'convenor'],
  procuratorate: ['intake', 'handler', 'approver', 'liaison', 'supervisor', 'convenor'],
  police: ['intake', 'handler', 'approver', 'liaison'],
  commission: ['intake', 'handler', 'approver', 'liaison'],
  agency: ['handler', 'liaison'],
  medical: ['handler', 'liaison'],
  court: ['liaison'],
  justice: ['overseer', 'liaison'],
  platform: ADMINISTRATORS,
}

/**
 * Of these, the ones that are not given anew, because nothing is there for who would hold them (found B6): a convenor and an agency get
 * their desk with the joint meeting, a court none. Who holds one keeps it.
 */
const WITHOUT_DESK: Readonly<Record<UnitKind, readonly Post[]>> = {
  bureau: ['convenor'],
  procuratorate: ['convenor'],
  police: [],
  commission: [],
  agency: POSTS_OF_KIND.agency,
  medical: [],
  court: POSTS_OF_KIND.court,
  justice: [],
  platform: [],
}
export const hasDesk = (kind: UnitKind, post: Post): boolean => !WITHOUT_DESK[kind].includes(post)
/** What the security administrator is offered for such a unit. */
export const offeredPosts = (kind: UnitKind): readonly Post[] => POSTS_OF_KIND[kind].filter((post) => hasDesk(kind, post))

/**
 * Pairs that one person may not hold at the same time anywhere: an administrator holds one of the three and nothing else; who takes
 * cases in at a body does not decide there on filing (R09 with R10). Handler, reviewer and approver exclude each other within one
 * case only, and policy/ties.ts sees to that.
 */
export function isIncompatible(one: Held, other: Held): boolean {
  if (isAdministrator(one.post) || isAdministrator(other.post)) return one.post !== other.post || one.unitId !== other.unitId
  const pair = [one.post, other.post]
  return one.unitId === other.unitId && pair.includes('intake') && pair.includes('approver')
}
type Held = Readonly<{ unitId: string; post: Post }>
