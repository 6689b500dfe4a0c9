'use server'

import { RecordBasicsInput } from '#lib/schemas/case'
import { recordBasics } from '#lib/usecases/record-basics'
import { act } from '#app/_form/act'
import { resolvedInput } from '#app/(desk)/cases/_case/conflict-form'

export async function recordBasicsAction(caseId: string, form: FormData): Promise<void> {
  const at = { form: `basics:${caseId}`, backTo: `/cases/${caseId}/basics`, to: `/cases/${caseId}`, done: 'basics-recorded' } as const
  const input = resolvedInput(at, (me) => RecordBasicsInput(me.today))
  await act([caseId], form, at, input, (me, typed) => recordBasics(me.ask('case'), caseId, typed))
}
