import { notFound } from 'next/navigation'
import type { z } from 'zod'
import type { DoneCode } from '#lib/schemas/codes'
import type { SignedIn } from '#lib/server/session/signed-in'
import type { CaseDone } from '#lib/usecases/desk'
import type { Unconfirmed } from '#lib/server/forms/forms'
import { readTrackAs } from '#lib/usecases/read-case'
import { act } from '#app/_form/act'

type Where = Readonly<{ caseId: string; trackId: string }>
/** `page`: the form's own, after the address of the track; `next`: likewise where a success leads. */
type At = Readonly<{ name: string; page: string; next?: string; done: DoneCode }>

/** As `act`, for a form on the receiving side: on a track that this person reads, of a case whose id they need not know. */
export async function actOn<S extends z.ZodType>(
  trackId: string,
  form: FormData,
  { name, page, next = '', done }: At,
  input: S,
  deed: (me: SignedIn, where: Where, input: z.output<S>) => CaseDone | Promise<Awaited<CaseDone> | Unconfirmed>,
): Promise<void> {
  const home = `/transfers/${trackId}`
  const at = { form: `${name}:${trackId}`, backTo: home + page, to: home + next, done }
  let caseId = ''
  await act(
    [trackId],
    form,
    at,
    // Whose it is not is told so before what is wrong with the form.
    async (me) => {
      caseId = ((await readTrackAs(me.read, me.actor, trackId)) ?? notFound()).sealed.caseId
      return input
    },
    (me, typed) => deed(me, { caseId, trackId }, typed),
  )
}
