'use server'

import { cookies } from 'next/headers'
import { isDeciding } from '#lib/domain/office/policy'
import {
  ConfirmPostInput,
  DeclinePostInput,
  EndPostInput,
  GrantPostInput,
  IssueCodeInput,
  IssueLinkInput,
  RecordLeavingInput,
  RenamePersonInput,
} from '#lib/schemas/office'
import { isSecure } from '#lib/server/auth-options'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { here } from '#lib/server/here'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { issueCode } from '#lib/usecases/office/issue-code'
import { issueLink } from '#lib/usecases/office/issue-link'
import { confirmPost, declinePost, endPost, grantPost, recordLeaving, renamePerson } from '#lib/usecases/office/people'
import { addressOf, SHOWN_CODE, SHOWN_LINK } from './address.ts'

export async function renamePersonAction(personId: string, form: FormData): Promise<void> {
  mustBeIds(personId)
  const name = `rename-person:${personId}`
  const me = await signedIn(name, form)
  const at = { form: name, values: fieldsOf(form), backTo: addressOf(personId), to: addressOf(personId), done: 'person-renamed' }
  const input = RenamePersonInput(me.today).safeParse(at.values)
  if (!input.success) return keep(me, name, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await renamePerson(me, personId, input.data), at)
}

export async function recordLeavingAction(personId: string, form: FormData): Promise<void> {
  mustBeIds(personId)
  const name = `record-leaving:${personId}`
  const me = await signedIn(name, form)
  const at = { form: name, values: fieldsOf(form), backTo: addressOf(personId), to: addressOf(personId), done: 'leaving-recorded' }
  const input = RecordLeavingInput.safeParse(at.values)
  if (!input.success) return keep(me, name, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await recordLeaving(me, personId, input.data), at)
}

export async function grantPostAction(personId: string, form: FormData): Promise<void> {
  mustBeIds(personId)
  const name = `grant-post:${personId}`
  const me = await signedIn(name, form)
  const at = { form: name, values: fieldsOf(form), backTo: addressOf(personId), to: addressOf(personId), done: 'post-granted' }
  const input = GrantPostInput.safeParse(at.values)
  if (!input.success) return keep(me, name, at.values, problemsOf(input.error, at.values), at.backTo)
  const done = isDeciding(input.data.post) ? 'post-proposed' : at.done
  return answer(me, await grantPost(me, personId, input.data), { ...at, done })
}

export async function confirmPostAction(personId: string, postId: string, form: FormData): Promise<void> {
  mustBeIds(personId, postId)
  const name = `confirm-post:${postId}`
  const me = await signedIn(name, form)
  const at = { form: name, values: fieldsOf(form), backTo: addressOf(personId), to: addressOf(personId), done: 'post-confirmed' }
  const input = ConfirmPostInput.safeParse(at.values)
  if (!input.success) return keep(me, name, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await confirmPost(me, postId, input.data), at)
}

export async function declinePostAction(personId: string, postId: string, form: FormData): Promise<void> {
  mustBeIds(personId, postId)
  const name = `decline-post:${postId}`
  const me = await signedIn(name, form)
  const at = { form: name, values: fieldsOf(form), backTo: addressOf(personId), to: addressOf(personId), done: 'post-declined' }
  const input = DeclinePostInput.safeParse(at.values)
  if (!input.success) return keep(me, name, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await declinePost(me, postId, input.data), at)
}

export async function endPostAction(personId: string, form: FormData): Promise<void> {
  mustBeIds(personId)
  const name = `end-post:${personId}`
  const me = await signedIn(name, form)
  const at = { form: name, values: fieldsOf(form), backTo: addressOf(personId), to: addressOf(personId), done: 'post-ended' }
  const input = EndPostInput.safeParse(at.values)
  if (!input.success) return keep(me, name, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await endPost(me, input.data), at)
}

export async function issueLinkAction(personId: string, form: FormData): Promise<void> {
  mustBeIds(personId)
  const name = `issue-link:${personId}`
  const me = await signedIn(name, form)
  const at = { form: name, values: fieldsOf(form), backTo: addressOf(personId), to: addressOf(personId), done: 'link-issued' }
  const input = IssueLinkInput.safeParse(at.values)
  if (!input.success) return keep(me, name, at.values, problemsOf(input.error, at.values), at.backTo)
  const issued = await issueLink(me, here().newSecret, personId, input.data.formKey)
  if (issued.ok && issued.value.token) await showOnce(SHOWN_LINK, issued.value.token, at.to)
  return answer(me, issued, at)
}

export async function issueCodeAction(personId: string, form: FormData): Promise<void> {
  mustBeIds(personId)
  const name = `issue-code:${personId}`
  const me = await signedIn(name, form)
  const at = { form: name, values: fieldsOf(form), backTo: addressOf(personId), to: addressOf(personId), done: 'code-issued' }
  const input = IssueCodeInput.safeParse(at.values)
  if (!input.success) return keep(me, name, at.values, problemsOf(input.error, at.values), at.backTo)
  const issued = await issueCode(me, here().passwords, personId, input.data.formKey)
  if (issued.ok && issued.value.code) await showOnce(SHOWN_CODE, issued.value.code, at.to)
  return answer(me, issued, at)
}

/** A secret goes to this browser alone, for a minute, and to this page: it stands in no address and no row. */
async function showOnce(name: string, secret: string, path: string): Promise<void> {
  ;(await cookies()).set(name, secret, { httpOnly: true, sameSite: 'strict', secure: isSecure(), path, maxAge: 60 })
}
