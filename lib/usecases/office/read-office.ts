/** The office as pages show it. Administrators read all of it; there is nothing of a case in it. */
import { confirmFault } from '#lib/domain/office/confirming'
import { OFFICE, type ProposalState, type UnitState } from '#lib/domain/office/state'
import type { RefusalCode } from '#lib/domain/refusals'
import type { Instant, Post } from '#lib/domain/result'
import { beijingDay } from '#lib/domain/time'
import type { Reader, Page } from '#lib/ports/case-store'
import { isId } from '#lib/schemas/fields'
import type { DirectoryRow, PersonRow, PostRow, UnitNameRow, UnitRow } from '#lib/views/office-rows'
import { fold } from '../folded.ts'
import { isOn } from '../directory.ts'
import { shownOf, type Place, type Shown } from '../pages.ts'
import { officeDecider } from './office-decider.ts'

type Staff = Readonly<{ key: string; unit: UnitRow; post: Post; person: PersonRow }>

/** Everybody with a post of the day, by unit. */
export async function listStaff(read: Reader, now: Instant): Promise<readonly Staff[]> {
  const today = beijingDay(now)
  const [units, persons, posts] = await Promise.all([read.listUnits(), read.listPersons(), read.listPosts({})])
  const active = new Map(persons.filter(({ leftOn }) => leftOn === '' || leftOn > today).map((person) => [person.personId, person]))
  const heldIn = Map.groupBy(
    posts.filter((row) => isOn(row, today)),
    ({ unitId }) => unitId,
  )
  return units.flatMap((unit) =>
    (heldIn.get(unit.unitId) ?? []).flatMap(({ postId, personId, post }) => {
      const person = active.get(personId)
      return person ? [{ key: postId, unit, post, person }] : []
    }),
  )
}

type Wanted = Readonly<{ text: string }> & Page
/** A page of what was found, and how many there are in all. */
export type Found<Row> = Shown<Row> & Readonly<{ count: number }>
export type Member = Readonly<{ person: PersonRow; posts: readonly Staff[] }>
/** Everybody there ever was, those who left last, each with the posts of the day. Found by name, user name or unit. */
export async function listPeople(read: Reader, now: Instant, wanted: Wanted): Promise<Found<Member>> {
  const [persons, staff] = await Promise.all([read.listPersons(), listStaff(read, now)])
  const held = Map.groupBy(staff, ({ person }) => person.personId)
  const members = persons.map((person) => ({ person, posts: held.get(person.personId) ?? [] }))
  const words = ({ person, posts }: Member): string[] => [person.name, person.login, ...posts.map(({ unit }) => unit.name)]
  return pageOf(members, wanted, words, ({ person }) => ({ key: person.leftOn || FIRST, id: person.login }))
}
/** Sorts before every day, and is a key of its own in an address. */
const FIRST = '-'

/** By code, which is how offices know each other. Found by name, code or division. */
export async function listBodies(read: Reader, wanted: Wanted): Promise<Found<UnitRow>> {
  const words = ({ name, nameEn, code, division }: UnitRow): string[] => [name, nameEn, code, division]
  return pageOf(await read.listUnits(), wanted, words, ({ code, unitId }) => ({ key: code || FIRST, id: unitId }))
}

/** An office is small enough to sort in memory; its pages are read by key all the same, so that none moves when somebody joins. */
async function pageOf<Row>(
  all: readonly Row[],
  { text, after, size }: Wanted,
  words: (row: Row) => readonly string[],
  placeOf: (row: Row) => Place,
): Promise<Found<Row>> {
  const wanted = text.normalize('NFKC').toLowerCase()
  const found = all.filter((row) => words(row).some((word) => word.normalize('NFKC').toLowerCase().includes(wanted)))
  const sorted = found.toSorted((a, b) => compare(placeOf(a), placeOf(b)))
  const shown = await shownOf(
    async (page) => sorted.filter((row) => !page.after || compare(placeOf(row), page.after) > 0).slice(0, page.size),
    { after, size },
    placeOf,
  )
  return { ...shown, count: found.length }
}
const compare = (a: Place, b: Place): number => (a.key === b.key ? order(a.id, b.id) : order(a.key, b.key))
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export type UnitFile = Readonly<{ unit: UnitRow; names: readonly UnitNameRow[]; entry: DirectoryRow | null; staff: readonly Staff[] }>
export async function readUnitFile(read: Reader, unitId: string, now: Instant): Promise<UnitFile | null> {
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
export async function readPersonFile(read: Reader, personId: string, now: Instant): Promise<PersonFile | null> {
  if (!isId(personId)) return null
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

/** `fault`: why it is not this reader's to confirm; null where it is. */
export type Proposal = ProposalState & Readonly<{ person: string; unit: UnitState; proposer: string; fault: RefusalCode | null }>
/** What waits for a second person, oldest first: folded from the events, since a row is a post that somebody holds. */
export async function listProposals(read: Reader, readerId: string, now: Instant): Promise<readonly Proposal[]> {
  const { state } = fold(officeDecider, await read.readEvents({ stream: officeDecider.stream, streamId: OFFICE }))
  const nameOf = (personId: string): string => state.persons[personId]?.name ?? ''
  return Object.values(state.proposals).flatMap((proposal) => {
    const unit = state.units[proposal.unitId]
    const fault = confirmFault(state, proposal, readerId, beijingDay(now))
    return unit ? [{ ...proposal, unit, person: nameOf(proposal.personId), proposer: nameOf(proposal.proposedBy), fault }] : []
  })
}
