/** Where the portal is plugged together: one set of stores, one queue, for the server, its sweep and Next's pages alike. */
import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '#db/open-store'
import { blobFolder } from '#lib/adapters/blob-folder'
import type { Instant } from '#lib/domain/result'
import { addHours, beijingDay } from '#lib/domain/time'
import { alarmSilence, CLOCK } from '#lib/usecases/alarm-silence'
import { askAs, askWith, type Shell } from '#lib/usecases/ask'
import { foundOffice as found, type FounderLink } from '#lib/usecases/office/found-office'
import { officeDecider } from '#lib/usecases/office/office-decider'
import { CannotStart } from './cannot-start.ts'
import { removeUnfinished, seedWhenEmpty } from './demo-world.ts'
import { bytesHere, faultHere, faultOf, naming } from './faults.ts'
import { here, moveIn, type House, type HouseEnvironment } from './here.ts'
import { sweepUnnamed } from './sweep-unnamed.ts'
import { hashPassword, isPassword, newCode } from './passwords.ts'

const clockNow = (): Instant => new Date().toISOString()
const newSecret = (): string => randomBytes(32).toString('base64url')

type Opened = Readonly<{
  /** What fell due while nobody served. */
  catchUp: () => Promise<void>
  sweep: () => Promise<void>
  close: () => Promise<void>
}>
export async function openHouse(env: HouseEnvironment): Promise<Opened> {
  if (env.demo) await removeUnfinished(env)
  const store = naming(await openStore({ dataDir: env.dataDir, databaseUrl: env.databaseUrl }))
  const blobs = naming(blobFolder(join(env.dataDir, 'blobs')))
  const shell: Shell = {
    read: store,
    write: store,
    newSalt: () => randomBytes(16).toString('hex'),
    newId: randomUUID,
    chance: Math.random,
    wait,
  }
  const passwords = { hash: hashPassword, is: isPassword, newCode }
  const house: House = { shell, desk: store, blobs, env, clockNow, askAs, askWith, newSecret, passwords, faultHere, faultOf, bytesHere }
  moveIn(house)
  if (env.demo) await seedWhenEmpty(house)
  let listedAt = ''
  return {
    catchUp: () => sweep(house, clockNow()),
    sweep: async () => {
      const now = clockNow()
      await sweep(house, now)
      if (listedAt !== '' && now < addHours(listedAt, UNNAMED_EVERY_HOURS)) return
      listedAt = now
      const spared = await sweepUnnamed(blobs, addHours(now, -LEFTOVER_HOURS), await store.listNamedBlobs())
      if (spared > 0)
        console.error(
          `有 ${spared} 个存储文件未被台账提及，疑为数据库不符，没有清除。 ${spared} stored files are named by no event: another database? Nothing was removed.`,
        )
    },
    close: async () => {
      moveIn(undefined)
      await store.close()
    },
  }
}

/** For a real portal, at each start: the administrators' one-time links while none of them has come in; else none. */
export async function foundOffice(): Promise<readonly FounderLink[]> {
  const { shell, desk } = here()
  const now = clockNow()
  const askOffice = askAs(shell, officeDecider, CLOCK, { now })
  const links = await found({ read: shell.read, desk, askOffice, newId: shell.newId, newSecret, now, today: beijingDay(now) })
  if (!links.ok) throw new CannotStart(`没有建立管理员。 The administrators could not be founded: ${links.refusal.code}`)
  return links.value
}

const KEPT_HOURS = 30 * 24
const LEFTOVER_HOURS = 24
/** Rarely: it reads the whole ledger. */
const UNNAMED_EVERY_HOURS = 24

/** Each minute: what has ended and what is half-written goes, and silence is alarmed. */
async function sweep({ shell, desk, blobs }: House, now: Instant): Promise<void> {
  await desk.sweep(addHours(now, -KEPT_HOURS))
  await blobs.sweep(addHours(now, -LEFTOVER_HOURS), async () => true)
  await alarmSilence(shell, now)
}
