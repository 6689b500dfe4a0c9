'use server'

import { notFound } from 'next/navigation'
import { VoidEvidenceInput } from '#lib/schemas/case'
import { confirmed } from '#lib/server/session/confirmed'
import { voidEvidence } from '#lib/usecases/add-evidence'
import { readContentAs } from '#lib/usecases/read-case'
import { act } from '#app/_form/act'

export async function voidEvidenceAction(caseId: string, itemId: string, form: FormData): Promise<void> {
  const to = `/cases/${caseId}/evidence`
  const at = { form: `void:${itemId}`, backTo: `${to}/void/${itemId}`, to, done: 'evidence-voided' } as const
  await act(
    [caseId, itemId],
    form,
    at,
    async (me) => VoidEvidenceInput(((await readContentAs(me.read, me.actor, caseId)) ?? notFound()).caseNo),
    (me, typed) => confirmed(me, { caseId, action: 'VoidEvidence' }, typed, () => voidEvidence(me.ask('case'), caseId, itemId, typed)),
  )
}
