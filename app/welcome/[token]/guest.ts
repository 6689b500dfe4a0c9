import { here } from '#lib/server/here'
import type { Who } from '#lib/server/forms'
import { readLink } from '#lib/usecases/office/issue-link'

export const FORM = 'first-password'

/** Whose link it is, while it is good. Their form's messages are kept like anybody's, and hold no password. */
export async function readGuest(token: string): Promise<Who | null> {
  const { shell, desk, clockNow } = here()
  const now = clockNow()
  const link = await readLink(desk, token, now)
  const row = link && (await shell.read.readPerson(link.personId))
  return row ? { person: { personId: row.personId, name: row.name, login: row.login }, desk, now } : null
}
