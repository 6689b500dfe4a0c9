/**
 * Who changes what existing events fold to must say so: by a new number, under which every installed portal folds its rows anew. What
 * was told and taken at the time is no cache: that is never folded otherwise.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import digests from '../../db/testing/golden-rows.json' with { type: 'json' }
import { readZip } from '#lib/adapters/zip'
import { canonicalJson } from '#lib/ledger/canonical'
import type { SealedEvent } from '#lib/ledger/seal'
import { caseStream } from '#lib/domain/stream'
import type { Notice } from '#lib/views/rows'
import { recount, refold, ROWS_VERSION } from '#lib/usecases/refold'

const GOLDEN = join(import.meta.dirname, '../../db/testing/golden-b86e016.zip')

/** Rows of a table, with the names that we give their columns. */
async function rowsOf<Row>(table: string): Promise<Row[]> {
  const zip = await readZip(GOLDEN)
  const text = Buffer.concat(await (await zip.open(`tables/${table}.jsonl`)).toArray()).toString()
  zip.close()
  const ours = (name: string): string => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => Object.fromEntries(Object.entries(JSON.parse(line) as object).map(([name, value]) => [ours(name), value])) as Row) // safe: a row of that table
}
const streamsOf = async () => {
  const streams = Map.groupBy(await rowsOf<SealedEvent>('event'), ({ stream, streamId }) => `${stream}/${streamId}`)
  const inOrder = [...streams].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return inOrder.map(([name, events]) => ({ name, events: events.toSorted((a, b) => a.seq - b.seq) }))
}

it('folds the golden ledger to the rows of its number: else raise ROWS_VERSION and record the digest', async () => {
  const hash = createHash('sha256')
  for (const { name, events } of await streamsOf()) {
    const [first] = events
    if (first) hash.update(`${name} ${canonicalJson(refold(first, events))}\n`)
  }
  const recorded = (digests as Readonly<Record<string, string>>)[ROWS_VERSION]
  const found = hash.digest('hex')
  const advice = `What existing events fold to has changed. Raise ROWS_VERSION (lib/usecases/refold.ts), record ${found} under it in db/testing/golden-rows.json, and never change a digest that was published.`
  expect(found, advice).toBe(recorded)
})

/** Which stream told it stands in a notice since 0010; these are all of cases. */
const withStream = (rows: readonly Notice[]): Notice[] => rows.map((row) => ({ ...row, ...caseStream(row.caseId) }))

it('finds every notice and number that was told and taken then, and no other (found J7): else give the event a new `v`, whose line is its own', async () => {
  const notices = (await streamsOf()).flatMap(({ events }) => {
    const [first] = events
    return first ? [recount(first, events)] : []
  })
  const inOrder = (rows: readonly object[]): string[] => rows.map(canonicalJson).toSorted()
  expect(inOrder(notices.flatMap(({ notices }) => notices))).toEqual(inOrder(withStream(await rowsOf<Notice>('notice'))))
  expect(inOrder(notices.flatMap(({ numbers }) => numbers))).toEqual(inOrder(await rowsOf('number')))
})
