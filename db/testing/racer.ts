/** A process of its own that writes to one case through several connections, as race.ts tells it. Started by `fork`. */
import { deed, entry } from '#lib/ports/samples'
import type { Commit } from '#lib/ports/case-store'
import { openStore, type Store } from '../open-store.ts'

export type Where = Readonly<{ databaseUrl?: string | undefined; dataDir: string }>
export type Order = Readonly<{ aim: true }> | Readonly<{ fire: true }> | Readonly<{ file: number }> | Readonly<{ leave: true }>
export type Report =
  | Readonly<{ is: 'ready' }>
  | Readonly<{ is: 'fired'; outcomes: readonly string[] }>
  | Readonly<{ is: 'filed'; conflicts: number }>

const CASE = 'raced'
const [name = '', connections = '1', where = '{}'] = process.argv.slice(2)
const stores = await Promise.all(
  Array.from({ length: Number(connections) }, () => openStore(JSON.parse(where) as Where)), // safe: written by race.ts
)
let aimed: Commit[] = []
process.on('message', (order: Order) => void obey(order))
report({ is: 'ready' })

async function obey(order: Order): Promise<void> {
  if ('aim' in order) {
    aimed = await Promise.all(stores.map((store, i) => nextDeed(store, `${name}${i}`)))
    return report({ is: 'ready' })
  }
  if ('fire' in order) {
    const outcomes = await Promise.all(stores.map(async (store, i) => (await store.commit(aimed[i] ?? deed(CASE))) as string))
    return report({ is: 'fired', outcomes })
  }
  if ('file' in order) {
    const conflicts = await Promise.all(stores.map((store, i) => fileAll(store, `${name}${i}`, order.file)))
    return report({ is: 'filed', conflicts: conflicts.reduce((sum, n) => sum + n, 0) })
  }
  await Promise.all(stores.map((store) => store.close()))
  process.disconnect()
}

/** Each deed again and again until it is in: what `ask` does, without its patience. */
async function fileAll(store: Store, who: string, deeds: number): Promise<number> {
  let conflicts = 0
  for (let i = 0; i < deeds; i++)
    while ((await store.commit(await nextDeed(store, `${who}:${i}`))) === 'conflict') {
      conflicts += 1
      await new Promise((done) => setTimeout(done, Math.random() * 20))
    }
  return conflicts
}

async function nextDeed(store: Store, title: string): Promise<Commit> {
  const past = await store.readEvents({ stream: 'case', streamId: CASE })
  const serial = await store.nextSerial('bureau', 'letter', 2026)
  const entries = [entry(CASE, past.length + 1, { detail: JSON.stringify(title) })]
  return deed(CASE, { title, past, rows: { entries }, numbers: [{ unitId: 'bureau', kind: 'letter', year: 2026, serial }] })
}

function report(report: Report): void {
  process.send?.(report)
}
