/** What the use-cases write, caught on its way to the store: the demo world played at several hours, each of its cases a template. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore, type Store } from '#db/open-store'
import { seedDemo } from '#db/seed/seed'
import { blobFolder } from '#lib/adapters/blob-folder'
import { formatNo } from '#lib/domain/numbers'
import { addHours } from '#lib/domain/time'
import { openEvent, type Opened } from '#lib/ledger/open'
import { memoryAccessLog } from '#lib/ports/access-log.memory'
import type { Commit, IdempotencyKey, Rows, TakenNumber } from '#lib/ports/case-store'
import type { Container } from '#lib/server/boot/current-container'
import { knownCookies } from '#lib/server/edge/crowd'
import { currentBytes, currentFault, faultOf } from '#lib/server/boot/faults'
import { hashPassword, isPassword, newCode } from '#lib/server/session/passwords'
import { effectsOf } from '#lib/server/boot/effects'
import { askAs, askWith } from '#lib/usecases/ask'
import { countCredentials } from '#lib/usecases/count-credentials'
import { refoldRows } from '#lib/usecases/refold-rows'
import { CACHE } from '../place.ts'

/** A whole case as it lies in the store, its events opened. */
export type Whole = Pick<Commit, 'notices'> &
  Readonly<{ rows: Rows; opened: readonly Opened[]; numbers: readonly TakenNumber[]; idempotencyKey: readonly IdempotencyKey[] }>
/** `texts` are what stands between the `slots`; a slot is an id or a document number of the case. Joined they are the JSON of the whole. */
export type Template = Readonly<{
  texts: readonly string[]
  slots: readonly string[]
  numbers: readonly (TakenNumber & { text: string })[]
}>

/** The first world stays in `dataDir`, office, accounts and files included; the others leave only their templates. */
export async function makeTemplates(dataDir: string, hoursBefore: readonly number[]): Promise<Template[]> {
  const templates: Template[] = []
  for (const hours of hoursBefore) {
    const scratch = hours === 0 ? null : mkdtempSync(join(CACHE, 'scratch-'))
    const store = await openStore({ dataDir: scratch ?? dataDir })
    const caught = new Map<string, Commit[]>()
    const container = containerOf(store, dataDir, hours, caught)
    await refoldRows(store, container) // nothing is folded yet: the rows take today's number
    await seedDemo(container)
    await countCredentials(container.effects, store, container.clockNow())
    for (const [caseId, commits] of caught) templates.push(await templateOf(store, caseId, commits))
    await store.close()
    if (scratch) rmSync(scratch, { recursive: true })
  }
  return templates
}

export function containerOf(store: Store, dataDir: string, hours: number, caught: Map<string, Commit[]>): Container {
  const commit: Store['commit'] = async (written) => {
    const outcome = await store.commit(written)
    const [head] = written.events
    if (outcome === 'committed' && head?.stream === 'case') caught.set(head.streamId, [...(caught.get(head.streamId) ?? []), written])
    return outcome
  }
  return {
    effects: { ...effectsOf(store), write: { commit } },
    desk: store,
    jobs: store,
    node: 'bench',
    leaving: new AbortController().signal,
    listNamedBlobs: store.listNamedBlobs,
    blobs: blobFolder(join(dataDir, 'blobs')),
    env: { port: 0, host: '', origin: undefined, mostSessions: 3, accessLogDays: 184, dataDir, databaseUrl: undefined, demo: true },
    clockNow: () => addHours(new Date().toISOString(), -hours),
    askAs,
    askWith,
    newSecret: () => randomBytes(32).toString('base64url'),
    access: { note: () => {}, add: () => {}, beforeFirstByte: async () => {}, upToDate: async () => {}, log: memoryAccessLog() },
    passwords: { hash: hashPassword, is: isPassword, newCode },
    currentFault,
    faultOf,
    currentBytes,
    known: knownCookies(async () => false),
  }
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

async function templateOf(store: Store, caseId: string, commits: readonly Commit[]): Promise<Template> {
  const codes = new Map((await store.listUnits()).map(({ unitId, code }) => [unitId, code]))
  const numbers = commits.flatMap((commit) => commit.numbers).map((n) => ({ ...n, text: formatNo(codes.get(n.unitId) ?? '', n) }))
  const key = { stream: 'case', streamId: caseId } as const
  const { notices = [], ...rows } = await store.readRowsOf(key)
  const whole: Whole = {
    rows,
    notices,
    opened: (await store.readEvents(key)).map(openEvent),
    numbers,
    idempotencyKey: commits.flatMap((commit) => commit.idempotencyKey ?? []),
  }
  const text = JSON.stringify(whole)
  const own = new Set([...text.matchAll(UUID)].map(([id]) => id))
  const places = new RegExp(`(${[...own, ...numbers.map((n) => n.text)].join('|')})`)
  const parts = text.split(places)
  return { texts: parts.filter((_, i) => i % 2 === 0), slots: parts.filter((_, i) => i % 2 === 1), numbers }
}
