/** What an attacker with an account tries besides: words that every object answers to, names of files, ways out of the portal, names of people. */
import type { OpenCase } from '#lib/domain/case/state'
import { stageOf } from '#lib/domain/procedure/case-phases'
import type { Portal } from '../setup/server.ts'
import { expect } from '../people.ts'
import { addressOf, DOORS, NOBODYS } from './addresses.ts'
import { formsIn } from './forms.ts'
import { multipart, plain, signInByForm, triesToSignIn, type Answer } from './http.ts'
import { test } from './own.ts'
import { sends } from './sends.ts'
import { readWorld } from './world.ts'

const inTheMaking = (portal: Portal): OpenCase => {
  const state = readWorld(portal).cases.find((one) => stageOf(one).phase === 'investigating' && one.handlerIds.includes('p-chenmin'))
  if (!state) throw new Error('陈敏 has a case in the making')
  return state
}

test('a word that every object answers to is no id, no choice and no filter, anywhere', async ({ own, demoPassword }) => {
  const chen = await signInByForm(own.address, 'chenmin', demoPassword)
  const xitong = await signInByForm(own.address, 'xitong', demoPassword)
  const { caseId } = inTheMaking(own)
  for (const word of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
    const asked = Object.keys(DOORS)
      .filter((shape) => DOORS[shape]?.methods.includes('GET') && !shape.startsWith('/api/auth'))
      .map((shape) =>
        addressOf(shape, { caseId, trackId: word, itemId: word, subjectId: word, seq: word, personId: word, unitId: word, token: word }),
      )
    const filtered = ['/work', '/cases', '/notices', '/law', `/cases/${caseId}/transfers`, `/cases/${caseId}/evidence`].map(
      (path) => `${path}?${FILTERS.map((name) => `${name}=${word}`).join('&')}`,
    )
    for (const path of [...asked, ...filtered, `/cases/${word}`, `/cases/${caseId}/transfers?done=transfer-sent&track=${word}`])
      for (const visitor of path.startsWith('/admin') ? [xitong] : [chen])
        expect((await visitor.asks(path)).status, `${visitor.login} at ${path}`).toBeLessThan(500)
  }
  expect(own.log(), 'nothing is thrown').not.toMatch(/⨯/)
})
const FILTERS = ['tab', 'sort', 'fund', 'heat', 'phase', 'kind', 'show', 'folder', 'track', 'done', 'after', 'size', 'text', 'at']

test('the name of a file is a name: no path, no header, no direction of writing, and what it is called comes back', async ({
  own,
  demoPassword,
}) => {
  const chen = await signInByForm(own.address, 'chenmin', demoPassword)
  const { caseId } = inTheMaking(own)
  for (const [given, kept] of NAMES) {
    const was = new Set(Object.keys(inTheMaking(own).evidence))
    const { status } = await chen.asks(`/api/cases/${caseId}/evidence`, {
      method: 'PUT',
      body: `bytes of ${JSON.stringify(given)}`,
      headers: { 'content-type': 'application/octet-stream', 'x-entry': entry(given) },
    })
    expect(status, given).toBe(kept === null ? 422 : 200)
    const [item] = Object.values(inTheMaking(own).evidence).filter(({ itemId }) => !was.has(itemId))
    if (kept === null) expect(item, given).toBeUndefined()
    else {
      expect(item?.name, given).toBe(kept)
      const { status, headers } = await chen.asks(`/api/cases/${caseId}/evidence/${item?.itemId}`)
      expect([status, headers['set-cookie']], given).toEqual([200, undefined])
      expect(headers['content-disposition'], given).toMatch(
        /^attachment; filename="[A-Za-z0-9._ -]+"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/,
      )
    }
  }
})
const NAMES: readonly (readonly [given: string, kept: string | null])[] = [
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\x.doc', 'x.doc'],
  ['a\r\nset-cookie: x=1.txt', 'a__set-cookie_ x=1.txt'],
  ['发票\u202Egpj.exe', '发票_gpj.exe'],
  ['__proto__', '__proto__'],
  ['..', null],
  ['', null],
]
/** JSON by hand: no key of the list may be lost. */
const entry = (name: string): string =>
  encodeURIComponent(
    JSON.stringify({
      name,
      formKey: crypto.randomUUID(),
      folder: 'main-07',
      asIs: '原始数据',
      kind: 'E04',
      source: '',
      collectedBy: '',
      collectedOn: '2026-01-05',
    }),
  )

test('no address given from outside leads out of the portal, before signing in or after', async ({ own, demoPassword }) => {
  const chen = await signInByForm(own.address, 'chenmin', demoPassword)
  const away = (location: unknown): boolean => new URL(String(location ?? '/'), own.address).origin !== own.address
  for (const to of OUT) {
    const { headers } = await triesToSignIn(own.address, 'chenmin', demoPassword, to)
    expect(away(headers.location), `after signing in: ${to} led to ${headers.location}`).toBe(false)
    expect(away((await chen.asks(`/sign-in?callbackUrl=${encodeURIComponent(to)}`)).headers.location), `signed in already: ${to}`).toBe(
      false,
    )
    const forms = formsIn((await chen.asks('/notices')).body, { password: '', caseNo: '', today: '' })
    const back = forms.filter(({ fields }) => fields.some(([name]) => name === 'back'))
    expect(back.length, 'forms that say where to go next').toBeGreaterThan(0)
    for (const { fields } of back) {
      const { type, body } = multipart(fields.map(([name, value]) => [name, name === 'back' ? to : value]))
      const answer = await chen.asks('/notices', { method: 'POST', body, headers: { 'content-type': type } })
      expect(away(answer.headers.location), `${to} led to ${answer.headers.location}`).toBe(false)
    }
  }
})
const OUT = [
  'https://evil.example/x',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '/%2f%2fevil.example',
  'http:evil.example',
]

test('who has an account, who has left and who never was get one answer to a wrong password', async ({ own }) => {
  const [first, ...others] = await Promise.all(
    ['chenmin', 'baoyin', 'nobody-here'].map(async (login) => withoutCsrf(await triesToSignIn(own.address, login, 'not-this-one', '/'))),
  )
  for (const other of others) expect(other).toEqual(first)
})

test('an office signs in at once behind one address, also while somebody there guesses at many names (found J12)', async ({
  own,
  demoPassword,
}) => {
  const office = ['chenmin', 'sunli', 'luping', 'gaoyuan', 'wuxia', 'wangjianping']
  const guesses = Array.from({ length: 12 }, (_, n) => triesToSignIn(own.address, `name-${n}`, 'not-this-one', '/'))
  await Promise.all(office.map((login) => signInByForm(own.address, login, demoPassword)))
  for (const { jar } of await Promise.all(guesses)) expect([...jar.keys()]).not.toContain('next-auth.session-token')
  await Promise.all(office.map((login) => signInByForm(own.address, login, demoPassword)))
})

test('a session of somebody who left, or whose post has ended, is over with the next request', async ({ own, demoPassword }) => {
  const [sun, hao, xitong, anquan] = await Promise.all(
    ['sunli', 'haoqiang', 'xitong', 'anquan'].map((login) => signInByForm(own.address, login, demoPassword)),
  )
  if (!sun || !hao || !xitong || !anquan) throw new Error('four have signed in')
  expect((await sun.asks('/work')).status).toBe(200)
  expect((await hao.asks('/transfers')).status).toBe(200)
  await sends(xitong, '/admin/people/p-sunli', 'on', 0)
  await sends(anquan, '/admin/people/p-haoqiang', 'postId', 1) // a post's last day is still one
  const gone = await sun.asks('/work')
  expect([gone.status, gone.headers.location]).toEqual([307, expect.stringContaining('/sign-in')])
  expect((await hao.asks('/transfers')).status, 'whoever holds no post has no desk').toBe(404)
  expect((await hao.asks(`/transfers/${NOBODYS}`)).status).toBe(404)
})

/** Each browser has a token of its own, and a minute for what it tried. */
const withoutCsrf = ({ status, headers, body }: Answer): Answer =>
  plain(
    {
      status,
      body,
      headers: { ...headers, 'set-cookie': headers['set-cookie']?.map((line) => line.replace(/=[^;]*|Expires=[^;]*/g, '')) },
    },
    [],
  )
