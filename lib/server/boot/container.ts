/** Where the portal is plugged together: one set of stores, one queue, for the server, its sweep and Next's pages alike. */
import { randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { openAccessLog } from '#db/access/open-access'
import { openStore, type Store } from '#db/open-store'
import type { Instant } from '#lib/domain/result'
import { beijingDay } from '#lib/domain/time'
import { CLOCK } from '#lib/usecases/alarm-silence'
import { askAs, askWith } from '#lib/usecases/ask'
import { countCredentials } from '#lib/usecases/count-credentials'
import { foundOffice as found, type FounderLink } from '#lib/usecases/office/found-office'
import { type AskStream, deciderOf } from '#lib/usecases/streams'
import { isLive } from '#lib/usecases/session'
import type { BlobStore } from '#lib/ports/blob-store'
import { accessOf } from '../session/access.ts'
import { openBlobs } from './blobs.ts'
import { StartupError } from './startup-error.ts'
import { knownCookies, type KnownCookies } from '../edge/crowd.ts'
import { isUnfinished, removeUnfinished, seedWhenEmpty } from './demo-world.ts'
import { currentBytes, currentFault, faultOf, logFault, naming } from './faults.ts'
import { gathering } from '../session/gather-access.ts'
import { currentContainer, moveIn, type Container, type ContainerEnvironment } from './current-container.ts'
import { alone, runJobs } from './jobs.ts'
import { hashPassword, isPassword, newCode } from '../session/passwords.ts'
import { sessionKeyIn } from './secrets.ts'
import { sessionIdIn } from '../session/session-token.ts'
import { effectsOf } from './effects.ts'
import { upgradeRows } from './upgrade-rows.ts'

const clockNow = (): Instant => new Date().toISOString()
const newSecret = (): string => randomBytes(32).toString('base64url')

type Opened = Readonly<{
  /** What fell due while nobody served. */
  catchUp: () => Promise<void>
  sweep: () => Promise<void>
  /** Rejects where the store does not answer a trivial question. */
  ping: () => Promise<void>
  /** What runs by itself comes to its end. */
  leave: () => void
  close: () => Promise<void>
  known: KnownCookies
  /** Stands around what answers requests, and tells the access log of them. */
  recording: (handle: RequestListener) => RequestListener
}>
/** `show` hears how far it is where stored rows must be folded anew first. */
export async function openContainer(env: ContainerEnvironment, show: (sentence: string) => void = () => {}): Promise<Opened> {
  const node = `${hostname()}:${process.pid}:${randomBytes(3).toString('hex')}`
  const store = naming(env.demo ? await openDemo(env, node) : await openIn(env))
  const blobs = naming(openBlobs(env))
  const log = await refuseLostFiles(store, blobs, env)
    .then(() => openAccessLog(env))
    .catch(async (error: unknown) => {
      await store.close()
      throw error
    })
  const gathered = gathering(log, { clockNow, failed: logFault.bind(null, null) })
  const { recording, written, ...access } = accessOf({ log, gathered, read: store, desk: store, clockNow })
  const effects = effectsOf(store)
  const leaving = new AbortController()
  const container: Container = {
    effects,
    desk: store,
    jobs: store,
    node,
    leaving: leaving.signal,
    listNamedBlobs: store.listNamedBlobs,
    blobs,
    access,
    env,
    clockNow,
    askAs,
    askWith,
    newSecret,
    passwords: { hash: hashPassword, is: isPassword, newCode },
    currentFault,
    faultOf,
    currentBytes,
    known: knownCookies(async (cookie) => {
      const now = clockNow()
      const id = await sessionIdIn(cookie, now)
      const session = id && (await store.readSession(id))
      return session ? isLive(session, now) : false
    }),
  }
  await upgradeRows(store, container, show)
  moveIn(container)
  // Of several that start at once one makes the demo world, and the others wait until it stands.
  if (env.demo) await alone(container, 'seed', 0, () => seedWhenEmpty(container))
  await count(container)
  return {
    known: container.known,
    recording,
    catchUp: () => runJobs(container, true),
    sweep: () => runJobs(container),
    ping: async () => void (await store.readFact('ping')),
    leave: () => leaving.abort(),
    close: async () => {
      moveIn(undefined)
      await written()
      await gathered.close()
      await log.close()
      await store.close()
    },
  }
}

const openIn = (env: ContainerEnvironment): Promise<Store> => openStore({ ...env, sessionKey: sessionKeyIn(env.dataDir) })

/** Before anybody is served: afterwards what no event speaks of is somebody's hand. */
const count = ({ effects, desk, jobs, clockNow }: Container): Promise<void> => countCredentials(effects, { ...desk, ...jobs }, clockNow())

/** What a start left unfinished goes first. Whoever is at it just now still holds the lease: then it is waited for, and is whole. */
async function openDemo(env: ContainerEnvironment, node: string): Promise<Store> {
  const store = await openIn(env)
  if (!isUnfinished(env)) return store
  await alone({ jobs: store, node, faultOf }, 'seed', 0, async () => {})
  if (!isUnfinished(env)) return store
  await store.close()
  await removeUnfinished(env)
  return openIn(env)
}

/** A folder that was lost, or is not mounted, must not pass for one in which nothing was stored yet: files would go to another place. */
async function refuseLostFiles(store: Store, blobs: BlobStore, { dataDir }: ContainerEnvironment): Promise<void> {
  for await (const _blobId of blobs.list()) return
  const { size } = await store.listNamedBlobs()
  if (size === 0) return
  const folder = join(dataDir, 'blobs')
  throw new StartupError(
    `台账中有 ${size} 个文件，${folder} 中却一个也没有：请放回该文件夹，或从备份恢复。 The ledger names ${size} files, and ${folder} holds none: put that folder back, or restore the backup.`,
  )
}

/**
 * For a real portal, at each start: the administrators' one-time links while none of them has come in; else none. Of several that
 * start together one issues them: a second set would undo the first (found J23).
 */
export async function foundOffice(): Promise<readonly FounderLink[]> {
  const container = currentContainer()
  const { effects, desk } = container
  let issued: readonly FounderLink[] = []
  await alone(container, 'found', TOGETHER_MS, async () => {
    const now = clockNow()
    const ask: AskStream = (stream) => askAs(effects, deciderOf(stream), CLOCK, { now })
    const links = await found({ read: effects.read, desk, ask, newId: effects.newId, newSecret, now, today: beijingDay(now) })
    if (!links.ok) throw new StartupError(`没有建立管理员。 The administrators could not be founded: ${links.refusal.code}`)
    issued = links.value
    await count(container)
  })
  return issued
}
/** Who starts later than this after another has lost the links of that start, and is given new ones. */
const TOGETHER_MS = 60_000
