import { notFound } from 'next/navigation'
import { fieldsOf, type Values } from '#lib/server/forms'
import { mustBeIds } from '#lib/server/ids'
import { signedIn, type SignedIn } from '#lib/server/signed-in'
import { readTrackAs } from '#lib/usecases/read-case'

export type Deed = Readonly<{
  me: SignedIn
  where: Readonly<{ caseId: string; trackId: string }>
  at: Readonly<{ form: string; values: Values; backTo: string; to: string; done: string }>
}>

/** What every action on the receiving side begins with: who, on which track of which case, and where the form goes back to. */
export async function deedOn(
  trackId: string,
  form: FormData,
  { name, page, done }: Readonly<{ name: string; page: string; done: string }>,
): Promise<Deed> {
  mustBeIds(trackId)
  const to = `/transfers/${trackId}`
  const at = { form: `${name}:${trackId}`, values: fieldsOf(form), backTo: to + page, to, done }
  const me = await signedIn(at.form, form)
  const found = await readTrackAs(me.read, me.actor, trackId)
  return found ? { me, where: { caseId: found.sealed.caseId, trackId }, at } : notFound()
}
