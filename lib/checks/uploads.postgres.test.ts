/** Two officers bring in files at once, each in a process of their own and three at a time: everything acknowledged is there, and nothing was turned away. */
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openStore } from '#db/open-store'
import { freshPostgres } from '#db/testing/fresh-postgres'
import { blobFolder } from '#lib/adapters/blob-folder'
import { actor, BASICS, BUREAU } from '#lib/domain/case/given'
import { firstBreak } from '#lib/ledger/open'
import { askAs } from '#lib/usecases/ask'
import { fold } from '#lib/usecases/folded'
import { caseDecider } from '#lib/usecases/case-decider'
import type { Brought, Errand } from './uploader.ts'

const NOW = '2026-11-24T06:20:00.000Z'
const [ROUNDS, FILES] = [40, 240]

it.each([
  ['SQLite on a real file', async () => undefined],
  ['a PostgreSQL server', async () => freshPostgres('uploads')],
])(
  '240 of 240 files of two uploaders arrive in one case: %s',
  async (_engine, newDatabase) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'uploads-'))
    const databaseUrl = await newDatabase()
    const where = { dataDir, ...(databaseUrl !== undefined && { databaseUrl }) }
    const store = await openStore(where)
    try {
      const effects = { read: store, write: store, newSalt: randomUUID, newId: randomUUID, chance: Math.random, wait: async () => {} }
      await askAs(effects, caseDecider, actor('chen', 'handler'), { now: NOW })(
        'c1',
        { type: 'RegisterCase', bureau: BUREAU, basics: BASICS, handlerIds: ['chen', 'zhou'] },
        null,
      )
      const brought = await Promise.all(
        ['chen', 'zhou'].map((personId) => send({ ...where, caseId: 'c1', personId, now: NOW, rounds: ROUNDS })),
      )
      expect(brought.flatMap(({ refused }) => refused)).toEqual([])
      const arrived = brought.flatMap((report) => report.arrived)
      expect(arrived).toHaveLength(FILES)

      const events = await store.readEvents({ stream: 'case', streamId: 'c1' })
      const { state } = fold(caseDecider, events)
      const items = Object.values(state?.evidence ?? {})
      expect(items.map((item) => item.sha256).toSorted()).toEqual(arrived.toSorted())
      expect(firstBreak(events)).toBeNull()
      const blobs = blobFolder(join(dataDir, 'blobs'))
      for (const item of items) expect((await blobs.digest(item.blobId))?.sha256).toBe(item.sha256)
    } finally {
      await store.close()
      rmSync(dataDir, { recursive: true })
    }
  },
  120_000,
)

async function send(errand: Errand): Promise<Brought> {
  const uploader = fork(new URL('uploader.ts', import.meta.url), [JSON.stringify(errand)], { execArgv: [] })
  const gone = once(uploader, 'exit').then(() => Promise.reject(new Error('an uploader fell')))
  gone.catch(() => {}) // it leaves when it has told
  const [report] = (await Promise.race([once(uploader, 'message'), gone])) as [Brought] // safe: uploader.ts sends nothing else
  return report
}
