/** The strictest power cut: at the moment of the answer, only what was flushed is left (disk.memory.ts). */
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TakeOutcome } from '#lib/ports/blob-store'
import { blobFolder } from './blob-folder.ts'
import { type ForgetfulDisk, forgetfulDisk } from './disk.memory.ts'
import { type Disk, makeFolder, syncFolder } from './disk.ts'

const BLOBS = 'data/blobs'
let root = ''
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'power-'))))
afterEach(() => rmSync(root, { recursive: true }))

const send = (disk: Disk, bytes = 10) =>
  blobFolder(join(root, BLOBS), disk).take(Readable.from([randomBytes(bytes)]), { maxBytes: 2 ** 31 })
const pathOf = (outcome: TakeOutcome): string => {
  if (!outcome.ok) throw new Error(outcome.code)
  return join(BLOBS, outcome.stored.blobId.slice(0, 2), outcome.stored.blobId)
}
/** As a process did that ended before it flushed them. */
const makeAllFolders = (): void => {
  for (let shard = 0; shard < 256; shard++) mkdirSync(join(root, BLOBS, shard.toString(16).padStart(2, '0')), { recursive: true })
}

describe('a power cut', () => {
  it('leaves the first file of a new data folder, as soon as it is answered (found J18)', async () => {
    const disk = forgetfulDisk(root)
    await makeFolder(join(root, 'data'), disk) // as at the start (lib/server/boot/main.ts)
    const outcome = await send(disk)
    expect(disk.afterPowerCut()).toContain(pathOf(outcome))
  })

  it('leaves each of many files at once, at the moment of its own answer (found J18)', async () => {
    const disk = forgetfulDisk(root)
    await makeFolder(join(root, 'data'), disk)
    const store = blobFolder(join(root, BLOBS), disk)
    const sent = Array.from({ length: 40 }, async () => {
      const outcome = await store.take(Readable.from([randomBytes(2 ** 20 + 1)]), { maxBytes: 2 ** 31 })
      return { path: pathOf(outcome), left: disk.afterPowerCut() }
    })
    for (const { path, left } of await Promise.all(sent)) expect(left).toContain(path)
  })

  it('leaves a file whose folders were made by somebody who ended before flushing them (found J18)', async () => {
    const disk = forgetfulDisk(root)
    await makeFolder(join(root, 'data'), disk)
    makeAllFolders()
    const outcome = await send(disk)
    expect(disk.afterPowerCut()).toContain(pathOf(outcome))
  })

  it('leaves a file that came after one whose folder could not be flushed (found J18)', async () => {
    const disk = forgetfulDisk(root)
    await makeFolder(join(root, 'data'), disk)
    let isBroken = true
    const breaking: Disk = {
      ...disk,
      open: (path, flags, mode) => (isBroken && flags === 'r' ? Promise.reject(new Error('EIO')) : disk.open(path, flags, mode)),
    }
    const store = blobFolder(join(root, BLOBS), breaking)
    await expect(store.take(Readable.from([randomBytes(10)]), { maxBytes: 100 })).rejects.toThrow('EIO')
    isBroken = false
    const outcome = await store.take(Readable.from([randomBytes(10)]), { maxBytes: 100 })
    expect(disk.afterPowerCut()).toContain(pathOf(outcome))
  })
})

describe('the disk that forgets', () => {
  const write = async (disk: ForgetfulDisk, name: string, isFlushed: boolean): Promise<void> => {
    const file = await disk.open(join(root, name), 'wx', 0o600)
    await file.writeFile('x')
    if (isFlushed) await file.sync()
    await file.close()
  }

  it('keeps a file only where its bytes, its name and each folder above are flushed', async () => {
    const disk = forgetfulDisk(root)
    await disk.mkdir(join(root, 'a/b'), { recursive: true, mode: 0o700 })
    await write(disk, 'a/b/kept', true)
    expect(disk.afterPowerCut()).toEqual([])
    await syncFolder(join(root, 'a/b'), disk)
    await syncFolder(root, disk)
    expect(disk.afterPowerCut(), 'the folder between is still to be flushed').toEqual(['a'])
    await syncFolder(join(root, 'a'), disk)
    expect(disk.afterPowerCut()).toEqual(['a', 'a/b', 'a/b/kept'])
    await write(disk, 'a/b/bytes', false)
    await syncFolder(join(root, 'a/b'), disk)
    expect(disk.afterPowerCut()).not.toContain('a/b/bytes')
  })

  it('finds a moved file where the last flush left its name', async () => {
    const disk = forgetfulDisk(root)
    await disk.mkdir(join(root, 'a'), { recursive: true, mode: 0o700 })
    await write(disk, 'x', true)
    await syncFolder(root, disk)
    await disk.rename(join(root, 'x'), join(root, 'a/y'))
    expect(disk.afterPowerCut()).toEqual(['a', 'x'])
    await syncFolder(join(root, 'a'), disk)
    expect(disk.afterPowerCut()).toContain('a/y')
    writeFileSync(join(root, 'foreign'), 'x')
    await syncFolder(root, disk)
    expect(disk.afterPowerCut()).toEqual(['a', 'a/y', 'foreign'])
  })
})
