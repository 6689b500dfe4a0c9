/** What is shown leaves a row in the access log, by whatever headers it was asked for; what is not shown, a list or a poll leaves none (found J13). */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { OpenCase } from '#lib/domain/case/state'
import { isSent } from '#lib/domain/transfer/state'
import { expect, test } from '../people.ts'
import type { Portal } from '../setup/server.ts'
import { signInByForm, triesToSignIn, type Answer, type Sent, type Visitor } from './http.ts'
import { readWorld } from './world.ts'

type Row = Readonly<{ n: number; person: string; kind: string; what: string; case_id: string; result: string }>
/** All that this node has answered is written before the auditor is shown the log. */
async function logged({ dataDir }: Portal, auditor: Visitor, after = 0): Promise<readonly Row[]> {
  expect((await auditor.asks('/admin/access')).status).toBe(200)
  const file = new Database(join(dataDir, 'access.db'), { fileMustExist: true, readonly: true })
  try {
    return file
      .prepare('select n, person_id as person, kind, what, case_id, result from access_log where n > ? order by n')
      .all(after) as Row[] // safe: the columns asked for
  } finally {
    file.close()
  }
}
/** As a browser's own scripts do: they follow where they are sent. */
async function askAndFollow(visitor: Visitor, path: string, sent: Sent): Promise<Answer> {
  const answer = await visitor.asks(path, sent)
  const { location } = answer.headers
  return answer.status === 307 && location ? visitor.asks(location, sent) : answer
}

const WAYS: Readonly<Record<string, Sent>> = {
  'as a page': {},
  'for its headers alone': { method: 'HEAD' },
  'in place': { headers: { rsc: '1', accept: '*/*' } },
  'ahead, as Next does': { headers: { rsc: '1', 'next-router-prefetch': '1', accept: '*/*' } },
  'ahead, in parts': { headers: { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree', accept: '*/*' } },
  'ahead, at runtime': { headers: { rsc: '1', 'next-router-prefetch': '2', accept: '*/*' } },
  'ahead, as a browser says it': { headers: { purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender', 'next-router-prefetch': '1' } },
}

test('a case that is shown leaves one row of who was shown it, and none where it was not (found J13)', async ({ portal, demoPassword }) => {
  const state = handledBy(readWorld(portal).cases, 'p-chenmin')
  const [chen, auditor] = [
    await signInByForm(portal.address, 'chenmin', demoPassword),
    await signInByForm(portal.address, 'shenji', demoPassword),
  ]
  const shown: string[] = []
  for (const [way, sent] of Object.entries(WAYS)) {
    const before = (await logged(portal, auditor)).at(-1)?.n ?? 0
    const { body } = await askAndFollow(chen, `/cases/${state.caseId}`, sent)
    const isShown = body.includes(state.basics.title)
    if (isShown) shown.push(way)
    const rows = (await logged(portal, auditor, before)).filter(({ person }) => person === 'p-chenmin')
    // Drawn and not sent is told of as well: one more than none is no harm.
    const isDrawn = isShown || way === 'ahead, at runtime'
    expect(rows, way).toMatchObject(isDrawn ? [{ kind: 'read', what: 'case', case_id: state.caseId, result: 'ok' }] : [])
  }
  expect(shown).toEqual(['as a page', 'in place', 'ahead, as a browser says it'])
})

test('lists, polls and one’s own pages leave none; what is not theirs leaves a denial, an address of nothing leaves none (found J13)', async ({
  portal,
  demoPassword,
}) => {
  const world = readWorld(portal)
  const [sun, auditor] = [
    await signInByForm(portal.address, 'sunli', demoPassword),
    await signInByForm(portal.address, 'shenji', demoPassword),
  ]
  const state = handledBy(world.cases, 'p-chenmin')
  const [track] = world.cases.flatMap(({ tracks }) => Object.values(tracks)).filter(isSent)
  const before = (await logged(portal, auditor)).at(-1)?.n ?? 0
  for (const path of [
    '/work',
    '/cases',
    '/notices',
    '/account',
    '/law',
    '/api/notices/unread',
    '/cases/00000000-0000-4000-8000-000000000000',
  ])
    await sun.asks(path)
  for (const path of [`/cases/${state.caseId}`, `/cases/${state.caseId}/report/write`, `/transfers/${track?.trackId}`, '/admin/people'])
    expect((await sun.asks(path)).status, path).toBe(404)
  await sun.asks(`/cases/${state.caseId}`, { method: 'HEAD' })
  expect((await sun.asks(`/api/cases/${state.caseId}/evidence`, { method: 'PUT', body: 'x', headers: { 'x-entry': '{}' } })).status).toBe(
    404,
  )
  const rows = (await logged(portal, auditor, before)).filter(({ person }) => person === 'p-sunli')
  expect(rows.map(({ kind, what, result }) => `${kind} ${what} ${result}`)).toEqual([
    'read case denied',
    'read case denied',
    'read track denied',
    'read office denied',
    'act case denied',
  ])
})

test('who comes in and who does not is told, and nothing of what was typed (found J13)', async ({ portal, demoPassword }) => {
  const auditor = await signInByForm(portal.address, 'shenji', demoPassword)
  const before = (await logged(portal, auditor)).at(-1)?.n ?? 0
  const SLIP = 'my-own-password-by-mistake'
  await triesToSignIn(portal.address, SLIP, 'x', '/')
  await triesToSignIn(portal.address, 'suji', 'not-this-one', '/')
  await triesToSignIn(portal.address, 'suji', demoPassword, '/')
  const rows = await logged(portal, auditor, before)
  expect(rows.map(({ person, kind, result }) => `${kind} ${person} ${result}`)).toEqual([
    'sign-in  failed',
    'sign-in p-suji failed',
    'sign-in p-suji ok',
  ])
  expect((await auditor.asks('/admin/access')).body).not.toContain(SLIP)
})

function handledBy(cases: readonly OpenCase[], personId: string): OpenCase {
  const state = cases.find(({ handlerIds }) => handlerIds.includes(personId))
  if (!state) throw new Error(`${personId} handles no case`)
  return state
}
