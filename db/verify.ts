/**
 * Folds every stream anew and holds all that is stored against it (held.ts says how, table by table), and every file that an event
 * names against its bytes. The events are the truth (docs/decisions.md D6): what differs is a fault of the rows, or somebody's hand.
 */
import { type Door, NO_DOOR } from '#lib/domain/office/door'
import type { TakenNumber } from '#lib/domain/numbers'
import { firstBreak } from '#lib/ledger/open'
import type { SealedEvent, StreamKey } from '#lib/ledger/seal'
import type { BlobStore } from '#lib/ports/blob-store'
import type { Reader, FoldedRows, Rows } from '#lib/ports/case-store'
import { kindOf, KINDS } from '#lib/ports/row-kinds'
import type { Notice } from '#lib/views/rows'
import { type Fault, type Gathered, HELD, type TableName } from './held.ts'
import { blobIdsNamedBy, filesNamedBy, scanNamedBy } from './named-files.ts'
import type { SessionMac } from './session-mac.ts'
import type { StoredRow, StoredRows } from './stored-rows.ts'

export type Difference = Readonly<{ where: string; key: string }> & Fault
/** All that follows from the events of a stream. `by`: whose deed each was. */
export type Recounted = Readonly<{
  rows: Rows
  notices: readonly Notice[]
  numbers: readonly TakenNumber[]
  by: readonly string[]
  door: Door
}>
/** `strays`: what lies among the files and is none of those that are named, nor just being brought. */
type Files = Pick<BlobStore, 'digest'> & Readonly<{ strays: (isNamed: (blobId: string) => boolean) => AsyncIterable<string> }>
export type Given = Readonly<{
  read: Pick<Reader, 'listStreams' | 'readEvents'> & StoredRows
  files: Files | null // null: the bytes are not read again
  recount: (key: StreamKey, events: readonly SealedEvent[]) => Recounted
  rowsVersion: number
  macOf: SessionMac
}>

export async function* verify({ read, files, recount, rowsVersion, macOf }: Given): AsyncGenerator<Difference> {
  const streams = await read.listStreams()
  const [seen, named] = [new Set<string>(), new Set<string>()]
  const all: Gathering = { numbers: new Set(), by: new Map(), door: { ...NO_DOOR, credentials: new Map() }, facts: new Map(), macOf }
  if (streams.length > 0) all.facts.set('rows', String(rowsVersion))
  for (const key of streams) {
    const events = await read.readEvents(key)
    const broken = streamFault(key, events)
    if (broken) yield broken
    for (const event of events) {
      for (const blobId of blobIdsNamedBy(event)) named.add(blobId)
      if (!files) continue
      yield* filesOf(event, files, seen)
      yield* scanFault(event, files)
    }
    const folded = foldOf(key, events, recount)
    if ('fold' in folded) {
      if (!broken) yield folded.fold
      continue
    }
    gather(all, key, folded)
    if (!broken) yield* compare(await read.readRowsOf(key), folded)
  }
  yield* withoutEvents(read, streams)
  yield* wholeTables(read, all)
  if (files) for await (const key of files.strays((blobId) => named.has(blobId))) yield { where: 'blobs', key, ...MORE }
}
const MORE: Fault = { field: '', stored: 'there', expected: '' }
const LESS: Fault = { field: '', stored: '', expected: 'there' }

function streamFault({ stream, streamId }: StreamKey, events: readonly SealedEvent[]): Difference | null {
  const broken = firstBreak(events)
  if (broken === null) return null
  return { where: 'event', key: `${stream}/${streamId}/${broken}`, field: 'seal', stored: 'broken', expected: 'whole' }
}

function foldOf(key: StreamKey, events: readonly SealedEvent[], recount: Given['recount']): Recounted | Readonly<{ fold: Difference }> {
  try {
    return recount(key, events)
  } catch (error) {
    return { fold: { where: 'event', key: `${key.stream}/${key.streamId}`, field: 'fold', stored: String(error), expected: '' } }
  }
}

type Gathering = { -readonly [K in keyof Gathered]: Gathered[K] }
function gather(all: Gathering, { stream, streamId }: StreamKey, { numbers, by, door }: Recounted): void {
  for (const { unitId, kind, year, serial } of numbers) all.numbers.add([unitId, kind, year, serial].join('/'))
  all.by.set(`${stream}/${streamId}`, [...by])
  if (stream !== 'office') return
  all.door = { ...door, credentials: new Map(door.credentials) }
  if (door.countedAt !== null) all.facts.set('counted', String(door.countedAt))
}

function* compare(stored: Partial<FoldedRows>, { rows, notices }: Pick<Recounted, 'rows' | 'notices'>): Generator<Difference> {
  const expected: Partial<FoldedRows> = { ...rows, notices }
  for (const kind of KINDS) if (stored[kind]) yield* differences(kind, kindOf(kind).key, stored[kind], expected[kind] ?? [])
}

/** Rows whose every event is gone. */
async function* withoutEvents(read: StoredRows, streams: readonly StreamKey[]): AsyncGenerator<Difference> {
  const known = new Set(streams.map(nameOf))
  for (const key of await read.listRowOwners())
    if (!known.has(nameOf(key))) yield { where: 'stream', key: nameOf(key), field: '', stored: 'rows', expected: 'no event' }
}
const nameOf = ({ stream, streamId }: StreamKey): string => `${stream}/${streamId}`

async function* wholeTables(read: StoredRows, all: Gathered): AsyncGenerator<Difference> {
  for (const where of Object.keys(HELD) as TableName[]) {
    // safe: the record's own keys
    const held = HELD[where]
    if ('folded' in held) continue
    const { key, shown = key, fault, left } = held as AnyHeld
    if (!fault) continue
    let after: StoredRow | null = null
    for (let page = await read.readPageOf(where, null); page.length > 0; page = await read.readPageOf(where, after)) {
      for (const row of page) {
        const found = fault(row, all)
        if (found) yield { where, key: keyOf(shown, row), ...found }
      }
      after = page.at(-1) ?? null
    }
    for (const missing of left?.(all) ?? []) yield { where, key: missing, ...LESS }
  }
}
/** Each line is asked of rows of its own table. */
type AnyHeld = Readonly<{
  key: readonly string[]
  shown?: readonly string[]
  fault?: (row: StoredRow, all: Gathered) => Fault | null
  left?: (all: Gathered) => Iterable<string>
}>

export function* differences(
  where: string,
  keys: readonly string[],
  stored: readonly StoredRow[],
  expected: readonly StoredRow[],
): Generator<Difference> {
  const [have, want] = [stored, expected].map((rows) => new Map(rows.map((row) => [keyOf(keys, row), row])))
  for (const key of new Set([...(have?.keys() ?? []), ...(want?.keys() ?? [])])) {
    const [is, ought] = [have?.get(key), want?.get(key)]
    if (!is || !ought) yield { where, key, ...(is ? MORE : LESS) }
    else
      for (const field of new Set([...Object.keys(is), ...Object.keys(ought)]))
        if (is[field] !== ought[field]) yield { where, key, field, stored: textOf(is[field]), expected: textOf(ought[field]) }
  }
}
const keyOf = (keys: readonly string[], row: StoredRow): string => keys.map((key) => row[key]).join('/')
const textOf = (value: string | number | undefined): string => String(value ?? '')

/** Each file once, whichever event names it. */
async function* filesOf(event: SealedEvent, files: Files, seen: Set<string>): AsyncGenerator<Difference> {
  for (const file of filesNamedBy(event)) {
    const fileKey = JSON.stringify([file.blobId, file.size, file.sha256, file.sm3])
    if (seen.has(fileKey)) continue
    seen.add(fileKey)
    const found = await files.digest(file.blobId)
    const { blobId, size, sha256, sm3 } = file
    yield* differences('blobs', ['blobId'], found ? [found] : [], [{ blobId, size, sha256, sm3 }])
  }
}

/** The scan of a paper stands in the envelope, by one digest. */
async function* scanFault(event: SealedEvent, files: Files): AsyncGenerator<Difference> {
  const scan = scanNamedBy(event)
  const found = scan && (await files.digest(scan.blobId))
  if (scan && found?.sha256 !== scan.sha256)
    yield { where: 'blobs', key: scan.blobId, field: 'sha256', stored: found?.sha256 ?? '', expected: scan.sha256 }
}
