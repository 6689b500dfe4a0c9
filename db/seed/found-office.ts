/** The demo office through the administrators' own verbs, each on its own day: units begin, take other names, people come, change and leave. */
import { randomUUID } from 'node:crypto'
import { PLATFORM } from '#lib/usecases/office/found-office'
import type { OfficeCommand } from '#lib/domain/office/commands'
import type { NewPost } from '#lib/domain/office/events'
import { isDeciding } from '#lib/domain/office/policy'
import { OFFICE } from '#lib/domain/office/state'
import type { Actor, Day, Instant } from '#lib/domain/result'
import { addDays, beijingDay, instantAt } from '#lib/domain/time'
import { DEMO_PASSWORD } from '#lib/server/boot/demo'
import type { Container } from '#lib/server/boot/current-container'
import { CLOCK } from '#lib/usecases/alarm-silence'
import { officeDecider } from '#lib/usecases/office/office-decider'
import { actorOf } from '#lib/usecases/office/actor-of'
import {
  ADMINISTRATORS,
  FORMER_NAMES,
  FORMER_SUPERIORS,
  FOUNDED,
  LEFT,
  PEOPLE,
  personIdOf,
  UNITS,
  type SeedPerson,
  type SeedUnit,
} from './office.ts'

type Deed = Readonly<{ on: Day; by: 'xitong' | 'anquan'; command: OfficeCommand }>

/** Answers with what puts units under their superior of today: not before the cases that their former one keeps are registered. */
export async function foundOffice(
  { effects, desk, askAs, passwords }: Container,
  now: Instant,
): Promise<(until: Instant) => Promise<void>> {
  const ask = async (actor: Actor, command: OfficeCommand, on: Day): Promise<void> => {
    const done = await askAs(effects, officeDecider, actor, { now: instantAt(on, '09:00') })(OFFICE, command, null)
    if (!done.ok) throw new Error(`the demo office was refused: ${command.type} ${done.refusal.code}`)
  }
  await ask(CLOCK, founding(), FOUNDED)
  const who = {
    xitong: await actorOf(effects.read, personIdOf('xitong'), FOUNDED),
    anquan: await actorOf(effects.read, personIdOf('anquan'), FOUNDED),
  }
  // What a machine with an early clock would call the future is left out: nothing may be recorded before it happened.
  for (const { on, by, command } of [...deeds(), ...actingHead(beijingDay(now))])
    if (instantAt(on, '09:00') <= now) await ask(who[by], command, on)

  // One digest for all: the demo has one password, and a hundred of them would cost four seconds.
  const secret = await passwords.hash(DEMO_PASSWORD)
  for (const { login } of [...PEOPLE, ...ADMINISTRATORS])
    await desk.saveCredential({ ...secret, personId: personIdOf(login), setAt: instantAt(FOUNDED, '09:00') })

  const waiting = FORMER_SUPERIORS.flatMap(placeUnder)
  return async (until) => {
    for (let next = waiting[0]; next && instantAt(next.on, '09:00') <= until; next = waiting[0]) {
      await ask(who[next.by], next.command, next.on)
      waiting.shift()
    }
  }
}

function founding(): OfficeCommand {
  const from = addDays(FOUNDED, -1)
  const platform = { ...PLATFORM, from }
  const founders = ADMINISTRATORS.map(({ login, name, post }) => ({
    person: { personId: personIdOf(login), login, name, phone: '', from },
    postId: randomUUID(),
    post,
  }))
  return { type: 'FoundOffice', platform, founders }
}

/** In the order of their days; on one day units come before people, and people before the directory that names them. */
function deeds(): readonly Deed[] {
  const all: Deed[] = [
    ...UNITS.map(register),
    ...FORMER_NAMES.flatMap(rename),
    ...PEOPLE.flatMap((person, i) => employ(person, i)),
    ...directory(),
    ...LEFT.map(({ login, on }): Deed => ({ on, by: 'xitong', command: { type: 'RecordLeaving', personId: personIdOf(login), on } })),
  ]
  return all.toSorted((a, b) => a.on.localeCompare(b.on)) // stable
}

function register({ unitId, from, ...unit }: SeedUnit): Deed {
  const former = FORMER_NAMES.find((row) => row.unitId === unitId)
  const names = former ? { name: former.name, nameEn: former.en } : {}
  const { superiorId = unit.superiorId } = FORMER_SUPERIORS.find((row) => row.unitId === unitId) ?? {}
  return { on: from, by: 'xitong', command: { type: 'RegisterUnit', unit: { unitId, creditNo: '', ...unit, ...names, superiorId, from } } }
}
function rename({ unitId, until }: (typeof FORMER_NAMES)[number]): Deed[] {
  return UNITS.filter((unit) => unit.unitId === unitId).map(({ name, nameEn }) => ({
    on: until,
    by: 'xitong',
    command: { type: 'RenameUnit', unitId, name, nameEn, from: until },
  }))
}

function placeUnder({ unitId, until }: (typeof FORMER_SUPERIORS)[number]): Deed[] {
  return UNITS.filter((unit) => unit.unitId === unitId).map(({ code, division, superiorId, isOnPaper }) => ({
    on: until,
    by: 'xitong',
    command: { type: 'RecordUnit', unitId, code, division, superiorId, creditNo: '', isOnPaper },
  }))
}

function employ({ login, name, unitId, post, from, to }: SeedPerson, i: number): Deed[] {
  const personId = personIdOf(login)
  const phone = `0999-800${String(i + 10).padStart(4, '0')}`
  return [
    { on: from, by: 'xitong', command: { type: 'RegisterPerson', person: { personId, login, name, phone, from } } },
    ...appoint({ postId: randomUUID(), personId, unitId, post, from, to }),
  ]
}

/** There is one security administrator, and nobody came by a link: the system administrator is the second person. */
const appoint = (post: NewPost): Deed[] =>
  isDeciding(post.post)
    ? [
        { on: post.from, by: 'anquan', command: { type: 'ProposePost', proposal: post } },
        { on: post.from, by: 'xitong', command: { type: 'ConfirmPost', postId: post.postId } },
      ]
    : [{ on: post.from, by: 'anquan', command: { type: 'GrantPost', grant: post } }]

/** Proposed yesterday for a week from now, when the head is away; somebody is to confirm it. */
function actingHead(today: Day): Deed[] {
  const days = { from: addDays(today, 7), to: addDays(today, 11) }
  const proposal = { postId: randomUUID(), personId: personIdOf('sunli'), unitId: 'yi-hrss', post: 'approver', ...days } as const
  const on = addDays(today, -1)
  return on > FOUNDED ? [{ on, by: 'anquan', command: { type: 'ProposePost', proposal } }] : []
}

/** The joint meeting of each division: its bureau, police, procuratorate and commission, with liaison, deputy and duty phone (D25). */
function directory(): Deed[] {
  const members = UNITS.filter(
    ({ kind, unitId }) => ['bureau', 'police', 'procuratorate', 'commission'].includes(kind) && unitId !== 'region-hrss',
  )
  return members.map(({ unitId, division, from }, i) => {
    const people = PEOPLE.filter((person) => person.unitId === unitId && person.from === from && person.to === null)
    const liaison = people.find(({ post }) => post === 'liaison') ?? people[0]
    const deputy = people.find((person) => person !== liaison)
    const entry = {
      entryId: randomUUID(),
      division,
      unitId,
      liaisonId: liaison ? personIdOf(liaison.login) : '',
      deputyId: deputy ? personIdOf(deputy.login) : '',
      dutyPhone: `0999-7${String(100_000 + i * 37).padStart(6, '0')}`,
      from,
    }
    return { on: from, by: 'xitong', command: { type: 'RecordDirectory', entry } }
  })
}
