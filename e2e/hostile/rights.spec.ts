/** A right that ends while its bytes are still on their way: the first half was sent by somebody who might, the second by nobody (found J1). */
import { cpSync, existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { request, type ClientRequest } from 'node:http'
import { join } from 'node:path'
import { can } from '#lib/domain/policy/can'
import type { Action } from '#lib/domain/policy/table'
import { CACHE } from '../setup/browser.ts'
import { openPortal, type Portal } from '../setup/server.ts'
import { expect, test } from '../people.ts'
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
    halves: [`${texts.join('')}${head}${'a'.repeat(200_000)}`, `${'b'.repeat(100_000)}\r\n--${mark}--\r\n`],
  }
}

/** Somebody in the demo office who may do this now, with a post that can be taken away, and where. */
function whoMay(portal: Portal, action: Action, onPaper = false): Readonly<{ login: string; caseId: string; trackId: string }> {
  const { cases, people } = readWorld(portal)
  for (const state of cases)
    for (const trackId of [...Object.keys(state.tracks), ''])
      for (const { login, actor } of people)
        if (can(actor, action, state, { trackId: trackId || null, onPaper }) !== null) return { login, caseId: state.caseId, trackId }
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
