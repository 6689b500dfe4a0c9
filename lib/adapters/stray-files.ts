/** What lies in the folder of stored files and is none of them. */
import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

const SHARD = /^[0-9a-f]{2}$/
const BLOB = /^[0-9a-f]{32}$/
const INCOMING = 'incoming'
/** Clocks of two machines differ; a file from tomorrow is from nobody. */
const AHEAD_MS = 60_000

/**
 * By their place in the folder. Of a file younger than `graceMs` the event may be still to come, and what a broken-off one left is swept
 * in time. A named file in another's place, or a folder or link under its name, is a stray one too.
 */
export async function* strayFiles(folder: string, isNamed: (blobId: string) => boolean, graceMs: number): AsyncGenerator<string> {
  for (const top of await entriesIn(folder)) {
    if (!top.isDirectory() || !(top.name === INCOMING || SHARD.test(top.name))) {
      yield top.name
      continue
    }
    for (const entry of await entriesIn(join(folder, top.name))) {
      const place = `${top.name}/${entry.name}`
      const isBlob = entry.isFile() && BLOB.test(entry.name)
      const isInPlace = isBlob && entry.name.startsWith(top.name)
      if (isInPlace && isNamed(entry.name)) continue
      if ((isInPlace || (isBlob && top.name === INCOMING)) && (await isYoung(join(folder, place), graceMs))) continue
      yield place
    }
  }
}

async function isYoung(path: string, graceMs: number): Promise<boolean> {
  const found = await stat(path).catch(absent)
  const age = found ? Date.now() - found.mtimeMs : 0 // gone meanwhile
  return age >= -AHEAD_MS && age < graceMs
}
const entriesIn = async (folder: string): Promise<Dirent[]> => (await readdir(folder, { withFileTypes: true }).catch(absent)) ?? []
function absent(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
