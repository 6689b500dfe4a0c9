/** A process of its own that brings files into one case, three at a time, as `uploads.postgres.test.ts` starts it. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '#db/open-store'
import { blobFolder } from '#lib/adapters/blob-folder'
import { actor } from '#lib/domain/case/given'
import { addEvidence } from '#lib/usecases/add-evidence'
import { askAs, type Effects } from '#lib/usecases/ask'
import { caseDecider } from '#lib/usecases/case-decider'

export type Errand = Readonly<{ dataDir: string; databaseUrl?: string; caseId: string; personId: string; now: string; rounds: number }>
/** What was acknowledged, by its digest, and what was refused, by its code. */
export type Brought = Readonly<{ arrived: readonly string[]; refused: readonly string[] }>

const AT_ONCE = 3
const { dataDir, databaseUrl, caseId, personId, now, rounds } = JSON.parse(process.argv[2] ?? '') as Errand // safe: the test wrote it
const store = await openStore({ dataDir, databaseUrl })
const blobs = blobFolder(join(dataDir, 'blobs'))
const effects: Effects = {
  read: store,
  write: store,
  newSalt: () => randomBytes(16).toString('hex'),
  newId: randomUUID,
  chance: Math.random,
  wait,
}
const me = actor(personId, 'handler')
const desk = {
  actor: me,
  ask: askAs(effects, caseDecider, me, { now }),
  read: store,
  blobs,
  lockFile: async () => {},
  newId: randomUUID,
  now,
  today: now.slice(0, 10),
}

const arrived: string[] = []
const refused: string[] = []
for (let round = 0; round < rounds; round++) await Promise.all(Array.from({ length: AT_ONCE }, (_, nth) => bring(`${round}-${nth}`)))
process.send?.({ arrived, refused } satisfies Brought)
await store.close()
process.disconnect()

async function bring(name: string): Promise<void> {
  const bytes = randomBytes(20_000)
  const taken = await blobs.take(Readable.from([bytes]), { maxBytes: 2 ** 20 })
  if (!taken.ok) return void refused.push(taken.code)
  const entry = {
    folder: 'main-07',
    asIs: '原样保存',
    kind: 'E04',
    source: '银行',
    collectedBy: personId,
    collectedOn: desk.today,
    formKey: randomUUID(),
  } as const
  const done = await addEvidence(desk, caseId, { name: `${personId}-${name}.bin`, stored: taken.stored, content: 'other' }, entry)
  if (done.ok) arrived.push(createHash('sha256').update(bytes).digest('hex'))
  else refused.push(done.refusal.code)
}
