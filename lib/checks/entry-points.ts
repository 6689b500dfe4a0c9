/**
 * What the source says of each entry point: which pages, route handlers and server actions there are, whether the first thing each awaits
 * says who is here, whether it asks the policy, and whether it tells the access log. Reads text, since TypeScript 7 gives no tree: the formatter (a gate) begins
 * every top-level declaration at the margin and nothing else, so a file falls into its declarations by its unindented lines.
 */
import { dirname, join } from 'node:path'

export type EntryPoint = Readonly<{ name: string; identifiesFirst: boolean; identifies: boolean; asks: boolean; isLogged: boolean }>
export type Source = ReadonlyMap<string, string>
type Declared = Readonly<{ path: string; name: string; text: string; isExported: boolean }>

/** Says who is here (lib/server/session/signed-in.ts). */
const IDENTIFIES = /\b(?:signedIn|currentPerson)\(/
/** Asks the one table, itself or by a reading that does (lib/domain/policy, lib/usecases/read-case.ts), or holds nothing but `ask`. */
const ASKS = /\b(?:mayDo|can|mayInOffice|scopesOf|partsOf|readCaseAs|readContentAs|readTrackAs|readPaperAs)\(|\bme\.ask\b|\bcaseDesk\(me\)/
/** Tells the access log what is read, or sent to a route (lib/server/session/access-notes.ts); an action does it where it says who is here. */
const LOGS = /\b(?:reads|download|sends)\(/
const ROUTE_METHODS = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/

export function entryPointsOf(source: Source): EntryPoint[] {
  const all = [...source].flatMap(([path, text]) => declarationsIn(path, text))
  const entryPoints = all.filter((one) => one.isExported && isEntryPoint(one, source.get(one.path) ?? ''))
  return entryPoints.map((entry) => ({
    name: `${entry.path} ${entry.name}`,
    identifiesFirst: firstAwaited(entry, all, source),
    identifies: reaches(entry, ({ text }) => IDENTIFIES.test(text), all, source),
    asks: reaches(entry, (one) => ASKS.test(one.text) || handsOver(one, source), all, source),
    isLogged: reaches(entry, ({ text }) => LOGS.test(text), all, source),
  }))
}

function isEntryPoint({ path, name, text }: Declared, file: string): boolean {
  if (/^['"]use server['"]/m.test(file)) return !text.startsWith('export type')
  if (/(?:^|\/)route\.ts$/.test(path)) return ROUTE_METHODS.test(name)
  return /(?:^|\/)page\.tsx$/.test(path) && text.startsWith('export default')
}

function declarationsIn(path: string, text: string): Declared[] {
  const [, ...chunks] = `\n${text}`.split(/\n(?=(?:export |async |function |const |let |type |interface |class ))/)
  return chunks.flatMap((chunk) => {
    // `export { handler as GET, handler as POST }`: each is a entry that is that function.
    const given = /^export \{([^}]*)\}(?! from)/.exec(chunk)?.[1]
    if (given !== undefined)
      return given.split(',').map((pair) => {
        const [local = '', as = local] = pair.trim().split(' as ')
        return { path, name: as, text: `${local}()`, isExported: true }
      })
    const name = /^(?:export )?(?:default )?(?:async )?(?:function|const|let|class) (\w+)/.exec(chunk)?.[1]
    return name === undefined ? [] : [{ path, name, text: chunk, isExported: chunk.startsWith('export ') }]
  })
}

/** `await params` and `await searchParams` are the address; what comes next must know who asks. */
function firstAwaited(entry: Declared, all: readonly Declared[], source: Source): boolean {
  const first = /\bawait (?!(?:props\.)?(?:params|searchParams)\b)\(*(?:await )?([\w.]+)\(/.exec(entry.text)
  const called = first?.[1] ?? ''
  if (IDENTIFIES.test(`${called}(`)) return true
  const next = calledBy(entry, all, source).find(({ name }) => name === called || (first === null && called === ''))
  return next ? firstAwaited(next, all, source) : false
}

/** Hands the person to an office use-case, which asks as they do (lib/usecases/office). */
function handsOver({ path, text }: Declared, source: Source): boolean {
  const names = [...(source.get(path) ?? '').matchAll(/^import \{([^}]*)\} from '#lib\/usecases\/office\//gm)].flatMap(([, found = '']) =>
    found.split(',').map((name) => name.trim()),
  )
  return names.some((name) => name !== '' && new RegExp(`\\b${name}\\(me, `).test(text))
}

function reaches(
  from: Declared,
  wanted: (one: Declared) => boolean,
  all: readonly Declared[],
  source: Source,
  seen = new Set<string>(),
): boolean {
  const key = `${from.path} ${from.name}`
  if (seen.has(key)) return false
  seen.add(key)
  return wanted(from) || calledBy(from, all, source).some((next) => reaches(next, wanted, all, source, seen))
}

/** Declarations that this one calls or draws, of its own file or of one that it imports. */
function calledBy({ path, name: own, text }: Declared, all: readonly Declared[], source: Source): Declared[] {
  const imported = importsOf(path, source)
  return all.filter((one) => {
    const local = one.path === path ? (one.name === own ? undefined : one.name) : imported.get(`${one.path} ${one.name}`)
    return local !== undefined && new RegExp(`(?:\\b|<)${local}(?:\\(|\\b[\\s/>])`).test(text)
  })
}

/** Local names by the file and the name they are exported under. */
function importsOf(path: string, source: Source): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, names = '', from = ''] of (source.get(path) ?? '').matchAll(/^import (?:type )?\{([^}]*)\} from '([^']+)'/gm)) {
    const file = fileOf(path, from, source)
    for (const pair of file === null ? [] : names.split(',')) {
      const [exported = '', as = exported] = pair
        .trim()
        .replace(/^type /, '')
        .split(' as ')
      found.set(`${file} ${exported}`, as)
    }
  }
  return found
}
function fileOf(path: string, from: string, source: Source): string | null {
  const at = from.startsWith('#app/') ? from.slice(1) : from.startsWith('.') ? join(dirname(path), from) : null
  return at === null ? null : ([at, `${at}.ts`, `${at}.tsx`].find((file) => source.has(file)) ?? null)
}
