/** People (system administrator) and their posts (security administrator; what decides takes a second person). */
import { beijingDay } from '#lib/domain/time'
import { isDeciding } from '#lib/domain/office/policy'
import type {
  ConfirmPostInput,
  DeclinePostInput,
  EndPostInput,
  GrantPostInput,
  RecordLeavingInput,
  RegisterPersonInput,
  RenamePersonInput,
} from '#lib/schemas/office'
import { askOffice, type OfficeDesk, type OfficeDone } from './office-desk.ts'

export const registerPerson = (desk: OfficeDesk, { formKey, ...person }: RegisterPersonInput): OfficeDone =>
  askOffice(desk, { type: 'RegisterPerson', person: { personId: desk.newId(), ...person } }, formKey)

export const renamePerson = (desk: OfficeDesk, personId: string, { formKey, ...name }: RenamePersonInput): OfficeDone =>
  askOffice(desk, { type: 'RenamePerson', personId, ...name }, formKey)

/** `on` is the first day away. Whoever is away already is signed out everywhere. */
export async function recordLeaving(desk: OfficeDesk, personId: string, { formKey, on }: RecordLeavingInput): OfficeDone {
  const done = await askOffice(desk, { type: 'RecordLeaving', personId, on }, formKey)
  if (done.ok && on <= beijingDay(desk.now)) await desk.desk.endSessionsOf(personId, desk.now)
  return done
}

/** A post that decides is only proposed by this: a second person confirms it. */
export function grantPost(desk: OfficeDesk, personId: string, { formKey, ...post }: GrantPostInput): OfficeDone {
  const wanted = { postId: desk.newId(), personId, ...post }
  return askOffice(desk, isDeciding(post.post) ? { type: 'ProposePost', proposal: wanted } : { type: 'GrantPost', grant: wanted }, formKey)
}

export const confirmPost = (desk: OfficeDesk, postId: string, { formKey }: ConfirmPostInput): OfficeDone =>
  askOffice(desk, { type: 'ConfirmPost', postId }, formKey)

export const declinePost = (desk: OfficeDesk, postId: string, { formKey, reason }: DeclinePostInput): OfficeDone =>
  askOffice(desk, { type: 'DeclinePost', postId, reason }, formKey)

/** `on` is the first day without it: today's end bites on the next request. */
export const endPost = (desk: OfficeDesk, { formKey, postId, on }: EndPostInput): OfficeDone =>
  askOffice(desk, { type: 'EndPost', postId, on }, formKey)
