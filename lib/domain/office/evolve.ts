/** What an event makes of the office. Total; whether it was allowed was decided before. */
import type { Happened } from '../case/evolve.ts'
import { addDays, beijingDay } from '../time.ts'
import type { OfficeEvent } from './events.ts'
import { entryOf, postsOf, type OfficeState, type ProposalState } from './state.ts'

export function evolveOffice(state: OfficeState, { seq, event, occasion }: Happened<OfficeEvent>): OfficeState {
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
      const closed = open.reduce((after, { postId }) => ended(after, postId, event.on), left)
      return withoutProposals(closed, ({ personId }) => personId === event.personId)
    }
    case 'PostGranted': {
      const post = factsOf(event)
      return put(state, 'posts', post.postId, { ...post, unitKind: known(state.units, post.unitId).kind })
    }
    case 'PostEnded':
      return ended(state, event.postId, event.on)
    case 'PostProposed': {
      const post = factsOf(event)
      const proposed = { proposedBy: occasion.by.personId, proposedAt: occasion.recordedAt }
      return put(state, 'proposals', post.postId, { ...post, unitKind: known(state.units, post.unitId).kind, ...proposed })
    }
    case 'PostConfirmed': {
      const { proposedBy: _by, proposedAt: _at, ...post } = known(state.proposals, event.postId)
      const today = beijingDay(occasion.recordedAt)
      const held = put(state, 'posts', post.postId, { ...post, from: post.from < today ? today : post.from })
      return withoutProposals(held, ({ postId }) => postId === event.postId)
    }
    case 'PostDeclined':
      return withoutProposals(state, ({ postId }) => postId === event.postId)
    case 'DirectoryRecorded': {
      const entry = factsOf(event)
      const before = entryOf(state, entry.unitId, entry.division)
      const closed = before ? put(state, 'directory', before.entryId, { ...before, to: addDays(entry.from, -1) }) : state
      return put(closed, 'directory', entry.entryId, { ...entry, to: null })
    }
    case 'LinkIssued': {
      const issuers = state.linkIssuers[event.personId] ?? []
      return put(state, 'linkIssuers', event.personId, [...new Set([...issuers, occasion.by.personId])])
    }
    case 'CodeIssued':
    case 'PasswordSet':
      return state
    case 'CredentialsCounted':
      return { ...state, isCounted: true }
  }
}

/** What the event says, without what kind of event it is. */
const factsOf = <E extends Readonly<{ type: string; v: number }>>({ type: _type, v: _v, ...facts }: E): Omit<E, 'type' | 'v'> => facts

/** From that day on it is not held any more. */
const ended = (state: OfficeState, postId: string, on: string): OfficeState =>
  put(state, 'posts', postId, { ...known(state.posts, postId), to: addDays(on, -1) })

const withoutProposals = (state: OfficeState, isOver: (proposal: ProposalState) => boolean): OfficeState => ({
  ...state,
  proposals: Object.fromEntries(Object.entries(state.proposals).filter(([, proposal]) => !isOver(proposal))),
})

function put<K extends Exclude<keyof OfficeState, 'isCounted'>>(
  state: OfficeState,
  group: K,
  id: string,
  value: OfficeState[K][string],
): OfficeState {
  return { ...state, [group]: { ...state[group], [id]: value } }
}
function known<T>(group: Readonly<Record<string, T>>, id: string): T {
  const value = group[id]
  if (value === undefined) throw new Error(`the office knows no ${id}`)
  return value
}
