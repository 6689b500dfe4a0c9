/** The demo world, made anew through the use-cases at past times (design.md D20; the running server's clock is never moved). */
import { randomUUID } from 'node:crypto'
import type { OfficeCommand } from '#lib/domain/office/commands'
import { OFFICE } from '#lib/domain/office/state'
import type { Actor, Instant } from '#lib/domain/result'
import { addDays, addHours, beijingDay } from '#lib/domain/time'
import { DEMO_PASSWORD } from '#lib/server/demo'
import type { House } from '#lib/server/here'
import { CLOCK } from '#lib/usecases/alarm-silence'
import { officeDecider } from '#lib/usecases/office/office-decider'
import { actorOf } from '#lib/usecases/office/actor-of'
import { ADMINISTRATORS, PEOPLE, personIdOf, UNITS } from './office.ts'
import { play } from './play.ts'
import { STORIES } from './stories.ts'

/** Into an empty store. Says what it does as it goes. */
export async function seedDemo(house: House): Promise<void> {
  const now = house.clockNow()
  console.log('正在建立演示数据：单位和人员… Making the demo world: units and people…')
  await foundOffice(house, addHours(now, -200 * 24))
  for (const [i, story] of STORIES.entries()) {
    await play(house, story, now)
    if ((i + 1) % 5 === 0 || i + 1 === STORIES.length)
      console.log(`正在建立演示数据：案件 ${i + 1}／${STORIES.length} Cases ${i + 1} of ${STORIES.length}`)
  }
}

async function foundOffice({ shell, desk, askAs, passwords }: House, at: Instant): Promise<void> {
  const today = beijingDay(at)
  const from = addDays(today, -1)
  const as =
    (actor: Actor) =>
    async (command: OfficeCommand): Promise<void> => {
      const done = await askAs(shell, officeDecider, actor, { now: at })(OFFICE, command, null)
      if (!done.ok) throw new Error(`the demo office was refused: ${command.type} ${done.refusal.code}`)
    }
  const founders = ADMINISTRATORS.map(({ login, name, post }) => ({
    person: { personId: personIdOf(login), login, name, phone: '', from },
    postId: randomUUID(),
    post,
  }))
  const platform = {
    unitId: 'platform',
    kind: 'platform',
    name: '平台管理',
    nameEn: 'Platform administration',
    code: '平台',
    division: '',
    superiorId: '',
    creditNo: '',
    isOnPaper: false,
    from,
  } as const
  await as(CLOCK)({ type: 'FoundOffice', platform, founders })

  const [system, security] = await Promise.all([
    actorOf(shell.read, personIdOf('xitong'), today),
    actorOf(shell.read, personIdOf('anquan'), today),
  ])
  for (const unit of UNITS) await as(system)({ type: 'RegisterUnit', unit: { ...unit, creditNo: '', from } })
  for (const [i, { login, name, unitId, post }] of PEOPLE.entries()) {
    await as(system)({
      type: 'RegisterPerson',
      person: { personId: personIdOf(login), login, name, phone: `0999-800${String(i + 10).padStart(4, '0')}`, from },
    })
    await as(security)({ type: 'GrantPost', grant: { postId: randomUUID(), personId: personIdOf(login), unitId, post, from, to: null } })
  }
  for (const entry of directory(from)) await as(system)({ type: 'RecordDirectory', entry })

  // One digest for all: the demo has one password, and 50 of them would cost two seconds.
  const secret = await passwords.hash(DEMO_PASSWORD)
  for (const { login } of [...PEOPLE, ...ADMINISTRATORS]) await desk.saveCredential({ ...secret, personId: personIdOf(login), setAt: at })
}

/** The joint meeting of each division: its bureau, police, procuratorate and commission, with liaison, deputy and duty phone (D25). */
function directory(from: string) {
  const members = UNITS.filter(
    (unit) => ['bureau', 'police', 'procuratorate', 'commission'].includes(unit.kind) && unit.unitId !== 'region-hrss',
  )
  return members.map((unit, i) => {
    const people = PEOPLE.filter((person) => person.unitId === unit.unitId)
    const liaison = people.find((person) => person.post === 'liaison') ?? people[0]
    const deputy = people.find((person) => person !== liaison)
    return {
      entryId: randomUUID(),
      division: unit.division,
      unitId: unit.unitId,
      liaisonId: liaison ? personIdOf(liaison.login) : '',
      deputyId: deputy ? personIdOf(deputy.login) : '',
      dutyPhone: `0999-7${String(100_000 + i * 37).padStart(6, '0')}`,
      from,
    }
  })
}
