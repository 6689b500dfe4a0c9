import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { blobStoreContract } from '#lib/ports/blob-store.contract'
import { SMALL_BYTES } from '#lib/ports/blob-store'
import { blobFolder } from './blob-folder.ts'
import { BLOCK_BYTES, countRunning } from './digests.ts'

const folders: string[] = []
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'blobs-'))
  folders.push(folder)
  return folder
}
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
afterEach(() => {
  vi.restoreAllMocks()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

blobStoreContract('folder', async () => {
  const folder = newFolder()
  const spoil = (blobId: string, bytes: Uint8Array | null): void => {
    const path = join(folder, blobId.slice(0, 2), blobId)
    if (bytes) writeFileSync(path, bytes)
    else rmSync(path)
  }
  return { blobs: blobFolder(folder), spoil }
})

describe('blobs in a folder', () => {
  const ANY = { maxBytes: 2 ** 31 }

  it('lie as they are, one file each, in a folder named by the first two letters, for the owner only', async () => {
    const folder = newFolder()
    const outcome = await blobFolder(folder).take(Readable.from([Buffer.from('abc')]), ANY)
    const { blobId } = outcome.ok ? outcome.stored : { blobId: '' }
    expect(filesIn(folder)).toEqual([join(folder, blobId.slice(0, 2), blobId)])
    expect(readFileSync(join(folder, blobId.slice(0, 2), blobId), 'utf8')).toBe('abc')
    expect(statSync(join(folder, blobId.slice(0, 2), blobId)).mode & 0o777).toBe(0o600)
  })

  it('a broken-off, an oversized and an empty stream leave no file and no hash', async () => {
    const folder = newFolder()
    const blobs = blobFolder(folder)
    const broken = new PassThrough()
    const outcome = blobs.take(broken, ANY)
    broken.write(randomBytes(3 << 20))
    await vi.waitFor(() => expect(filesIn(folder).map((file) => statSync(file).size)).toEqual([expect.any(Number)]))
    broken.destroy(new Error('gone'))
    await outcome
    await blobs.take(Readable.from([randomBytes(2 << 20), randomBytes(2 << 20)]), { maxBytes: 3 << 20 })
    await blobs.take(Readable.from([]), ANY)
    expect(filesIn(folder)).toEqual([])
    expect(await countRunning()).toBe(0)
  })

  it('says that the disk is full, and leaves nothing', async () => {
    const folder = newFolder()
    const probe = await open(join(folder, 'probe'), 'w')
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
    vi.spyOn(Object.getPrototypeOf(probe) as typeof probe, 'writeFile').mockRejectedValueOnce(full)
    await probe.close()
    rmSync(join(folder, 'probe'))
    const stream = Readable.from([randomBytes(1 << 20), randomBytes(1 << 20)])
    expect(await blobFolder(folder).take(stream, ANY)).toEqual({ ok: false, code: 'no-space' })
    expect(filesIn(folder)).toEqual([])
    expect(await countRunning()).toBe(0)
  })

  it('reads stored files of several blocks again, two at once, and holds none of them open', async () => {
    const store = blobFolder(newFolder())
    const takes = [3 * BLOCK_BYTES, 2 * BLOCK_BYTES + 1].map((size, n) => store.take(Readable.from([Buffer.alloc(size, n)]), ANY))
    const stored = (await Promise.all(takes)).map((outcome) => (outcome.ok ? outcome.stored : null))
    expect(await Promise.all(stored.map((one) => store.digest(one?.blobId ?? '')))).toEqual(stored)
    expect(await countRunning()).toBe(0)
  })

  it('says what the disk said when a stored file cannot be read', async () => {
    const folder = newFolder()
    const blobId = `ab${'0'.repeat(30)}`
    mkdirSync(join(folder, 'ab', blobId), { recursive: true }) // a folder where the file was
    await expect(blobFolder(folder).digest(blobId)).rejects.toMatchObject({ code: 'EISDIR' })
    expect(await countRunning()).toBe(0)
  })

  it('notices when somebody has touched the bytes', async () => {
    const folder = newFolder()
    const outcome = await blobFolder(folder).take(Readable.from([Buffer.from('abc')]), ANY)
    const stored = outcome.ok ? outcome.stored : null
    writeFileSync(filesIn(folder)[0] ?? '', 'abd')
    const second = await blobFolder(folder).digest(stored?.blobId ?? '')
    expect(second?.size).toBe(3)
    expect(second?.sha256).not.toBe(stored?.sha256)
    expect(second?.sm3).not.toBe(stored?.sm3)
  })

  it('holds nothing for a download that is broken off, nor for a check that is ended (found J6)', async () => {
    const store = blobFolder(newFolder())
    const outcome = await store.take(Readable.from([Buffer.alloc(SMALL_BYTES + 3 * BLOCK_BYTES, 1)]), ANY)
    if (!outcome.ok) throw new Error(outcome.code)
    const opened = await store.openSealed(outcome.stored)
    const bytes = opened.ok ? opened.stream(async () => {}) : null
    bytes?.once('data', () => bytes.destroy())
    await once(bytes ?? new PassThrough(), 'close')
    const ended = new AbortController()
    const check = store.check(outcome.stored, ended.signal)
    ended.abort()
    await expect(check).rejects.toThrow(/abort/)
    await vi.waitFor(async () => expect(await countRunning()).toBe(0))
  })

  it('says of an empty folder that the disk is at fault, and of no file (found J6)', async () => {
    const folder = newFolder()
    const outcome = await blobFolder(folder).take(Readable.from([Buffer.from('abc')]), ANY)
    const stored = outcome.ok ? outcome.stored : { blobId: '', sha256: '' }
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
    await expect(blobFolder(folder).check(stored)).rejects.toMatchObject({ code: 'EIO' })
    await expect(blobFolder(folder).openSealed(stored)).rejects.toMatchObject({ code: 'EIO' })
  })

  it('sweeps leftovers of a process that died, and no file that is none of its own', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'incoming'))
    mkdirSync(join(folder, 'ab'))
    writeFileSync(join(folder, 'incoming', 'f'.repeat(32)), 'half')
    writeFileSync(join(folder, 'ab', 'README'), 'mine')
    expect(await blobFolder(folder).sweep('2999-01-01T00:00:00.000Z', async () => false)).toBe(1)
    expect(filesIn(folder)).toEqual([join(folder, 'ab', 'README')])
  })

  it('does not call a missing right a broken stream', async () => {
    const folder = join(newFolder(), 'a-file')
    writeFileSync(folder, '')
    await expect(blobFolder(folder).take(Readable.from([Buffer.from('abc')]), ANY)).rejects.toMatchObject({ code: 'ENOTDIR' })
  })
})
