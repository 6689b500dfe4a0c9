/** One file that holds everything, made while the portal serves: the tables of one moment, then the files that they name. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { BackupRow } from '#db/backup/rows'
import { openSnapshot, type Snapshot } from '#db/backup/snapshot'
import { blobIdsIn, countLocks, standsLocked } from '#db/named-blobs'
import { writeZip, type ZipPart } from '#lib/adapters/zip'
import type { BlobStore } from '#lib/ports/blob-store'
import { blobPart, MANIFEST, Manifest, measured, SECRETS, tablePart, type Part } from './archive.ts'
import { openBlobs } from '../boot/blobs.ts'
import { StartupError } from '../boot/startup-error.ts'
import type { Environment } from '../boot/environment.ts'
import { partialOf, sweepLeftovers } from './leftovers.ts'
import { readSecrets, type Secrets } from '../boot/secrets.ts'

type Where = Pick<Environment, 'dataDir' | 'databaseUrl'>

/** Never over an existing file, and the name appears only when the file is whole. What killed ones left beside it goes first. */
export async function makeBackup(where: Where, file: string, madeAt: string): Promise<Manifest> {
  if (!existsSync(dirname(file))) throw new StartupError(`没有文件夹 ${dirname(file)}。 There is no folder ${dirname(file)}.`)
  if (existsSync(file)) throw new StartupError(`文件已存在，不会覆盖：${file}。 ${file} exists already and is not overwritten.`)
  const secrets = readSecrets(where.dataDir) // whole, and nobody else's to read
  await sweepLeftovers(dirname(file), Date.parse(madeAt))
  const snapshot = await openSnapshot(where)
  const blobs = openBlobs(where)
  const manifest: Manifest = {
    format: 'xianjie-backup',
    version: 1,
    madeAt,
    engine: snapshot.engine,
    migrations: snapshot.migrations,
    rows: {},
    parts: [],
  }
  const temp = partialOf(file)
  try {
    await writeZip(temp, partsOf(snapshot, blobs, secrets, manifest))
    await makeDurable(temp, file)
  } finally {
    await rm(temp, { force: true })
    await snapshot.end()
  }
  return manifest
}

async function* partsOf(snapshot: Snapshot, blobs: BlobStore, secrets: Secrets, manifest: Manifest): AsyncGenerator<ZipPart> {
  const named = new Set<string>()
  const locks = new Map<string, number>()
  for (const table of snapshot.tables) {
    const seen = (rows: readonly BackupRow[]): void => {
      manifest.rows[table] = (manifest.rows[table] ?? 0) + rows.length
      for (const blobId of blobIdsIn(table, rows)) named.add(blobId)
      countLocks(table, rows, locks)
    }
    manifest.rows[table] = 0
    yield part(manifest, tablePart(table), linesOf(snapshot.rows(table), seen), true)
  }
  await snapshot.end() // a file that an event names is never removed: the moment is no longer needed
  for (const blobId of named) {
    const found = await blobs.open(blobId)
    if (!found && standsLocked(locks, blobId)) continue // known to be gone: all else is kept
    if (!found)
      throw new StartupError(
        `缺少存储文件 ${blobId}，没有备份。 The stored file ${blobId} is missing: no backup was made; run \`npm run verify\`.`,
      )
    yield part(manifest, blobPart(blobId), found.stream(), false)
  }
  yield part(manifest, SECRETS, [Buffer.from(`${JSON.stringify(secrets, null, 2)}\n`)], true)
  yield { name: MANIFEST, bytes: oneChunk(JSON.stringify(Manifest.parse(manifest))), compress: true }
}

function part(manifest: Manifest, name: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, compress: boolean): ZipPart {
  const hash = createHash('sha256')
  const said = (size: number): void => void manifest.parts.push({ name, bytes: size, sha256: hash.digest('hex') } satisfies Part)
  return { name, bytes: measured(each(bytes), hash, said), compress }
}
async function* each(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* bytes
}
async function* oneChunk(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

async function* linesOf(
  batches: AsyncIterable<readonly BackupRow[]>,
  seen: (rows: readonly BackupRow[]) => void,
): AsyncGenerator<Uint8Array> {
  for await (const rows of batches) {
    seen(rows)
    yield Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  }
}

/** A link refuses to replace a file that came meanwhile; some disks have none, and there a rename must do. */
async function makeDurable(temp: string, file: string): Promise<void> {
  try {
    await link(temp, file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST') throw new StartupError(`文件已存在，不会覆盖：${file}。 ${file} exists already and is not overwritten.`)
    await rename(temp, file)
  }
  if (process.platform === 'win32') return
  const folder = await open(dirname(file), 'r')
  await folder.sync().finally(() => folder.close())
}
