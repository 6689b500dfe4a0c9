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
import { isSecure } from '#lib/server/session/auth-options'
import { currentContainer } from '#lib/server/boot/current-container'
import { issueCode } from '#lib/usecases/office/issue-code'
import { issueLink } from '#lib/usecases/office/issue-link'
import { confirmPost, declinePost, endPost, grantPost, recordLeaving, renamePerson } from '#lib/usecases/office/people'
import { act } from '#app/_form/act'
import { addressOf, SHOWN_CODE, SHOWN_LINK } from './address.ts'

const on = (personId: string) => ({ backTo: addressOf(personId), to: addressOf(personId) })

export async function renamePersonAction(personId: string, form: FormData): Promise<void> {
  await act(
    [personId],
    form,
    { form: `rename-person:${personId}`, ...on(personId), done: 'person-renamed' },
    (me) => RenamePersonInput(me.today),
    (me, input) => renamePerson(me, personId, input),
  )
}

export async function recordLeavingAction(personId: string, form: FormData): Promise<void> {
  await act(
    [personId],
    form,
    { form: `record-leaving:${personId}`, ...on(personId), done: 'leaving-recorded' },
    RecordLeavingInput,
    (me, input) => recordLeaving(me, personId, input),
  )
}

export async function grantPostAction(personId: string, form: FormData): Promise<void> {
  await act(
    [personId],
    form,
    {
      form: `grant-post:${personId}`,
      ...on(personId),
      done: ({ post }: GrantPostInput) => (isDeciding(post) ? 'post-proposed' : 'post-granted'),
    },
    GrantPostInput,
    (me, input) => grantPost(me, personId, input),
  )
}

export async function confirmPostAction(personId: string, postId: string, form: FormData): Promise<void> {
  await act(
    [personId, postId],
    form,
    { form: `confirm-post:${postId}`, ...on(personId), done: 'post-confirmed' },
    ConfirmPostInput,
    (me, input) => confirmPost(me, postId, input),
  )
}

export async function declinePostAction(personId: string, postId: string, form: FormData): Promise<void> {
  await act(
    [personId, postId],
    form,
    { form: `decline-post:${postId}`, ...on(personId), done: 'post-declined' },
    DeclinePostInput,
    (me, input) => declinePost(me, postId, input),
  )
}

export async function endPostAction(personId: string, form: FormData): Promise<void> {
  await act([personId], form, { form: `end-post:${personId}`, ...on(personId), done: 'post-ended' }, EndPostInput, (me, input) =>
    endPost(me, input),
  )
}

export async function issueLinkAction(personId: string, form: FormData): Promise<void> {
  await act(
    [personId],
    form,
    { form: `issue-link:${personId}`, ...on(personId), done: 'link-issued' },
    IssueLinkInput,
    async (me, { formKey }) => {
      const issued = await issueLink(me, currentContainer().newSecret, personId, formKey)
      if (issued.ok && issued.value.token) await showSecret(SHOWN_LINK, issued.value.token, addressOf(personId))
      return issued
    },
  )
}

export async function issueCodeAction(personId: string, form: FormData): Promise<void> {
  await act(
    [personId],
    form,
    { form: `issue-code:${personId}`, ...on(personId), done: 'code-issued' },
    IssueCodeInput,
    async (me, { formKey }) => {
      const issued = await issueCode(me, currentContainer().passwords, personId, formKey)
      if (issued.ok && issued.value.code) await showSecret(SHOWN_CODE, issued.value.code, addressOf(personId))
      return issued
    },
  )
}

/** A secret goes to this browser alone, for a minute, and to this page: it stands in no address and no row. */
async function showSecret(name: string, secret: string, path: string): Promise<void> {
  ;(await cookies()).set(name, secret, { httpOnly: true, sameSite: 'strict', secure: isSecure(), path, maxAge: 60 })
}
