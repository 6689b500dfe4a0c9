'use server'

import { DecideInput, GiveOpinionInput } from '#lib/schemas/case'
import { confirmed } from '#lib/server/confirmed'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { decideTransfer } from '#lib/usecases/decide-transfer'
import { giveOpinion } from '#lib/usecases/give-opinion'
import { againAt } from '../report/_parts/again.ts'

const DECISIONS = {
  approve: { action: 'ApproveTransfer', done: 'transfer-approved' },
  refuse: { action: 'RefuseTransfer', done: 'transfer-refused' },
  return: { action: 'ReturnReport', done: 'report-returned' },
} as const

export async function decideAction(caseId: string, form: FormData): Promise<void> {
  mustBeIds(caseId)
  const at = {
    form: `decide:${caseId}`,
    values: fieldsOf(form),
    backTo: againAt(`/cases/${caseId}/decision`),
    to: `/cases/${caseId}/decision`,
  }
  const me = await signedIn(at.form, form)
  const input = DecideInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  const { action, done } = DECISIONS[input.data.decision]
  const act = { caseId, action } as const
  return answer(me, await confirmed(me, act, input.data, () => decideTransfer(me.ask, caseId, input.data)), { ...at, done })
}

export async function giveOpinionAction(caseId: string, form: FormData): Promise<void> {
  mustBeIds(caseId)
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
