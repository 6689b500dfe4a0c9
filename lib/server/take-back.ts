/**
 * A backup becomes a portal again: all of it but who was signed in, or nothing. Everything is built beside the place where it belongs, held against
 * its digests and then against its own ledger (`verify`), and only then moved.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { openRestoring, type Restoring } from '#db/backup/restoring'
import { isTable } from '#db/backup/rows'
import { verify } from '#db/verify'
import { blobFolder, flushFolder, putBack } from '#lib/adapters/blob-folder'
import { type Disk, makeFolder, syncFolder } from '#lib/adapters/disk'
import { BrokenZip, readZip, type ReadableZip } from '#lib/adapters/zip'
import { refold } from '#lib/usecases/refold'
import { kindOf, MANIFEST, Manifest, measured, SECRETS, type Part } from './archive.ts'
import { CannotStart } from './cannot-start.ts'
import type { Environment } from './environment.ts'
import { readSecrets } from './secrets.ts'

type Where = Pick<Environment, 'dataDir' | 'databaseUrl'>
const DATABASE = 'xianjie.db'
const BLOBS = 'blobs'
const MOST_MANIFEST_BYTES = 2 ** 29
const ROWS_AT_ONCE = 500
/** Ended by a restore: the secrets come back with the rest, and so would every cookie of that day and every link used since. */
export const ENDED: ReadonlySet<string> = new Set(['session', 'one_time_link', 'link_code'])

export const stagingOf = (dataDir: string): string => join(dataDir, '.restoring')

/** All that it brought is flushed, names and bytes, before it answers. */
export async function takeBack(where: Where, file: string, disk: Disk = fs): Promise<Manifest> {
  const { dataDir } = where
  const staging = stagingOf(dataDir)
  const isNew = !existsSync(dataDir)
  if (!existsSync(file)) throw new CannotStart(`没有这个文件：${file}。 There is no file ${file}.`)
  refuseToOverwrite(where)
  const zip = await readZip(file).catch(explain)
  try {
    const manifest = await readManifest(zip)
    await makeFolder(staging, disk)
    try {
      await rebuild(where, staging, zip, manifest, disk)
      return manifest
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
  } catch (error) {
    if (isNew) rmSync(dataDir, { recursive: true, force: true })
    return explain(error)
  } finally {
    zip.close()
  }
}

/** What the zip's reader and the checks below mean to a person; everything else goes on as it is. */
function explain(error: unknown): never {
  if (!(error instanceof BrokenZip)) throw error
  throw new CannotStart(
    `备份文件不完整或被改动，没有恢复任何内容。 The backup is damaged or was changed; nothing was restored: ${error.message}`,
  )
}

function refuseToOverwrite({ dataDir, databaseUrl }: Where): void {
  const there = [SECRETS, ...(databaseUrl ? [] : [DATABASE]), BLOBS].filter((name) => {
    const path = join(dataDir, name)
    return existsSync(path) && (name !== BLOBS || readdirSync(path).length > 0)
  })
  if (there.length > 0)
    throw new CannotStart(
      `${dataDir} 中已有 ${there.join('、')}，不会覆盖。 ${dataDir} holds ${there.join(', ')} already and is not overwritten; set DATA_DIR to an empty folder.`,
    )
  if (existsSync(stagingOf(dataDir)))
    throw new CannotStart(
      `另一次恢复正在进行，或中途中断过：确认后删除 ${stagingOf(dataDir)}。 Another restore is running or was cut off: make sure, then remove ${stagingOf(dataDir)}.`,
    )
}

/** The zip holds what the manifest names, no more and no less, and only what we ever wrote. */
async function readManifest(zip: ReadableZip): Promise<Manifest> {
  if ((zip.parts.get(MANIFEST)?.bytes ?? Infinity) > MOST_MANIFEST_BYTES) throw new BrokenZip('no manifest')
  const chunks: Uint8Array[] = []
  for await (const chunk of await zip.open(MANIFEST)) chunks.push(chunk as Uint8Array) // safe: a byte stream
  const read = Manifest.safeParse(parsed(Buffer.concat(chunks).toString()))
  if (!read.success) throw new BrokenZip('the manifest is none of ours')
  const { parts, rows } = read.data
  const names = new Set(parts.map(({ name }) => name))
  const isWhole = names.size === parts.length && names.size + 1 === zip.parts.size && parts.every(({ name }) => zip.parts.has(name))
  const isKnown = parts.every(({ name }) => kindOf(name) !== null) && Object.keys(rows).every(isTable) && names.has(SECRETS)
  if (!isWhole || !isKnown) throw new BrokenZip('its parts are not those of the manifest')
  return read.data
}
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function rebuild(where: Where, staging: string, zip: ReadableZip, manifest: Manifest, disk: Disk): Promise<void> {
  const restoring = await openRestoring({ ...where, dataDir: staging }, manifest.migrations)
  try {
    for (const part of manifest.parts) await bringBack(part, { staging, disk, zip, restoring, rows: manifest.rows })
    await restoring.fill()
    readSecrets(staging)
    let found = 0
    for await (const _difference of verify({ read: restoring.read, blobs: blobFolder(join(staging, BLOBS)), refold })) found++
    if (found > 0)
      throw new CannotStart(
        `备份与其台账有 ${found} 处不一致，没有恢复任何内容。 The backup differs from its own ledger in ${found} places; nothing was restored.`,
      )
    if (existsSync(join(staging, BLOBS))) await flushFolder(join(staging, BLOBS), disk)
    await restoring.close()
    await moveIn(staging, where.dataDir, restoring, disk)
  } catch (error) {
    await restoring.abandon()
    throw error
  }
}

type Place = Readonly<{ staging: string; disk: Disk; zip: ReadableZip; restoring: Restoring; rows: Manifest['rows'] }>
async function bringBack(part: Part, { staging, disk, zip, restoring, rows }: Place): Promise<void> {
  const kind = kindOf(part.name)
  const hash = createHash('sha256')
  let size = -1
  const bytes = Readable.from(
    measured(await zip.open(part.name), hash, (all) => (size = all)),
    { objectMode: false },
  )
  try {
    if (kind?.is === 'table') {
      const count = await insertLines(kind.table, bytes, restoring)
      if (count !== rows[kind.table]) throw new BrokenZip(`${part.name} has ${count} rows`)
    } else if (kind?.is === 'blob') await putBack(join(staging, BLOBS), kind.blobId, bytes, disk)
    else writeFileSync(join(staging, SECRETS), Buffer.concat(await bytes.toArray()), { mode: 0o600, flush: true })
  } catch (cause) {
    throw isOfTheBackup(cause) ? new BrokenZip(part.name, { cause }) : cause
  }
  if (size !== part.bytes || hash.digest('hex') !== part.sha256) throw new BrokenZip(`${part.name} is not as its digest says`)
}
/** A full disk and a lost server are not the backup's fault, and have sentences of their own. */
const isOfTheBackup = (error: unknown): boolean =>
  error instanceof Error && !(error instanceof CannotStart) && !('syscall' in error) && !/^(SQLITE_(FULL|IOERR)|CONN)/.test(codeOf(error))
const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '')

async function insertLines(table: string, bytes: Readable, restoring: Restoring): Promise<number> {
  let count = 0
  let some: unknown[] = []
  const flush = async (): Promise<void> => {
    if (!ENDED.has(table)) await restoring.insert(table, some)
    count += some.length
    some = []
  }
  for await (const line of linesOf(bytes)) if (some.push(JSON.parse(line)) === ROWS_AT_ONCE) await flush()
  await flush()
  return count
}

/** Not readline: that ends a line at U+2028 too, which stands in a text as it is, and hears no error of its stream. */
async function* linesOf(bytes: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest = ''
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n') // safe: a byte stream
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest + decoder.decode() !== '') throw new Error('the last line is cut')
}

/** Secrets last: without them no portal starts on a half-moved folder, nor on what a power cut left of it. */
async function moveIn(staging: string, dataDir: string, restoring: Restoring, disk: Disk): Promise<void> {
  const moved: string[] = []
  try {
    for (const name of [BLOBS, DATABASE, SECRETS]) {
      if (!existsSync(join(staging, name))) continue
      if (name === BLOBS && existsSync(join(dataDir, BLOBS))) rmdirSync(join(dataDir, BLOBS)) // empty: looked at above
      await disk.rename(join(staging, name), join(dataDir, name))
      moved.push(name)
      await syncFolder(dataDir, disk)
    }
    await restoring.keep()
  } catch (error) {
    for (const name of moved) rmSync(join(dataDir, name), { recursive: true, force: true })
    throw error
  }
}
