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
import type { BackupRow } from '#db/backup/rows'
import { countLocks, standsLocked } from '#db/named-blobs'
import { readSchema } from '#db/schema-check'
import { flushFolder, putBack } from '#lib/adapters/blob-folder'
import { type Disk, makeFolder, syncFolder } from '#lib/adapters/disk'
import { readZip, type ReadableZip } from '#lib/adapters/zip'
import { ACCESS_LOG_SEEN } from '#lib/usecases/keep-access-log'
import { countCredentials } from '#lib/usecases/count-credentials'
import { refoldRows } from '#lib/usecases/refold-rows'
import { kindOf, type Manifest, measured, SECRETS, type Part } from './archive.ts'
import { BLOBS } from '../boot/blobs.ts'
import { broken, explain } from './broken-backup.ts'
import { StartupError } from '../boot/startup-error.ts'
import { differencesIn } from './differences.ts'
import type { Environment } from '../boot/environment.ts'
import { faultOf } from '../boot/faults.ts'
import { readManifest } from './read-manifest.ts'
import { readSecrets } from '../boot/secrets.ts'
import { effectsOf } from '../boot/effects.ts'
import { newReporter } from '../boot/upgrade-rows.ts'

type Where = Pick<Environment, 'dataDir' | 'databaseUrl'>
const DATABASE = 'xianjie.db'
const ROWS_AT_ONCE = 500
/** Ended by a restore: the secrets come back with the rest, and so would every cookie of that day and every link used since. */
export const ENDED: ReadonlySet<string> = new Set(['session', 'one_time_link', 'link_code'])

export const stagingOf = (dataDir: string): string => join(dataDir, '.restoring')

/** All that it brought is flushed, names and bytes, before it answers. */
export async function restoreBackup(where: Where, file: string, disk: Disk = fs): Promise<Manifest> {
  const { dataDir } = where
  const staging = stagingOf(dataDir)
  const isNew = !existsSync(dataDir)
  if (!existsSync(file)) throw new StartupError(`没有这个文件：${file}。 There is no file ${file}.`)
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

function refuseToOverwrite({ dataDir, databaseUrl }: Where): void {
  const there = [SECRETS, ...(databaseUrl ? [] : [DATABASE]), BLOBS].filter((name) => {
    const path = join(dataDir, name)
    return existsSync(path) && (name !== BLOBS || readdirSync(path).length > 0)
  })
  if (there.length > 0)
    throw new StartupError(
      `${dataDir} 中已有 ${there.join('、')}，不会覆盖。 ${dataDir} holds ${there.join(', ')} already and is not overwritten; set DATA_DIR to an empty folder.`,
    )
  if (existsSync(stagingOf(dataDir)))
    throw new StartupError(
      `另一次恢复正在进行，或中途中断过：确认后删除 ${stagingOf(dataDir)}。 Another restore is running or was cut off: make sure, then remove ${stagingOf(dataDir)}.`,
    )
}

async function rebuild(where: Where, staging: string, zip: ReadableZip, manifest: Manifest, disk: Disk): Promise<void> {
  const restoring = await openRestoring({ ...where, dataDir: staging }, manifest.migrations)
  try {
    const locks = new Map<string, number>()
    for (const part of manifest.parts) await bringBack(part, { staging, disk, zip, restoring, rows: manifest.rows, locks })
    await restoring.fill()
    readSecrets(staging)
    await bringUpToDate(restoring.staged)
    let found = 0
    const schema = await readSchema({ ...where, dataDir: staging })
    for await (const { where: what, key } of differencesIn({ dataDir: staging }, schema, async () => restoring.staged))
      if (what !== 'blobs' || !standsLocked(locks, key)) found++ // what the ledger itself says is not whole comes back as it was, locked
    if (found > 0)
      throw new StartupError(
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

/** A backup of an older version has its rows, and passwords of which no event speaks. */
async function bringUpToDate(staged: Restoring['staged']): Promise<void> {
  const clockNow = () => new Date().toISOString()
  await refoldRows(staged, { clockNow, report: newReporter() })
  await countCredentials(effectsOf(staged), staged, clockNow())
}

type Place = Readonly<{
  staging: string
  disk: Disk
  zip: ReadableZip
  restoring: Restoring
  rows: Manifest['rows']
  locks: Map<string, number>
}>
async function bringBack(part: Part, { staging, disk, zip, restoring, rows, locks }: Place): Promise<void> {
  const kind = kindOf(part.name)
  const hash = createHash('sha256')
  let size = -1
  const bytes = Readable.from(
    measured(await zip.open(part.name), hash, (all) => (size = all)),
    { objectMode: false },
  )
  try {
    if (kind?.is === 'table') {
      const count = await insertLines(kind.table, bytes, restoring, locks)
      if (count !== rows[kind.table]) throw broken('not-as-sealed', [part.name])
    } else if (kind?.is === 'blob') await putBack(join(staging, BLOBS), kind.blobId, bytes, disk)
    else writeFileSync(join(staging, SECRETS), Buffer.concat(await bytes.toArray()), { mode: 0o600, flush: true })
  } catch (cause) {
    throw isOfTheBackup(cause) ? broken('damaged', [part.name], cause) : cause
  }
  if (size !== part.bytes || hash.digest('hex') !== part.sha256) throw broken('not-as-sealed', [part.name])
}
/** A full disk and a lost server are not the backup's fault, and have sentences of their own. */
const isOfTheBackup = (error: unknown): boolean =>
  error instanceof Error && !(error instanceof StartupError) && !('syscall' in error) && faultOf(error) === null

async function insertLines(table: string, bytes: Readable, restoring: Restoring, locks: Map<string, number>): Promise<number> {
  let count = 0
  let some: unknown[] = []
  const flush = async (): Promise<void> => {
    if (!ENDED.has(table))
      await restoring.insert(
        table,
        some.filter((row) => !isOfTheLog(table, row)),
      )
    countLocks(table, some as readonly BackupRow[], locks) // safe: `insert` takes rows and nothing else
    count += some.length
    some = []
  }
  for await (const line of linesOf(bytes)) if (some.push(JSON.parse(line)) === ROWS_AT_ONCE) await flush()
  await flush()
  return count
}

/** The access log is no part of a backup: what was noted of it speaks of another. */
const isOfTheLog = (table: string, row: unknown): boolean =>
  table === 'fact' && typeof row === 'object' && row !== null && 'name' in row && row.name === ACCESS_LOG_SEEN

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
