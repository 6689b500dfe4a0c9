'use server'

import { RecordBasicsInput } from '#lib/schemas/case'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { recordBasics } from '#lib/usecases/record-basics'
import { takeTheirs, withoutBase } from '../../_case/settle.ts'

export async function recordBasicsAction(caseId: string, form: FormData): Promise<void> {
  mustBeIds(caseId)
  const at = {
    form: `basics:${caseId}`,
    values: fieldsOf(form),
    backTo: `/cases/${caseId}/basics`,
    to: `/cases/${caseId}`,
    done: 'basics-recorded',
  }
  const me = await signedIn(at.form, form)
  await takeTheirs(me, at.form, at.values, at.backTo)
  const input = RecordBasicsInput(me.today).safeParse(withoutBase(at.values))
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await recordBasics(me.ask, caseId, input.data), at)
}
