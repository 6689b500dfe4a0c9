'use server'
import { notFound, redirect } from 'next/navigation'
import { ConfirmTransferInput } from '#lib/schemas/transfer'
import { caseDesk } from '#lib/server/session/case-desk'
import { confirmed } from '#lib/server/session/confirmed'
import { dropForm } from '#lib/server/forms/forms'
import type { SignedIn } from '#lib/server/session/signed-in'
import { readContentAs } from '#lib/usecases/read-case'
import { sendTransfer } from '#lib/usecases/send-transfer'
import { act } from '#app/_form/act'

/** Grade B: the case number typed, the statement, and the password each time. The password is asked last, so that a slip elsewhere costs no try. */
export async function sendTransferAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  const [page, to] = [`/cases/${caseId}/send/${trackId}`, `/cases/${caseId}/transfers?track=${trackId}`]
  const at = { form: `send:${trackId}`, backTo: `${page}/confirm`, to, done: 'transfer-sent' } as const
  await act(
    [caseId, trackId],
    form,
    at,
    async (me) => ConfirmTransferInput(((await readContentAs(me.read, me.actor, caseId)) ?? notFound()).caseNo),
    async (me, typed) => {
      const deed = () => sendTransfer(caseDesk(me), caseId, trackId, typed.formKey)
      const sent = await confirmed(me, { caseId, trackId, action: 'SendTransfer' }, typed, deed)
      // Something blocks that did not a moment ago: the check shows what, in its own words.
      return 'refusal' in sent && sent.refusal.about?.['check'] !== undefined ? backToCheck(me, at.form, `${page}/check`) : sent
    },
  )
}

async function backToCheck(me: SignedIn, form: string, page: string): Promise<never> {
  await dropForm(me, form)
  redirect(page)
}
