import { mayInOffice, type OfficeAction } from '#lib/domain/office/policy'
import { denied } from '#lib/server/session/access-notes'
import { signedIn, type SignedIn } from '#lib/server/session/signed-in'

export type Administrator = SignedIn & Readonly<{ may: (action: OfficeAction) => boolean }>

/** One of the three; to everybody else these pages are not there (docs/decisions.md D14). `action`: whoever may not do it sees no page either. */
export async function administrator(action: OfficeAction = 'ReadOffice'): Promise<Administrator> {
  const me = await signedIn()
  const may = (wanted: OfficeAction): boolean => mayInOffice(me.actor, wanted) !== null
  if (!may(action)) denied(me.actor, { what: 'office' })
  return { ...me, may }
}
