'use server'

import { RecordSubjectInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/case-desk'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { recordSubject } from '#lib/usecases/record-subject'

export async function recordNewSubjectAction(caseId: string, kind: 'person' | 'unit', form: FormData): Promise<void> {
  mustBeIds(caseId, kind)
  const at = {
    form: `subject:${caseId}:new:${kind}`,
    values: fieldsOf(form),
    backTo: `/cases/${caseId}/subjects/new?kind=${kind}`,
    to: `/cases/${caseId}/subjects`,
    done: 'subject-recorded',
  }
  const me = await signedIn(at.form, form)
  const input = RecordSubjectInput(kind, me.today).safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await recordSubject(caseDesk(me), caseId, null, input.data), at)
}
