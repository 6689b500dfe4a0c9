'use server'
import { HandOverInput } from '#lib/schemas/hand-over'
import { confirmed } from '#lib/server/session/confirmed'
import { act } from '#app/_form/act'

export async function handOverAction(caseId: string, trackId: string, form: FormData): Promise<void> {
  const to = `/cases/${caseId}/transfers`
  const at = { form: `hand-over:${trackId}`, backTo: `${to}/${trackId}/hand-over`, to, done: 'handed-over' } as const
  const input = (me: Readonly<{ today: string }>) => HandOverInput(me.today)
  await act([caseId, trackId], form, at, input, (me, { formKey, password, ...given }) =>
    confirmed(me, { caseId, trackId, action: 'HandOver' }, { formKey, password }, () =>
      me.ask('case')(caseId, { type: 'HandOver', trackId, ...given }, formKey),
    ),
  )
}
