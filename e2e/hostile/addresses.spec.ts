/** D14: what is not theirs does not exist. Who finds what is asked of the policy, for every address, both ways; plain requests, no page. */
import type { OpenCase } from '#lib/domain/case/state'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { paperSeqs } from '#lib/domain/transfer/decide'
import { isDecided } from '#lib/domain/transfer/state'
import { expect, test } from '../people.ts'
import type { Portal } from '../setup/server.ts'
import { oughtNow } from './expected.ts'
import { addressOf, DOORS, nowhereOf, NOBODYS, placesOf, routeTree, type Filled, type Finds, type Method } from './addresses.ts'
import { inParallel, linesOf, multipart, plain, signInByForm, type Answer, type Sent, type Visitor, visitorAt } from './http.ts'
import { oneOfEachKind, readWorld, stored, type Known, type World } from './world.ts'

test('every page and route has its line, and every line its page', () => {
  expect(routeTree()).toEqual(Object.keys(DOORS).toSorted())
})

/** A case of each kind, and whether people without any tie to it are all tried: in one case every kind of them, in the others one. */
const CASES: readonly (readonly [what: string, is: (state: OpenCase) => boolean, strangers: 'all' | 'one'])[] = [
  ['a case with two tracks', (state) => tracksOf(state).length > 1, 'all'],
  ['a case that was passed on', (state) => tracksOf(state).some((track) => 'legs' in track && track.legs.length > 0), 'one'],
  ['a case that is approved and not sent', (state) => tracksOf(state).some(({ phase }) => phase === 'planned'), 'one'],
  [
    'a case signed for on paper',
    (state) =>
      tracksOf(state).some((track) => paperSeqs(track).length > 0 && track.disputes.length === 0 && track.to.unitId === 'yi-police'),
    'one',
  ],
  ['a case whose letter was taken back (found J5)', (state) => tracksOf(state).some(({ phase }) => phase === 'withdrawn'), 'one'],
  ['a case in the making', (state) => stageOf(state).phase === 'investigating', 'one'],
]
const tracksOf = ({ tracks }: OpenCase) => Object.values(tracks)

for (const [what, is, strangers] of CASES)
  test(`${what}: everybody finds at every address what the policy gives them, and else what they find where nothing is`, async ({
    portal,
    demoPassword,
  }) => {
    const world = readWorld(portal)
    const state = theCase(world, is)
    const kinds = oneOfEachKind(world, state, strangers)
    const tries = kinds.flatMap((known) => triesOf(world, state, known).filter(({ shape }) => /caseId|trackId/.test(shape)))
    const found = await knockAll(portal, demoPassword, tries)
    expect(found.yes).toBeGreaterThan(40)
    expect(found.never).toBeGreaterThan(200)
  })

test('the addresses of no case: everybody finds what the policy gives them', async ({ portal, demoPassword }) => {
  const world = readWorld(portal)
  const state = theCase(world, () => true)
  const tries = oneOfEachKind(world, state, 'all').flatMap((known) =>
    triesOf(world, state, known).filter(({ shape }) => !/caseId|trackId/.test(shape)),
  )
  const found = await knockAll(portal, demoPassword, tries)
  expect(found.yes).toBeGreaterThan(100)
  expect(found.never).toBeGreaterThan(100)
})

async function knockAll(portal: Portal, password: string, tries: readonly Try[]): Promise<Readonly<Record<Finds, number>>> {
  const before = stored(portal)
  const visitors = new Map<string, Promise<Visitor>>()
  const nobodys = new Map<string, Promise<Answer>>()
  const remembered = <T>(kept: Map<string, Promise<T>>, key: string, first: () => Promise<T>): Promise<T> => {
    const known = kept.get(key) ?? first()
    kept.set(key, known)
    return known
  }
  const found = { yes: 0, never: 0, some: 0 }
  await inParallel(tries, async ({ known: { login }, shape, method, place, finds, query }) => {
    const visitor = await remembered(visitors, login, () => signInByForm(portal.address, login, password))
    const what = `${login}: ${method} ${addressOf(shape + query, place.at)} (${place.state.caseNo})`
    const ids = idsOf(place)
    const theirs = await knock(visitor, method, addressOf(shape + query, place.at))
    found[finds] += 1
    expect(theirs.headers['cache-control'], `${what} is kept by nobody`).toMatch(/\bno-store\b/)
    if (finds === 'yes') return expect(isThere(theirs, method), `${what} is theirs: ${theirs.status}`).toBe(true)
    if (finds === 'some' && theirs.status !== 404) return
    // One answer for all visitors: who is missing what is not written in it either.
    const nowhere = await remembered(nobodys, `${method} ${nowhereOf(shape + query, place.at)}`, () =>
      knock(visitor, method, nowhereOf(shape + query, place.at)),
    )
    expect(theirs.status, what).toBe(404)
    expect(plain(theirs, ids), what).toEqual(plain(nowhere, ids))
    if (!isDownload(shape)) return
    for (const [how, sent] of Object.entries(ASKED_ANEW)) {
      const there = await visitor.asks(addressOf(shape + query, place.at), sent)
      const away = await remembered(nobodys, `${how} ${nowhereOf(shape + query, place.at)}`, () =>
        visitor.asks(nowhereOf(shape + query, place.at), sent),
      )
      expect(there.status, `${what} ${how}`).toBe(404)
      expect(plain(there, ids), `${what} ${how}`).toEqual(plain(away, ids))
    }
  })
  expect(stored(portal)).toEqual(before)
  return found
}

test('nobody is sent to sign in from everywhere, whether something is there or not', async ({ portal }) => {
  const world = readWorld(portal)
  const nobody = visitorAt(portal.address, 'nobody')
  const state = theCase(world, (one) => tracksOf(one).length > 1)
  for (const [shape, { methods, query = '' }] of Object.entries(DOORS))
    for (const method of methods)
      for (const place of placesOf(shape, state, [], officeOf(world)).slice(0, 3)) {
        const ids = idsOf(place)
        const there = await knock(nobody, method, addressOf(shape + query, place.at))
        expect(plain(there, ids), `${method} ${shape}`).toEqual(plain(await knock(nobody, method, nowhereOf(shape + query, place.at)), ids))
      }
})

test('a page changed in place says no more than one opened', async ({ portal, demoPassword }) => {
  const world = readWorld(portal)
  const state = theCase(world, (one) => tracksOf(one).length > 1)
  const strangers = oneOfEachKind(world, state, 'one')
  const inPlace = { rsc: '1', accept: '*/*' }
  for (const known of strangers) {
    const visitor = await signInByForm(portal.address, known.login, demoPassword)
    const closed = triesOf(world, state, known).filter(
      ({ finds, method, shape }) => finds === 'never' && method === 'GET' && !shape.startsWith('/api'),
    )
    await inParallel(
      closed.filter((_one, i) => i % 3 === 0),
      async ({ shape, query, place }) => {
        const ids = idsOf(place)
        const theirs = await visitor.asks(addressOf(shape + query, place.at), { headers: inPlace })
        const nowhere = await visitor.asks(nowhereOf(shape + query, place.at), { headers: inPlace })
        expect(plain(theirs, ids).status, `${known.login} in place at ${shape}`).toBe(plain(nowhere, ids).status)
        expect(linesOf(plain(theirs, ids).body), `${known.login} in place at ${shape}`).toEqual(linesOf(plain(nowhere, ids).body))
      },
    )
  }
})

test('none of next-auth’s own pages is there, and a fault leads back to ours', async ({ portal, demoPassword }) => {
  const visitors = [visitorAt(portal.address, 'nobody'), await signInByForm(portal.address, 'chenmin', demoPassword)]
  const theirs = [
    'verify-request',
    'signout',
    'session',
    'providers',
    'csrf',
    'callback/credentials',
    '_log',
    'signin/credentials',
    'signin/x',
  ]
  for (const visitor of visitors) {
    for (const path of theirs) {
      const { status, body } = await visitor.asks(`/api/auth/${path}`)
      expect([status, body], `${visitor.login} at ${path}`).toEqual([404, ''])
    }
    for (const path of [
      'error',
      'error?error=Configuration',
      'error?error=AccessDenied',
      'error?error=CredentialsSignin',
      'signin?error=<b>x</b>',
    ]) {
      const { status, headers } = await visitor.asks(`/api/auth/${path}`)
      expect([302, 307], `${visitor.login} at ${path}`).toContain(status)
      expect(String(headers.location).replace(portal.address, ''), `${visitor.login} at ${path}`).toMatch(
        /^\/(?:api\/auth\/signin|sign-in)\?/,
      )
    }
  }
})

/** What a browser, a download manager or a cache asks of a file besides it. */
const ASKED_ANEW: Readonly<Record<string, Sent>> = {
  'for its headers': { method: 'HEAD' },
  'for its first bytes': { headers: { range: 'bytes=0-0' } },
  'for bytes past its end': { headers: { range: 'bytes=999999999999-' } },
  'if it is another': { headers: { 'if-none-match': '*', 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' } },
  'as it was': { headers: { 'if-match': '"x"', 'if-range': '"x"' } },
}
const isDownload = (shape: string): boolean => /^\/api\/(?:cases|transfers)\//.test(shape) && DOORS[shape]?.methods.includes('GET') === true

test('every route that gives a file is looked at as a download, and whoever may have one is told to keep it to themselves', async ({
  portal,
  demoPassword,
}) => {
  const downloads = Object.keys(DOORS).filter(isDownload)
  expect(downloads).toEqual([
    '/api/cases/[caseId]/evidence/[itemId]',
    '/api/transfers/[trackId]/files/[itemId]',
    '/api/transfers/[trackId]/papers/[seq]',
  ])
  const world = readWorld(portal)
  const seen = new Set<string>()
  for (const state of world.cases.filter((one) => tracksOf(one).some(isDecided)).slice(0, 3))
    for (const known of oneOfEachKind(world, state, 'one'))
      for (const { shape, place, finds } of triesOf(world, state, known)) {
        if (finds !== 'yes' || !downloads.includes(shape) || seen.has(shape)) continue
        seen.add(shape)
        const visitor = await signInByForm(portal.address, known.login, demoPassword)
        const whole = await visitor.asks(addressOf(shape, place.at))
        expect(whole.headers, shape).toMatchObject({
          'content-type': 'application/octet-stream',
          'content-disposition': expect.stringMatching(/^attachment; filename="[A-Za-z0-9._ -]+"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/),
          'cache-control': expect.stringContaining('no-store'),
          'x-content-type-options': 'nosniff',
          'content-security-policy': expect.stringMatching(/^default-src 'none';.* sandbox$/),
        })
        expect(whole.headers.etag, shape).toBeUndefined()
        const { status, body, headers } = await visitor.asks(addressOf(shape, place.at), { method: 'HEAD' })
        expect([status, body, headers['content-length']], shape).toEqual([200, '', whole.headers['content-length']])
      }
  expect([...seen].toSorted()).toEqual(downloads)
})

type Try = Readonly<{ known: Known; shape: string; method: Method; query: string; place: Filled; finds: Finds }>
function triesOf(world: World, state: OpenCase, known: Known): Try[] {
  return Object.entries(DOORS)
    .flatMap(([shape, { methods, rule, query = '' }]) =>
      placesOf(shape, state, oughtNow(known.actor, 'ReadCase', state) ? world.cases : [], officeOf(world)).flatMap((place) =>
        methods.map((method) => ({ known, shape, method, query, place, finds: rule({ ...place, actor: known.actor }) })),
      ),
    )
    .filter(({ shape }) => shape !== '/sign-out' && shape !== '/sign-in') // the one ends the session, the other is for those without
}

function theCase({ cases }: World, is: (state: OpenCase) => boolean): OpenCase {
  const state = cases.find(is)
  if (!state) throw new Error('the demo world has no such case')
  return state
}
const idsOf = ({ at }: Filled): string[] => [...Object.values(at).filter((id) => id.length > 8), NOBODYS]

const officeOf = ({ people, unitIds }: World) => ({
  personId: people[0]?.actor.personId ?? '',
  unitId: unitIds.find((id) => id.length > 8) ?? '',
})

/** As a form or a script of the portal would, with nothing in it that could be taken. */
function knock(visitor: Visitor, method: Method, path: string): Promise<Answer> {
  if (method === 'GET') return visitor.asks(path)
  if (method === 'PUT')
    return visitor.asks(path, { method, body: 'x', headers: { 'x-entry': '{}', 'content-type': 'application/octet-stream' } })
  if (path.startsWith('/api/drafts')) return visitor.asks(path, { method, body: '{}', headers: { 'content-type': 'application/json' } })
  const { type, body } = multipart([
    ['outcome', 'file'],
    ['act', 'receipt'],
    ['folder', 'main-05'],
  ])
  return visitor.asks(path, { method, body, headers: { 'content-type': type } })
}

/** Found, or led on to where it can be seen now; a form with nothing in it is sent back, or is told what is missing. */
const isThere = ({ status, headers }: Answer, method: Method): boolean =>
  (method === 'GET' ? [200, 302, 303, 307] : [200, 204, 303, 307, 400, 422]).includes(status) &&
  !/\/sign-in\b/.test(String(headers.location ?? '')) // that is where somebody is sent who is nobody
