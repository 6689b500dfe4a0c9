/** Who changes what existing events fold to must say so: by a new number, under which every installed portal folds its rows anew. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import digests from '../../db/testing/golden-rows.json' with { type: 'json' }
import { readZip } from '#lib/adapters/zip'
import { canonicalJson } from '#lib/ledger/canonical'
import type { SealedEvent } from '#lib/ledger/seal'
import { refold, ROWS_VERSION } from '#lib/usecases/refold'

const GOLDEN = join(import.meta.dirname, '../../db/testing/golden-b86e016.zip')

async function eventsOf(file: string): Promise<SealedEvent[]> {
  const zip = await readZip(file)
  const text = Buffer.concat(await (await zip.open('tables/event.jsonl')).toArray()).toString()
  zip.close()
  const rows = text.split('\n').filter(Boolean)
  return rows.map((line) => {
    const { stream_id: streamId, ...rest } = JSON.parse(line) as Omit<SealedEvent, 'streamId'> & { stream_id: string } // safe: an event's row
    return { ...rest, streamId }
  })
}

it('folds the golden ledger to the rows of its number: else raise ROWS_VERSION and record the digest', async () => {
  const streams = Map.groupBy(await eventsOf(GOLDEN), ({ stream, streamId }) => `${stream}/${streamId}`)
  const hash = createHash('sha256')
  for (const [name, events] of [...streams].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = events
    if (first)
      hash.update(
        `${name} ${canonicalJson(
          refold(
            first,
            events.toSorted((a, b) => a.seq - b.seq),
          ),
        )}\n`,
      )
  }
  const recorded = (digests as Readonly<Record<string, string>>)[ROWS_VERSION]
  const found = hash.digest('hex')
  const advice = `What existing events fold to has changed. Raise ROWS_VERSION (lib/usecases/refold.ts), record ${found} under it in db/testing/golden-rows.json, and never change a digest that was published.`
  expect(found, advice).toBe(recorded)
})
