import { currentContainer } from '#lib/server/boot/current-container'
import type { Who } from '#lib/server/forms/forms'
import { codeOf } from '#lib/usecases/office/issue-code'
import { readLink } from '#lib/usecases/office/issue-link'

export const FORM = 'first-password'

export type Guest = Who & Readonly<{ needsCode: boolean }>

/** Whose link it is, while it is good and its code is not over. Their form's messages are kept like anybody's, and hold no password. */
export async function readGuest(token: string): Promise<Guest | null> {
  const { effects, desk, clockNow } = currentContainer()
  const now = clockNow()
  const link = await readLink(desk, token, now)
  const needsCode = link?.needsCode === 1
  if (!link || (needsCode && (await codeOf(desk, link, now)) === 'over')) return null
  const row = await effects.read.readPerson(link.personId)
  return row && { person: { personId: row.personId, name: row.name, login: row.login }, desk, now, needsCode }
}
