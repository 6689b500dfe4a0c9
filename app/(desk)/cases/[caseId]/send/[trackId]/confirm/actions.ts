'use server'
import { redirect } from 'next/navigation'
import { isSameNo } from '#lib/domain/same-no'
import { ConfirmTransferInput } from '#lib/schemas/transfer'
import { caseDesk } from '#lib/server/case-desk'
import { answer, dropForm, fieldsOf, hasProblems, keep, NO_PROBLEMS, problem, problemsOf, together } from '#lib/server/forms'
import { signedIn, type SignedIn } from '#lib/server/signed-in'
import { readCaseAs } from '#lib/usecases/read-case'
import { sendTransfer } from '#lib/usecases/send-transfer'

/** Grade B: the case number typed, the statement, and the password each time. The password is asked last, so that a slip elsewhere costs no try. */
export async function sendTransferAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  const backTo = `/cases/${caseId}/send/${trackId}/confirm`
  const at = {
    form: `send:${trackId}`,
    values: fieldsOf(form),
    backTo,
    to: `/cases/${caseId}/transfers?track=${trackId}`,
    done: 'transfer-sent',
  }
  const me = await signedIn(at.form, form)
  const input = ConfirmTransferInput.safeParse(at.values)
  const caseNo = (await readCaseAs(me.read, me.actor, caseId))?.caseNo ?? ''
  const typed = typeof at.values['caseNo'] === 'string' ? at.values['caseNo'] : ''
  const wrong = together(
    isSameNo(typed, caseNo) ? NO_PROBLEMS : problem('caseNo', 'case-no.differs'),
    input.success ? NO_PROBLEMS : problemsOf(input.error, at.values),
  )
  if (!input.success || hasProblems(wrong)) return keep(me, at.form, at.values, wrong, at.backTo)
  const notThem = await me.reauth(input.data.password, caseId, 'B')
  if (notThem) return keep(me, at.form, at.values, notThem, at.backTo)
  const result = await sendTransfer(caseDesk(me), caseId, trackId, input.data.formKey)
  if (!result.ok && result.refusal.about?.['check']) return checkAgain(me, at.form, `/cases/${caseId}/send/${trackId}/check`)
  return answer(me, result, at)
}

/** Something blocks that did not a moment ago: the check shows what, in its own words. */
async function checkAgain(me: SignedIn, form: string, page: string): Promise<never> {
  await dropForm(me, form)
  redirect(page)
}
