'use server'

import { RecordSubjectInput, StrikeSubjectInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/case-desk'
import { answer, fieldsOf, keep, problemsOf } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn } from '#lib/server/signed-in'
import { recordSubject, strikeSubject } from '#lib/usecases/record-subject'
import { takeTheirs, withoutBase } from '../../../_case/settle.ts'

export async function recordSubjectAction(caseId: string, subjectId: string, kind: 'person' | 'unit', form: FormData): Promise<void> {
  mustBeIds(caseId, subjectId, kind)
  const at = {
    form: `subject:${caseId}:${subjectId}`,
    values: fieldsOf(form),
    backTo: `/cases/${caseId}/subjects/${subjectId}`,
    to: `/cases/${caseId}/subjects`,
    done: 'subject-recorded',
  }
  const me = await signedIn(at.form, form)
  await takeTheirs(me, at.form, at.values, at.backTo)
  const input = RecordSubjectInput(kind, me.today).safeParse(withoutBase(at.values))
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await recordSubject(caseDesk(me), caseId, subjectId, input.data), at)
}

export async function strikeSubjectAction(caseId: string, subjectId: string, form: FormData): Promise<void> {
  mustBeIds(caseId, subjectId)
  const at = {
    form: `strike:${caseId}:${subjectId}`,
    values: fieldsOf(form),
    backTo: `/cases/${caseId}/subjects/${subjectId}`,
    to: `/cases/${caseId}/subjects`,
    done: 'subject-struck',
  }
  const me = await signedIn(at.form, form)
  const input = StrikeSubjectInput.safeParse(at.values)
  if (!input.success) return keep(me, at.form, at.values, problemsOf(input.error, at.values), at.backTo)
  return answer(me, await strikeSubject(me.ask, caseId, subjectId, input.data), at)
}
