'use server'
import { notFound, redirect } from 'next/navigation'
import { ConfirmTransferInput } from '#lib/schemas/transfer'
import { caseDesk } from '#lib/server/case-desk'
import { confirmed } from '#lib/server/confirmed'
import { answer, dropForm, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn, type SignedIn } from '#lib/server/signed-in'
import { readContentAs } from '#lib/usecases/read-case'
import { sendTransfer } from '#lib/usecases/send-transfer'

/** Grade B: the case number typed, the statement, and the password each time. The password is asked last, so that a slip elsewhere costs no try. */
export async function sendTransferAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  mustBeIds(caseId, trackId)
  const [page, to] = [`/cases/${caseId}/send/${trackId}`, `/cases/${caseId}/transfers?track=${trackId}`]
  const at = { form: `send:${trackId}`, values: fieldsOf(form), backTo: `${page}/confirm`, to, done: 'transfer-sent' }
  const me = await signedIn(at.form, form)
  const { caseNo } = (await readContentAs(me.read, me.actor, caseId)) ?? notFound()
  const input = ConfirmTransferInput(caseNo).safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const act = { caseId, trackId, action: 'SendTransfer' } as const
  const sent = await confirmed(me, act, input.data, () => sendTransfer(caseDesk(me), caseId, trackId, input.data.formKey))
  return isBlocked(sent) ? checkAgain(me, at.form, `${page}/check`) : answer(me, sent, at)
}

/** Something blocks that did not a moment ago: the check shows what, in its own words. */
const isBlocked = (sent: Parameters<typeof answer>[1]): boolean => 'refusal' in sent && sent.refusal.about?.['check'] !== undefined
async function checkAgain(me: SignedIn, form: string, page: string): Promise<never> {
  await dropForm(me, form)
  redirect(page)
}
