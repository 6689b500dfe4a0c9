/** Units and people as they are on a day, from the office's rows: the facts that commands carry. */
import type { Bureau } from '#lib/domain/case/events'
import { copyKindOn } from '#lib/domain/law/copies'
import type { Day, Post, UnitKind, UnitRef } from '#lib/domain/result'
import type { Reader } from '#lib/ports/case-store'
import type { PersonRow, UnitRow } from '#lib/views/office-rows'

export const isOn = ({ from, to }: Readonly<{ from: Day; to: string }>, day: Day): boolean => from <= day && (to === '' || day <= to)

export async function readUnitRef(read: Reader, unitId: string): Promise<UnitRef | null> {
  const row = (await read.listUnits()).find((unit) => unit.unitId === unitId)
  return row ? unitRef(row) : null
}
export async function readBureau(read: Reader, unitId: string): Promise<Bureau | null> {
  const row = (await read.listUnits()).find((unit) => unit.unitId === unitId && unit.kind === 'bureau')
  return row ? { ...unitRef(row), superiorId: row.superiorId || null, division: row.division } : null
}
const unitRef = ({ unitId, kind, name, code }: UnitRow): UnitRef => ({ unitId, kind, name, code })

/** People who hold the post in the unit on the day and have not left. */
export async function listHolders(read: Reader, unitId: string, post: Post, day: Day): Promise<readonly PersonRow[]> {
  const [posts, persons] = await Promise.all([read.listPosts({ unitId }), read.listPersons()])
  const ids = new Set(posts.filter((row) => row.post === post && isOn(row, day)).map((row) => row.personId))
  return persons.filter((person) => ids.has(person.personId) && (person.leftOn === '' || person.leftOn > day))
}

/** People by name; where two bear one name, each with what tells them apart: the user name, which nobody shares, in the reader's brackets. */
export const distinguished = (
  people: readonly PersonRow[],
  bracketed: (login: string) => string,
): readonly Readonly<{ personId: string; label: string }>[] =>
  people.map(({ personId, name, login }) => ({
    personId,
    label: people.some((other) => other.name === name && other.personId !== personId) ? `${name}${bracketed(login)}` : name,
  }))

/** Bodies a case can go to: units of the joint meeting's directory of the division on the day (D25), of the kinds asked for. */
export async function listRecipients(read: Reader, division: string, kinds: readonly UnitKind[], day: Day): Promise<readonly UnitRef[]> {
  const listed = new Set((await read.listDirectory()).filter((row) => row.division === division && isOn(row, day)).map((row) => row.unitId))
  return (await read.listUnits()).filter((unit) => listed.has(unit.unitId) && kinds.includes(unit.kind)).map(unitRef)
}
/** All bodies of a kind on the day, wherever they are: to whom a case can be passed on (T14). */
export const listOfKind = async (read: Reader, kind: UnitKind, day: Day): Promise<readonly UnitRef[]> =>
  (await read.listUnits()).filter((unit) => unit.kind === kind && isOn(unit, day)).map(unitRef)

/** The same-level body of the division to which a transfer is copied (law/copies.ts). */
export const readCopyTo = async (read: Reader, division: string, recipient: UnitKind, day: Day): Promise<UnitRef | null> => {
  const kind = copyKindOn(recipient, day)
  const [body] = kind ? await listRecipients(read, division, [kind], day) : []
  return body ?? null
}
/** `of`: a unit as it was called when it happened; in English by the name it has there, for English names are not dated. `called`: the same, where only the name was kept. */
export type Names = Readonly<{
  person: (personId: string) => string
  unit: (unitId: string) => string
  of: (ref: Pick<UnitRef, 'unitId' | 'name'>) => string
  called: (name: string) => string
}>
/** Names for ids, of people and units, as they are called on the day of reading; a unit without an English name keeps its own. */
export async function readNames(read: Reader, inEnglish = false): Promise<Names> {
  const [persons, units] = await Promise.all([read.listPersons(), read.listUnits()])
  const people = new Map(persons.map((p) => [p.personId, p.name]))
  const houses = new Map(units.map((u) => [u.unitId, (inEnglish && u.nameEn) || u.name]))
  const english = new Map(inEnglish ? units.map((u) => [u.unitId, u.nameEn]) : [])
  const byName = new Map(inEnglish ? units.map((u) => [u.name, u.nameEn]) : [])
  return {
    person: (personId) => people.get(personId) ?? '—',
    unit: (unitId) => houses.get(unitId) ?? '—',
    of: ({ unitId, name }) => english.get(unitId) || name,
    called: (name) => byName.get(name) || name,
  }
}

type Contact = Readonly<{ name: string; phone: string }>
/** What the joint meeting's directory of the division says of a unit on the day (D25); null where it is not listed. */
export async function readListing(
  read: Reader,
  division: string,
  unitId: string,
  day: Day,
): Promise<Readonly<{ liaison: Contact; deputy: Contact; dutyPhone: string }> | null> {
  const row = (await read.listDirectory()).find((entry) => entry.division === division && entry.unitId === unitId && isOn(entry, day))
  if (!row) return null
  const people = new Map((await read.listPersons()).map((person) => [person.personId, person]))
  const contact = (personId: string): Contact => ({ name: people.get(personId)?.name ?? '', phone: people.get(personId)?.phone ?? '' })
  return { liaison: contact(row.liaisonId), deputy: contact(row.deputyId), dutyPhone: row.dutyPhone }
}
