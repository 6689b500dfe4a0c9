/** D14: what is not theirs does not exist. The same answer, byte for byte, as for what never was, once the address itself is taken out. */
import { expect, link, t, test, type Person } from '../people.ts'

// They may be told so in the console: a 404 is an error to a browser.
test.use({ expectedErrors: [/404/] })

const CASE = '退休审批科杨某与中介内外勾结提前退休案'
const NOBODYS = '00000000-0000-4000-8000-000000000000'
/** A colleague, another bureau, another police, another procuratorate, and the three administrators. */
const STRANGERS = ['sunli', 'gaoyuan', 'leiming', 'muqing', 'xitong', 'anquan', 'shenji']

type Ids = Readonly<{ caseId: string; tracks: readonly string[]; items: readonly string[] }>
const addressesOf = ({ caseId, tracks, items }: Ids): string[] => [
  ...[
    '',
    '/basics',
    '/handlers',
    '/subjects',
    '/subjects/new',
    '/subjects/amounts',
    '/subjects/items',
    '/evidence',
    '/report',
    '/report/write',
    '/report/submit',
    '/report/withdraw',
    '/decision',
    '/transfers',
    '/timeline',
    '/print',
  ].map((end) => `/cases/${caseId}${end}`),
  ...tracks.flatMap((trackId) => [
    ...['check', 'recipient', 'preview', 'confirm'].map((step) => `/cases/${caseId}/send/${trackId}/${step}`),
    ...['letter', 'file-list', 'receipt', 'withdraw', 'supplement', 'paper'].map((end) => `/cases/${caseId}/transfers/${trackId}/${end}`),
    ...['', '/letter', '/receipt', '/supplement', '/pass-on', '/return', '/decision', '/dispute?seq=1'].map(
      (end) => `/transfers/${trackId}${end}`,
    ),
    ...items.map((itemId) => `/api/transfers/${trackId}/files/${itemId}`),
    `/api/transfers/${trackId}/papers/1`,
  ]),
  ...items.flatMap((itemId) => [`/cases/${caseId}/evidence/void/${itemId}`, `/api/cases/${caseId}/evidence/${itemId}`]),
]

test('strangers of every kind and the administrators find at each address what they find where nothing is', async ({ as }) => {
  const ids = await idsOf(await as('chenmin'))
  const missing = { caseId: NOBODYS, tracks: ids.tracks.map(() => NOBODYS), items: ids.items.map(() => NOBODYS) }
  const all = [ids.caseId, ...ids.tracks, ...ids.items, NOBODYS]
  const nowheres = addressesOf(missing)
  for (const login of STRANGERS) {
    const person = await as(login)
    const nobodys = new Map<string, Answer>()
    for (const [i, address] of addressesOf(ids).entries()) {
      const nowhere = nowheres[i] ?? ''
      if (!nobodys.has(nowhere)) nobodys.set(nowhere, await answerTo(person, nowhere, all))
      const theirs = await answerTo(person, address, all)
      expect(theirs.status, `${login} at ${address}`).toBe(404)
      expect(theirs, `${login} at ${address}`).toEqual(nobodys.get(nowhere))
    }
  }
})

test('who may not do it is told nothing by the routes that take files either', async ({ as, portal }) => {
  const { caseId, tracks } = await idsOf(await as('chenmin'))
  const headers = { origin: portal.address }
  for (const login of ['sunli', 'leiming', 'xitong']) {
    const { context } = await as(login)
    for (const id of [caseId, NOBODYS]) {
      const put = await context.request.put(`/api/cases/${id}/evidence`, {
        headers: { ...headers, 'x-entry': '{}' },
        data: Buffer.from('x'),
      })
      const post = await context.request.post(`/api/cases/${id}/evidence`, { headers, multipart: { folder: 'main-05' } })
      expect([put.status(), post.status()], login).toEqual([404, 404])
    }
    for (const id of [...tracks, NOBODYS]) {
      const decision = await context.request.post(`/api/transfers/${id}/decision`, { headers, multipart: { outcome: 'file' } })
      const paper = await context.request.post(`/api/cases/${caseId}/tracks/${id}/paper`, { headers, multipart: { act: 'receipt' } })
      expect([decision.status(), paper.status()], login).toEqual([404, 404])
    }
  }
})

test('a colleague of the same bureau finds the case in no list, and an administrator finds no list', async ({ as }) => {
  const sun = await as('sunli')
  for (const path of ['/cases?size=100', '/work', '/work?tab=waiting', '/notices?size=100']) {
    await sun.opens(path)
    await sun.neverSees(CASE, '杨某')
  }
  for (const login of ['xitong', 'anquan', 'shenji']) {
    const admin = await as(login)
    await admin.opens('/')
    await admin.neverSees(CASE)
    await expect(admin.page.getByRole('navigation', { name: t.nav.main }).getByRole('link')).toHaveText([t.nav.admin])
    for (const path of ['/cases', '/cases/register', '/transfers'])
      expect((await admin.context.request.get(path)).status(), `${login} at ${path}`).toBe(404)
  }
})

async function idsOf({ page, opens }: Person): Promise<Ids> {
  await opens('/cases?size=100')
  const row = page.getByRole('row').filter({ hasText: CASE })
  const caseId = (await row.getByRole('link').first().getAttribute('href'))?.split('/').at(-1) ?? ''
  await opens(`/cases/${caseId}/transfers`)
  const letters = await link(page, t.track.letter).all()
  const tracks = await Promise.all(letters.map(async (letter) => (await letter.getAttribute('href'))?.split('/').at(-2) ?? ''))
  await opens(`/cases/${caseId}/evidence`)
  const files = await page.getByRole('table').getByRole('rowheader').getByRole('link').all()
  const items = await Promise.all(files.slice(0, 2).map(async (file) => (await file.getAttribute('href'))?.split('/').at(-1) ?? ''))
  expect([caseId, ...tracks, ...items].every((id) => id.length > 20) && tracks.length === 2 && items.length === 2).toBe(true)
  return { caseId, tracks, items }
}

type Answer = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: string }>
/** Without what differs between any two answers: ids of the address, nonce, request id, the minute. */
async function answerTo({ context }: Person, path: string, ids: readonly string[]): Promise<Answer> {
  const answer = await context.request.get(path, { maxRedirects: 0 })
  const nonce = /nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1] ?? 'none'
  const plain = (text: string): string =>
    [...ids, nonce].reduce((rest, id) => rest.replaceAll(id, '…'), text).replaceAll(/\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}\.\d+Z)?/g, '…')
  const { 'x-request-id': _id, date: _date, 'content-length': _length, ...headers } = answer.headers()
  return {
    status: answer.status(),
    headers: JSON.parse(plain(JSON.stringify(headers))),
    body: plain((await answer.body()).toString('utf8')),
  }
}
