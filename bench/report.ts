/** A profile as tables: each package's and room's own time, and what our functions cost with all that they call. */
import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ROOT } from './place.ts'
import type { Profile } from './sampling.ts'

const maps = new Map<string, SourceMap>()

export function report(what: string, { nodes, samples = [], timeDeltas = [] }: Profile, times: number): void {
  const own = new Map<number, number>()
  samples.forEach((id, i) => own.set(id, (own.get(id) ?? 0) + (timeDeltas[i] ?? 0)))
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)))
  const frames = new Map(nodes.map((node) => [node.id, placeOf(node.callFrame)]))
  const [ownOf, withCalls] = [new Map<string, number>(), new Map<string, number>()]
  let busy = 0
  for (const [id, us] of own) {
    const { room, name } = frames.get(id) ?? { room: '', name: '' }
    if (name === '(idle)' || name === '(program)' || name === '(root)' || room === 'node:inspector') continue
    busy += us
    ownOf.set(room, (ownOf.get(room) ?? 0) + us)
    const seen = new Set<string>()
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const frame = frames.get(at)
      if (frame?.isOurs) seen.add(`${frame.name} ${frame.file}`)
    }
    for (const place of seen) withCalls.set(place, (withCalls.get(place) ?? 0) + us)
  }
  const share = (us: number) => `${((us / busy) * 100).toFixed(1).padStart(5)} %  ${(us / 1_000 / times).toFixed(3).padStart(7)} ms`
  const heaviest = (of: Map<string, number>, n: number) => [...of].toSorted((a, b) => b[1] - a[1]).slice(0, n)
  console.log(`${what}: ${(busy / 1_000 / times).toFixed(2)} ms busy each of ${times} times\n\nown time`)
  for (const [room, us] of heaviest(ownOf, 25)) console.log(`${share(us)}  ${room}`)
  console.log('\nour functions, with what they call')
  for (const [place, us] of heaviest(withCalls, 60)) console.log(`${share(us)}  ${place}`)
}

type Place = Readonly<{ room: string; name: string; file: string; isOurs: boolean }>
function placeOf({ functionName, url, lineNumber, columnNumber }: Profile['nodes'][number]['callFrame']): Place {
  const name = functionName || '(anonymous)'
  if (url === '') return { room: name.startsWith('(') ? name : 'built into Node', name, file: '', isOurs: false }
  if (url.startsWith('node:')) return { room: url.split('/')[0] ?? url, name, file: url, isOurs: false }
  const file = url.startsWith('file:') ? fileURLToPath(url) : url
  const owner = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]
  if (owner) return { room: owner, name, file, isOurs: false }
  const found = mapOf(file)?.findEntry(lineNumber, columnNumber)
  const source = found && 'originalSource' in found ? decodeURIComponent(String(found.originalSource)) : file
  const from = source.replace(/^.*\[project\]\//, '').replace(/^.*\.cache\/bench\/app\//, '')
  const packaged = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(from)?.[1]
  if (packaged) return { room: packaged, name, file: from, isOurs: false }
  const ours = from.startsWith('/') ? relative(ROOT, from) : from
  const room = /^(?:app|db|lib|e2e|bench)\/[^/]+/.exec(ours)?.[0] ?? ours
  const at = found && 'originalLine' in found ? found.originalLine : lineNumber
  const called = (found && 'name' in found && String(found.name ?? '')) || name
  return { room, name: called === '' ? name : called, file: `${ours}:${Number(at) + 1}`, isOurs: true }
}

function mapOf(file: string): SourceMap | undefined {
  if (!existsSync(`${file}.map`)) return undefined
  const known = maps.get(file) ?? new SourceMap(JSON.parse(readFileSync(`${file}.map`, 'utf8')))
  maps.set(file, known)
  return known
}
