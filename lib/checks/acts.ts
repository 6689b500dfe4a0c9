/**
 * In how many files an act stands (docs/contributing.md §3): those that say its name, as a command, an action, a form or a duty, or the name of an
 * event that it makes. What makes one act a row lowers these numbers; `acts.md` holds them, and the test holds that.
 */
export type Source = Readonly<{ path: string; text: string }>
export type Scatter = Readonly<{ act: string; events: readonly string[]; production: readonly string[]; tests: readonly string[] }>

const RULES = ['lib/domain/case/decide.ts', 'lib/domain/transfer/decide.ts', 'lib/domain/evidence/decide.ts']
const IS_TEST =
  /\.(test|contract|spec)\.tsx?$|^e2e\/|^bench\/|^db\/(seed|testing)\/|\/(given|samples|second-table|breaches)\.ts$|^lib\/checks\//

export function scatterOf(acts: readonly string[], sources: readonly Source[]): readonly Scatter[] {
  const rules = new Map(sources.filter(({ path }) => RULES.includes(path)).flatMap(({ text }) => eventsOf(text)))
  rules.set('RegisterCase', ['CaseRegistered']) // the one that begins a case, and is no row
  return acts.map((act) => {
    const events = rules.get(act) ?? []
    const kebab = act.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
    const camel = `${act.charAt(0).toLowerCase()}${act.slice(1)}`
    const named = new RegExp(String.raw`\b(${[act, camel, kebab, ...events].join('|')})(Action)?\b`)
    const found = sources.filter(({ path, text }) => named.test(text) || path.includes(kebab)).map(({ path }) => path)
    return { act, events, production: found.filter((path) => !IS_TEST.test(path)), tests: found.filter((path) => IS_TEST.test(path)) }
  })
}

/** The events that each rule of a file can make. */
function eventsOf(text: string): readonly (readonly [act: string, events: readonly string[]])[] {
  const heads = [...text.matchAll(/^ {2}([A-Z]\w+): ?\(/gm)]
  return heads.map(({ 1: act = '', index }, i) => {
    const body = text.slice(index, heads[i + 1]?.index)
    return [act, [...new Set([...body.matchAll(/type: '(\w+)'/g)].map(([, event = '']) => event))]] as const
  })
}

export const tableOf = (all: readonly Scatter[]): string =>
  [
    '| act | events | files | of these in production |',
    '|---|---|---|---|',
    ...all
      .toSorted((a, b) => b.production.length - a.production.length || (a.act < b.act ? -1 : 1))
      .map(
        ({ act, events, production, tests }) =>
          `| ${act} | ${events.join(', ') || '–'} | ${production.length + tests.length} | ${production.length} |`,
      ),
    '',
  ].join('\n')
