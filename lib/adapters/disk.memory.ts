/**
 * A real folder, and what of it a strict power cut would leave: a file whose bytes were flushed, under a name that its folder
 * flushed, and so up to `root`. Everything else is gone. What was not made through this disk (a database) has flushed its own bytes.
 */
import { readdirSync, statSync } from 'node:fs'
import * as fs from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Disk } from './disk.ts'

export type ForgetfulDisk = Disk & Readonly<{ afterPowerCut: () => readonly string[] }>

export function forgetfulDisk(root: string): ForgetfulDisk {
  /** By inode, so that a rename takes along what was flushed below it. */
  const names = new Map<number, ReadonlyMap<string, number>>()
  const unflushed = new Set<number>()
  const inode = (path: string): number => statSync(path).ino
  const flushNames = (folder: string): void =>
    void names.set(inode(folder), new Map(readdirSync(folder).map((name) => [name, inode(join(folder, name))])))
  const left = (at: number, path: string): string[] =>
    [...(names.get(at) ?? [])].flatMap(([name, to]) => (unflushed.has(to) ? [] : [join(path, name), ...left(to, join(path, name))]))
  flushNames(root)
  return {
    mkdir: async (path, options) => {
      const first = await fs.mkdir(path, options)
      // A new folder may have the number of one that is gone.
      if (first) for (let at = resolve(path); at.length >= first.length; at = dirname(at)) names.set(inode(at), new Map())
      return first
    },
    open: async (path, flags, mode) => {
      const file = await fs.open(path, flags, mode)
      const { ino } = await file.stat()
      if (flags === 'wx') unflushed.add(ino)
      return {
        writeFile: async (...given) => {
          unflushed.add(ino)
          await file.writeFile(...given)
        },
        sync: async () => {
          await file.sync()
          if (flags === 'wx') unflushed.delete(ino)
          else flushNames(path)
        },
        close: () => file.close(),
      }
    },
    rename: fs.rename,
    afterPowerCut: () => left(inode(root), '').toSorted(),
  }
}
