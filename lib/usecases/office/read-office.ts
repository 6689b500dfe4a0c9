/** The office as pages show it. Administrators read all of it; there is nothing of a case in it. */
import type { Instant, Post } from '#lib/domain/result'
import { beijingDay } from '#lib/domain/time'
import type { CaseReader } from '#lib/ports/case-store'
import type { DirectoryRow, PersonRow, PostRow, UnitNameRow, UnitRow } from '#lib/views/office-rows'
import { isOn } from '../directory.ts'

type Staff = Readonly<{ key: string; unit: UnitRow; post: Post; person: PersonRow }>

/** Everybody with a post of the day, by unit. */
export async function listStaff(read: CaseReader, now: Instant): Promise<readonly Staff[]> {
  const today = beijingDay(now)
  const [units, persons, posts] = await Promise.all([read.listUnits(), read.listPersons(), read.listPosts({})])
  return units.flatMap((unit) =>
    posts
      .filter((row) => row.unitId === unit.unitId && isOn(row, today))
      .flatMap(({ postId, personId, post }) => {
        const person = persons.find((row) => row.personId === personId && (row.leftOn === '' || row.leftOn > today))
        return person ? [{ key: postId, unit, post, person }] : []
      }),
  )
}

/** Everybody there ever was, those who left last, each with the posts of the day. */
export async function listPeople(
  read: CaseReader,
  now: Instant,
): Promise<readonly Readonly<{ person: PersonRow; posts: readonly Staff[] }>[]> {
  const [persons, staff] = await Promise.all([read.listPersons(), listStaff(read, now)])
  const list = persons.map((person) => ({ person, posts: staff.filter((row) => row.person.personId === person.personId) }))
  return list.toSorted((a, b) => a.person.leftOn.localeCompare(b.person.leftOn) || a.person.login.localeCompare(b.person.login))
}

export type UnitFile = Readonly<{ unit: UnitRow; names: readonly UnitNameRow[]; entry: DirectoryRow | null; staff: readonly Staff[] }>
export async function readUnitFile(read: CaseReader, unitId: string, now: Instant): Promise<UnitFile | null> {
  const [units, names, directory, staff] = await Promise.all([
    read.listUnits(),
    read.listUnitNames(),
    read.listDirectory(),
    listStaff(read, now),
  ])
  const unit = units.find((row) => row.unitId === unitId)
  if (!unit) return null
  return {
    unit,
    names: names.filter((row) => row.unitId === unitId).toSorted((a, b) => b.seq - a.seq),
    entry: directory.find((row) => row.unitId === unitId && row.to === '') ?? null,
    staff: staff.filter((row) => row.unit.unitId === unitId),
  }
}

export type DatedPost = PostRow & Readonly<{ unit: UnitRow | undefined; is: 'present' | 'ended' | 'to-come' }>
export type PersonFile = Readonly<{ person: PersonRow; posts: readonly DatedPost[] }>
export async function readPersonFile(read: CaseReader, personId: string, now: Instant): Promise<PersonFile | null> {
  const today = beijingDay(now)
  const [person, posts, units] = await Promise.all([read.readPerson(personId), read.listPosts({ personId }), read.listUnits()])
  if (!person) return null
  const dated = posts
    // Granted and ended on one day: it was never held.
    .filter(({ from, to }) => to === '' || from <= to)
    .map((row) => ({
      ...row,
      unit: units.find(({ unitId }) => unitId === row.unitId),
      is: isOn(row, today) ? ('present' as const) : row.from > today ? ('to-come' as const) : ('ended' as const),
    }))
  return { person, posts: dated.toSorted((a, b) => b.from.localeCompare(a.from)) }
}
