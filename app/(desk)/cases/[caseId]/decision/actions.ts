'use server'

import { DecideInput, GiveOpinionInput } from '#lib/schemas/case'
import { confirmed } from '#lib/server/session/confirmed'
import { decideTransfer } from '#lib/usecases/decide-transfer'
import { giveOpinion } from '#lib/usecases/give-opinion'
import { act } from '#app/_form/act'
import { retryAddress } from '../report/_parts/retry-address.ts'

const DECISIONS = {
  approve: { action: 'ApproveTransfer', done: 'transfer-approved' },
  refuse: { action: 'RefuseTransfer', done: 'transfer-refused' },
  return: { action: 'ReturnReport', done: 'report-returned' },
} as const
const on = (caseId: string) => ({ backTo: retryAddress(`/cases/${caseId}/decision`), to: `/cases/${caseId}/decision` })

export async function decideAction(caseId: string, form: FormData): Promise<void> {
  const done = ({ decision }: DecideInput) => DECISIONS[decision].done
  await act([caseId], form, { form: `decide:${caseId}`, ...on(caseId), done }, DecideInput, (me, input) =>
    confirmed(me, { caseId, action: DECISIONS[input.decision].action }, input, () => decideTransfer(me.ask('case'), caseId, input)),
  )
}

export async function giveOpinionAction(caseId: string, form: FormData): Promise<void> {
  const at = { form: `opinion:${caseId}`, ...on(caseId), done: 'opinion-given' } as const
  await act([caseId], form, at, GiveOpinionInput, (me, input) => giveOpinion(me.ask('case'), caseId, input))
}
