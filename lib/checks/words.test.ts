import { describe, expect, it } from 'vitest'
import { filesIn, linesOf } from './repository.ts'

/** Private words of before and what they are called now (docs/glossary.md §4). A name of ours is none of them, nor has one in it that means nothing else. */
const WHOLE =
  'heat heats sheet leg legs told tell tells whoHears callsFor once takeBack takenBack lift strip again settle takeTheirs ways giveBack notOurs house here shell turnAway wholePages cannotStart doors readAt'
const PARTS =
  /heat(?!er)|whoHears|callsFor|takeBack|takenBack|takeTheirs|giveBack|notOurs|turnAway|wholePage|cannotStart|PageData$|^(?:is|as|zh|en|list)?told/i
const OLD = new Set(WHOLE.split(' '))

/** Names that are sealed, stored, shipped or somebody else's, and so stay (docs/contributing.md §2): each with where it may stand. */
const STAYS: Readonly<Record<string, readonly [where: RegExp, why: string]>> = {
  heat: [
    /^app\/\(desk\)\/(?:cases\/_list|work\/_parts)\/|^lib\/schemas\/work|^e2e\//,
    'a word of the lists’ addresses, which people have kept',
  ],
  sheet: [
    /^db\/|^lib\/(?:views|ports|usecases)\/|^lib\/server\/backup\/golden|^e2e\//,
    'the column of the folded case; and a style sheet of a browser',
  ],
  legs: [/./, 'a key of the folded case as it is stored'],
  once: [/./, 'the table of form keys; and an option and a function of Node'],
  readAt: [/./, 'a field of every form that can meet a conflict, and when a notice was read'],
  again: [/^lib\/server\/forms\/forms\.test/, 'a word of addresses'],
  shell: [/^lib\/checks\/floors\.test/, 'an option of Node'],
}

/** Names in a text of code: without comments, sentences and what stands after a dot. What is inserted into a sentence is code again. */
function namesIn(text: string): string[] {
  const bare = text
    .replaceAll(/(?<=[(,=:[!&|]\s*)\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g, '0')
    .replaceAll(/\/\*[^]*?\*\/|(?<![:'"`])\/\/.*$/gm, '')
    .replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
  // Whatever stands between a backtick or a } and the next ${ or backtick is a sentence, where it is one inside a template.
  const depth: number[] = []
  let code = ''
  for (let i = 0, inText = false; i < bare.length; i++) {
    const two = bare.slice(i, i + 2)
    if (inText && bare[i] === '\\') i++
    else if (inText && two === '${') {
      depth.push(0)
      inText = false
      i++
    } else if (bare[i] === '`') {
      inText = !inText
    } else if (!inText) {
      const top = depth.length - 1
      if (top >= 0 && bare[i] === '{') depth[top] = (depth[top] ?? 0) + 1
      if (top >= 0 && bare[i] === '}' && depth[top] === 0) {
        depth.pop()
        inText = true
        code += ' '
        continue
      }
      if (top >= 0 && bare[i] === '}') depth[top] = (depth[top] ?? 0) - 1
      code += bare[i]
    }
  }
  return [...code.matchAll(/(?<![\w$.-])[A-Za-z_$][\w$]*(?!-)/g)].map(([name]) => name)
}
const isOld = (name: string): boolean => OLD.has(name) || OLD.has(name.charAt(0).toLowerCase() + name.slice(1)) || PARTS.test(name)
const oldIn = (path: string, text: string): string[] => [
  ...new Set(namesIn(text).filter((name) => isOld(name) && !STAYS[name]?.[0].test(path))),
]

const CODE = filesIn().filter((path) => /\.(?:ts|tsx)$/.test(path) && !path.includes('checks/words.test'))

describe('words of the field', () => {
  it.each(CODE.map((path) => [path, oldIn(path, linesOf(path).join('\n'))] as const).filter(([, found]) => found.length > 0))(
    '%s has no private word of before',
    (_path, found) => expect(found).toEqual([]),
  )
  it('are looked for in all code', () => expect(CODE.length).toBeGreaterThan(900))
  it.each(Object.entries(STAYS))('%s still stands somewhere, else it need not be named', (name, [where]) =>
    expect(CODE.some((path) => where.test(path) && namesIn(linesOf(path).join('\n')).includes(name))).toBe(true),
  )
  it('are known from others', () => {
    const text =
      "const heatOf = 1 // told\nconst a = 'house'; b.once(); type CasePageData = { here: string }; const heater = `ways ${ways} legs ${ {leg} } once`"
    expect(oldIn('lib/x.ts', text)).toEqual(['heatOf', 'CasePageData', 'here', 'ways', 'leg'])
  })
})
