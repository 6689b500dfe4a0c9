'use server'
import { JustifyAbsenceInput } from '#lib/schemas/case'
import { answer, fieldsOf, hasProblems, keep, problemsOf, together, NO_PROBLEMS } from '#lib/server/forms/forms'
import { mustBeIds } from '#lib/server/session/ids'
import { signedIn } from '#lib/server/session/signed-in'
import { justifyAbsence } from '#lib/usecases/justify-absence'
import { absenceFields, absenceProblems } from './absence.ts'

export async function justifyAbsenceAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  mustBeIds(caseId, trackId)
  const to = `/cases/${caseId}/send/${trackId}/check`
  const at = { form: `absence:${caseId}`, values: fieldsOf(form), backTo: to, to, done: 'absence-justified' } as const
  const me = await signedIn(at.form, form)
  const input = JustifyAbsenceInput.safeParse(absenceFields(at.values))
  const problems = together(absenceProblems(at.values), input.success ? NO_PROBLEMS : problemsOf(input.error, at.values))
  if (!input.success || hasProblems(problems)) return keep(me, at.form, at.values, problems, at.backTo)
  return answer(me, await justifyAbsence(me.ask('case'), caseId, input.data), at)
}
