/**
 * Folds every stream anew and holds the stored rows, duties and ties against it, and every file that an event names against
 * its bytes. The events are the truth (design.md D6): what differs is a fault of the rows, or somebody's hand.
 */
import { firstBreak } from '#lib/ledger/open'
import type { SealedEvent, StreamKey } from '#lib/ledger/seal'
import type { BlobStore } from '#lib/ports/blob-store'
import type { CaseReader } from '#lib/ports/case-store'
import { ROW_KEYS } from '#lib/ports/row-keys'
import { filesNamedBy, scanNamedBy } from './named-files.ts'
import type { Folded, StoredRows } from './stored-rows.ts'

/** `field` '' where the whole row is missing or too much; values as text, '' where there is none. */
export type Difference = Readonly<{ where: string; key: string; field: string; stored: string; expected: string }>
type Given = Readonly<{
  read: Pick<CaseReader, 'listStreams' | 'readEvents'> & StoredRows
  blobs: Pick<BlobStore, 'digest'> | null // null: the bytes are not read again
  refold: (key: StreamKey, events: readonly SealedEvent[]) => Folded
}>

export async function* verify({ read, blobs, refold }: Given): AsyncGenerator<Difference> {
  const streams = await read.listStreams()
  const seen = new Set<string>()
  for (const key of streams) {
    const events = await read.readEvents(key)
    const fault = streamFault(key, events)
    if (fault) yield fault
    if (blobs)
      for (const event of events) {
        yield* filesOf(event, blobs, seen)
        yield* scanFault(event, blobs)
      }
    if (!fault) yield* compare(key, events, read, refold)
  }
  const cases = new Set(streams.filter(({ stream }) => stream === 'case').map(({ streamId }) => streamId))
  for (const caseId of await read.listRowOwners())
    if (!cases.has(caseId)) yield { where: 'case', key: caseId, field: '', stored: 'rows', expected: 'no event' }
}

function streamFault({ stream, streamId }: StreamKey, events: readonly SealedEvent[]): Difference | null {
  const broken = firstBreak(events)
  if (broken === null) return null
  return { where: 'event', key: `${stream}/${streamId}/${broken}`, field: 'seal', stored: 'broken', expected: 'whole' }
}

async function* compare(
  key: StreamKey,
  events: readonly SealedEvent[],
  read: StoredRows,
  refold: Given['refold'],
): AsyncGenerator<Difference> {
  let expected: Folded
  try {
    expected = refold(key, events)
  } catch (error) {
    const { stream, streamId } = key
    yield { where: 'event', key: `${stream}/${streamId}`, field: 'fold', stored: String(error), expected: '' }
    return
  }
  const stored = key.stream === 'case' ? await read.readCaseRows(key.streamId) : await read.readOfficeRows()
  for (const name of Object.keys(stored.rows) as (keyof typeof ROW_KEYS)[])
    // safe: Rows has no other keys
    yield* differences(name, ROW_KEYS[name], stored.rows[name] ?? [], expected.rows[name] ?? [])
  yield* differences('duties', ['dutyId'], stored.duties, expected.duties)
}

type Row = Readonly<Record<string, string | number>>
function* differences(where: string, keys: readonly string[], stored: readonly Row[], expected: readonly Row[]): Generator<Difference> {
  const keyOf = (row: Row): string => keys.map((key) => row[key]).join('/')
  const [have, want] = [stored, expected].map((rows) => new Map(rows.map((row) => [keyOf(row), row])))
  for (const key of new Set([...(have?.keys() ?? []), ...(want?.keys() ?? [])])) {
    const [is, ought] = [have?.get(key), want?.get(key)]
    if (!is || !ought) yield { where, key, field: '', stored: is ? 'there' : '', expected: ought ? 'there' : '' }
    else
      for (const field of new Set([...Object.keys(is), ...Object.keys(ought)]))
        if (is[field] !== ought[field]) yield { where, key, field, stored: textOf(is[field]), expected: textOf(ought[field]) }
  }
}
const textOf = (value: string | number | undefined): string => String(value ?? '')

/** Each file once, whichever event names it. */
async function* filesOf(event: SealedEvent, blobs: Pick<BlobStore, 'digest'>, seen: Set<string>): AsyncGenerator<Difference> {
  for (const file of filesNamedBy(event)) {
    const once = JSON.stringify([file.blobId, file.size, file.sha256, file.sm3])
    if (seen.has(once)) continue
    seen.add(once)
    const found = await blobs.digest(file.blobId)
    const { blobId, size, sha256, sm3 } = file
    yield* differences('blobs', ['blobId'], found ? [found] : [], [{ blobId, size, sha256, sm3 }])
  }
}

/** The scan of a paper stands in the envelope, by one digest. */
async function* scanFault(event: SealedEvent, blobs: Pick<BlobStore, 'digest'>): AsyncGenerator<Difference> {
  const scan = scanNamedBy(event)
  const found = scan && (await blobs.digest(scan.blobId))
  if (scan && found?.sha256 !== scan.sha256)
    yield { where: 'blobs', key: scan.blobId, field: 'sha256', stored: found?.sha256 ?? '', expected: scan.sha256 }
}
