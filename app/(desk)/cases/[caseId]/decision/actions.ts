'use server'

import { DecideInput, GiveOpinionInput } from '#lib/schemas/case'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { signedIn } from '#lib/server/signed-in'
import { decideTransfer } from '#lib/usecases/decide-transfer'
import { giveOpinion } from '#lib/usecases/give-opinion'
import { againAt } from '../report/_parts/again.ts'

const DONE = { approve: 'transfer-approved', refuse: 'transfer-refused', return: 'report-returned' } as const

export async function decideAction(caseId: string, form: FormData): Promise<void> {
  const at = {
    form: `decide:${caseId}`,
    values: fieldsOf(form),
    backTo: againAt(`/cases/${caseId}/decision`),
    to: `/cases/${caseId}/decision`,
  }
  const me = await signedIn(at.form, form)
  const input = DecideInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const stranger = await me.reauth(input.data.password, caseId, 'A')
  if (stranger) return keep(me, at.form, at.values, stranger, at.backTo)
  return answer(me, await decideTransfer(me.ask, caseId, input.data), { ...at, done: DONE[input.data.decision] })
}

export async function giveOpinionAction(caseId: string, form: FormData): Promise<void> {
  const at = {
    form: `opinion:${caseId}`,
    values: fieldsOf(form),
    backTo: againAt(`/cases/${caseId}/decision`),
    to: `/cases/${caseId}/decision`,
    done: 'opinion-given',
  }
  const me = await signedIn(at.form, form)
  const input = GiveOpinionInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await giveOpinion(me.ask, caseId, input.data), at)
}
