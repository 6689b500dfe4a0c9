/**
 * Every exported server action, posted by whom it is not for, and by its own person in every wrong way: nothing changes, and the answer
 * says nothing about whether there was something to change. Forms are those that the portal draws for somebody who may, so that what is
 * refused would have been taken. In a portal of its own: in the end each form is sent once as it should be, to see that it was real.
 */
import { cpSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenCase } from '#lib/domain/case/state'
import { mayInOffice, type OfficeAction } from '#lib/domain/office/policy'
import { can, mayDo } from '#lib/domain/policy/can'
import { POLICY, type Action } from '#lib/domain/policy/table'
import { CACHE, ROOT } from '../setup/browser.ts'
import { openPortal, type Portal } from '../setup/server.ts'
import { expect, test as people } from '../people.ts'
import { addressOf, DOORS, NOBODYS, placesOf } from './addresses.ts'
import { formsIn, type Drawn, type Fields } from './forms.ts'
import { linesOf, multipart, plain, signInByForm, visitorAt, type Answer, type Visitor } from './http.ts'
import { oneOfEachKind, readWorld, stored, type Known, type World } from './world.ts'

const test = people.extend<object, { own: Portal }>({
  own: [
    async ({}, use) => {
      const dataDir = join(mkdtempSync(join(process.env['E2E_RUN'] ?? CACHE, 'hostile-')), 'data')
      cpSync(join(process.env['E2E_RUN'] ?? '', 'seed'), dataDir, { recursive: true })
      const portal = await openPortal(dataDir)
      await use(portal)
      await portal.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

type Exported = Readonly<{ id: string; file: string; name: string; bound: number }>
const DIST = join(ROOT, process.env['NEXT_DIST_DIR'] ?? '.cache/build')
/** As the build knows them; how many ids each takes before its form, as its source says. */
function exportedActions(): Exported[] {
  const { node } = JSON.parse(readFileSync(join(DIST, 'server/server-reference-manifest.json'), 'utf8')) as {
    node: Record<string, { filename: string; exportedName: string }>
  } // safe: Next's own file; the next test compares it with the source
  return Object.entries(node).map(([id, { filename, exportedName: name }]) => {
    const given = new RegExp(`function ${name}\\(([^)]*)\\)`).exec(readFileSync(join(ROOT, filename), 'utf8'))?.[1] ?? ''
    return { id, file: filename, name, bound: given.split(',').filter((one) => one.trim() !== '' && !one.includes('FormData')).length }
  })
}

type Found = Drawn & Readonly<{ path: string; state: OpenCase; trackId: string | null; rightful: Known }>
/** Not drawn in the demo world, each for its reason; their gates are those of the raw calls below. */
const NOT_DRAWN: Readonly<Record<string, string>> = {
  setFirstPasswordAction: 'its page is for whoever holds a one-time link',
  submitReportAction: 'no case of the demo world waits for it with a confirmed report',
  discardReportDraftAction: 'nobody there has begun to rewrite a report; it touches one’s own draft only',
  strikeSubjectAction: 'everybody written down there has an amount',
  disputePaperAction: 'its page is about one paper, by its number in the address',
}

test('each action: by others, by foreign pages and in wrong forms it changes nothing and tells nothing; by its own person it is real, once', async ({
  own,
  demoPassword,
}) => {
  test.setTimeout(300_000)
  const world = readWorld(own)
  const visitors = new Map<string, Visitor>()
  const as = async ({ login }: Known): Promise<Visitor> => {
    const visitor = visitors.get(login) ?? (await signInByForm(own.address, login, demoPassword))
    visitors.set(login, visitor)
    return visitor
  }
  const actions = exportedActions()
  const found = await draw(world, actions, as, demoPassword)
  const missing = actions.filter(({ id, name }) => !found.has(id) && !(name in NOT_DRAWN)).map(({ name }) => name)
  expect(missing, 'actions whose form nobody was shown').toEqual([])

  const before = stored(own)
  for (const { id, name } of actions) {
    const form = found.get(id)
    if (!form) continue
    const { state, path, rightful } = form
    const ids = [state.caseId, ...Object.keys(state.tracks), ...Object.keys(state.evidence), ...Object.keys(state.subjects), NOBODYS]
    // Who has no tie is one to the policy: all kinds of them try one action, and one of them the others.
    for (const known of oneOfEachKind(world, state, name === 'sendTransferAction' ? 'all' : 'one')) {
      if (known.login === rightful.login || OF_EVERYBODY.has(name) || mayEver(name, known, form)) continue
      const visitor = await as(known)
      const theirs = await send(visitor, path, form.fields)
      expect(stored(own), `${name} by ${known.login}`).toEqual(before)
      // Whoever reads the case or a track of it knows that it is there; to everybody else it is as if it were not.
      if (!knowsOf(known, state)) {
        const nowhere = ids.reduce((text, one) => text.replaceAll(one, NOBODYS), path)
        const elsewhere = form.fields.map(
          ([field, value]) => [field, ids.reduce((text, one) => text.replaceAll(one, NOBODYS), value)] as const,
        )
        expect(plain(theirs, ids), `${name} by ${known.login}`).toEqual(plain(await send(visitor, nowhere, elsewhere), ids))
      }
    }
    const me = await as(rightful)
    for (const [how, headers, status] of FOREIGN(own.address)) {
      expect((await send(me, path, form.fields, headers)).status, `${name} ${how}`).toBe(status)
      expect(stored(own), `${name} ${how}`).toEqual(before)
    }
    if (OF_EVERYBODY.has(name)) continue
    const wrong: Readonly<Record<string, Fields>> = {
      'with an unknown key': [...form.fields, ['isAdmin', 'true']],
      'with a key twice': [...form.fields, ...form.fields.filter(([field]) => field === 'formKey')],
      'with nothing in it': form.fields.filter(([field]) => field.startsWith('$ACTION')),
    }
    for (const [how, fields] of Object.entries(wrong)) {
      if (how === 'with a key twice' && !form.fields.some(([field]) => field === 'formKey')) continue
      const { status } = await send(me, path, fields)
      expect(status, `${name} ${how}`).toBe(303)
      expect(stored(own), `${name} ${how}`).toEqual(before)
    }
  }

  const taken: string[] = []
  for (const { id, name } of actions) {
    const form = found.get(id)
    if (!form || OF_EVERYBODY.has(name)) continue
    const me = await as(form.rightful)
    const was = stored(own)
    await send(me, form.path, form.fields)
    const is = stored(own)
    if (JSON.stringify(is) !== JSON.stringify(was)) taken.push(name)
    await send(me, form.path, form.fields)
    expect(stored(own), `${name} again`).toEqual(is)
    // A form that was read at no version adds something: it is never out of date.
    if (!form.fields.some(([field, value]) => (field === 'version' || field === 'readAt') && value !== '0')) continue
    const stale = form.fields.map(([field, value]) => [field, field === 'formKey' ? crypto.randomUUID() : value] as const)
    if (taken.includes(name)) {
      await send(me, form.path, stale)
      expect(stored(own), `${name} on a state that is over`).toEqual(is)
    }
  }
  expect(
    taken.length,
    `taken: ${taken.join(', ')}; not: ${actions
      .map(({ name }) => name)
      .filter((name) => !taken.includes(name))
      .join(', ')}`,
  ).toBeGreaterThan(15)
})

const trackNamed = ({ fields }: Drawn): string | null => fields.find(([field]) => field === 'trackId')?.[1] || null

/** An action carries the name of its command (style.md rule 13), but for these. */
const COMMAND: Readonly<Record<string, string>> = {
  decideAction: 'ApproveTransfer',
  recordNewSubjectAction: 'RecordSubject',
  urgeSenderAction: 'Urge',
}
function mayEver(name: string, { actor }: Known, { state, trackId }: Found): boolean {
  const command = COMMAND[name] ?? name.replace(/Action$/, '').replace(/^./, (first) => first.toUpperCase())
  if (Object.hasOwn(POLICY, command)) return mayDo(actor, command as Action, state, { trackId }).is !== 'never' // safe: the line before
  expect(OFFICE_ACTIONS, `${name} has a command`).toContain(command)
  return mayInOffice(actor, command as OfficeAction) !== null // safe: as above
}
const OFFICE_ACTIONS: readonly string[] = [
  'RegisterUnit',
  'RenameUnit',
  'RecordUnit',
  'RegisterPerson',
  'RenamePerson',
  'RecordLeaving',
  'RecordDirectory',
  'IssueLink',
  'GrantPost',
  'EndPost',
] satisfies OfficeAction[]

const knowsOf = ({ actor }: Known, state: OpenCase): boolean =>
  can(actor, 'ReadCase', state) !== null || Object.keys(state.tracks).some((trackId) => can(actor, 'ReadTrack', state, { trackId }))

/** Nobody's in particular: what they change is the browser's or the person's own. */
const OF_EVERYBODY = new Set(['choosePreferencesAction', 'markReadAction', 'discardReportDraftAction', 'changePasswordAction'])
const FOREIGN = (address: string): readonly (readonly [how: string, headers: Record<string, string>, status: number])[] => [
  ['without Origin', { origin: '' }, 403],
  ['from a foreign Origin', { origin: 'https://evil.example' }, 403],
  ['from a page without one', { origin: 'null' }, 403],
  ['for a foreign Host', { host: 'evil.example' }, 421],
  ['for both foreign', { host: 'evil.example', origin: 'http://evil.example' }, 421],
  ['by a forwarded Host', { 'x-forwarded-host': 'evil.example', origin: 'http://evil.example' }, 403],
  ['on another port', { origin: address.replace(/\d+$/, '1') }, 403],
]

test('each action, called raw: ids that are not theirs, nobody’s, and no ids at all are one answer, and nothing falls over', async ({
  own,
  demoPassword,
}) => {
  test.setTimeout(300_000)
  const world = readWorld(own)
  const before = stored(own)
  const state = world.cases.find(({ tracks }) => Object.keys(tracks).length > 1)
  if (!state) throw new Error('the demo world has a case with two tracks')
  const real = [state.caseId, Object.keys(state.tracks)[0] ?? '', Object.keys(state.evidence)[0] ?? '']
  const visitors = [
    visitorAt(own.address, 'nobody'),
    await signInByForm(own.address, 'sunli', demoPassword),
    await signInByForm(own.address, 'shenji', demoPassword),
  ]
  const wrongs: readonly unknown[] = [{}, null, 1, ['a'], '__proto__', 'x'.repeat(5_000), "' OR 1=1 --", '', '../..']
  for (const action of exportedActions()) {
    if (OF_EVERYBODY.has(action.name)) continue
    for (const visitor of visitors) {
      const call = async (ids: readonly unknown[]) => {
        const { body, ...answer } = plain(await raw(visitor, action, ids), [...real, NOBODYS])
        return { ...answer, body: linesOf(body) }
      }
      const bound = (id: (i: number) => unknown) => Array.from({ length: action.bound }, (_, i) => id(i))
      const nowhere = await call(bound(() => NOBODYS))
      for (const at of [0, 1, 2])
        expect(await call(bound((i) => real[(at + i) % 3])), `${action.name} by ${visitor.login}`).toEqual(nowhere)
      for (const wrong of action.bound === 0 ? [] : wrongs) {
        const { status } = await call(bound(() => wrong))
        expect(status, `${action.name} by ${visitor.login} with ${JSON.stringify(wrong).slice(0, 40)}`).toBeLessThan(500)
      }
      expect(stored(own), `${action.name} by ${visitor.login}`).toEqual(before)
    }
  }
  expect(own.log(), 'nothing is thrown').not.toMatch(/Error:|⨯/)
})

test('an action that is none is not there', async ({ own, demoPassword }) => {
  const sun = await signInByForm(own.address, 'sunli', demoPassword)
  for (const id of ['0'.repeat(42), 'x', '../..', '__proto__']) {
    const { status, body } = await raw(sun, { id, file: '', name: '', bound: 0 }, [])
    expect(body.length, id).toBeLessThan(100)
    expect([400, 404, 409]).toContain(status) // 409: of another build
  }
})

/** Looks at the pages of everybody who may, until each action has been seen once. */
async function draw(
  world: World,
  actions: readonly Exported[],
  as: (known: Known) => Promise<Visitor>,
  password: string,
): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>()
  const office = { personId: 'p-sunli', unitId: 'yi-police' }
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  for (const [shape, { methods, rule, query = '' }] of Object.entries(DOORS)) {
    if (shape.startsWith('/api') || !methods.includes('GET') || shape.includes('[token]')) continue
    const isOfCase = shape.includes('caseId') || shape.includes('trackId')
    for (const state of isOfCase ? world.cases : world.cases.slice(0, 1)) {
      if (actions.every(({ id }) => found.has(id))) return found
      const kinds = oneOfEachKind(world, state)
      for (const place of placesOf(shape, state, [], office)) {
        const may = kinds.filter((known) => rule({ ...place, actor: known.actor }) === 'yes')
        const path = addressOf(shape, place.at, query)
        const drawn = new Map<string, readonly Drawn[]>()
        for (const known of may) {
          const answer = await (await as(known)).asks(path)
          drawn.set(known.login, answer.status === 200 ? formsIn(answer.body, { password, caseNo: state.caseNo, today }) : [])
        }
        for (const known of may)
          for (const form of drawn.get(known.login) ?? []) {
            if (found.has(form.actionId)) continue
            found.set(form.actionId, { ...form, path, state, trackId: place.track?.trackId ?? trackNamed(form), rightful: known })
          }
      }
    }
  }
  return found
}
function send(visitor: Visitor, path: string, fields: Fields, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { type, body } = multipart(fields)
  return visitor.asks(path, { method: 'POST', body, headers: { 'content-type': type, ...headers } })
}

/** As Next's own scripts call an action: its id in a header, its arguments as React writes them. */
function raw(visitor: Visitor, { id }: Exported, ids: readonly unknown[]): Promise<Answer> {
  const { type, body } = multipart([
    ['1_formKey', crypto.randomUUID()],
    ['0', JSON.stringify([...ids, '$K1'])],
  ])
  return visitor.asks('/account', {
    method: 'POST',
    body,
    headers: { 'content-type': type, 'next-action': id, accept: 'text/x-component' },
  })
}
