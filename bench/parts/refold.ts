/** What an upgrade of the rows costs: every stream folded anew and replaced, on both engines, against reading and comparing all of it. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openRestoring } from '#db/backup/restoring'
import { openSnapshot } from '#db/backup/snapshot'
import { openStore, type Store } from '#db/open-store'
import { startPostgres } from '#db/testing/postgres-server'
import { verify } from '#db/verify'
import { howIn } from '#lib/server/backup/differences'
import { refoldRows } from '#lib/usecases/refold-rows'
import type { Figure } from '../figures.ts'
import { worldOf } from '../generate/world.ts'
import { CACHE } from '../place.ts'

export async function refolding(isQuick: boolean): Promise<Figure[]> {
  const { cases, dataDir } = await worldOf(isQuick ? 10_000 : 100_000)
  const folder = mkdtempSync(join(CACHE, 'refold-'))
  const server = await startPostgres({ isDurable: true })
  try {
    cpSync(join(dataDir, 'xianjie.db'), join(folder, 'xianjie.db'))
    const databaseUrl = await server.urlFor('bench')
    await fillServer(dataDir, databaseUrl, join(folder, 'none'))
    return [
      await onEngine('SQLite', await openStore({ dataDir: folder }), cases),
      await onEngine('PostgreSQL', await openStore({ dataDir: folder, databaseUrl }), cases),
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

async function onEngine(engine: string, store: Store, cases: number): Promise<Figure> {
  const compared = await timed(async () => {
    for await (const difference of verify({ read: store, files: null, ...howIn({ dataDir: '' }) }))
      throw new Error(`${difference.where} ${difference.key}`)
  })
  const clockNow = () => new Date().toISOString()
  await store.saveFact({ name: 'rows', value: '0', at: clockNow() })
  const folded = await timed(() => refoldRows(store, { clockNow }))
  await store.close()
  const say = ({ s, cpu }: Timed): string => `${s.toFixed(0)} s (${cpu.toFixed(0)} s of CPU here)`
  return {
    part: 'refold',
    what: `${cases} cases folded anew, ${engine} : verify of their rows`,
    measured: say(folded),
    control: say(compared),
    ratio: folded.s / compared.s,
    aim: null,
  }
}

type Timed = Readonly<{ s: number; cpu: number }>
async function timed(work: () => Promise<unknown>): Promise<Timed> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { s: (performance.now() - began) / 1_000, cpu: (user + system) / 1e6 }
}

/** The same rows, as a restore puts them there. */
async function fillServer(dataDir: string, databaseUrl: string, nowhere: string): Promise<void> {
  mkdirSync(nowhere)
  const snapshot = await openSnapshot({ dataDir })
  const restoring = await openRestoring({ databaseUrl, dataDir: nowhere }, snapshot.migrations)
  for (const table of snapshot.tables) for await (const rows of snapshot.rows(table)) await restoring.insert(table, rows)
  await restoring.keep()
  await snapshot.end()
}
