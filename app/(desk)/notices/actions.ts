'use server'

import { redirect } from 'next/navigation'
import { MarkReadInput } from '#lib/schemas/work'
import { ownPath } from '#lib/server/edge/addresses'
import { fieldsOf, withDone } from '#lib/server/forms/forms'
import { signedIn } from '#lib/server/session/signed-in'
import { openNotice } from '#lib/usecases/opened'

/** A mark and no deed: reading a notice changes nothing else, and is never a receipt. */
export async function markReadAction(form: FormData): Promise<void> {
  const me = await signedIn()
  const input = MarkReadInput.safeParse(fieldsOf(form))
  if (!input.success) redirect('/notices')
  const { one, open, shown, back } = input.data
  if (open) await openNotice(me, me.actor, open.id, me.now)
  await me.desk.markRead(me.actor.personId, one ? [one] : open ? [open.id] : shown, me.now)
  redirect(ownPath(open?.to) ?? withDone(ownPath(back) ?? '/notices', 'notices-read'))
}
