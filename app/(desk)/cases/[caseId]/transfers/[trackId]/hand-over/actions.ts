'use server'
import { notFound } from 'next/navigation'
import { mayDo } from '#lib/domain/policy/can'
import { HandOverInput } from '#lib/schemas/hand-over'
import { confirmed } from '#lib/server/session/confirmed'
import type { SignedIn } from '#lib/server/session/signed-in'
import { readContentAs } from '#lib/usecases/read-case'
import { act } from '#app/_form/act'

export async function handOverAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  const to = `/cases/${caseId}/transfers`
  const at = { form: `hand-over:${trackId}`, backTo: `${to}/${trackId}/hand-over`, to, done: 'handed-over' } as const
  await act([caseId, trackId], form, at, typedBy(caseId, trackId), (me, { formKey, password, ...given }) =>
    confirmed(me, { caseId, trackId, action: 'HandOver' }, { formKey, password }, () =>
      me.ask('case')(caseId, { type: 'HandOver', trackId, ...given }, formKey),
    ),
  )
}

/** Whose it is not is told so before what is wrong with the form. */
const typedBy = (caseId: string, trackId: string) => async (me: SignedIn) => {
  const state = await readContentAs(me.read, me.actor, caseId)
  if (!state || mayDo(me.actor, 'HandOver', state, { trackId }).is === 'never') notFound()
  return HandOverInput(me.today)
}
