'use server'

import { RecordSubjectInput } from '#lib/schemas/case'
import { caseDesk } from '#lib/server/session/case-desk'
import type { SignedIn } from '#lib/server/session/signed-in'
import { recordSubject } from '#lib/usecases/record-subject'
import { act } from '#app/_form/act'

export async function recordNewSubjectAction(caseId: string, kind: 'person' | 'unit', form: FormData): Promise<void> {
  const to = `/cases/${caseId}/subjects`
  const at = { form: `subject:${caseId}:new:${kind}`, backTo: `${to}/new?kind=${kind}`, to, done: 'subject-recorded' } as const
  const input = (me: SignedIn) => RecordSubjectInput(kind, me.today)
  await act([caseId, kind], form, at, input, (me, typed) => recordSubject(caseDesk(me), caseId, null, typed))
}
