/** A data folder with so many cases, made once a day and kept. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '#db/open-store'
import { verify } from '#db/verify'
import type { TakenNumber } from '#lib/domain/numbers'
import { beijingDay } from '#lib/domain/time'
import { openEvent } from '#lib/ledger/open'
import type { SealedEvent } from '#lib/ledger/seal'
import { howIn } from '#lib/server/backup/differences'
import { CACHE, digestOf } from '../place.ts'
import { openBulk } from './bulk.ts'
import { copyOf } from './copy.ts'
import { enlarge } from './largest.ts'
import { makeTemplates, type Template } from './templates.ts'

export type World = Readonly<{ dataDir: string; cases: number; largestId: string; openId: string; items: number }>
/** Busy weeks one after the other: what is due soon in one is late in the next. */
const HOURS_BEFORE = [0, 5, 27, 70, 170]
/** What decides which bytes are written; a query that changes leaves the worlds as they are. */
const WRITES = ['db/seed', 'db/tables', 'db/migrations', 'lib/domain', 'lib/ledger', 'lib/views', 'bench/generate']
const ITEMS_OF_LARGEST = 2_000
/** Of whom the figures are taken: a handler of the bureau that most cases belong to. */
export const HANDLER = 'chenmin'

export async function worldOf(cases: number): Promise<World> {
  const dataDir = join(CACHE, `world-${cases}`)
  const file = join(dataDir, 'world.json')
  const madeFrom = `${digestOf(...WRITES)} ${beijingDay(new Date().toISOString())}`
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  if (kept.madeFrom === madeFrom) return kept
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { mode: 0o700 })
  const world = await make(dataDir, cases)
  writeFileSync(file, JSON.stringify({ ...world, madeFrom }))
  return world
}

async function make(dataDir: string, cases: number): Promise<World> {
  const began = performance.now()
  const templates = await makeTemplates(dataDir, HOURS_BEFORE)
  const store = await openStore({ dataDir })
  const codes = new Map((await store.listUnits()).map(({ unitId, code }) => [unitId, code]))
  const there = templates.length / HOURS_BEFORE.length
  await store.close()
  const serials = countFrom(templates)
  const bulk = openBulk(dataDir)
  const copy = (template: Template, nth: number) =>
    copyOf(template, { nth, serialOf: serials, codeOf: (unitId) => codes.get(unitId) ?? '' })
  let largestId = ''
  let openId = ''
  for (let n = there + 1; n <= cases; n++) {
    const template = templates[n % templates.length]
    const copied = template && copy(template, n)
    if (!copied) throw new Error('the demo world has no case')
    const added = copied.rows.cases?.[0]?.phase === 'investigating' && isHandled(copied.rows.caseTies) && addedIn(copied.events)
    if (added && largestId === '') {
      largestId = added.streamId
      bulk.add(enlarge(copied, added, ITEMS_OF_LARGEST))
    } else {
      if (added) openId ||= added.streamId
      bulk.add(copied)
    }
  }
  bulk.close()
  console.log(`· ${cases} cases in ${Math.round((performance.now() - began) / 1000)} s`)
  return { dataDir, cases, largestId, openId, items: ITEMS_OF_LARGEST }
}

const isHandled = (ties: readonly { personId: string; tie: string }[] = []) =>
  ties.some(({ personId, tie }) => personId === `p-${HANDLER}` && tie === 'handler')
const addedIn = (events: readonly SealedEvent[]) => events.map(openEvent).find(({ type }) => type === 'EvidenceAdded')

/** Goes on where the worlds' own numbers end, per unit, kind and year. */
function countFrom(templates: readonly Template[]): (number: TakenNumber) => number {
  const last = new Map<string, number>()
  const keyOf = ({ unitId, kind, year }: TakenNumber) => `${unitId} ${kind} ${year}`
  for (const number of templates.flatMap((template) => template.numbers))
    last.set(keyOf(number), Math.max(last.get(keyOf(number)) ?? 0, number.serial))
  return (number) => {
    const serial = (last.get(keyOf(number)) ?? 0) + 1
    last.set(keyOf(number), serial)
    return serial
  }
}

/** The same as `npm run verify`, but for the files' bytes: what differs, up to ten. */
export async function verified(dataDir: string): Promise<readonly string[]> {
  const store = await openStore({ dataDir })
  const found: string[] = []
  for await (const { where, key, field, stored, expected } of verify({ read: store, files: null, ...howIn({ dataDir }) })) {
    found.push(`${where} ${key} ${field}: ${stored.slice(0, 80)} ≠ ${expected.slice(0, 80)}`)
    if (found.length === 10) break
  }
  await store.close()
  return found
}
