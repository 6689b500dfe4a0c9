/** For the tests of `verify`: the golden ledger as a portal at whose door people stand, and what is found there. */
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { openMoment } from '#db/moment'
import { readSchema } from '#db/schema-check'
import type { Difference } from '#db/verify'
import { beijingDay } from '#lib/domain/time'
import { differencesIn } from '#lib/server/backup/differences'
import { currentContainer } from '#lib/server/boot/current-container'
import { openContainer } from '#lib/server/boot/container'
import { restoreBackup } from '#lib/server/backup/restore-backup'
import { type AskStream, deciderOf } from '#lib/usecases/streams'
import { CLOCK } from '#lib/usecases/alarm-silence'
import { actorOf } from '#lib/usecases/office/actor-of'
import { issueCode } from '#lib/usecases/office/issue-code'
import { issueLink } from '#lib/usecases/office/issue-link'
import { officeDecider } from '#lib/usecases/office/office-decider'
import { openSession } from '#lib/usecases/session'
import { setFirstPassword } from '#lib/usecases/set-password'

export type Where = Readonly<{ dataDir: string; databaseUrl: string | undefined }>
const GOLDEN = join(import.meta.dirname, '../../db/testing/golden-b86e016.zip')
export const env = (where: Where) => ({ port: 0, host: '', origin: undefined, mostSessions: 3, accessLogDays: 184, demo: false, ...where })

async function goldenPortal(where: Where): Promise<void> {
  const copy = `${where.dataDir}.zip`
  cpSync(GOLDEN, copy)
  await restoreBackup(where, copy)
}

/** The same with sessions, links and codes that are open, and a password that was set by them: a restore ends all of those. */
export async function peopledPortal(where: Where): Promise<void> {
  await goldenPortal(where)
  const container = await openContainer(env(where))
  await comeIn()
  await container.catchUp()
  await container.close()
}

async function comeIn(): Promise<void> {
  const { askAs, effects, desk, newSecret, passwords, clockNow, jobs } = currentContainer()
  const now = clockNow()
  const deskOf = async (personId: string) => {
    const actor = await actorOf(effects.read, personId, beijingDay(now))
    const ask: AskStream = (stream) => askAs(effects, deciderOf(stream), actor, { now })
    return { ask, desk, newId: effects.newId, now }
  }
  let [token, code] = ['', '']
  for (const personId of ['p-chenmin', 'p-zhoukai', 'p-sunli']) {
    await desk.saveSession(openSession(newSecret(), personId, now))
    const link = await issueLink(await deskOf('p-xitong'), newSecret, personId, newSecret())
    const issued = await issueCode(await deskOf('p-anquan'), { newCode: passwords.newCode, hash: passwords.hash }, personId, newSecret())
    if (!link.ok || !issued.ok) throw new Error('the golden administrators are gone')
    token ||= link.value.token ?? ''
    code ||= issued.value.code ?? ''
  }
  const smith = { desk, hash: passwords.hash, isPassword: passwords.is, askClock: askAs(effects, officeDecider, CLOCK, { now }) }
  const set = await setFirstPassword(smith, { token, code, password: 'a new password' }, now)
  if (set.is !== 'set') throw new Error(set.is)
  const [opened] = (await effects.read.listStreams()).filter(({ stream }) => stream === 'case')
  const caseId = opened?.streamId ?? ''
  await desk.saveOpened({
    caseId,
    trackId: 't',
    seq: 1,
    noticeId: '',
    personId: 'p-haoqiang',
    unitId: 'yi-police',
    post: 'intake',
    at: now,
  })
  await jobs.saveFact({ name: 'verify', value: '0', at: now })
}

/** As `npm run verify` and a restore look, no further than the first that is enough. */
export async function differencesOf(where: Where, isEnough: (one: Difference) => boolean = () => false): Promise<readonly Difference[]> {
  let end = async (): Promise<void> => {}
  const read = async () => {
    const moment = await openMoment(where)
    end = moment.end
    return moment.read
  }
  const found: Difference[] = []
  for await (const difference of differencesIn(where, await readSchema(where), read)) {
    found.push(difference)
    if (isEnough(difference)) break
  }
  await end()
  return found
}
