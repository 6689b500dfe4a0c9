'use server'

import { RecordSubjectInput, StrikeSubjectInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/session/case-desk'
import { recordSubject, strikeSubject } from '#lib/usecases/record-subject'
import { act } from '#app/_form/act'
import { resolvedInput } from '#app/(desk)/cases/_case/conflict-form'

const on = (caseId: string, subjectId: string) => ({ backTo: `/cases/${caseId}/subjects/${subjectId}`, to: `/cases/${caseId}/subjects` })

export async function recordSubjectAction(caseId: string, subjectId: string, kind: 'person' | 'unit', form: FormData): Promise<void> {
  const at = { form: `subject:${caseId}:${subjectId}`, ...on(caseId, subjectId), done: 'subject-recorded' } as const
  const input = resolvedInput(at, (me) => RecordSubjectInput(kind, me.today))
  await act([caseId, subjectId, kind], form, at, input, (me, typed) => recordSubject(caseDesk(me), caseId, subjectId, typed))
}

export async function strikeSubjectAction(caseId: string, subjectId: string, form: FormData): Promise<void> {
  const at = { form: `strike:${caseId}:${subjectId}`, ...on(caseId, subjectId), done: 'subject-struck' } as const
  await act([caseId, subjectId], form, at, StrikeSubjectInput, (me, input) => strikeSubject(me.ask('case'), caseId, subjectId, input))
}
