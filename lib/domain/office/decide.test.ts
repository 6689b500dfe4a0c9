import { describe, expect, it } from 'vitest'
import type { Day, Occasion, Post, UnitKind } from '../result.ts'
import type { Founder, OfficeCommand } from './commands.ts'
import { decideOffice } from './decide.ts'
import type { NewPerson, NewUnit, OfficeEvent } from './events.ts'
import { evolveOffice } from './evolve.ts'
import { mayInOffice, POSTS_OF_KIND, offeredPosts } from './policy.ts'
import { EMPTY_OFFICE, type OfficeState } from './state.ts'

const TODAY = '2026-11-24'
/** Who and when is what the rules ask; under which post is the policy's. */
const occasionOf = (personId: string, day: Day = TODAY): Occasion => ({
  happenedAt: `${day}T02:00:00.000Z`,
  recordedAt: `${day}T02:00:00.000Z`,
  by: { personId, unitId: 'platform', post: 'security-admin' },
})
type Deed = OfficeCommand & Readonly<{ by?: string; day?: Day }>

/** Given these commands, all of which go through, by the first security administrator unless it is said who, and then one more. */
function office(...given: readonly (Deed | readonly Deed[])[]) {
  const state = given.flat().reduce((known, { by = 'admin', day = TODAY, ...command }) => {
    const occasion = occasionOf(by, day)
    const decision = decideOffice(known, command, occasion)
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`)
    return decision.value.reduce((at, event, i) => evolveOffice(at, { streamId: 'office', seq: i + 1, occasion, event }), known)
  }, EMPTY_OFFICE as OfficeState)
  const next = (command: OfficeCommand, by = 'admin', day = TODAY): string => {
    const decision = decideOffice(state, command, occasionOf(by, day))
    return decision.ok ? decision.value.map(({ type }) => type).join(' ') : decision.refusal.code
  }
  return { state, next }
}

const unit = (unitId: string, kind: UnitKind = 'bureau', over: Partial<NewUnit> = {}): OfficeCommand => ({
  type: 'RegisterUnit',
  unit: {
    unitId,
    kind,
    name: `${unitId}局`,
    nameEn: '',
    code: unitId,
    division: '159901',
    superiorId: '',
    creditNo: '',
    isOnPaper: false,
    from: '2026-01-01',
    ...over,
  },
})
const person = (personId: string, over: Partial<NewPerson> = {}): OfficeCommand => ({
  type: 'RegisterPerson',
  person: { personId, login: personId, name: '陈敏', phone: '', from: '2026-01-01', ...over },
})
const grant = (personId: string, unitId: string, post: Post, from = TODAY, to: string | null = null): OfficeCommand => ({
  type: 'GrantPost',
  grant: { postId: `${personId}-${unitId}-${post}-${from}`, personId, unitId, post, from, to },
})
const propose = (personId: string, unitId: string, post: Post, from = TODAY, to: Day | null = null): OfficeCommand => ({
  type: 'ProposePost',
  proposal: { postId: `${personId}-${unitId}-${post}-${from}`, personId, unitId, post, from, to },
})
/** A post that decides, through both hands. */
const appoint = (personId: string, unitId: string, post: Post, from = TODAY, to: Day | null = null): readonly Deed[] => [
  propose(personId, unitId, post, from, to),
  { type: 'ConfirmPost', postId: `${personId}-${unitId}-${post}-${from}`, by: 'system' },
]
const founder = (personId: string, post: Founder['post']): Founder => ({
  person: { personId, login: personId, name: personId, phone: '', from: '2026-01-01' },
  postId: `f-${personId}`,
  post,
})
const platform: OfficeCommand = {
  type: 'FoundOffice',
  platform: {
    unitId: 'platform',
    kind: 'platform',
    name: '平台管理',
    nameEn: '',
    code: '平台',
    division: '',
    superiorId: '',
    creditNo: '',
    isOnPaper: false,
    from: '2026-01-01',
  },
  founders: [founder('admin', 'security-admin'), founder('system', 'system-admin'), founder('audit', 'audit-admin')],
}

/** Written by hand from found J4: who decides, watches over who decides, or lets others in. */
const TAKE_TWO: readonly string[] = ['approver', 'supervisor', 'convenor', 'system-admin', 'security-admin', 'audit-admin']

describe('units', () => {
  it('are one to a name, a document code and a credit code', () => {
    const { next } = office(unit('a', 'bureau', { creditNo: '91' }))
    expect(next(unit('a'))).toBe('office.unit-exists')
    expect(next(unit('b', 'bureau', { name: 'a局' }))).toBe('office.unit-exists')
    expect(next(unit('b', 'bureau', { code: 'a' }))).toBe('office.unit-exists')
    expect(next(unit('b', 'bureau', { creditNo: '91' }))).toBe('office.unit-exists')
    expect(next(unit('b'))).toBe('UnitRegistered')
  })

  it('never report to themselves, by however many steps', () => {
    const { next } = office(unit('a'), unit('b', 'bureau', { superiorId: 'a' }), unit('c', 'bureau', { superiorId: 'b' }))
    const facts = { code: 'a', division: '159901', creditNo: '', isOnPaper: false }
    expect(next({ type: 'RecordUnit', unitId: 'a', superiorId: 'c', ...facts })).toBe('office.superior-loop')
    expect(next({ type: 'RecordUnit', unitId: 'a', superiorId: 'a', ...facts })).toBe('office.superior-loop')
    expect(next({ type: 'RecordUnit', unitId: 'a', superiorId: '', ...facts })).toBe('UnitRecorded')
  })

  it('keep every name they had, each from its own day on', () => {
    const rename = (name: string, from: string): OfficeCommand => ({ type: 'RenameUnit', unitId: 'a', name, nameEn: '', from })
    const { state, next } = office(unit('a'), rename('新局', '2026-06-01'))
    expect(state.units['a']?.names.map(({ name, from }) => `${from} ${name}`)).toEqual(['2026-01-01 a局', '2026-06-01 新局'])
    expect(next(rename('更早', '2026-05-31'))).toBe('office.dates')
    expect(next(rename('将来', '2026-11-25'))).toBe('office.dates')
  })

  it('has one platform, and it is founded once', () => {
    const { next } = office(platform)
    expect(next(platform)).toBe('office.unit-exists')
    expect(next(unit('another', 'platform'))).toBe('office.unit-exists')
  })
})

describe('people', () => {
  it('are one to a login', () => {
    expect(office(person('chen')).next(person('zhou', { login: 'chen' }))).toBe('office.login-taken')
  })

  it('whose logins could be taken for one another are not registered side by side; those who are here stay (found J15)', () => {
    const { state, next } = office(person('chenmin'), person('zhou.kai'))
    for (const login of ['chenmin.', 'chen.min', 'chen-min', 'ｃｈｅｎｍｉｎ', 'zhoukai', 'zh0u.kai'])
      expect(next(person('new', { login })), login).toBe('office.login-alike')
    expect(next(person('new', { login: 'chenming' }))).not.toBe('office.login-alike')
    expect(Object.values(state.persons).map(({ login }) => login)).toEqual(['chenmin', 'zhou.kai'])
  })

  it('who leave lose every post from that day on, and get no other', () => {
    const { state, next } = office(unit('a'), person('chen'), grant('chen', 'a', 'handler', '2026-02-01'), {
      type: 'RecordLeaving',
      personId: 'chen',
      on: TODAY,
    })
    expect(Object.values(state.posts).map(({ to }) => to)).toEqual(['2026-11-23'])
    expect(next(grant('chen', 'a', 'liaison'))).toBe('office.left')
    expect(next({ type: 'RecordLeaving', personId: 'chen', on: TODAY })).toBe('office.left')
    expect(next({ type: 'IssueLink', personId: 'chen', link: 'd1' })).toBe('office.left')
  })
})

describe('posts', () => {
  const two = [platform, unit('a'), unit('p', 'police'), person('chen')] as const

  it.each(Object.entries(POSTS_OF_KIND))('of a %s are those of its kind', (kind, posts) => {
    const unitId = kind === 'platform' ? 'platform' : 'x'
    const given = kind === 'platform' ? [platform] : [unit('x', kind as UnitKind)] // safe: a key of the table
    const { next } = office(...given, person('chen'))
    for (const post of posts.filter((one) => offeredPosts(kind as UnitKind).includes(one)))
      // safe: as above
      expect([post, next(grant('chen', unitId, post)), next(propose('chen', unitId, post))]).toEqual(
        TAKE_TWO.includes(post) ? [post, 'office.needs-confirmation', 'PostProposed'] : [post, 'PostGranted', 'PostProposed'],
      )
    expect(next(propose('chen', unitId, 'clock'))).toBe('office.wrong-post')
    expect(next(grant('chen', unitId, 'clock'))).toBe('office.wrong-post')
  })

  it('are granted by somebody else', () => {
    expect(office(two).next(grant('admin', 'a', 'handler'))).toBe('office.own-post')
    expect(office(two).next(propose('admin', 'a', 'approver'))).toBe('office.own-post')
  })

  it('of an administrator leave room for no other, whichever came first', () => {
    expect(office(two, appoint('chen', 'platform', 'audit-admin')).next(grant('chen', 'a', 'handler'))).toBe('office.incompatible')
    expect(office(two, grant('chen', 'a', 'handler')).next(propose('chen', 'platform', 'system-admin'))).toBe('office.incompatible')
    expect(office(two, appoint('chen', 'platform', 'audit-admin')).next(propose('chen', 'platform', 'system-admin'))).toBe(
      'office.incompatible',
    )
  })

  it('of intake and approver at one body exclude each other (R09, R10); at two bodies they do not', () => {
    const { next } = office(...two, unit('q', 'police'), grant('chen', 'p', 'intake'))
    expect(next(propose('chen', 'p', 'approver'))).toBe('office.incompatible')
    expect(next(propose('chen', 'q', 'approver'))).toBe('PostProposed')
  })

  it('of handler and approver may be one person: within one case the ties see to it', () => {
    expect(office(...two, grant('chen', 'a', 'handler')).next(propose('chen', 'a', 'approver'))).toBe('PostProposed')
  })

  it('are held once at a time, and again after they ended', () => {
    const { next } = office(...two, grant('chen', 'a', 'handler', '2026-03-01', '2026-03-31'))
    expect(next(grant('chen', 'a', 'handler', '2026-03-31'))).toBe('office.post-held')
    expect(next(grant('chen', 'a', 'handler', '2026-04-01'))).toBe('PostGranted')
    expect(next(grant('chen', 'a', 'handler', '2026-05-01', '2026-04-30'))).toBe('office.dates')
  })

  it('that end today are not held today', () => {
    const { state, next } = office(...two, grant('chen', 'a', 'handler', '2026-02-01'), {
      type: 'EndPost',
      postId: 'chen-a-handler-2026-02-01',
      on: TODAY,
    })
    expect(state.posts['chen-a-handler-2026-02-01']?.to).toBe('2026-11-23')
    expect(next({ type: 'EndPost', postId: 'chen-a-handler-2026-02-01', on: TODAY })).toBe('office.no-such-post')
    expect(next({ type: 'EndPost', postId: 'nobody', on: TODAY })).toBe('office.no-such-post')
  })
})

describe('a post that decides (found J4)', () => {
  const begun = [platform, unit('a'), unit('p', 'police'), person('chen')] as const
  const HEAD = 'chen-a-approver-2026-11-24'
  const confirm: OfficeCommand = { type: 'ConfirmPost', postId: HEAD }
  const decline: OfficeCommand = { type: 'DeclinePost', postId: HEAD, reason: '人选有误' }
  const link = (by: string, personId = 'chen'): Deed => ({ type: 'IssueLink', personId, link: 'd1', by })
  const second = appoint('zhou', 'platform', 'security-admin')
  const wu = appoint('wu', 'platform', 'system-admin')

  it('is held by nobody before a second person confirms it', () => {
    const { state } = office(begun, propose('chen', 'a', 'approver'))
    expect(Object.keys(state.posts)).toEqual(['f-admin', 'f-system', 'f-audit'])
    expect(state.proposals[HEAD]).toMatchObject({ proposedBy: 'admin', proposedAt: `${TODAY}T02:00:00.000Z` })
    const confirmed = office(begun, appoint('chen', 'a', 'approver')).state
    const post = { postId: HEAD, personId: 'chen', unitId: 'a', unitKind: 'bureau', post: 'approver', from: TODAY, to: null }
    expect(confirmed.posts[HEAD]).toEqual(post)
    expect(confirmed.proposals).toEqual({})
  })

  /** By hand, from the words of found J4, for each office that may be met. */
  it.each<[who: string, given: readonly (Deed | readonly Deed[])[], may: readonly string[], otherwise: string]>([
    ['the system administrator, where one security administrator proposes', [], ['system'], 'office.by-system-admin'],
    ['the audit administrator, where the only system administrator issued the link', [link('system')], ['audit'], 'office.by-audit-admin'],
    ['the system administrator, who issued somebody else’s link', [link('system', 'zhou')], ['system'], 'office.by-system-admin'],
    ['the system administrator, where the machine issued the link', [link('clock')], ['system'], 'office.by-system-admin'],
    ['the one of two system administrators who issued no link', [wu, link('system')], ['wu'], 'office.by-system-admin'],
    ['either of two system administrators', [wu], ['system', 'wu'], 'office.by-system-admin'],
    ['the audit administrator, where both issued one', [wu, link('system'), link('wu')], ['audit'], 'office.by-audit-admin'],
    ['another security administrator and nobody else', [second], ['zhou'], 'office.by-security-admin'],
    ['another security administrator, whoever issued the link', [second, link('system')], ['zhou'], 'office.by-security-admin'],
    [
      'the system administrator, where the other begins tomorrow',
      [appoint('zhou', 'platform', 'security-admin', '2026-11-25')],
      ['system'],
      'office.by-system-admin',
    ],
    [
      'the system administrator, where the other’s post ended',
      [second, { type: 'EndPost', postId: 'zhou-platform-security-admin-2026-11-24', on: TODAY }],
      ['system'],
      'office.by-system-admin',
    ],
    ['nobody, where nobody is left', [link('system'), { type: 'EndPost', postId: 'f-audit', on: TODAY }], [], 'office.nobody-confirms'],
  ])('is confirmed by %s', (_who, given, may, otherwise) => {
    const { next } = office(begun, person('zhou'), person('wu'), ...given, propose('chen', 'a', 'approver'))
    for (const who of ['admin', 'system', 'audit', 'zhou', 'wu', 'chen', 'clock'])
      expect([who, next(confirm, who)]).toEqual([who, may.includes(who) ? 'PostConfirmed' : otherwise])
  })

  it('is never confirmed by who is to hold it: a security administrator goes on by another’s word', () => {
    const now = appoint('zhou', 'platform', 'security-admin', TODAY, '2026-11-30')
    const { next } = office(begun, person('zhou'), now, propose('zhou', 'platform', 'security-admin', '2026-12-01'))
    const goOn: OfficeCommand = { type: 'ConfirmPost', postId: 'zhou-platform-security-admin-2026-12-01' }
    expect([next(goOn, 'zhou'), next(goOn, 'admin'), next(goOn, 'system')]).toEqual([
      'office.by-system-admin',
      'office.by-system-admin',
      'PostConfirmed',
    ])
  })

  it('may be confirmed ahead, for the days of an acting head', () => {
    const { state } = office(begun, appoint('chen', 'a', 'approver', '2026-12-07', '2026-12-11'))
    expect(state.posts['chen-a-approver-2026-12-07']).toMatchObject({ from: '2026-12-07', to: '2026-12-11' })
  })

  it('is held from the day of confirming where its first day is past, and not at all where its last one is', () => {
    const proposal: Deed = { ...propose('chen', 'a', 'approver', '2026-11-10', '2026-11-26'), day: '2026-11-20' }
    const yes: OfficeCommand = { type: 'ConfirmPost', postId: 'chen-a-approver-2026-11-10' }
    const { state } = office(begun, proposal, { ...yes, by: 'system' })
    expect(state.posts['chen-a-approver-2026-11-10']).toMatchObject({ from: TODAY, to: '2026-11-26' })
    const { next } = office(begun, proposal)
    expect([next(yes, 'system', '2026-11-26'), next(yes, 'system', '2026-11-27')]).toEqual(['PostConfirmed', 'office.dates'])
    expect(next(propose('chen', 'a', 'approver', '2026-11-01', '2026-11-23'))).toBe('office.dates')
  })

  it('is asked every rule again when it is confirmed', () => {
    const after = (...then: readonly (Deed | readonly Deed[])[]) => office(begun, propose('chen', 'a', 'approver'), ...then)
    expect(after().next(confirm, 'system')).toBe('PostConfirmed')
    expect(after({ type: 'RecordLeaving', personId: 'chen', on: '2026-12-01' }).next(confirm, 'system')).toBe('office.no-such-proposal')
    expect(after(appoint('chen', 'platform', 'audit-admin')).next(confirm, 'system')).toBe('office.incompatible')
    const atPolice = office(begun, propose('chen', 'p', 'approver'), grant('chen', 'p', 'intake'))
    expect(atPolice.next({ type: 'ConfirmPost', postId: 'chen-p-approver-2026-11-24' }, 'system')).toBe('office.incompatible')
  })

  it('is proposed once at a time', () => {
    const { next } = office(begun, person('zhou'), propose('chen', 'a', 'approver', TODAY, '2026-11-30'))
    expect(next(propose('chen', 'a', 'approver', '2026-11-30'))).toBe('office.proposed-already')
    expect(next(propose('chen', 'a', 'approver', '2026-12-01'))).toBe('PostProposed')
    expect(next(propose('chen', 'p', 'approver', '2026-11-30'))).toBe('PostProposed')
    expect(next(propose('zhou', 'a', 'approver', '2026-11-30'))).toBe('PostProposed')
  })

  it('does not stand for ever: who proposed it takes it back, who could confirm it declines, and nobody else', () => {
    const { next } = office(begun, person('zhou'), propose('chen', 'a', 'approver'))
    expect([next(decline, 'admin'), next(decline, 'system')]).toEqual(['PostDeclined', 'PostDeclined'])
    for (const who of ['audit', 'chen', 'zhou']) expect(next(decline, who)).toBe('office.by-system-admin')
    const over = office(begun, propose('chen', 'a', 'approver'), { ...decline, by: 'system' })
    expect([over.next(confirm, 'system'), over.next(decline)]).toEqual(['office.no-such-proposal', 'office.no-such-proposal'])
    expect(over.next(propose('chen', 'a', 'approver'))).toBe('PostProposed')
  })

  it.each(['nobody', 'constructor', '__proto__', ''])('is not found by the id %j', (postId) => {
    const { next } = office(begun, propose('chen', 'a', 'approver'))
    expect(next({ type: 'ConfirmPost', postId }, 'system')).toBe('office.no-such-proposal')
    expect(next({ type: 'DeclinePost', postId, reason: 'x' }, 'system')).toBe('office.no-such-proposal')
  })

  it('goes on where one person granted it before this rule', () => {
    const { proposal } = propose('chen', 'a', 'approver', '2026-02-01') as Extract<OfficeCommand, { type: 'ProposePost' }> // safe: its own
    const event = { type: 'PostGranted', v: 1, ...proposal } as const
    const state = evolveOffice(office(begun).state, { streamId: 'office', seq: 9, occasion: occasionOf('admin'), event })
    expect(state.posts[proposal.postId]).toMatchObject({ post: 'approver', from: '2026-02-01', to: null })
  })
})

describe('a password', () => {
  const set: OfficeCommand = { type: 'SetPassword', personId: 'chen', credential: 'd1' }
  it('is set for who is there, until the day of leaving', () => {
    expect(office(person('chen')).next(set, 'clock')).toBe('PasswordSet')
    expect(office().next(set, 'clock')).toBe('office.no-such-person')
    const leaving = office(person('chen'), { type: 'RecordLeaving', personId: 'chen', on: '2026-12-01' })
    expect([leaving.next(set, 'clock', '2026-11-30'), leaving.next(set, 'clock', '2026-12-01')]).toEqual(['PasswordSet', 'office.left'])
  })
})

describe('the count of passwords', () => {
  const count: OfficeCommand = { type: 'CountCredentials', credentials: [{ personId: 'chen', credential: 'd1' }] }
  it('is made once, by the clock (found J7)', () => {
    expect(office().next(count, 'clock')).toBe('CredentialsCounted')
    const { state } = office({ ...count, by: 'clock' })
    expect(decideOffice(state, count, occasionOf('clock'))).toEqual({ ok: true, value: [] })
    const posts = ['system-admin', 'security-admin', 'audit-admin', 'approver', 'clock'] as const
    const seat = (post: Post) => ({ unitId: 'u', unitKind: 'platform', division: '', post }) as const
    expect(posts.filter((post) => mayInOffice({ personId: 'p', seats: [seat(post)] }, 'CountCredentials'))).toEqual(['clock'])
  })
})

describe('the directory', () => {
  const entry = (entryId: string, from: string): OfficeCommand => ({
    type: 'RecordDirectory',
    entry: { entryId, division: '159901', unitId: 'a', liaisonId: 'chen', deputyId: '', dutyPhone: '', from },
  })

  it('has one entry in force for a unit in a division', () => {
    const { state, next } = office(
      unit('a'),
      person('chen'),
      grant('chen', 'a', 'liaison'),
      entry('e1', '2026-01-01'),
      entry('e2', '2026-07-01'),
    )
    expect(Object.values(state.directory).map(({ entryId, to }) => [entryId, to])).toEqual([
      ['e1', '2026-06-30'],
      ['e2', null],
    ])
    expect(next(entry('e3', '2026-06-30'))).toBe('office.dates')
  })

  it('names people who are there', () => {
    expect(office(unit('a')).next(entry('e1', TODAY))).toBe('office.no-such-person')
  })
  it('names no person of another unit (found J2)', () => {
    const elsewhere = office(unit('a'), unit('b'), person('chen'), grant('chen', 'b', 'liaison'))
    expect(elsewhere.next(entry('e1', TODAY))).toBe('office.no-such-person')
  })
})

describe('who may', () => {
  const may = (post: Post, action: Parameters<typeof mayInOffice>[1], unitKind: UnitKind = 'platform'): boolean =>
    mayInOffice({ personId: 'p', seats: [{ unitId: 'u', unitKind, division: '', post }] }, action) !== null

  it('register people is not who may grant posts', () => {
    expect([may('system-admin', 'RegisterPerson'), may('system-admin', 'GrantPost')]).toEqual([true, false])
    expect([may('security-admin', 'RegisterPerson'), may('security-admin', 'GrantPost')]).toEqual([false, true])
  })

  it('issue the link is not who may issue its code (found J4)', () => {
    expect([may('system-admin', 'IssueLink'), may('system-admin', 'IssueCode')]).toEqual([true, false])
    expect([may('security-admin', 'IssueLink'), may('security-admin', 'IssueCode')]).toEqual([false, true])
  })

  it('record that a password was set is the clock alone', () => {
    const posts = ['system-admin', 'security-admin', 'audit-admin', 'approver', 'clock'] as const
    expect(posts.filter((post) => may(post, 'SetPassword'))).toEqual(['clock'])
  })

  it('read all of it and begin nothing is the audit administrator', () => {
    expect(may('audit-admin', 'ReadOffice')).toBe(true)
    const begun = [
      'RegisterUnit',
      'RegisterPerson',
      'GrantPost',
      'ProposePost',
      'EndPost',
      'IssueLink',
      'IssueCode',
      'RecordLeaving',
    ] as const
    for (const action of [...begun, 'FoundOffice'] as const) expect(may('audit-admin', action)).toBe(false)
  })

  it('is nobody outside the platform, whatever the post is called', () => {
    expect(may('approver', 'ReadOffice', 'bureau')).toBe(false)
    expect(may('system-admin', 'RegisterPerson', 'bureau')).toBe(false)
  })
})

describe('a post for which there is nothing to do yet', () => {
  const units = [platform, unit('a'), unit('p', 'procuratorate'), unit('g', 'agency'), unit('c', 'court')] as const
  it('is not given, proposed or confirmed; who holds one keeps it (found B6)', () => {
    const { state, next } = office(units, person('chen'))
    for (const unitId of ['a', 'p']) expect(next(propose('chen', unitId, 'convenor'))).toBe('office.no-desk')
    for (const [unitId, post] of [
      ['g', 'handler'],
      ['g', 'liaison'],
      ['c', 'liaison'],
    ] as const)
      expect([next(grant('chen', unitId, post)), next(propose('chen', unitId, post))]).toEqual(['office.no-desk', 'office.no-desk'])

    const before = (seq: number, event: OfficeEvent): OfficeState =>
      evolveOffice(state, { streamId: 'office', seq, occasion: occasionOf('admin'), event })
    const held = { postId: 'x', personId: 'chen', from: '2026-01-01', to: null }
    const granted = before(99, { type: 'PostGranted', v: 2, ...held, unitId: 'c', post: 'liaison' })
    expect(granted.posts['x']).toMatchObject({ unitId: 'c', post: 'liaison', to: null })
    const ended = decideOffice(granted, { type: 'EndPost', postId: 'x', on: TODAY }, occasionOf('admin'))
    expect(ended.ok && ended.value).toMatchObject([{ type: 'PostEnded', postId: 'x' }])
    const proposed = before(99, { type: 'PostProposed', v: 1, ...held, unitId: 'a', post: 'convenor' })
    expect(decideOffice(proposed, { type: 'ConfirmPost', postId: 'x' }, occasionOf('other'))).toMatchObject({ ok: false })
  })
})
