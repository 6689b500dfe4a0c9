/** Words that stand nowhere else go through a real case: then nobody who may not read them finds them, nor does a log, a title, an address or a script. */
import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import type { OpenCase } from '#lib/domain/case/state'
import type { Actor } from '#lib/domain/result'
import { personIdOf } from '#db/seed/office'
import { expect, test } from '../people.ts'
import { ROOT } from '../setup/browser.ts'
import type { Portal } from '../setup/server.ts'
import { oughtNow } from './expected.ts'
import { addressOf, DOORS, placesOf } from './addresses.ts'
import { formsIn, type Fields } from './forms.ts'
import { multipart, signInByForm, visitorAt, type Answer, type Visitor } from './http.ts'
import { oneOfEachKind, readWorld } from './world.ts'

/** One for each thing that is somebody's secret. The identity number is of nobody: its division is outside the register. */
const SAID = {
  title: '银鸥甲号专案',
  conduct: '银鸥乙式套取',
  note: '银鸥丙处来信',
  subject: '阙银鸥',
  idNo: '159921198001011237',
  file: '银鸥丁流水',
}
const INNER = '银鸥戊举报人来信'
const TYPED = { login: 'canary-login-7z', password: 'Canary-password-9q-typed', argument: '银鸥己参' }
const ALL = [...Object.values(SAID), INNER, ...Object.values(TYPED)]

test('what is in a case stands only where it may be read: in no page, list, search, answer, title, address or log of others', async ({
  portal,
  demoPassword,
}) => {
  const chen = await signInByForm(portal.address, 'chenmin', demoPassword)
  const since = portal.log().length
  const caseId = await plantCanaries(chen)
  const world = readWorld(portal)
  const state = world.cases.find((one) => one.caseId === caseId)
  if (!state) throw new Error('the case was registered')
  for (const word of [...Object.values(SAID), INNER]) expect(JSON.stringify(state), 'the case holds it').toContain(word)

  for (const known of oneOfEachKind(world, state)) {
    const visitor = await signInByForm(portal.address, known.login, demoPassword)
    const hidden = hiddenFrom(known.actor, state)
    for (const path of addressesAround(state, world.cases)) {
      const what = `${known.login} at ${path}`
      const searched = decodeURIComponent(path)
      const answer = await visitor.asks(path)
      expect(
        wordsIn(
          answer.body,
          hidden.filter((word) => !searched.includes(word)),
        ),
        what,
      ).toEqual([])
      expect(wordsIn(outside(answer), searched.includes('text=') ? [] : ALL), `${what}: title, links, headers`).toEqual([])
      if (searched.includes('text=') && hidden.includes(SAID.title)) expect(answer.body, what).not.toContain(caseId)
    }
    for (const path of ['/work', '/cases?size=100', '/notices?size=100', `/cases/${caseId}`]) {
      const { body } = await visitor.asks(path, { headers: { rsc: '1', accept: '*/*' } })
      expect(wordsIn(body, hidden), `${known.login} in place at ${path}`).toEqual([])
    }
  }
  await stumble(portal, chen, caseId)
  expect(wordsIn(portal.log().slice(since), ALL), 'the log').toEqual([])
})

test('the scripts and styles that anybody gets hold nobody’s matter', ({ portal }) => {
  const folder = join(ROOT, process.env['NEXT_DIST_DIR'] ?? '.cache/build', 'static')
  const { cases } = readWorld(portal)
  const words = [
    'demo-2026',
    ...cases.flatMap(({ basics, subjects }) => [basics.title, ...Object.values(subjects).map(({ name }) => name)]),
  ]
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) expect(wordsIn(readFileSync(join(file.parentPath, file.name), 'utf8'), words), file.name).toEqual([])
})

/** By the forms of the portal, as its handler fills them in. Answers with the id of the case. */
async function plantCanaries(chen: Visitor): Promise<string> {
  const { title, conduct, note, subject, idNo, file } = SAID
  const registered = await fill(chen, '/cases/register', 'title', { title, conduct, sourceNote: note }, [
    ['handlers', personIdOf('chenmin')],
    ['handlers', personIdOf('zhoukai')],
  ])
  const caseId = /\/cases\/([0-9a-f-]{36})/.exec(String(registered.headers.location))?.[1] ?? ''
  expect(caseId, String(registered.headers.location)).not.toBe('')
  await fill(chen, `/cases/${caseId}/subjects/new?kind=person`, 'idNo', { name: subject, idNo, conduct })
  await bring(chen, caseId, `${file}.txt`, 'main-05')
  await bring(chen, caseId, `${INNER}.txt`, 'inner-03')
  return caseId
}

/** The form on this page that has this field, with these values; `instead`: all values of a group. */
async function fill(
  visitor: Visitor,
  path: string,
  has: string,
  values: Readonly<Record<string, string>>,
  instead: Fields = [],
): Promise<Answer> {
  const filling = { password: '', caseNo: '', today: '2026-01-05' }
  const form = formsIn((await visitor.asks(path)).body, filling).find(({ fields }) => fields.some(([name]) => name === has))
  if (!form) throw new Error(`no form with ${has} at ${path}`)
  const given = new Set(instead.map(([name]) => name))
  const fields = form.fields.filter(([name]) => !given.has(name)).map(([name, value]) => [name, values[name] ?? value] as const)
  const { type, body } = multipart([...fields, ...instead])
  const answer = await visitor.asks(path, { method: 'POST', body, headers: { 'content-type': type } })
  expect(answer.status, path).toBe(303)
  return answer
}

async function bring(visitor: Visitor, caseId: string, name: string, folder: string): Promise<void> {
  const { status, body } = await visitor.asks(`/api/cases/${caseId}/evidence`, { method: 'PUT', body: name, headers: entry(name, folder) })
  expect([status, body]).toEqual([200, '{"ok":true}'])
}
const entry = (name: string, folder: string) => ({
  'content-type': 'application/octet-stream',
  'x-entry': encodeURIComponent(
    JSON.stringify({ name, formKey: crypto.randomUUID(), folder, kind: 'E04', source: '', collectedBy: '陈敏', collectedOn: '2026-01-05' }),
  ),
})

function hiddenFrom(actor: Actor, state: OpenCase): readonly string[] {
  const typed = Object.values(TYPED)
  if (!oughtNow(actor, 'ReadContent', state)) return [...Object.values(SAID), INNER, ...typed]
  return oughtNow(actor, 'ReadInner', state) ? typed : [INNER, ...typed]
}

/** The case's own addresses, every list, and lists asked for each word. */
function addressesAround(state: OpenCase, cases: readonly OpenCase[]): string[] {
  const office = { personId: personIdOf('chenmin'), unitId: 'yi-hrss' }
  const own = Object.entries(DOORS)
    .filter(([shape, { methods }]) => methods.includes('GET') && shape.includes('[caseId]'))
    .flatMap(([shape, { query }]) => placesOf(shape, state, cases, office).map(({ at }) => addressOf(shape + (query ?? ''), at)))
  const asked = [SAID.title, SAID.subject, SAID.idNo, INNER].map(encodeURIComponent)
  return [
    ...own,
    '/',
    '/work?tab=waiting',
    '/work?tab=done',
    '/cases?size=100',
    '/notices?size=100',
    '/transfers',
    '/account',
    '/admin/people',
    '/api/notices/unread',
    '/nowhere',
    ...asked.flatMap((word) => [`/cases?text=${word}`, `/work?text=${word}`]),
  ]
}

/** Whatever goes wrong with them is said without them. */
async function stumble(portal: Portal, chen: Visitor, caseId: string): Promise<void> {
  const nobody = visitorAt(portal.address, 'nobody')
  const said: Answer[] = []
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const csrf = await nobody.asks('/api/auth/signin?callbackUrl=/sign-in')
  const cookie = (csrf.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
  const page = await nobody.asks('/sign-in', { headers: { cookie } })
  const csrfToken = /name="csrfToken" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const { login, password, argument } = TYPED
  const wrong = new URLSearchParams({ csrfToken, callbackUrl: '/', login, password }).toString()
  const tried = await nobody.asks('/api/auth/callback/credentials', { method: 'POST', body: wrong, headers: { ...form, cookie } })
  said.push(tried)
  const [sealed = ''] = (tried.headers['set-cookie'] ?? []).filter((line) => line.startsWith('tried='))
  expect(sealed, 'what was tried goes to the sign-in page alone, for a minute').toMatch(/Path=\/sign-in;.*Max-Age=60;.*HttpOnly/i)
  const back = await nobody.asks('/sign-in?error=CredentialsSignin', { headers: { cookie: `${cookie}; ${sealed.split(';')[0]}` } })
  expect(back.body, 'the name is kept for the form').toContain(login)
  expect(back.body).not.toContain(password)

  said.push(
    await chen.asks('/cases/register', {
      method: 'POST',
      body: multipart([
        ['title', SAID.title],
        ['$ACTION_ID_x', ''],
      ]).body,
      headers: { 'content-type': 'multipart/form-data; boundary=wrong' },
    }),
  )
  said.push(
    await chen.asks('/account', {
      method: 'POST',
      body: multipart([['0', `["${argument}",{"a":"${SAID.subject}"`]]).body,
      headers: { 'next-action': '0'.repeat(42), 'content-type': multipart([]).type },
    }),
  )
  said.push(
    await chen.asks('/api/drafts', { method: 'POST', body: `{"form":"${SAID.title}`, headers: { 'content-type': 'application/json' } }),
  )
  said.push(
    await chen.asks('/api/drafts', {
      method: 'POST',
      body: JSON.stringify({ form: 'basics:x', version: null, fields: { a: ['x'.repeat(600_000) + SAID.title] } }),
      headers: { 'content-type': 'application/json' },
    }),
  )
  said.push(await chen.asks('/cases/register', { method: 'POST', body: SAID.title + 'x'.repeat(1_100_000), headers: form }))
  said.push(await chen.asks(`/api/cases/${caseId}/evidence`, { method: 'PUT', body: 'x', headers: { ...entry(SAID.file, 'nowhere') } }))
  said.push(
    await chen.asks(`/api/cases/${caseId}/evidence`, {
      method: 'PUT',
      body: 'x',
      headers: { 'x-entry': encodeURIComponent(SAID.file).slice(0, -2) },
    }),
  )
  await breakOff(portal, caseId)
  for (const answer of said) expect(wordsIn(JSON.stringify(answer), ALL), `${answer.status} ${answer.body.slice(0, 80)}`).toEqual([])
}

/** A client that says a kilobyte, sends some and goes. */
const breakOff = (portal: Portal, caseId: string): Promise<void> =>
  new Promise((done) => {
    const headers = { ...entry(SAID.file, 'main-05'), 'content-length': '1000', origin: portal.address }
    const asked = request(`${portal.address}/api/cases/${caseId}/evidence`, { method: 'PUT', headers })
    asked.on('error', () => done())
    asked.write(SAID.file, () => asked.destroy(new Error('gone')))
  })

const wordsIn = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => text.includes(word) || text.includes(encodeURIComponent(word)))
/** What is seen over a shoulder, kept in a history or sent on: title, links, headers. A download says its name to whoever may have it. */
const outside = ({ headers: { 'content-disposition': _name, ...headers }, body }: Answer): string =>
  [...body.matchAll(/<title>(.*?)<\/title>|\b(?:href|action|src)="([^"]*)"/gs)].map(([, title, link]) => title ?? link).join('\n') +
  JSON.stringify(headers)
