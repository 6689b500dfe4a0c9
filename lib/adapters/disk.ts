/**
 * Names that outlive a power cut: the bytes of a file are flushed by its own handle, its name by the folder in which it stands, and
 * that folder's name by the next one up.
 */
import * as fs from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** The calls of node:fs/promises by which something comes to stay. A test gives those of a disk that forgets what was not flushed. */
export type Disk = Readonly<{
  mkdir: (path: string, options: Readonly<{ recursive: true; mode: number }>) => Promise<string | undefined>
  open: (path: string, flags: 'wx' | 'r', mode?: number) => Promise<Pick<fs.FileHandle, 'writeFile' | 'sync' | 'close'>>
  rename: (from: string, to: string) => Promise<void>
}>

/** With all that is missing above it; each new name is flushed. */
export async function makeFolder(path: string, disk: Disk = fs): Promise<void> {
  const first = await disk.mkdir(path, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let at = resolve(path); at.length >= first.length; at = dirname(at)) await syncFolder(dirname(at), disk)
}

/** Without it a power cut can forget the name of a file whose bytes are safe. Windows opens no folder, and needs none. */
export async function syncFolder(folder: string, disk: Disk = fs): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
