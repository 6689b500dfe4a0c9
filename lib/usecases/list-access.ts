/** The access log as its reader searches it. There is no case in it but its id: who searches by a number was given it. */
import type { AccessRow } from '#lib/domain/access'
import { normaliseNo } from '#lib/domain/names'
import type { AccessFilter, AccessLog } from '#lib/ports/access-log'
import type { Reader } from '#lib/ports/case-store'
import { isId } from '#lib/schemas/fields'

type LogReader = Readonly<{ log: Pick<AccessLog, 'list'>; read: Pick<Reader, 'listPersons' | 'listNumbered'> }>
/** `person`: an id, a user name, or part of a name. `object`: a number of a case or letter, or the id of anything. '' for all. */
type Wanted = Omit<AccessFilter, 'personIds' | 'objects'> & Readonly<{ person: string; object: string }>
/** `next` is the number of the last row shown; null on the last page. */
type Shown = Readonly<{ rows: readonly AccessRow[]; next: number | null }>

export async function listAccess(
  { log, read }: LogReader,
  { person, object, ...rest }: Wanted,
  { after, size }: Readonly<{ after: number | null; size: number }>,
): Promise<Shown> {
  const filter: AccessFilter = {
    ...rest,
    ...(person && { personIds: await personsLike(read, person) }),
    ...(object && { objects: await objectsOf(read, object) }),
  }
  const found = await log.list(filter, { after, size: size + 1 })
  const rows = found.slice(0, size)
  return { rows, next: found.length > size ? (rows.at(-1)?.n ?? null) : null }
}

async function personsLike(read: LogReader['read'], typed: string): Promise<readonly string[]> {
  const wanted = typed.normalize('NFKC').toLowerCase()
  const isLike = (text: string): boolean => text.normalize('NFKC').toLowerCase().includes(wanted)
  const persons = await read.listPersons()
  const exactly = persons.filter(({ personId, login }) => personId === typed || login === wanted)
  return (exactly.length > 0 ? exactly : persons.filter(({ name, login }) => isLike(name) || isLike(login))).map(({ personId }) => personId)
}

const objectsOf = async (read: LogReader['read'], typed: string): Promise<readonly string[]> =>
  isId(typed) ? [typed] : [...new Set((await Promise.all([typed, normaliseNo(typed)].map((no) => read.listNumbered(no)))).flat())]
