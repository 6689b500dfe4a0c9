/** Where a page's time goes: node bench/profile.ts <path> [cases] [requests]. Writes a .cpuprofile beside the worlds and prints the heaviest functions, each by its own time. */
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HANDLER, worldOf } from './generate/world.ts'
import { CACHE } from './place.ts'
import { buildCopy, openPortal } from './portal.ts'

type Profile = Readonly<{
  nodes: readonly { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; children?: number[] }[]
  samples: readonly number[]
  timeDeltas: readonly number[]
}>

const [path = '/work', cases = '1000', requests = '300'] = process.argv.slice(2)
buildCopy()
const { dataDir, openId } = await worldOf(Number(cases))
const folder = mkdtempSync(join(CACHE, 'profile-'))
const portal = await openPortal(dataDir, { flags: ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=500'] })
const cookie = await portal.signIn(HANDLER)
for (let n = 0; n < Number(requests); n++) await portal.ask(path.replace('{case}', openId), { headers: { cookie } })
await portal.stop()

const profiles = readdirSync(folder).map((file): Profile => JSON.parse(readFileSync(join(folder, file), 'utf8')))
const [main] = profiles.toSorted((a, b) => b.samples.length - a.samples.length)
if (!main) throw new Error('no profile was written')
const self = new Map<number, number>()
main.samples.forEach((id, i) => self.set(id, (self.get(id) ?? 0) + (main.timeDeltas[i] ?? 0)))
const byPlace = new Map<string, number>()
for (const {
  id,
  callFrame: { functionName, url, lineNumber },
} of main.nodes) {
  const place = `${functionName || '(anonymous)'} ${url.replace(/^.*\/(?=node_modules|\.next|lib|db|app)/, '')}:${lineNumber + 1}`
  byPlace.set(place, (byPlace.get(place) ?? 0) + (self.get(id) ?? 0))
}
const busy = [...byPlace].filter(([place]) => !/^\((idle|program)\)/.test(place))
const total = busy.reduce((sum, [, us]) => sum + us, 0)
for (const [place, us] of busy.toSorted((a, b) => b[1] - a[1]).slice(0, 40))
  console.log(`${((us / total) * 100).toFixed(1).padStart(5)} %  ${place}`)
