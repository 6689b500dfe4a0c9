/** What the office's rule files have in common. */
import { refuse, type Occasion, type Result } from '../result.ts'
import type { OfficeCommand } from './commands.ts'
import type { OfficeEvent } from './events.ts'
import type { OfficeState, PersonState } from './state.ts'

export type Of<T extends OfficeCommand['type']> = Extract<OfficeCommand, { type: T }>
export type Decision = Result<readonly OfficeEvent[]>
export type Rule<C> = (state: OfficeState, command: C, occasion: Occasion) => Decision

/** Refuses with `office.no-such-person` or `office.left`. */
export function withPerson(state: OfficeState, personId: string, then: (person: PersonState) => Decision): Decision {
  const person = state.persons[personId]
  if (!person) return refuse({ code: 'office.no-such-person' })
  return person.leftOn === null ? then(person) : refuse({ code: 'office.left', about: { name: person.name } })
}
