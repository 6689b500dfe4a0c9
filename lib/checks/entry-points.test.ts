/** Every page, route handler and server action is a public address: each says first who is here, and asks what they may (docs/style.md §7). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { POLICY } from '#lib/domain/policy/table'
import { REASON_ACTS, reasonActs } from '#lib/schemas/reason-acts'
import { entryPointsOf, type Source } from './entry-points.ts'
import { filesIn, ROOT } from './repository.ts'

const APP: Source = new Map(
  filesIn('app')
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
    .map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]),
)
const DOORS = entryPointsOf(APP)

/** Open to everybody, each for its reason. */
const OPEN: Readonly<Record<string, string>> = {
  'app/sign-in/page.tsx SignInPage': 'whoever is not here yet comes in here',
  'app/api/auth/[...nextauth]/route.ts GET': 'sets the CSRF cookie for the sign-in page',
  'app/api/auth/[...nextauth]/route.ts POST': 'takes the name and the password',
  'app/sign-out/route.ts POST': 'ends the session that the cookie names, and none is as good',
  'app/welcome/[token]/page.tsx WelcomePage': 'a one-time link is who they are (guest.ts)',
  'app/welcome/[token]/actions.ts setFirstPasswordAction': 'as above: the token is read again, and used once',
  'app/fault/page.tsx FaultPage': 'says that something broke, and only error-pages.ts leads there',
  'app/preferences/actions.ts choosePreferencesAction': 'language, size and theme belong to the browser, also before sign-in',
}
/** Says who is here and asks no policy: what it touches is that person's own, by their id. */
const OWN: Readonly<Record<string, string>> = {
  'app/page.tsx Page': 'leads to where this person begins',
  'app/(desk)/account/page.tsx AccountPage': 'one’s own account',
  'app/(desk)/account/actions.ts changePasswordAction': 'one’s own password, with the old one',
  'app/(desk)/law/page.tsx LawPage': 'the law is everybody’s',
  'app/(desk)/notices/page.tsx NoticesPage': 'what this person was told',
  'app/(desk)/notices/actions.ts markReadAction': 'one’s own marks',
  'app/(desk)/cases/[caseId]/report/write/actions.ts discardReportDraftAction': 'one’s own draft',
  'app/api/drafts/route.ts POST': 'one’s own drafts',
  'app/api/notices/unread/route.ts GET': 'one’s own count',
  'app/api/session/stay/route.ts POST': 'one’s own session',
}

const onOneLine = (text: string): string => text.replaceAll(/\(\s+/g, '(').replaceAll(/\s+/g, ' ')

describe('the doors of the portal', () => {
  it('are found', () => {
    const count = (part: RegExp) => DOORS.filter(({ name }) => part.test(name)).length
    expect(count(/page\.tsx /)).toBe(
      [...APP.keys()].filter((path) => path.endsWith('page.tsx') && APP.get(path)?.includes('export default')).length,
    )
    expect(count(/page\.tsx /)).toBeGreaterThan(40)
    expect(count(/route\.ts /)).toBeGreaterThan(10)
    expect(count(/actions\.ts /)).toBeGreaterThan(30)
  })
  it.each(DOORS.filter(({ name }) => !(name in OPEN)))('$name says first who is here', ({ identifies, identifiesFirst }) =>
    expect({ identifies, identifiesFirst }).toEqual({ identifies: true, identifiesFirst: true }),
  )
  it.each(DOORS.filter(({ name }) => !(name in OPEN) && !(name in OWN)))('$name asks what they may', ({ asks }) => expect(asks).toBe(true))
  const ofCases = DOORS.filter(({ name }) => /\[(?:caseId|trackId)\]/.test(name) && !/actions\.ts /.test(name))
  it.each(ofCases)('$name tells the access log what is read or sent there (found J13)', ({ isLogged }) => expect(isLogged).toBe(true))
  it('look first whether what is bound to them is an id (found J15)', () => {
    const bound = [...APP].flatMap(([path, text]) =>
      [...text.matchAll(/^export async function (\w+)\((.+), form: FormData\)[^{]*\{\n(.*)\n(.*)/gm)].map(
        ([, name = '', ids = '', first = '', second = '']) => ({
          name: `${path} ${name}`,
          ids: ids.replaceAll(/: [^,]+/g, ''),
          first: first + second,
          body: onOneLine(text.slice(text.indexOf(`function ${name}(`)).split('\n}\n')[0] ?? ''),
        }),
      ),
    )
    expect(bound.length).toBeGreaterThan(25)
    for (const { name, ids, first, body } of bound.filter(({ name }) => !(name in OPEN))) {
      const [one = ''] = ids.split(', ')
      const preambles = [`await act([${ids}], form, `, `await actOn(${one}, form, `, `=== ${one}) ?? notFound()`]
      expect(first.includes(`mustBeIds(${ids})`) || preambles.some((way) => body.includes(way)), name).toBe(true)
    }
    expect(APP.get('app/(desk)/actions.ts'), 'the name is one of a table, the rest are ids').toContain(
      'await act([caseId, trackId], form, ',
    )
    expect(APP.get('app/_form/act.ts')).toMatch(/\): Promise<void> \{\n {2}mustBeIds\(\.\.\.ids\)\n/)
    expect(onOneLine(APP.get('app/(desk)/transfers/_track/act-on.ts') ?? '')).toContain('await act([trackId], form, ')
  })
  it('ask the policy before a password: an action reaches it through lib/server/session/confirmed.ts alone', () => {
    const actions = DOORS.filter(({ name }) => /actions\.ts /.test(name)).map(({ name }) => name.slice(0, name.lastIndexOf(' ')))
    expect([...new Set(actions)].filter((path) => /\breauth\b/.test(APP.get(path) ?? ''))).toEqual([])
    expect([...new Set(actions)].filter((path) => /\bconfirmed\(/.test(APP.get(path) ?? '')).length).toBeGreaterThan(5)
  })
  it('ask a password for just the acts that have a grade in the policy', () => {
    const named = [...APP.values()]
      .filter((text) => /\bconfirmed\(|\.reauth\(/.test(text))
      .flatMap((text) => [
        ...[...text.matchAll(/action: '(\w+)'/g)].map(([, act]) => act),
        ...[...text.matchAll(/\.reauth\(.*$/gm)].flatMap(([line]) => [...line.matchAll(/'(\w+)'/g)].map(([, act]) => act)),
      ])
      .filter((act) => act !== undefined && Object.hasOwn(POLICY, act))
      .concat(reasonActs.filter((act) => POLICY[act].password !== null)) // by their one action, which confirms every one of them
    const graded = Object.entries(POLICY).filter(([, { password }]) => password !== null)
    expect([...new Set(named)].toSorted()).toEqual(graded.map(([act]) => act).toSorted())
  })
  it('are excused by name only where there are such', () => {
    const names = new Set(DOORS.map(({ name }) => name))
    expect([...Object.keys(OPEN), ...Object.keys(OWN)].filter((name) => !names.has(name))).toEqual([])
  })
})

describe('a door left open is found', () => {
  const HELPERS = {
    'app/open.ts': `import { signedIn } from '#lib/server/session/signed-in'
export async function openIt(id: string) {
  const me = await signedIn()
  return readCaseAs(me.read, me.actor, id)
}
`,
  }
  const judged = (path: string, text: string) =>
    entryPointsOf(new Map(Object.entries({ ...HELPERS, [path]: text }))).find(({ name }) => name.startsWith(path))
  const good = { identifiesFirst: true, identifies: true, asks: true, isLogged: false }
  const importing = `import { openIt } from './open.ts'\n`

  it.each<[what: string, path: string, text: string, flaw: Partial<typeof good>]>([
    [
      'a page through its opener',
      'app/page.tsx',
      `${importing}export default async function P({ params }) {\n  const { id } = await params\n  const page = await openIt(id)\n}\n`,
      {},
    ],
    [
      'a page without anybody',
      'app/page.tsx',
      `export default async function P() {\n  const rows = await here().shell.read.listUnits()\n}\n`,
      { identifiesFirst: false, identifies: false, asks: false },
    ],
    [
      'a page that reads before it asks',
      'app/page.tsx',
      `${importing}export default async function P() {\n  const row = await read.readCaseRow('x')\n  await openIt('x')\n}\n`,
      { identifiesFirst: false },
    ],
    [
      'a page that names its opener and never calls it',
      'app/page.tsx',
      `${importing}export default async function P() {\n  return null\n}\nconst other = { openIt }\n`,
      { identifiesFirst: false, identifies: false, asks: false },
    ],
    [
      'an action that asks',
      'app/actions.ts',
      `'use server'\n\nexport async function a(id: string, form: FormData) {\n  const me = await signedIn('a', form)\n  return answer(me, await urge(me.ask, id, form))\n}\n`,
      {},
    ],
    [
      'an action that asks nobody',
      'app/actions.ts',
      `'use server'\n\nexport async function a(id: string) {\n  const me = await signedIn()\n  await me.desk.markRead(id, [], me.now)\n}\n`,
      { asks: false },
    ],
    [
      'an action for anybody',
      'app/actions.ts',
      `'use server'\n\nexport const a = async (id: string) => {\n  await here().desk.dropDraft(id, 'x')\n}\n`,
      { identifiesFirst: false, identifies: false, asks: false },
    ],
    [
      'a route for anybody',
      'app/api/route.ts',
      `export async function GET() {\n  return Response.json(await here().shell.read.listPersons())\n}\n`,
      { identifiesFirst: false, identifies: false, asks: false },
    ],
    [
      'a route under two names',
      'app/api/route.ts',
      `async function handler() {\n  return Response.json(await here().shell.read.listPersons())\n}\n\nexport { handler as GET, handler as POST }\n`,
      { identifiesFirst: false, identifies: false, asks: false },
    ],
    [
      'a route that knows who and asks nothing',
      'app/api/route.ts',
      `export async function GET() {\n  const me = await currentPerson()\n  return Response.json(await me.read.listCases(everything))\n}\n`,
      { asks: false },
    ],
  ])('%s', (_what, path, text, flaw) => expect(judged(path, text)).toMatchObject({ ...good, ...flaw }))
})

/** Where the acts of each place are drawn: a page of its own at the same address would hide the act. */
const DRAWN_AT = {
  report: 'app/(desk)/cases/[caseId]/report',
  sent: 'app/(desk)/cases/[caseId]/transfers/[trackId]',
  received: 'app/(desk)/transfers/[trackId]',
} as const
it.each(reasonActs)('%s has an address that no other page has', (act) => {
  const { place, slug } = REASON_ACTS[act]
  expect(APP.has(`${DRAWN_AT[place]}/[act]/page.tsx`)).toBe(true)
  expect(APP.has(`${DRAWN_AT[place]}/${slug}/page.tsx`)).toBe(false)
})
