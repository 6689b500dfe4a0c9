/** What a backup says that it holds, held against what is in it: what it names, no more and no less, and only what we ever wrote. */
import { crc32 } from 'node:zlib'
import { parseJson } from '#lib/domain/json'
import { isTable } from '#db/backup/rows'
import type { ReadableZip } from '#lib/adapters/zip'
import { kindOf, MANIFEST, Manifest, SECRETS, tablePart } from './archive.ts'
import { broken } from './broken-backup.ts'

const MOST_BYTES = 2 ** 29

/** @throws StartupError that names the parts, or BrokenZip */
export async function readManifest(zip: ReadableZip): Promise<Manifest> {
  const there = zip.parts.get(MANIFEST)
  if (!there) throw broken('missing', [MANIFEST])
  if (there.bytes > MOST_BYTES) throw broken('damaged', [MANIFEST])
  const bytes = Buffer.concat(await (await zip.open(MANIFEST)).toArray().catch(explainBytes))
  // Every other part has its digest in here; of this one only the zip has a sum.
  if (crc32(bytes) !== there.crc32) throw broken('damaged', [MANIFEST])
  const read = Manifest.safeParse(parseJson(bytes.toString()))
  if (!read.success) throw broken('unknown', [MANIFEST])
  const { parts, rows } = read.data
  const names = parts.map(({ name }) => name)
  const wanted = new Set([...names, ...Object.keys(rows).map(tablePart), SECRETS])
  refuseAny(
    'missing',
    [...wanted].filter((name) => !zip.parts.has(name)),
  )
  const named = new Set(names)
  refuseAny(
    'added',
    [...zip.parts.keys()].filter((name) => name !== MANIFEST && !named.has(name)),
  )
  if (named.size < names.length) throw broken('damaged', [MANIFEST])
  refuseAny('unknown', [...wanted].filter(isUnknown))
  return read.data
}
function refuseAny(fault: 'missing' | 'added' | 'unknown', names: readonly string[]): void {
  if (names.length > 0) throw broken(fault, names)
}
function isUnknown(name: string): boolean {
  const kind = kindOf(name)
  return kind === null || (kind.is === 'table' && !isTable(kind.table))
}

/** Bytes that cannot be unpacked; what the disk says of itself is another matter. */
function explainBytes(error: unknown): never {
  throw error instanceof Error && 'syscall' in error ? error : broken('damaged', [MANIFEST], error)
}
