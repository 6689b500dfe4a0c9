/** A letter that was taken back is taken back: none of those who had it finds a word of it anywhere, and all find that it was withdrawn. */
import type { OpenCase } from '#lib/domain/case/state'
import type { Action } from '#lib/domain/policy/table'
import { tiesOf } from '#lib/domain/policy/ties'
import { isSent, type SentTrack } from '#lib/domain/transfer/state'
import { formatFen } from '#lib/i18n/numbers'
import type { Portal } from '../setup/server.ts'
import { expect, t, unitName } from '../people.ts'
import { oughtNow } from './expected.ts'
import { addressOf, DOORS, NOBODYS, nowhereOf, placesOf, type Filled } from './addresses.ts'
import { send } from './draw.ts'
import { formsIn } from './forms.ts'
import { plain, signInByForm, type Visitor } from './http.ts'
import { test } from './own.ts'
import { oneOfEachKind, readWorld, type Known, type World } from './world.ts'

const REASON = { passing: '银鸥转送事由', recall: '银鸥撤回缘由' }
const OFFICE = { personId: 'p-sunli', unitId: 'yi-police' }

test('after recall recipient, copied and former body find in no page, list, search or count a name, fact or amount of it (found J5)', async ({
  own,
  demoPassword,
}) => {
  const { caseId, trackId } = await passOn(own, demoPassword)
  const before = standing(own, caseId, trackId)
  const words = wordsOf(before)
  expect(words.length, 'names, facts, amounts').toBeGreaterThan(10)
  const hadIt = oneOfEachKind(before.world, before.state, 'one').filter(({ actor }) => isOfBody(actor, before))
  expect(new Set(hadIt.flatMap(({ actor }) => actor.seats.map(({ unitId }) => unitId))).size, 'recipient, copied, former').toBeGreaterThan(
    2,
  )
  const visitors = await Promise.all(
    hadIt.map(async (known) => ({ known, visitor: await signInByForm(own.address, known.login, demoPassword) })),
  )
  for (const { known, visitor } of visitors)
    expect(await foundBy(visitor, before, words), `${known.login} reads it while it stands`).not.toEqual([])

  await recall(own, demoPassword, before)
  const after = standing(own, caseId, trackId)
  expect(after.track.phase).toBe('withdrawn')
  for (const { known, visitor } of visitors) {
    expect(await foundBy(visitor, after, [...words, ...Object.values(REASON)]), `${known.login} after recall`).toEqual([])
    const { status, body } = await visitor.asks(`/transfers/${trackId}`)
    expect(status, known.login).toBe(200)
    for (const said of [after.track.snapshot.letterNo, t.status.withdrawn, unitName(before.state.bureau.unitId)])
      expect(body).toContain(said)
    await findsNothingElse(visitor, known, after)
  }
})

type Standing = Readonly<{ world: World; state: OpenCase; track: SentTrack }>
function standing(portal: Portal, caseId: string, trackId: string): Standing {
  const world = readWorld(portal)
  const state = world.cases.find((one) => one.caseId === caseId)
  const track = state?.tracks[trackId]
  if (!state || !track || !isSent(track)) throw new Error('it was sent')
  return { world, state, track }
}

/** A track that its first body signed for goes on to another, so that all three kinds of body have had it. */
async function passOn(portal: Portal, password: string): Promise<Readonly<{ caseId: string; trackId: string }>> {
  const world = readWorld(portal)
  const found = world.cases.flatMap((state) =>
    Object.values(state.tracks)
      .filter((track) => track.phase === 'received' && track.legs.length === 0 && track.to.unitId === 'yi-police')
      .map((track) => ({ state, track })),
  )
  const [first] = found
  if (!first) throw new Error('the demo world has a track that 乙旗公安局 has signed for')
  const { caseId } = first.state
  const { trackId } = first.track
  await posts(portal, password, doerOf(world, 'PassOn', first.state, trackId), `/transfers/${trackId}/pass-on`, {
    target: 'bing-police',
    reason: REASON.passing,
  })
  return { caseId, trackId }
}
const recall = (portal: Portal, password: string, { world, state, track: { trackId } }: Standing): Promise<void> =>
  posts(portal, password, doerOf(world, 'WithdrawTransfer', state, trackId), `/cases/${state.caseId}/transfers/${trackId}/withdraw`, {
    reason: REASON.recall,
  })

function doerOf({ people }: World, action: Action, state: OpenCase, trackId: string): Known {
  const known = people.find(({ actor }) => oughtNow(actor, action, state, { trackId }))
  if (!known) throw new Error(`somebody may ${action}`)
  return known
}
async function posts(
  portal: Portal,
  password: string,
  { login }: Known,
  path: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const visitor = await signInByForm(portal.address, login, password)
  const form = formsIn((await visitor.asks(path)).body, { password, caseNo: '', today: '' }).find(({ fields }) =>
    fields.some(([name]) => name === 'reason'),
  )
  if (!form) throw new Error(`no form at ${path}`)
  const { status, headers } = await send(
    visitor,
    path,
    form.fields.map(([name, value]) => [name, values[name] ?? value] as const),
  )
  expect([status, String(headers.location)], path).toEqual([303, expect.stringContaining('done=')])
}

const isOfBody = (actor: Known['actor'], { state, track }: Standing): boolean =>
  tiesOf(actor, state, track).some(({ tie }) => /^(?:recipient-(?!colleague)|former-recipient|copied)/.test(tie))

/** Every text, number and amount of what was sealed that no other case of the world holds. */
function wordsOf({ world, state, track }: Standing): string[] {
  const others = JSON.stringify(world.cases.filter(({ caseId }) => caseId !== state.caseId))
  const { letterNo: _, ...sealed } = track.snapshot
  const leaves = leavesOf(sealed).flatMap((leaf) =>
    typeof leaf === 'number' ? [String(leaf), ...(leaf > 9_999 ? [formatFen(leaf)] : [])] : [leaf],
  )
  const fens = new Set(
    leavesOf(sealed)
      .filter((leaf) => typeof leaf === 'number' && others.includes(String(leaf)))
      .map((leaf) => formatFen(Number(leaf))),
  )
  return [...new Set(leaves)].filter((word) => word.length > 1 && !others.includes(JSON.stringify(word).slice(1, -1)) && !fens.has(word))
}
function leavesOf(value: unknown): (string | number)[] {
  if (typeof value === 'string' || typeof value === 'number') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : []
}

/** Which words somebody finds, at every address of the track and in every list, asked for each of them too; as a page and as what a page changes in place. */
async function foundBy(visitor: Visitor, { world, state, track }: Standing, words: readonly string[]): Promise<string[]> {
  const own = addresses().flatMap(([shape, query]) =>
    placesOf(shape, state, world.cases, OFFICE).map(({ at }) => addressOf(shape + query, at)),
  )
  const lists = ['/', '/notices?size=100', '/notices?show=unread&size=100', '/api/notices/unread']
  const tabs = ['pending', 'examining', 'decided', 'passed', 'copied'].map((tab) => `/transfers?tab=${tab}&size=100`)
  const work = ['mine', 'waiting', 'done', 'closed'].map((tab) => `/work?tab=${tab}&size=100`)
  const found = new Set<string>()
  const look = (body: string, but = '') => words.filter((word) => word !== but && body.includes(word)).forEach((word) => found.add(word))
  for (const path of [...own, ...lists, ...tabs, ...work]) {
    look((await visitor.asks(path)).body)
    if (!path.startsWith('/api')) look((await visitor.asks(path, { headers: { rsc: '1', accept: '*/*' } })).body)
  }
  // A search for a word says the word; it may say no row for it.
  for (const word of [track.snapshot.title, ...track.snapshot.subjects.map(({ name }) => name)])
    for (const tab of ['mine', 'waiting']) {
      const { body } = await visitor.asks(`/work?tab=${tab}&text=${encodeURIComponent(word)}`)
      look(body.replaceAll(word, ''), word)
      if (body.includes(track.trackId)) found.add(`a row for ${word}`)
    }
  return [...found]
}
const addresses = (): (readonly [shape: string, query: string])[] =>
  Object.entries(DOORS)
    .filter(([shape, { methods }]) => methods.includes('GET') && /^(?:\/api)?\/transfers\/\[trackId\]/.test(shape)) // the case's own are never a body's: addresses.spec.ts
    .map(([shape, { query = '' }]) => [shape, query] as const)

/** Letter, receipt, files, papers and forms answer what a page that is not there answers, to the byte. */
async function findsNothingElse(visitor: Visitor, { login }: Known, { world, state }: Standing): Promise<void> {
  for (const [shape, query] of addresses()) {
    if (shape === '/transfers/[trackId]') continue
    for (const place of placesOf(shape, state, world.cases, OFFICE)) {
      const ids = idsOf(place)
      const theirs = await visitor.asks(addressOf(shape + query, place.at))
      const nowhere = await visitor.asks(nowhereOf(shape + query, place.at))
      expect(theirs.status, `${login} at ${addressOf(shape + query, place.at)}`).toBe(404)
      expect(plain(theirs, ids), `${login} at ${addressOf(shape + query, place.at)}`).toEqual(plain(nowhere, ids))
    }
  }
}
const idsOf = ({ at }: Filled): string[] => [...Object.values(at).filter((id) => id.length > 8), NOBODYS]
