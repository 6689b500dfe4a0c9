'use server'

import { RecordBasicsInput } from '#lib/schemas/case'
import { recordBasics } from '#lib/usecases/record-basics'
import { act } from '../../../../_form/act.ts'
import { settledInput } from '../../_case/settle.ts'

export async function recordBasicsAction(caseId: string, form: FormData): Promise<void> {
  const at = { form: `basics:${caseId}`, backTo: `/cases/${caseId}/basics`, to: `/cases/${caseId}`, done: 'basics-recorded' } as const
  const input = settledInput(at, (me) => RecordBasicsInput(me.today))
  await act([caseId], form, at, input, (me, typed) => recordBasics(me.ask('case'), caseId, typed))
}
