import { here } from '#lib/server/here'
import type { Who } from '#lib/server/forms'
import { codeOf } from '#lib/usecases/office/issue-code'
import { readLink } from '#lib/usecases/office/issue-link'

export const FORM = 'first-password'

export type Guest = Who & Readonly<{ needsCode: boolean }>

/** Whose link it is, while it is good and its code is not over. Their form's messages are kept like anybody's, and hold no password. */
export async function readGuest(token: string): Promise<Guest | null> {
  const { shell, desk, clockNow } = here()
  const now = clockNow()
  const link = await readLink(desk, token, now)
  const needsCode = link?.needsCode === 1
  if (!link || (needsCode && (await codeOf(desk, link, now)) === 'over')) return null
  const row = await shell.read.readPerson(link.personId)
  return row && { person: { personId: row.personId, name: row.name, login: row.login }, desk, now, needsCode }
}
