/** What a backup writes into until it is whole, and what one that was killed has left of that. It holds the secrets: it must not lie about. */
import { readdir, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

const OURS = /\.xianjie-part-(.+)-(\d+)$/
const DAY_MS = 86_400_000

export const partialOf = (file: string): string => `${file}.xianjie-part-${hostname()}-${process.pid}`

/** Removes them from a folder: those of this machine whose process is gone, and those of another that nobody has written to for a day. */
export async function sweepLeftovers(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, host, pid] = OURS.exec(name) ?? []
    if (host === undefined) continue
    const path = join(folder, name)
    const isLeft = host === hostname() ? !isRunning(Number(pid)) : await isOld(path, now - DAY_MS)
    if (isLeft) await rm(path, { force: true })
  }
}

/** Of our own number is what another process had it for before us. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' // somebody else's
  }
}
const isOld = (path: string, before: number): Promise<boolean> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs < before,
    () => false, // gone meanwhile
  )
