/** npm run bench [-- part …] [--quick]: ratios against controls of the same run; a table, and .cache/bench/results.json. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, print } from './figures.ts'
import { commits } from './parts/commits.ts'
import { crowd } from './parts/crowd.ts'
import { largeCase } from './parts/large-case.ts'
import { pages } from './parts/pages.ts'
import { paging } from './parts/paging.ts'
import { refolding } from './parts/refold.ts'
import { start } from './parts/start.ts'
import { upload } from './parts/upload.ts'
import { worlds } from './parts/worlds.ts'
import { CACHE, machine } from './place.ts'
import { buildCopy } from './portal.ts'

const PARTS: Readonly<Record<string, (isQuick: boolean) => Promise<Figure[]>>> = {
  worlds,
  pages,
  paging,
  commits,
  large: largeCase,
  upload,
  start,
  crowd,
  refold: refolding,
}

const words = process.argv.slice(2)
const isQuick = words.includes('--quick')
const asked = words.filter((word) => word !== '--quick')
const unknown = asked.filter((word) => !PARTS[word])
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => process.exit(130)) // so that servers are ended, too
buildCopy()
const shape = machine()
console.log(shape)
const file = join(CACHE, 'results.json')
const before: readonly object[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
const figures: Figure[] = []
const faults: unknown[] = []
for (const [name, measure] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`· ${name}`)
  try {
    const found = await measure(isQuick)
    print(found)
    figures.push(...found)
  } catch (error) {
    console.error(error) // the other parts are still worth their time
    faults.push(error)
  }
  writeFileSync(file, JSON.stringify([...before, { at: new Date().toISOString(), isQuick, machine: shape, figures }], null, 2))
}
console.log()
print(figures)
process.exit(faults.length > 0 ? 1 : 0)
