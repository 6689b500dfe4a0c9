/** What an event makes of the office. Total; whether it was allowed was decided before. */
import type { Happened } from '../case/evolve.ts'
import { addDays } from '../time.ts'
import type { OfficeEvent } from './events.ts'
import { entryOf, postsOf, type OfficeState } from './state.ts'

export function evolveOffice(state: OfficeState, { seq, event }: Happened<OfficeEvent>): OfficeState {
  switch (event.type) {
    case 'UnitRegistered': {
      const unit = factsOf(event)
      const { name, nameEn, from } = unit
      return put(state, 'units', unit.unitId, { ...unit, names: [{ seq, name, nameEn, from }] })
    }
    case 'UnitRenamed': {
      const { name, nameEn, from } = event
      const unit = known(state.units, event.unitId)
      return put(state, 'units', event.unitId, { ...unit, name, nameEn, names: [...unit.names, { seq, name, nameEn, from }] })
    }
    case 'UnitRecorded': {
      const facts = factsOf(event)
      return put(state, 'units', event.unitId, { ...known(state.units, event.unitId), ...facts })
    }
    case 'PersonRegistered': {
      const person = factsOf(event)
      return put(state, 'persons', person.personId, { ...person, nameFrom: person.from, leftOn: null })
    }
    case 'PersonRenamed': {
      const person = known(state.persons, event.personId)
      return put(state, 'persons', event.personId, { ...person, name: event.name, nameFrom: event.from })
    }
    case 'PersonLeft': {
      const person = known(state.persons, event.personId)
      const left = put(state, 'persons', event.personId, { ...person, leftOn: event.on })
      const open = postsOf(state, event.personId).filter(({ to }) => to === null || to >= event.on)
      return open.reduce((after, { postId }) => ended(after, postId, event.on), left)
    }
    case 'PostGranted': {
      const post = factsOf(event)
      return put(state, 'posts', post.postId, { ...post, unitKind: known(state.units, post.unitId).kind })
    }
    case 'PostEnded':
      return ended(state, event.postId, event.on)
    case 'DirectoryRecorded': {
      const entry = factsOf(event)
      const before = entryOf(state, entry.unitId, entry.division)
      const closed = before ? put(state, 'directory', before.entryId, { ...before, to: addDays(entry.from, -1) }) : state
      return put(closed, 'directory', entry.entryId, { ...entry, to: null })
    }
    case 'LinkIssued':
      return state
  }
}

/** What the event says, without what kind of event it is. */
const factsOf = <E extends Readonly<{ type: string; v: number }>>({ type: _type, v: _v, ...facts }: E): Omit<E, 'type' | 'v'> => facts

/** From that day on it is not held any more. */
const ended = (state: OfficeState, postId: string, on: string): OfficeState =>
  put(state, 'posts', postId, { ...known(state.posts, postId), to: addDays(on, -1) })

function put<K extends keyof OfficeState>(state: OfficeState, group: K, id: string, value: OfficeState[K][string]): OfficeState {
  return { ...state, [group]: { ...state[group], [id]: value } }
}
function known<T>(group: Readonly<Record<string, T>>, id: string): T {
  const value = group[id]
  if (value === undefined) throw new Error(`the office knows no ${id}`)
  return value
}
