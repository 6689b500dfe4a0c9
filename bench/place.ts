import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '..')
/** Everything the bench makes: ignored, kept between runs, safe to remove. */
export const CACHE = join(ROOT, '.cache/bench')
mkdirSync(CACHE, { recursive: true, mode: 0o700 })

/** What a figure depends on and a reader must know; no name of a machine. */
export const machine = () => ({
  cores: availableParallelism(),
  cpu: cpus()[0]?.model ?? 'unknown',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  platform: `${process.platform}-${process.arch}`,
  /** Before the first figure: more than half a core of somebody else's work, and the figures wobble. */
  loadBefore: Math.round((loadavg()[0] ?? 0) * 100) / 100,
})

/** One digest over folders of the repository, so that what was made of them is made anew when they change. */
export function digestOf(...folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of folders.flatMap(filesIn)) hash.update(`\n${file}\n`).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex').slice(0, 16)
}
const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
    .filter((file) => !/\.test\.tsx?$|\.md$/.test(file))
