/** Bytes on their way into the store, looked at as they pass (found E1): the first and the last, and for the names within a container. */
import { Readable } from 'node:stream'
import {
  fileContentOf,
  HEAD_BYTES,
  headOf,
  INSIDE,
  TAIL_BYTES,
  type Container,
  type Entry,
  type FileContent,
  type FileType,
} from '#lib/domain/evidence/file-types'
import type { BlobStore, TakeOutcome } from '#lib/ports/blob-store'

type Taken = Readonly<{ ok: true; stored: Extract<TakeOutcome, { ok: true }>['stored']; content: FileContent }>

/** Nothing is unpacked, and what is held is less than 70 KiB a file. */
export async function takeFile(
  blobs: Pick<BlobStore, 'take'>,
  { name, bytes }: Readonly<{ name: string; bytes: Readable }>,
  limits: Readonly<{ maxBytes: number }>,
): Promise<Taken | Extract<TakeOutcome, { ok: false }>> {
  const looking = lookAt()
  const taken = await blobs.take(watched(bytes, looking.see), limits)
  return taken.ok ? { ...taken, content: looking.contentAs(name) } : taken
}

/** The store may stop reading; what it was reading from stays open for the form around it (lib/adapters/read-through.ts). */
function watched(bytes: Readable, see: (chunk: Buffer) => void): Readable {
  bytes.on('error', () => {}) // whoever reads hears of it
  async function* through() {
    for await (const chunk of bytes.iterator({ destroyOnReturn: false })) {
      see(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
      yield chunk
    }
  }
  return Readable.from(through(), { objectMode: false })
}

/** @internal */
export function lookAt(): Readonly<{ see: (chunk: Buffer) => void; contentAs: (name: string) => FileContent }> {
  const head = Buffer.alloc(HEAD_BYTES)
  let [tail, size, hasNul] = [Buffer.alloc(0), 0, false]
  let inside: FileType | null = null
  let container: Container | null = null
  let last = Buffer.alloc(0) // what an entry may have begun in

  const see = (chunk: Buffer): void => {
    if (size < HEAD_BYTES) chunk.copy(head, size)
    if (size < MARK_BYTES) {
      const is = headOf(head.subarray(0, size + chunk.length))
      container = is === 'zip' || is === 'cfb' ? is : null
    }
    if (container && inside === null) {
      const window = Buffer.concat([last, chunk])
      inside = INSIDE[container].entries.find((entry) => isIn(window, entry, size - last.length))?.is ?? null
    }
    last = Buffer.from(Buffer.concat([last, chunk.subarray(-LONGEST)]).subarray(-LONGEST))
    hasNul ||= !container && chunk.includes(0)
    tail = Buffer.from(chunk.length >= TAIL_BYTES ? chunk.subarray(-TAIL_BYTES) : Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES))
    size += chunk.length
  }
  return { see, contentAs: (name) => fileContentOf({ head: head.subarray(0, size), tail, size, hasNul, inside }, name) }
}

/** By then every signature has ended. */
const MARK_BYTES = 16
/** No entry is longer, its own signature counted in. */
const LONGEST = 64

/** `offset`: where in the file the window begins. */
function isIn(window: Buffer, entry: Entry, offset: number): boolean {
  const bytes = Buffer.from(entry.bytes)
  for (let found = window.indexOf(bytes); found >= 0; found = window.indexOf(bytes, found + 1)) {
    if ('every' in entry) {
      if ((offset + found) % entry.every === 0) return true
      continue
    }
    const { signature, distance } = entry.after
    if (found >= distance && window.subarray(found - distance, found - distance + signature.length).equals(Buffer.from(signature)))
      return true
  }
  return false
}
