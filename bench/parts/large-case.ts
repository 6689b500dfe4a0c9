/** What a deed costs in a case of 3,000 files beside one of 240, warm and cold, and a long upload at its end beside its beginning. */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openStore, type Store } from '#db/open-store'
import { startPostgres } from '#db/testing/postgres-server'
import { actor, BASICS, BUREAU, item } from '#lib/domain/case/given'
import type { CaseCommand } from '#lib/domain/case/commands'
import { effectsOf } from '#lib/server/boot/effects'
import { askAs } from '#lib/usecases/ask'
import { caseDecider } from '#lib/usecases/case-decider'
import { type Figure, ms } from '../figures.ts'
import { CACHE } from '../place.ts'

const [SMALL, LARGE] = [240, 3_000]
const UPLOADS = 1_000

export async function largeCase(isQuick: boolean): Promise<Figure[]> {
  const times = isQuick ? 10 : 60
  const folder = mkdtempSync(join(CACHE, 'large-'))
  const server = await startPostgres({ isDurable: true })
  const databaseUrl = await server.urlFor('bench')
  const found = [
    ...(await onEngine('SQLite', await openStore({ dataDir: folder }), times)),
    ...(await onEngine('PostgreSQL', await openStore({ dataDir: folder, databaseUrl }), times)),
  ]
  await server.stop()
  rmSync(folder, { recursive: true })
  return found
}

async function onEngine(engine: string, store: Store, times: number): Promise<Figure[]> {
  const chen = actor('chen', 'handler')
  const now = new Date().toISOString()
  const node = () => askAs(effectsOf(store), caseDecider, chen, { now })
  const warm = node()
  const does = async (ask: ReturnType<typeof node>, caseId: string, command: CaseCommand): Promise<number> => {
    const began = performance.now()
    const done = await ask(caseId, command, randomUUID())
    if (!done.ok) throw new Error(`${command.type}: ${done.refusal.code}`)
    return performance.now() - began
  }
  const one = (n: number): CaseCommand => {
    const digest = randomBytes(32).toString('hex')
    return { type: 'AddEvidence', item: { ...item(n), itemId: randomUUID(), blobId: digest, sha256: digest, sm3: digest } }
  }
  const caseOf = async (files: number): Promise<Readonly<{ caseId: string; took: number[] }>> => {
    const caseId = randomUUID()
    await does(warm, caseId, { type: 'RegisterCase', bureau: BUREAU, basics: BASICS, handlerIds: ['chen', 'zhou'] })
    const took: number[] = []
    for (let n = 0; n < files; n++) took.push(await does(warm, caseId, one(n)))
    return { caseId, took }
  }
  const [small, large] = [(await caseOf(SMALL)).caseId, (await caseOf(LARGE)).caseId]
  const { took } = await caseOf(UPLOADS)
  const seen = { file: pair(), cold: pair(), other: pair() }
  for (let n = 0; n < times; n++)
    for (const [size, caseId] of [
      ['small', small],
      ['large', large],
    ] as const) {
      seen.file[size].push(await does(warm, caseId, one(n)))
      seen.other[size].push(await does(warm, caseId, { type: 'JustifyAbsence', absent: { items: String(n), expert: '', other: '' } }))
      seen.cold[size].push(await does(node(), caseId, one(n)))
    }
  await store.close()
  const figure = (what: string, { small: of, large: by }: Pair, aim: number | null): Figure => ({
    part: 'large',
    what: `${engine}: ${what}`,
    measured: ms(mean(by)),
    control: ms(mean(of)),
    ratio: mean(by) / mean(of),
    aim,
  })
  return [
    figure(`one more file, ${LARGE} : ${SMALL} files`, seen.file, 2),
    figure(`another deed, ${LARGE} : ${SMALL} files`, seen.other, 2),
    figure(`one more file on a node that kept nothing, ${LARGE} : ${SMALL}`, seen.cold, null),
    figure(`of ${UPLOADS} uploads the last hundred : the first`, { small: took.slice(0, 100), large: took.slice(-100) }, 1.5),
  ]
}
type Pair = Readonly<{ small: number[]; large: number[] }>
const pair = (): Pair => ({ small: [], large: [] })
/** This machine's clock may go in steps as long as a deed: of many a mean says more than a median. */
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
