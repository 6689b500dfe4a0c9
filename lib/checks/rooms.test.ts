import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn, linesOf, ROOT } from './repository.ts'

const ROOMS = [
  'lib/domain',
  'lib/ledger',
  'lib/views',
  'lib/schemas',
  'lib/ports',
  'lib/usecases',
  'lib/adapters',
  'lib/server',
  'lib/i18n',
  'lib/checks',
  'db',
  'db/seed',
  'app',
  'app/_ui',
  'e2e',
  'bench',
]
const files = filesIn()
const names = new Set(files.map((path) => path.slice(path.lastIndexOf('/') + 1)))
const notes = files.filter((path) => path.endsWith('.md'))
/** Names of what there is not, on purpose; and a page that tells of what was tried and not kept. */
const ABSENT = new Set(['proxy.ts', 'index.ts'])
const OF_WHAT_WAS_TRIED = 'docs/stack.md'
const rooms = ROOMS.filter((room) => files.some((path) => path.startsWith(`${room}/`) && /\.tsx?$/.test(path)))
const readmes = notes.filter((path) => path.includes('/') && path.endsWith('/README.md'))
const decisions = notes.filter((path) => path.startsWith('lib/decisions/'))

/** What stands in backticks and means a file: a path from the root or from the note, an alias, or a bare file name. */
function deadPathsIn(note: string): string[] {
  const quoted = linesOf(note).flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''))
  return note === OF_WHAT_WAS_TRIED ? [] : quoted.filter((text) => meansFile(text) && !ABSENT.has(text) && !isAlive(text, note))
}
const OWN = /^(app|db|lib|e2e|bench|scripts|\.ci|\.\.?)\//
const meansFile = (text: string): boolean =>
  /^[\w@.#/()[\]-]+$/.test(text) && (OWN.test(text) || /^#(lib|db|app)\//.test(text) || /^[\w.-]+\.(tsx?|mjs|md|css|sql)$/.test(text))

/** Where files went that a decision names as they were called then. */
const MOVED: ReadonlyMap<string, string> = new Map(
  linesOf('docs/glossary.md').flatMap((line) => {
    const [, then, now] = /^\| `([^`]+\.tsx?)` \| `([^`]+)` \|$/.exec(line) ?? []
    return then !== undefined && now !== undefined ? [[then, now] as const] : []
  }),
)

function isAlive(text: string, note: string): boolean {
  const moved = decisions.includes(note) || note === 'docs/glossary.md' ? MOVED.get(text) : undefined
  if (moved !== undefined) return isAlive(moved, ROOT)
  if (text.startsWith('#')) return ['.ts', '.tsx'].some((end) => existsSync(join(ROOT, `${text.slice(1)}${end}`)))
  if (!text.includes('/')) return names.has(text)
  return [normalize(text), join(dirname(note), text)].some((path) => existsSync(join(ROOT, path)))
}

describe('each room says what is true now', () => {
  it.each(rooms)('%s has a README.md', (room) => expect(notes).toContain(`${room}/README.md`))
  it.each(readmes)('%s has at most 30 lines', (path) => expect(linesOf(path).length).toBeLessThanOrEqual(30))
  it.each(decisions)('%s has at most 40 lines', (path) => expect(linesOf(path).length).toBeLessThanOrEqual(40))
  it.each(decisions)('%s is numbered', (path) => expect(path).toMatch(/^lib\/decisions\/(\d{4}-[a-z0-9-]+|README)\.md$/))
  it.each(notes)('%s names no file that is not there', (path) => expect(deadPathsIn(path)).toEqual([]))
})

describe('the reader of notes', () => {
  it('knows a file from a word', () => {
    expect(
      ['lib/checks/rooms.test.ts', './decide.ts', '#db/open', 'evolve.ts', 'app/(desk)/cases/[caseId]'].filter(meansFile),
    ).toHaveLength(5)
    expect(['npm test', 'next/link', 'TransferSent', 'lib/*', 'e2e -- transfer'].filter(meansFile)).toEqual([])
  })
  it('knows a dead file from a living one', () => {
    const note = 'lib/checks/README.md'
    expect(
      ['lib/checks', './repository.ts', 'repository.ts', '#lib/checks/repository', '../checks/rooms.test.ts'].filter(
        (text) => !isAlive(text, note),
      ),
    ).toEqual([])
    expect(['lib/nowhere', './gone.ts', 'gone.ts', '#lib/checks/gone'].filter((text) => isAlive(text, note))).toEqual([])
  })
})
