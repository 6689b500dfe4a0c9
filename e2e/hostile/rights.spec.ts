/** A right that ends while its bytes are still on their way: the first half was sent by somebody who might, the second by nobody (found J1). */
import { cpSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { request, type ClientRequest } from 'node:http'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Action } from '#lib/domain/policy/table'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { CACHE } from '../setup/browser.ts'
import { openPortal, type Portal } from '../setup/server.ts'
import { expect, test } from '../people.ts'
import { oughtNow } from './expected.ts'
import { send } from './draw.ts'
import { formsIn } from './forms.ts'
import { signInByForm, type Visitor } from './http.ts'
import { sends } from './sends.ts'
import { readWorld, stored } from './world.ts'

/** A world of its own: what is taken there is taken for good. */
async function inOwnPortal(job: (portal: Portal) => Promise<void>): Promise<void> {
  const dataDir = join(mkdtempSync(join(process.env['E2E_RUN'] ?? CACHE, 'rights-')), 'data')
  cpSync(join(process.env['E2E_RUN'] ?? '', 'seed'), dataDir, { recursive: true })
  const portal = await openPortal(dataDir)
  await job(portal).finally(portal.stop)
}

type Sent = Readonly<{ method: 'PUT' | 'POST'; path: string; headers: Record<string, string>; halves: readonly [string, string] }>
/** Sends one half, and the other when told: by then the portal has asked who that is, for it has begun to store. */
async function halfOf(portal: Portal, { cookie }: Visitor, { method, path, headers, halves }: Sent): Promise<() => Promise<number>> {
  const incoming = join(portal.dataDir, 'blobs/incoming')
  const before = existsSync(incoming) ? readdirSync(incoming).length : 0
  const length = String(Buffer.byteLength(halves.join('')))
  const asked: ClientRequest = request(`${portal.address}${path}`, {
    method,
    headers: { origin: portal.address, accept: 'text/html', cookie, 'content-length': length, ...headers },
  })
  const status = new Promise<number>((resolve, reject) => {
    asked.on('error', reject)
    asked.on('response', (answer) => answer.resume().on('end', () => resolve(answer.statusCode ?? 0)))
  })
  asked.write(halves[0])
  await expect.poll(() => (existsSync(incoming) ? readdirSync(incoming).length : 0)).toBeGreaterThan(before)
  return () => {
    asked.end(halves[1])
    return status
  }
}

const upload = (caseId: string): Sent => ({
  method: 'PUT',
  path: `/api/cases/${caseId}/evidence`,
  headers: {
    'content-type': 'application/octet-stream',
    'x-entry': encodeURIComponent(
      JSON.stringify({
        name: '流水.txt',
        formKey: crypto.randomUUID(),
        folder: 'main-05',
        kind: 'E04',
        source: '',
        collectedBy: '',
        collectedOn: '2026-01-05',
      }),
    ),
  },
  halves: ['a'.repeat(100_000), 'b'.repeat(100_000)],
})
/** A form with a paper in it, cut in the middle of the paper. */
function withPaper(path: string, fields: Readonly<Record<string, string>>): Sent {
  const mark = '----half-of-it'
  const texts = Object.entries({ formKey: crypto.randomUUID(), ...fields }).map(
    ([name, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${mark}\r\ncontent-disposition: form-data; name="document"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`
  return {
    method: 'POST',
    path,
    headers: { 'content-type': `multipart/form-data; boundary=${mark}` },
    halves: [`${texts.join('')}${head}%PDF-1.7${'a'.repeat(200_000)}`, `${'b'.repeat(100_000)}\r\n--${mark}--\r\n`],
  }
}

/** Somebody in the demo office who may do this now, with a post that can be taken away, and where. */
function whoMay(portal: Portal, action: Action, onPaper = false): Readonly<{ login: string; caseId: string; trackId: string }> {
  const { cases, people } = readWorld(portal)
  for (const state of cases)
    for (const trackId of [...Object.keys(state.tracks), ''])
      for (const { login, actor } of people)
        if (oughtNow(actor, action, state, { trackId: trackId || null, onPaper })) return { login, caseId: state.caseId, trackId }
  throw new Error(`somebody may ${action}`)
}

const ENDINGS = ['signs out', 'leaves', 'loses the post'] as const
async function end(how: (typeof ENDINGS)[number], portal: Portal, who: Visitor, password: string): Promise<void> {
  if (how === 'signs out') expect((await who.asks('/sign-out', { method: 'POST' })).status).toBe(303)
  else if (how === 'leaves') await sends(await signInByForm(portal.address, 'xitong', password), `/admin/people/p-${who.login}`, 'on', 0)
  else await sends(await signInByForm(portal.address, 'anquan', password), `/admin/people/p-${who.login}`, 'postId', 1)
}

/** The same bytes twice, each in a world of its own: from somebody who stays they are taken, from somebody who does not they are not. */
async function taken(
  how: (typeof ENDINGS)[number] | null,
  password: string,
  act: Readonly<{ action: Action; onPaper?: boolean; sent: (at: Readonly<{ caseId: string; trackId: string }>) => Sent }>,
): Promise<Readonly<{ status: number; changed: boolean }>> {
  let found = { status: 0, changed: false }
  await inOwnPortal(async (portal) => {
    const { login, ...at } = whoMay(portal, act.action, act.onPaper)
    const who = await signInByForm(portal.address, login, password)
    const rest = await halfOf(portal, who, act.sent(at))
    if (how) await end(how, portal, who, password)
    const before = JSON.stringify(stored(portal))
    found = { status: await rest(), changed: JSON.stringify(stored(portal)) !== before }
  })
  return found
}

for (const how of ENDINGS)
  test(`a file of somebody who ${how} while it is sent is no evidence (found J1)`, async ({ demoPassword }) => {
    const act = { action: 'AddEvidence', sent: ({ caseId }) => upload(caseId) } as const satisfies Parameters<typeof taken>[2]
    const { status, changed } = await taken(how, demoPassword, act)
    expect([status, changed]).toEqual([how === 'loses the post' ? 404 : 401, false]) // who leaves is signed out
    expect(await taken(null, demoPassword, act)).toEqual({ status: 200, changed: true })
  })

test('a handler opens no case for another bureau by a changed field (found J2)', async ({ demoPassword }) => {
  await inOwnPortal(async (portal) => {
    const chen = await signInByForm(portal.address, 'chenmin', demoPassword)
    const { body } = await chen.asks('/cases/register')
    const form = formsIn(body, { password: '', caseNo: '', today: day(0) }).find(({ fields }) => fields.some(([name]) => name === 'unitId'))
    if (!form) throw new Error('a handler is shown the form')
    const formFor = (unitId: string, ...handlers: string[]) => [
      ...form.fields.filter(([name]) => name !== 'handlers').map(([name, value]) => [name, name === 'unitId' ? unitId : value] as const),
      ...handlers.map((id) => ['handlers', id] as const),
    ]
    const before = stored(portal)
    // The number series of that bureau would go on by one, and its people would be told of a case.
    expect((await send(chen, '/cases/register', formFor('ji-hrss', 'p-xiaobin', 'p-yaoting'))).status).toBe(404)
    expect(stored(portal)).toEqual(before)
    expect((await send(chen, '/cases/register', formFor('yi-hrss', 'p-chenmin', 'p-zhoukai'))).headers.location).toMatch(
      /done=case-registered/,
    )
  })
})

test('who took part in a case and became the head since does not decide it (found J3)', async ({ demoPassword }) => {
  await inOwnPortal(async (portal) => {
    const state = readWorld(portal).cases.find((one) => stageOf(one).phase === 'in-review' && one.handlerIds.includes('p-chenmin'))
    if (!state) throw new Error('陈敏 has a case with the head')
    const path = `/cases/${state.caseId}`
    const liaison = await signInByForm(portal.address, 'hexiaodong', demoPassword)
    const team = formsIn((await liaison.asks(`${path}/handlers`)).body, { password: '', caseNo: '', today: '' }).find(({ fields }) =>
      fields.some(([name]) => name === 'reason'),
    )
    const others = ['p-sunli', 'p-suji'].map((id) => ['handlers', id] as const)
    const { headers } = await send(liaison, `${path}/handlers`, [
      ...(team?.fields ?? []).filter(([name]) => name !== 'handlers'),
      ...others,
    ])
    expect(headers.location).toContain('done=')
    makeHead(portal, 'p-chenmin', 'yi-hrss')

    const wang = await signInByForm(portal.address, 'wangjianping', demoPassword)
    const decide = formsIn((await wang.asks(`${path}/decision`)).body, { password: demoPassword, caseNo: '', today: '' }).find(
      ({ fields }) => fields.some(([name]) => name === 'decision'),
    )
    if (!decide) throw new Error('the head is shown the form')
    const phase = () => readWorld(portal).cases.flatMap((one) => (one.caseId === state.caseId ? [stageOf(one).phase] : []))[0]
    const chen = await signInByForm(portal.address, 'chenmin', demoPassword)
    const page = await chen.asks(`${path}/decision`)
    expect([
      page.status,
      formsIn(page.body, { password: '', caseNo: '', today: '' }).some(({ fields }) => fields.some(([name]) => name === 'decision')),
    ]).toEqual([200, false])
    for (const answer of ['approve', 'refuse', 'return'])
      await send(
        chen,
        `${path}/decision`,
        decide.fields.map(([name, value]) => [name, name === 'decision' ? answer : name === 'formKey' ? crypto.randomUUID() : value]),
      )
    expect(phase()).toBe('in-review')
    await send(wang, `${path}/decision`, decide.fields)
    expect(phase(), 'what is refused above would have been taken').not.toBe('in-review')
  })
})
/** By hand: how one becomes the head is another test's matter. */
function makeHead({ dataDir }: Portal, personId: string, unitId: string): void {
  const file = new Database(join(dataDir, 'xianjie.db'), { fileMustExist: true })
  file.prepare('DELETE FROM post WHERE person_id = ?').run(personId)
  file
    .prepare("INSERT INTO post (post_id, person_id, unit_id, post, from_day, to_day) VALUES ('head', ?, ?, 'approver', '2020-01-01', '')")
    .run(personId, unitId)
  file.close()
}

const day = (ago: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() - ago * 86_400_000)

test('a decision is not sealed by somebody whose post ended while its paper was sent (found J1)', async ({ demoPassword }) => {
  const said = {
    outcome: 'decline',
    decisionNo: '不立〔2026〕9号',
    decidedOn: day(0),
    charge: '',
    reasons: '没有犯罪事实',
    password: demoPassword,
  }
  const act = {
    action: 'FileCase',
    sent: ({ trackId }) => withPaper(`/api/transfers/${trackId}/decision`, said),
  } as const satisfies Parameters<typeof taken>[2]
  expect(await taken('loses the post', demoPassword, act)).toMatchObject({ changed: false })
  expect(await taken(null, demoPassword, act)).toEqual({ status: 303, changed: true })
})

test('a paper is not recorded by somebody who leaves while its scan is sent (found J1)', async ({ demoPassword }) => {
  const now = new Date(Date.now() - 60_000)
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(now)
  const onPaperDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(now)
  const said = { act: 'receipt', onPaperDay, onPaperTime: wall, paperNo: '收9号', actedBy: '额尔敦', remarks: '', password: demoPassword }
  const act = {
    action: 'SignReceipt',
    onPaper: true,
    sent: ({ caseId, trackId }) => withPaper(`/api/cases/${caseId}/tracks/${trackId}/paper`, said),
  } as const satisfies Parameters<typeof taken>[2]
  expect(await taken('leaves', demoPassword, act)).toMatchObject({ changed: false })
  expect(await taken(null, demoPassword, act)).toEqual({ status: 303, changed: true })
})
