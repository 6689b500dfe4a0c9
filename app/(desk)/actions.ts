'use server'
import { notFound } from 'next/navigation'
import type { Sent } from '#lib/schemas/reason-act'
import { REASON_ACTS, reasonActs } from '#lib/schemas/reason-acts'
import { confirmed } from '#lib/server/session/confirmed'
import type { SignedIn } from '#lib/server/session/signed-in'
import { act } from '../_form/act.ts'
import { placesOf } from './_reason/places.ts'

/** Every act that is a row of lib/schemas/reason-acts.ts. `trackId` is the case's own id where the act is of no track. */
export async function reasonAction(name: string, caseId: string, trackId: string, form: FormData): Promise<void> {
  const action = reasonActs.find((known) => known === name) ?? notFound()
  const { done, input } = REASON_ACTS[action]
  const at = { ...placesOf(action, { caseId, trackId }), done }
  const typed = (me: SignedIn) => input({ caseId, trackId }, me.today)
  await act([caseId, trackId], form, at, typed, (me, { command, ...given }: Sent) =>
    confirmed(me, { caseId, action, ...('trackId' in command && { trackId }) }, given, () =>
      me.ask('case')(caseId, command, given.formKey),
    ),
  )
}
