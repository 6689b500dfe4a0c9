/**
 * Every exported server action, posted by whom it is not for, and by its own person in every wrong way: nothing changes, and the answer
 * says nothing about whether there was something to change. Forms are those that the portal draws for somebody who may, so that what is
 * refused would have been taken. In a portal of its own: in the end each form is sent once as it should be, to see that it was real.
 */
import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenCase } from '#lib/domain/case/state'
import { mayInOffice, type OfficeAction } from '#lib/domain/office/policy'
import { CACHE } from '../setup/browser.ts'
import { openPortal, type Portal } from '../setup/server.ts'
import { expect, test as people } from '../people.ts'
import { isAct, ought, oughtNow } from './expected.ts'
import { NOBODYS } from './addresses.ts'
import { commandOf, draw, exportedActions, send, type Exported, type Found } from './draw.ts'
import type { Fields } from './forms.ts'
import { FOREIGN, inParallel, linesOf, multipart, plain, signInByForm, visitorAt, type Answer, type Visitor } from './http.ts'
import { draftsOf, lastDeeds, oneOfEachKind, readWorld, stored, type Known, type World } from './world.ts'

/** One for each test: in the first one somebody leaves for good, and signs in no more. */
const test = people.extend<{ own: Portal }>({
  own: [
    async ({}, use) => {
      const dataDir = join(mkdtempSync(join(process.env['E2E_RUN'] ?? CACHE, 'hostile-')), 'data')
      cpSync(join(process.env['E2E_RUN'] ?? '', 'seed'), dataDir, { recursive: true })
      const portal = await openPortal(dataDir)
      await use(portal)
      await portal.stop()
    },
    { timeout: 60_000 },
  ],
})

test('each action: by others, by foreign pages and in wrong forms it changes nothing and tells nothing; by its own person it is real, once', async ({
  own,
  demoPassword,
}) => {
  test.setTimeout(600_000)
  const world = readWorld(own)
  const visitors = new Map<string, Promise<Visitor>>()
  const as = ({ login }: Known): Promise<Visitor> => {
    const visitor = visitors.get(login) ?? signInByForm(own.address, login, demoPassword)
    visitors.set(login, visitor)
    return visitor
  }
  const nobody = visitorAt(own.address, 'nobody')
  const actions = exportedActions()
  const found = await draw(world, actions, as, nobody, demoPassword)
  expect(
    actions.filter(({ id }) => !found.has(id)).map(({ name }) => name),
    'actions whose form nobody was shown',
  ).toEqual([])

  const before = stored(own)
  const tried = { strangers: 0, mixedUp: new Set<string>(), otherNames: new Set<string>(), stale: [] as string[] }
  const unchanged = (what: string) => expect(stored(own), `${what}; last: ${lastDeeds(own).join(', ')}`).toEqual(before)
  for (const { id, name } of actions) {
    const form = found.get(id)
    if (!form) continue
    const { state, path, rightful, ids } = form
    // Whose password it is not: where the policy answers first, no try is counted (`failures` is among what is stored).
    const fields = form.fields.map(([field, value]) => [field, field === 'password' ? 'not-this-one' : value] as const)
    const others = OF_EVERYBODY.has(name)
      ? []
      : oneOfEachKind(world, state, 'each').filter((known) => known.login !== rightful.login && !mayEver(name, known, form))
    tried.strangers += others.length
    const elsewhere = fields.map(([field, value]) => [field, withoutIds(value, ids)] as const)
    const nowhere = (visitor: Visitor) => send(visitor, withoutIds(path, ids), elsewhere)
    const [outside, inside] = [await nowhere(nobody), others[0] && (await nowhere(await as(others[0])))]
    await inParallel([null, ...others], async (known) => {
      if (known === null && OPEN.has(name)) return
      const visitor = known ? await as(known) : nobody
      const theirs = plain(await send(visitor, path, fields), [...ids, NOBODYS, NO_LINK])
      // Whoever reads the case or a track of it knows that it is there; to everybody else it is as if it were not.
      if (known && knowsOf(known, state)) expect(theirs.status, `${name} by ${visitor.login}`).not.toBe(200)
      else expect(theirs, `${name} by ${visitor.login}`).toEqual(plain((known ? inside : outside) ?? outside, [...ids, NOBODYS, NO_LINK]))
      if (known && fields.some(([field]) => field === 'password')) expect(theirs.status, `${name} by ${visitor.login}`).toBe(404)
    })
    unchanged(`${name} by one of ${others.map(({ login }) => login).join(', ')}`)

    for (const [how, headers, status] of FOREIGN(own.address))
      expect((await send(rightful, path, form.fields, headers)).status, `${name} ${how}`).toBe(status)
    unchanged(`${name} from elsewhere`)
    if (OF_EVERYBODY.has(name)) continue
    const hasKey = form.fields.some(([field]) => field === 'formKey')
    const wrong: Readonly<Record<string, Fields>> = {
      'with an unknown key': [...form.fields, ['isAdmin', 'true']],
      ...(hasKey && { 'with a key twice': [...form.fields, ...form.fields.filter(([field]) => field === 'formKey')] }),
      'with nothing in it': form.fields.filter(([field]) => field.startsWith('$ACTION')),
    }
    for (const [how, sent] of Object.entries(wrong)) expect((await send(rightful, path, sent)).status, `${name} ${how}`).toBe(303)
    unchanged(`${name} in a wrong form`)
    for (const [how, swap] of NO_MATTER.has(name) ? [] : mixedUp(world, form)) {
      tried.mixedUp.add(name)
      // A row that is taken out names nobody.
      const sent = form.fields.filter(([field]) => !field.endsWith('.remove')).map(([field, value]) => [field, swap(value)] as const)
      expect([303, 404], `${name} ${how}`).toContain((await send(rightful, swap(path), sent)).status)
    }
    unchanged(`${name} with ids of another matter`)
    for (const [how, swap] of mayNameAnybody(name) ? [] : otherNames(world, form)) {
      tried.otherNames.add(name)
      const sent = form.fields.map(([field, value]) => [field, swap(value)] as const)
      expect([303, 404], `${name} ${how}`).toContain((await send(rightful, path, sent)).status)
    }
    unchanged(`${name} with units and people of elsewhere (found J2)`)
  }

  const discard = [...found.values()].find(({ actionId }) =>
    actions.some(({ id, name }) => id === actionId && name === 'discardReportDraftAction'),
  )
  const [draft] = draftsOf(own, 'write-report:')
  if (!discard || !draft) throw new Error('somebody was rewriting a report')
  for (const known of oneOfEachKind(world, discard.state).filter(({ actor }) => actor.personId !== draft.personId))
    await send(await as(known), discard.path, discard.fields)
  expect(draftsOf(own, 'write-report:'), 'what somebody was writing is nobody else’s to throw away').toContainEqual(draft)

  expect(own.log(), 'nothing is thrown').not.toMatch(/⨯/)

  const taken: string[] = []
  // What takes back what others go on from, and who then is no more here.
  const order = actions.toSorted((a, b) => Number(LAST.has(a.name)) - Number(LAST.has(b.name)))
  for (const { id, name } of order) {
    const form = found.get(id)
    if (!form || (OF_EVERYBODY.has(name) && name !== 'setFirstPasswordAction')) continue
    const me = form.rightful
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
      tried.stale.push(name)
    }
  }
  const not = actions.map(({ name }) => name).filter((name) => !taken.includes(name) && !OF_EVERYBODY.has(name))
  expect(taken, `not taken: ${not.join(', ')}`).toEqual(expect.arrayContaining(REAL))
  expect(taken.length, `not taken: ${not.join(', ')}`).toBeGreaterThan(25)
  // What is skipped above is skipped for a reason; that nothing else is, is counted here.
  expect(tried.strangers / actions.length, 'strangers for each action').toBeGreaterThan(20)
  expect([...tried.mixedUp], 'with ids of another matter').toEqual(expect.arrayContaining(MIXED_UP))
  expect([...tried.otherNames], 'with units and people of elsewhere').toEqual(expect.arrayContaining(OTHER_NAMES))
  expect(tried.stale, 'on a state that is over').toEqual(expect.arrayContaining(STALE))
  await send(discard.rightful, discard.path, discard.fields)
  expect(draftsOf(own, 'write-report:'), 'one’s own draft goes').not.toContainEqual(draft)
})

/** An absence is the case's, and its track says only where to go back to; in a report a track that is not the case's is a new one. */
const NO_MATTER = new Set(['justifyAbsenceAction', 'writeReportAction'])
/** Tracks, files and people of another case of theirs in place of this one's, and words that every object answers to. */
function mixedUp({ cases }: World, { state, path, fields }: Found): readonly (readonly [how: string, swap: (text: string) => string])[] {
  const text = JSON.stringify([path, fields])
  const parts = [
    ['track', Object.keys(state.tracks), (one: OpenCase) => Object.keys(one.tracks)],
    ['file', Object.keys(state.evidence), (one: OpenCase) => Object.keys(one.evidence)],
    ['subject', Object.keys(state.subjects), (one: OpenCase) => Object.keys(one.subjects)],
  ] as const
  return parts.flatMap(([what, ids, of]) => {
    // Where a track stands alone, another one is another matter of theirs, and theirs to act on.
    const used = what === 'track' && !path.startsWith('/cases/') ? [] : ids.filter((id) => text.includes(id))
    const alike = cases.filter(
      (one) => one.caseId !== state.caseId && one.handlerIds.some((id) => state.handlerIds.includes(id)) && of(one).length > 0,
    )
    const others = [...alike.slice(0, 2).flatMap((one) => of(one).slice(0, 1)), 'constructor', '__proto__']
    return used.length === 0
      ? []
      : others.map(
          (other) =>
            [`with another ${what}: ${other}`, (given: string) => used.reduce((rest, id) => rest.replaceAll(id, other), given)] as const,
        )
  })
}

/** Administrators name anybody, and a case is passed on to any body of its kind. */
const mayNameAnybody = (name: string): boolean => OFFICE_ACTIONS.includes(commandOf(name)) || name === 'passOnAction'
/** In place of each unit and person that a field names, one of another place, one that is none, and a word that every object answers to. */
function otherNames({ people, unitIds }: World, { fields }: Found): readonly (readonly [how: string, swap: (text: string) => string])[] {
  const parts = [
    ['unit', unitIds, ['ji-hrss', 'ji-police', NOBODYS, 'constructor']],
    ['person', people.map(({ actor }) => actor.personId), ['p-xiaobin', 'p-baoyin', NOBODYS, 'constructor']],
  ] as const
  return parts.flatMap(([what, ids, others]) => {
    const used = fields.filter(([field, value]) => !field.startsWith('$') && ids.includes(value)).map(([, value]) => value)
    const swaps = others.filter((other) => !used.includes(other))
    return used.length === 0
      ? []
      : swaps.map((other) => [`with another ${what}: ${other}`, (value: string) => (used.includes(value) ? other : value)] as const)
  })
}
/** Whose forms name a unit or people. */
const OTHER_NAMES = ['registerCaseAction', 'assignHandlersAction', 'writeReportAction', 'urgeAction']

/** Among those that must be taken in the end; of the others several stand on one matter, and the first closes the way for the next. */
const REAL = [
  'setFirstPasswordAction',
  'submitReportAction',
  'strikeSubjectAction',
  'disputePaperAction',
  'sendTransferAction',
  'confirmReportAction',
  'decideAction',
  'voidEvidenceAction',
  'signReceiptAction',
]
/** Whose forms name a track, a file or a person of the case. */
const MIXED_UP = ['voidEvidenceAction', 'sendTransferAction', 'strikeSubjectAction', 'recordAmountsAction', 'sendSupplementAction']
/** Whose forms were read at a version. */
const STALE = [
  'recordBasicsAction',
  'giveOpinionAction',
  'decideAction',
  'confirmReportAction',
  'submitReportAction',
  'recordSubjectAction',
]
const LAST = new Set([
  'withdrawReportAction',
  'withdrawTransferAction',
  'returnTransferAction',
  'endPostAction',
  'recordLeavingAction',
  'setFirstPasswordAction',
])
/** A link that nobody was given. */
const NO_LINK = 'A'.repeat(43)
const withoutIds = (text: string, ids: readonly string[]): string =>
  ids.reduce((rest, one) => rest.replaceAll(one, one.length === NO_LINK.length ? NO_LINK : NOBODYS), text)

function mayEver(name: string, { actor }: Known, { state, trackId }: Found): boolean {
  const command = commandOf(name)
  if (isAct(command)) return ought(actor, command, state, { trackId }) !== 'never'
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
  'IssueCode',
  'GrantPost',
  'ConfirmPost',
  'DeclinePost',
  'EndPost',
] satisfies OfficeAction[]

const knowsOf = ({ actor }: Known, state: OpenCase): boolean =>
  oughtNow(actor, 'ReadCase', state) ||
  Object.keys(state.tracks).some(
    (trackId) => oughtNow(actor, 'ReadTrack', state, { trackId }) || oughtNow(actor, 'ReadTombstone', state, { trackId }),
  )

/** Nobody's in particular: what they change is the browser's or the person's own. */
const OF_EVERYBODY = new Set([
  'choosePreferencesAction',
  'markReadAction',
  'discardReportDraftAction',
  'changePasswordAction',
  'setFirstPasswordAction',
])
/** No session is asked for. */
const OPEN = new Set(['choosePreferencesAction', 'setFirstPasswordAction'])

test('each action, called raw: ids that are not theirs, nobody’s, and no ids at all are one answer, and nothing falls over', async ({
  own,
  demoPassword,
}) => {
  test.setTimeout(600_000)
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

/** As Next's own scripts call an action: its id in a header, its arguments as React writes them. */
function raw(visitor: Visitor, { id: both }: Exported, ids: readonly unknown[]): Promise<Answer> {
  const [id = '', ...act] = both.split(' ')
  const { type, body } = multipart([
    ['1_formKey', crypto.randomUUID()],
    ['0', JSON.stringify([...act, ...ids, '$K1'])],
  ])
  return visitor.asks('/account', {
    method: 'POST',
    body,
    headers: { 'content-type': type, 'next-action': id, accept: 'text/x-component' },
  })
}
