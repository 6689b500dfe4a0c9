/** The office's rules: given what is known, a command becomes events or a refusal. Dispatched by one total table. */
import { lookOf } from '../names.ts'
import { ok, refuse, type Day, type Occasion } from '../result.ts'
import { beijingDay } from '../time.ts'
import type { OfficeCommand } from './commands.ts'
import type { NewUnit, OfficeEvent } from './events.ts'
import { confirmPost, declinePost, endPost, grantPost, proposePost } from './post-rules.ts'
import { withPerson, type Decision, type Of, type Rule } from './rule.ts'
import { isFounded, postsOf, type OfficeState } from './state.ts'

export function decideOffice(state: OfficeState, command: OfficeCommand, occasion: Occasion): Decision {
  const rule = RULES[command.type] as Rule<OfficeCommand> // safe: the table pairs each type with its own rule
  return rule(state, command, occasion)
}

const foundOffice: Rule<Of<'FoundOffice'>> = (state, { platform, founders }) => {
  if (isFounded(state)) return refuse({ code: 'office.unit-exists' })
  const { unitId, from } = platform
  return ok([
    { type: 'UnitRegistered', v: 1, ...platform },
    ...founders.flatMap(({ person, postId, post }): OfficeEvent[] => [
      { type: 'PersonRegistered', v: 1, ...person },
      { type: 'PostGranted', v: 1, postId, personId: person.personId, unitId, post, from, to: null },
    ]),
  ])
}

const registerUnit: Rule<Of<'RegisterUnit'>> = (state, { unit }) => {
  const units = Object.values(state.units)
  const isTaken = (other: NewUnit): boolean =>
    other.unitId === unit.unitId ||
    other.name === unit.name ||
    other.code === unit.code ||
    (unit.creditNo !== '' && other.creditNo === unit.creditNo)
  // One platform, and its three administrators with it.
  if (unit.kind === 'platform' || units.some(isTaken)) return refuse({ code: 'office.unit-exists', about: { name: unit.name } })
  if (unit.superiorId !== '' && !state.units[unit.superiorId]) return refuse({ code: 'office.no-such-unit' })
  return ok([{ type: 'UnitRegistered', v: 1, ...unit }])
}

const renameUnit: Rule<Of<'RenameUnit'>> = (state, { unitId, name, nameEn, from }, occasion) => {
  const unit = state.units[unitId]
  if (!unit) return refuse({ code: 'office.no-such-unit' })
  if (Object.values(state.units).some((other) => other.unitId !== unitId && other.name === name))
    return refuse({ code: 'office.unit-exists', about: { name } })
  const since = unit.names.at(-1)?.from ?? unit.from
  if (from < since || isToCome(from, occasion)) return refuse({ code: 'office.dates' })
  return ok([{ type: 'UnitRenamed', v: 1, unitId, name, nameEn, from }])
}

const recordUnit: Rule<Of<'RecordUnit'>> = (state, { unitId, code, division, superiorId, creditNo, isOnPaper }) => {
  if (!state.units[unitId]) return refuse({ code: 'office.no-such-unit' })
  const taken = Object.values(state.units).find(
    (other) => other.unitId !== unitId && (other.code === code || (creditNo !== '' && other.creditNo === creditNo)),
  )
  if (taken) return refuse({ code: 'office.unit-exists', about: { name: taken.name } })
  if (superiorId !== '' && !state.units[superiorId]) return refuse({ code: 'office.no-such-unit' })
  if (isUnder(state, superiorId, unitId)) return refuse({ code: 'office.superior-loop' })
  return ok([{ type: 'UnitRecorded', v: 1, unitId, code, division, superiorId, creditNo, isOnPaper }])
}

const registerPerson: Rule<Of<'RegisterPerson'>> = (state, { person }) => {
  const others = Object.values(state.persons)
  if (others.some(({ personId, login }) => personId === person.personId || login === person.login))
    return refuse({ code: 'office.login-taken', about: { login: person.login } })
  const alike = others.find(({ login }) => lookOf(login) === lookOf(person.login))
  return alike ? refuse({ code: 'office.login-alike', about: { login: alike.login } }) : ok([{ type: 'PersonRegistered', v: 1, ...person }])
}

const renamePerson: Rule<Of<'RenamePerson'>> = (state, { personId, name, from }, occasion) =>
  withPerson(state, personId, ({ nameFrom }) =>
    from < nameFrom || isToCome(from, occasion)
      ? refuse({ code: 'office.dates' })
      : ok([{ type: 'PersonRenamed', v: 1, personId, name, from }]),
  )

const recordLeaving: Rule<Of<'RecordLeaving'>> = (state, { personId, on }, { by }) =>
  withPerson(state, personId, ({ from }) => {
    if (personId === by.personId) return refuse({ code: 'office.own-post' })
    return on < from ? refuse({ code: 'office.dates' }) : ok([{ type: 'PersonLeft', v: 1, personId, on }])
  })

const recordDirectory: Rule<Of<'RecordDirectory'>> = (state, { entry }) => {
  if (!state.units[entry.unitId]) return refuse({ code: 'office.no-such-unit' })
  for (const personId of [entry.liaisonId, entry.deputyId].filter((id) => id !== '')) {
    // Its own people: the form offers no others, and the directory shows whoever it names with their phone.
    const isOwn = postsOf(state, personId).some(({ unitId }) => unitId === entry.unitId)
    const found = withPerson(state, personId, () => (isOwn ? ok([]) : refuse({ code: 'office.no-such-person' })))
    if (!found.ok) return found
  }
  const before = Object.values(state.directory).filter(({ unitId, division }) => unitId === entry.unitId && division === entry.division)
  return before.some(({ from }) => entry.from < from)
    ? refuse({ code: 'office.dates' })
    : ok([{ type: 'DirectoryRecorded', v: 1, ...entry }])
}

const issueLink: Rule<Of<'IssueLink'>> = (state, { personId, link }) =>
  withPerson(state, personId, () => ok([{ type: 'LinkIssued', v: 1, personId, link }]))

const issueCode: Rule<Of<'IssueCode'>> = (state, { personId, code }) =>
  withPerson(state, personId, () => ok([{ type: 'CodeIssued', v: 1, personId, code }]))

/** Who is to leave on a later day still comes in until then. */
const setPassword: Rule<Of<'SetPassword'>> = (state, { personId, credential }, { recordedAt }) => {
  const person = state.persons[personId]
  if (!person) return refuse({ code: 'office.no-such-person' })
  return person.leftOn !== null && person.leftOn <= beijingDay(recordedAt)
    ? refuse({ code: 'office.left', about: { name: person.name } })
    : ok([{ type: 'PasswordSet', v: 2, personId, credential }])
}

const countCredentials: Rule<Of<'CountCredentials'>> = ({ isCounted }, { credentials }) =>
  ok(isCounted ? [] : [{ type: 'CredentialsCounted', v: 1, credentials }])

const RULES: { readonly [T in OfficeCommand['type']]: Rule<Of<T>> } = {
  FoundOffice: foundOffice,
  RegisterUnit: registerUnit,
  RenameUnit: renameUnit,
  RecordUnit: recordUnit,
  RegisterPerson: registerPerson,
  RenamePerson: renamePerson,
  RecordLeaving: recordLeaving,
  GrantPost: grantPost,
  ProposePost: proposePost,
  ConfirmPost: confirmPost,
  DeclinePost: declinePost,
  EndPost: endPost,
  RecordDirectory: recordDirectory,
  IssueLink: issueLink,
  IssueCode: issueCode,
  SetPassword: setPassword,
  CountCredentials: countCredentials,
}

const isToCome = (day: Day, { recordedAt }: Occasion): boolean => day > beijingDay(recordedAt)

/** Walks up the reporting line; it has no loop, because this is asked before each change. */
function isUnder(state: OfficeState, unitId: string, possibleSuperior: string): boolean {
  for (let at = unitId; at !== ''; at = state.units[at]?.superiorId ?? '') if (at === possibleSuperior) return true
  return false
}
