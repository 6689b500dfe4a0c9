/** Whose a duty is (D22): of everybody in the post, or of the people it names alone. Worklist, notices and pages ask here; db/read/duties.ts says it in SQL. */
import { holds } from '#lib/domain/policy/seats'
import type { Duty } from './rows.ts'

type Who = Readonly<{ personId: string; seats: readonly Readonly<{ unitId: string; post: string }>[] }>

export const owes = (who: Who, duty: Pick<Duty, 'unitId' | 'post' | 'personIds'>): boolean => {
  const people = peopleOf(duty)
  return holds(who, duty.unitId, duty.post) && (people.length === 0 || people.includes(who.personId))
}
/** By name; none where anyone in the post owes it. */
export const peopleOf = ({ personIds }: Pick<Duty, 'personIds'>): readonly string[] => personIds.split('|').filter((id) => id !== '')
/** As it is kept in a row, where a store can look for one of them. */
export const keptPeople = (personIds: readonly string[]): string => (personIds.length > 0 ? `|${personIds.join('|')}|` : '')
