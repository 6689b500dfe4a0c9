/**
 * Blobs in a folder: streamed to `incoming/`, fsync, renamed into one of 256 folders, fsync of the folder, and only then
 * answered (docs/decisions.md D11). Names are random; what the sender called a file is never a path here.
 */
import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import * as fs from 'node:fs/promises'
import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { type FileFault, faultOf, type Sealed } from '#lib/domain/evidence/stored'
import { type BlobStore, SMALL_BYTES, type TakeOutcome } from '#lib/ports/blob-store'
import { BLOCK_BYTES, digestFile } from './digests.ts'
import { type Disk, makeFolder, syncFolder } from './disk.ts'
import { heldBack } from './held-back.ts'
import { BrokenOff, drain, listen, readThrough, TooLarge } from './read-through.ts'

export function blobFolder(folder: string, disk: Disk = fs): BlobStore {
  const pathOf = (blobId: string): string => join(folder, blobId.slice(0, 2), blobId)
  const incoming = join(folder, 'incoming')
  const flushed = new Map<string, Promise<void>>()
  /** Its name is flushed once by each process: whoever made it may have ended before that, or be at it just now. */
  const ready = async (path: string): Promise<void> => {
    await makeFolder(path, disk)
    const flush = flushed.get(path) ?? syncFolder(dirname(path), disk)
    flushed.set(path, flush)
    await flush.catch((error: unknown) => {
      flushed.delete(path)
      throw error
    })
  }
  const makeDurable = async (temp: string, path: string): Promise<void> => {
    const shard = dirname(path)
    await ready(shard)
    await disk.rename(temp, path)
    await syncFolder(shard, disk)
  }
  const check = async (file: Sealed, signal?: AbortSignal): Promise<FileFault | null> => {
    const size = await sizeOf(file.blobId, pathOf)
    if (size === null) return missing(folder)
    if (size !== (file.size ?? size)) return 'changed'
    return faultOf(file, await digestFile(pathOf(file.blobId), signal).catch(absent))
  }
  return {
    take: async (bytes, { maxBytes }) => {
      listen(bytes)
      const blobId = newId()
      const temp = join(incoming, blobId)
      try {
        await ready(folder)
        await makeFolder(incoming, disk)
        const taken = await receive(bytes, temp, maxBytes, disk)
        if (taken.size === 0) return { ok: false, code: 'empty' }
        await makeDurable(temp, pathOf(blobId))
        return { ok: true, stored: { blobId, ...taken } }
      } catch (error) {
        return excuse(error)
      } finally {
        await rm(temp, { force: true })
        drain(bytes)
      }
    },
    open: async (blobId) => {
      const size = await sizeOf(blobId, pathOf)
      return size === null ? null : { size, stream: () => createReadStream(pathOf(blobId)) }
    },
    openSealed: async (file) => {
      const path = pathOf(file.blobId)
      const size = await sizeOf(file.blobId, pathOf)
      if (size !== null && size > SMALL_BYTES && size === (file.size ?? size)) {
        const open = () => createReadStream(path, { highWaterMark: BLOCK_BYTES })
        return { ok: true, size, stream: (atFault) => heldBack(open, file, size, atFault) }
      }
      const is = await check(file)
      return is || size === null ? { ok: false, is: is ?? 'missing' } : { ok: true, size, stream: () => createReadStream(path) }
    },
    check,
    digest: async (blobId) => {
      if (!isId(blobId)) return null
      const taken = await digestFile(pathOf(blobId)).catch(absent)
      return taken && { blobId, ...taken }
    },
    list: () => listBlobs(folder),
    sweep: async (olderThan, isKept) => {
      const before = Date.parse(olderThan)
      let gone = 0
      for (const name of await namesIn(incoming)) gone += await removeOld(join(incoming, name), before)
      // A blob without an event may be one whose event is about to come: so it must be old, too.
      for await (const blobId of listBlobs(folder)) if (!(await isKept(blobId))) gone += await removeOld(pathOf(blobId), before)
      return gone
    },
  }
}

/** For a restore: bytes under the name that they had, in a folder that is no store yet; `flushFolder` when all are there. */
export async function putBack(folder: string, blobId: string, bytes: Readable, disk: Disk): Promise<void> {
  if (!isId(blobId)) throw new Error('no name of a blob')
  listen(bytes)
  const path = join(folder, blobId.slice(0, 2), blobId)
  await disk.mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await receive(bytes, path, Infinity, disk)
}
export async function flushFolder(folder: string, disk: Disk): Promise<void> {
  for (const shard of await namesIn(folder)) await syncFolder(join(folder, shard), disk)
  await syncFolder(folder, disk)
}

const newId = (): string => randomBytes(16).toString('hex')
const isId = (blobId: string): boolean => /^[0-9a-f]{32}$/.test(blobId)

async function receive(bytes: Readable, temp: string, maxBytes: number, disk: Disk) {
  const file = await disk.open(temp, 'wx', 0o600)
  try {
    const taken = await readThrough(bytes, { maxBytes, write: (block) => file.writeFile(block) })
    await file.sync()
    return taken
  } finally {
    await file.close()
  }
}

function excuse(error: unknown): TakeOutcome {
  if (error instanceof TooLarge) return { ok: false, code: 'too-large' }
  if (error instanceof BrokenOff) return { ok: false, code: 'broken-off' }
  if (isCode(error, 'ENOSPC', 'EDQUOT')) return { ok: false, code: 'no-space' }
  throw error
}
const isCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))

async function sizeOf(blobId: string, pathOf: (blobId: string) => string): Promise<number | null> {
  if (!isId(blobId)) return null
  return await stat(pathOf(blobId)).then(({ size }) => size, absent)
}
async function namesIn(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(absent)) ?? []
}
const absent = (error: unknown): null => {
  if (isCode(error, 'ENOENT')) return null
  throw error
}

/** A folder without any file is not mounted, or another's: that is a fault of the house, and of no file. */
async function missing(folder: string): Promise<FileFault> {
  for await (const _blobId of listBlobs(folder)) return 'missing'
  throw Object.assign(new Error('the folder of stored files is empty'), { code: 'EIO' })
}

async function* listBlobs(folder: string): AsyncGenerator<string> {
  for (const shard of await namesIn(folder)) if (/^[0-9a-f]{2}$/.test(shard)) yield* (await namesIn(join(folder, shard))).filter(isId)
}

async function removeOld(path: string, before: number): Promise<number> {
  const found = await stat(path).catch(absent)
  if (!found || found.mtimeMs >= before) return 0
  await rm(path, { force: true })
  return 1
}
