/** npm run bench [-- part …] [--quick]: ratios against controls of the same run; a table, and .cache/bench/results.json. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, print } from './figures.ts'
import { commits } from './parts/commits.ts'
import { crowd } from './parts/crowd.ts'
import { pages } from './parts/pages.ts'
import { paging } from './parts/paging.ts'
import { start } from './parts/start.ts'
import { upload } from './parts/upload.ts'
import { CACHE, machine } from './place.ts'
import { buildCopy } from './portal.ts'

const PARTS: Readonly<Record<string, (isQuick: boolean) => Promise<Figure[]>>> = { pages, paging, commits, upload, start, crowd }

const words = process.argv.slice(2)
const isQuick = words.includes('--quick')
const asked = words.filter((word) => word !== '--quick')
const unknown = asked.filter((word) => !PARTS[word])
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(PARTS).join(', ')}.`)
  process.exit(2)
}
buildCopy()
const shape = machine()
console.log(shape)
const figures: Figure[] = []
for (const [name, measure] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`· ${name}`)
  figures.push(...(await measure(isQuick)))
}
print(figures)
const file = join(CACHE, 'results.json')
const before: readonly object[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : []
writeFileSync(file, JSON.stringify([...before, { at: new Date().toISOString(), isQuick, machine: shape, figures }], null, 2))
process.exit(0)
