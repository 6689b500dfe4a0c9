'use server'
import { UrgeInput } from '#lib/schemas/case'
import { urge } from '#lib/usecases/urge'
import { act } from '#app/_form/act'

export async function urgeAction(caseId: string, form: FormData): Promise<void> {
  const at = { form: `urge:${caseId}`, backTo: `/cases/${caseId}`, to: `/cases/${caseId}`, done: 'urged' } as const
  await act([caseId], form, at, UrgeInput, (me, input) => urge(me.ask('case'), caseId, input))
}
