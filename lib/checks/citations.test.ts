import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, linesOf, ROOT } from './repository.ts'

/** Notes as they were called before they moved in: written so in decisions, which are never edited. */
const OLD = /(?<![\w/.-])(?:design|domain|growth|found|liaison|skeleton|probes|style|ux|stack)\.md\b/g
const CITED = /docs\/(\w+)\.md`?((?:[\s,]*(?:and )?(?:§[PW]?\d+(?:\.\d+)*|[DJ]\d+|rules? \d+))*)/g
const PLACE = /§[PW]?\d+(?:\.\d+)*|[DJ]\d+|rules? \d+/g

/** What can be cited of a page: numbered headings, decisions, rules and journeys. */
function placesIn(page: string): Set<string> {
  const places = new Set<string>()
  for (const line of linesOf(`docs/${page}.md`)) {
    const [, heading] = /^#{2,3} ([PW]?\d+(?:\.\d+)*)\.? /.exec(line) ?? []
    if (heading) places.add(`§${heading}`)
    const [, decision] = /^## (D\d+)$/.exec(line) ?? []
    if (decision) places.add(decision)
    const [, rule] = /^(?:\*\*)?(\d+)\. /.exec(line) ?? [] // style.md writes them bold, the handbook as a list
    if (rule) places.add(`rule ${rule}`)
    const [, journey] = /^\*\*(J\d+)\b/.exec(line) ?? []
    if (journey) places.add(journey)
  }
  return places
}
const pages = new Map<string, Set<string>>()
const placesOf = (page: string): Set<string> => pages.get(page) ?? pages.set(page, placesIn(page)).get(page) ?? new Set()

/** Citations of a text that lead nowhere. */
function deadIn(text: string): string[] {
  const ours = text.replaceAll(/^>.*$/gm, '') // what others wrote cites their own
  const dead = [...ours.matchAll(CITED)].flatMap(([whole, page = '', places = '']) => {
    if (!existsSync(join(ROOT, `docs/${page}.md`))) return [whole]
    return (places.match(PLACE) ?? [])
      .filter((place) => !placesOf(page).has(place.replace('rules', 'rule')))
      .map((place) => `${page} ${place}`)
  })
  return [...dead, ...(text.match(OLD) ?? [])]
}

const READ = filesIn().filter(
  (path) => /\.(?:ts|tsx|mjs|css|md)$/.test(path) && !path.startsWith('lib/decisions/') && !path.includes('citations.test'),
)

describe('what is cited', () => {
  it.each(READ.filter((path) => linesOf(path).some((line) => line.includes('docs/') || line.match(OLD))))(
    '%s leads to a heading that is there',
    (path) => expect(deadIn(linesOf(path).join('\n'))).toEqual([]),
  )
  it('is much, else this reads nothing', () => {
    const found = READ.flatMap((path) => [...linesOf(path).join('\n').matchAll(CITED)])
    expect(found.length).toBeGreaterThan(200)
  })
  it('is known from what is not there', () => {
    expect(deadIn('as docs/handbook.md §3.4 and docs/decisions.md D7, D13 say (docs/style.md rule 5; docs/ux.md J5, §1.3)')).toEqual([])
    expect(deadIn('docs/handbook.md §3.99, docs/nowhere.md §1, docs/decisions.md D7, D99, docs/style.md rule 16, design.md D7')).toEqual([
      'handbook §3.99',
      'docs/nowhere.md §1',
      'decisions D99',
      'style rule 16',
      'design.md',
    ])
  })
})
