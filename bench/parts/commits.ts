/** What a deed costs beside its own bytes: two use-cases against bare FULL commits of as many bytes, on both engines. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import Database from 'better-sqlite3'
import pg from 'pg'
import { openStore, type Store } from '#db/open-store'
import { play } from '#db/seed/play'
import { seedDemo } from '#db/seed/seed'
import { LIVE_BUILDING } from '#db/seed/live-building'
import { LIVE_DECIDED } from '#db/seed/live-decided'
import type { Story } from '#db/seed/story'
import { startPostgres } from '#db/testing/postgres-server'
import { volumeOf } from '#lib/domain/law/dossier'
import { addDays, beijingDay } from '#lib/domain/time'
import type { Commit } from '#lib/ports/case-store'
import type { Container } from '#lib/server/boot/current-container'
import { caseDecider } from '#lib/usecases/case-decider'
import type { CaseDesk } from '#lib/usecases/desk'
import { actorOf } from '#lib/usecases/office/actor-of'
import { readOpenCase } from '#lib/usecases/read-case'
import { registerCase } from '#lib/usecases/register-case'
import { sendTransfer } from '#lib/usecases/send-transfer'
import { type Figure, median, ms } from '../figures.ts'
import { containerOf } from '../generate/templates.ts'
import { CACHE } from '../place.ts'
import type { Profile } from '../sampling.ts'

const FILES = 20
const FILE_BYTES = 4_096

export async function commits(isQuick: boolean): Promise<Figure[]> {
  const times = isQuick ? 15 : 60
  const folder = mkdtempSync(join(CACHE, 'commits-'))
  const onFile = await onEngine('SQLite', await openStore({ dataDir: folder }), folder, bareFile(folder), times)
  const server = await startPostgres({ isDurable: true })
  const url = await server.urlFor('bench')
  const onServer = await onEngine(
    'PostgreSQL',
    await openStore({ dataDir: folder, databaseUrl: url }),
    folder,
    await bareServer(url),
    times,
  )
  await server.stop()
  rmSync(folder, { recursive: true })
  return [...onFile, ...onServer]
}

/** For a profile: so many deeds made ready, then done one after the other inside `around`. */
export async function rehearse(what: string, times: number, around: (work: () => Promise<void>) => Promise<Profile>): Promise<Profile> {
  const [name, engine] = what.split(':')
  if (name !== 'registerCase' && name !== 'sendTransfer') throw new Error(`no such thing to profile: ${what}`)
  const folder = mkdtempSync(join(CACHE, 'commits-'))
  const server = engine === 'postgres' ? await startPostgres({ isDurable: true }) : null
  const databaseUrl = await server?.urlFor('bench')
  const store = await openStore({ dataDir: folder, databaseUrl })
  const scene = await setScene(store, folder, times * 2)
  const run = (from: number) => async () => {
    for (let n = from; n < from + times; n++) await (await (name === 'registerCase' ? scene.register() : scene.send(n))).run()
  }
  await run(0)() // warm
  const profile = await around(run(times))
  await store.close()
  await server?.stop()
  rmSync(folder, { recursive: true })
  return profile
}

type Bare = Readonly<{ commit: (bytes: string) => Promise<void>; close: () => Promise<void> }>
function bareFile(dataDir: string): Bare {
  const client = new Database(join(dataDir, 'bare.db'))
  client.pragma('journal_mode = wal')
  client.pragma('synchronous = full')
  client.exec('create table bare (id integer primary key, bytes text not null)')
  const insert = client.prepare('insert into bare (bytes) values (?)')
  return { commit: async (bytes) => void client.transaction(() => insert.run(bytes)).immediate(), close: async () => void client.close() }
}
async function bareServer(url: string): Promise<Bare> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query('create table bare (id serial primary key, bytes text not null)')
  return {
    commit: async (bytes) => {
      await client.query('begin')
      await client.query({ name: 'bare', text: 'insert into bare (bytes) values ($1)', values: [bytes] })
      await client.query('commit')
    },
    close: () => client.end(),
  }
}

async function onEngine(engine: string, store: Store, dataDir: string, bare: Bare, times: number): Promise<Figure[]> {
  const { caught, register, send } = await setScene(store, dataDir, times)
  const aim = engine === 'SQLite' ? 5 : 6
  const registering = await against(bare, caught, times, register)
  const sending = await against(bare, caught, times, send)
  await store.close()
  await bare.close()
  return [figure(`${engine}: registerCase`, aim, registering), figure(`${engine}: sendTransfer, ${FILES} files`, aim, sending)]
}

/** A demo world with so many approved cases more, each to be sent once. */
async function setScene(store: Store, dataDir: string, times: number) {
  const caught = new Map<string, Commit[]>()
  const container = withSmallFiles(containerOf(store, dataDir, 0, caught))
  await seedDemo(container)
  caught.clear()
  for (let n = 0; n < times; n++) await play(container, STORY, container.clockNow())
  const ready = [...caught.keys()]
  const send = async (n: number): Promise<Deed> => {
    const caseId = ready[n] ?? ''
    const [trackId = ''] = Object.keys((await readOpenCase(store, caseId))?.tracks ?? {})
    const desk = await deskOf(container)
    return { caseId, run: async () => (await sendTransfer(desk, caseId, trackId, randomUUID())).ok }
  }
  return { caught, send, register: async (): Promise<Deed> => register(await deskOf(container)) }
}

/** Approved and to be sent, with so many files in the main volume. */
const STORY: Story = (() => {
  const story = [...LIVE_BUILDING, ...LIVE_DECIDED].find(
    ({ acts, tracks }) => acts.at(-1)?.[0] === 'approve' && tracks[0] && !tracks[0].files,
  )
  const main = story?.evidence.filter(([, folder]) => volumeOf(folder) === 'main') ?? []
  const [first] = main
  if (!story || !first) throw new Error('the demo world has no approved case')
  return { ...story, evidence: Array.from({ length: FILES }, (_, n) => main[n] ?? first) }
})()

/** Each file is small and no two are alike, or the second would be pointed out and not added. */
function withSmallFiles(container: Container): Container {
  const { take } = container.blobs
  return {
    ...container,
    blobs: { ...container.blobs, take: (bytes, limits) => (bytes.destroy(), take(Readable.from([randomBytes(FILE_BYTES)]), limits)) },
  }
}

async function deskOf({ effects, askAs, blobs, clockNow }: Container): Promise<CaseDesk> {
  const now = clockNow()
  const today = beijingDay(now)
  const actor = await actorOf(effects.read, `p-${STORY.handlers[0]}`, today)
  const ours = { read: effects.read, blobs, lockFile: async () => {}, newId: randomUUID }
  return { ...ours, actor, ask: askAs(effects, caseDecider, actor, { now }), now, today }
}

function register(desk: CaseDesk) {
  const { unitId = '', division = '' } = desk.actor.seats[0] ?? {}
  const { title, source, conduct } = STORY
  const rest = {
    handlers: STORY.handlers.map((login) => `p-${login}`),
    foundOn: addDays(desk.today, -3),
    funds: [...STORY.funds],
    sourceNote: '',
  }
  const caseId = randomUUID()
  const run = async () =>
    (await registerCase({ ...desk, newId: () => caseId }, { formKey: randomUUID(), unitId, division, title, source, conduct, ...rest })).ok
  return { caseId, run }
}

type Deed = Readonly<{ caseId: string; run: () => Promise<boolean> }>
type Times = Readonly<{ deeds: number[]; bares: number[]; bytes: number }>
/** One deed, then one bare commit of what it wrote, and so on: the disk is the same to both. */
async function against(
  bare: Bare,
  caught: ReadonlyMap<string, Commit[]>,
  times: number,
  next: (n: number) => Promise<Deed>,
): Promise<Times> {
  const deeds: number[] = []
  const bares: number[] = []
  let bytes = 0
  for (let n = 0; n < times; n++) {
    const { caseId, run } = await next(n)
    const began = performance.now()
    if (!(await run())) throw new Error('the deed was refused')
    deeds.push(performance.now() - began)
    const written = JSON.stringify(caught.get(caseId)?.at(-1))
    bytes = written.length
    const bareBegan = performance.now()
    await bare.commit(written)
    bares.push(performance.now() - bareBegan)
  }
  return { deeds, bares, bytes }
}

const figure = (what: string, aim: number, { deeds, bares, bytes }: Times): Figure => ({
  part: 'commits',
  what,
  measured: ms(median(deeds)),
  control: `${ms(median(bares))} (${Math.round(bytes / 1000)} KB)`,
  ratio: median(deeds) / median(bares),
  aim,
})
