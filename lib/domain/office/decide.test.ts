import { describe, expect, it } from 'vitest'
import type { Occasion, Post, UnitKind } from '../result.ts'
import type { OfficeCommand } from './commands.ts'
import { decideOffice } from './decide.ts'
import type { NewPerson, NewUnit } from './events.ts'
import { evolveOffice } from './evolve.ts'
import { mayInOffice, POSTS_OF_KIND } from './policy.ts'
import { EMPTY_OFFICE, type OfficeState } from './state.ts'

const TODAY = '2026-11-24'
const occasion: Occasion = {
  happenedAt: `${TODAY}T02:00:00.000Z`,
  recordedAt: `${TODAY}T02:00:00.000Z`,
  by: { personId: 'admin', unitId: 'platform', post: 'security-admin' },
}

/** Given these commands, all of which go through, and then one more. */
function office(...given: readonly OfficeCommand[]) {
  const state = given.reduce((known, command) => {
    const decision = decideOffice(known, command, occasion)
    if (!decision.ok) throw new Error(`${command.type}: ${decision.refusal.code}`)
    return decision.value.reduce((at, event, i) => evolveOffice(at, { streamId: 'office', seq: i + 1, occasion, event }), known)
  }, EMPTY_OFFICE as OfficeState)
  const next = (command: OfficeCommand): string => {
    const decision = decideOffice(state, command, occasion)
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
  founders: [],
}

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
    expect(next({ type: 'IssueLink', personId: 'chen' })).toBe('office.left')
  })
})

describe('posts', () => {
  const two = [platform, unit('a'), unit('p', 'police'), person('chen')] as const

  it.each(Object.entries(POSTS_OF_KIND))('of a %s are those of its kind', (kind, posts) => {
    const unitId = kind === 'platform' ? 'platform' : 'x'
    const given = kind === 'platform' ? [platform] : [unit('x', kind as UnitKind)] // safe: a key of the table
    const { next } = office(...given, person('chen'))
    for (const post of posts) expect(next(grant('chen', unitId, post))).toBe('PostGranted')
    expect(next(grant('chen', unitId, 'clock'))).toBe('office.wrong-post')
  })

  it('are granted by somebody else', () => {
    expect(office(...two, person('admin')).next(grant('admin', 'a', 'handler'))).toBe('office.own-post')
  })

  it('of an administrator leave room for no other, whichever came first', () => {
    expect(office(...two, grant('chen', 'platform', 'audit-admin')).next(grant('chen', 'a', 'handler'))).toBe('office.incompatible')
    expect(office(...two, grant('chen', 'a', 'handler')).next(grant('chen', 'platform', 'system-admin'))).toBe('office.incompatible')
    expect(office(...two, grant('chen', 'platform', 'audit-admin')).next(grant('chen', 'platform', 'system-admin'))).toBe(
      'office.incompatible',
    )
  })

  it('of intake and approver at one body exclude each other (R09, R10); at two bodies they do not', () => {
    const { next } = office(...two, unit('q', 'police'), grant('chen', 'p', 'intake'))
    expect(next(grant('chen', 'p', 'approver'))).toBe('office.incompatible')
    expect(next(grant('chen', 'q', 'approver'))).toBe('PostGranted')
  })

  it('of handler and approver may be one person: within one case the ties see to it', () => {
    expect(office(...two, grant('chen', 'a', 'handler')).next(grant('chen', 'a', 'approver'))).toBe('PostGranted')
  })

  it('are held once at a time, and again after they ended', () => {
    const acting = grant('chen', 'a', 'approver', '2026-03-01', '2026-03-31')
    const { next } = office(...two, acting)
    expect(next(grant('chen', 'a', 'approver', '2026-03-31'))).toBe('office.post-held')
    expect(next(grant('chen', 'a', 'approver', '2026-04-01'))).toBe('PostGranted')
    expect(next(grant('chen', 'a', 'approver', '2026-05-01', '2026-04-30'))).toBe('office.dates')
  })

  it('that end today are not held today', () => {
    const { state, next } = office(...two, grant('chen', 'a', 'handler', '2026-02-01'), {
      type: 'EndPost',
      postId: 'chen-a-handler-2026-02-01',
      on: TODAY,
    })
    expect(Object.values(state.posts)[0]?.to).toBe('2026-11-23')
    expect(next({ type: 'EndPost', postId: 'chen-a-handler-2026-02-01', on: TODAY })).toBe('office.no-such-post')
    expect(next({ type: 'EndPost', postId: 'nobody', on: TODAY })).toBe('office.no-such-post')
  })
})

describe('the directory', () => {
  const entry = (entryId: string, from: string): OfficeCommand => ({
    type: 'RecordDirectory',
    entry: { entryId, division: '159901', unitId: 'a', liaisonId: 'chen', deputyId: '', dutyPhone: '', from },
  })

  it('has one entry in force for a unit in a division', () => {
    const { state, next } = office(unit('a'), person('chen'), entry('e1', '2026-01-01'), entry('e2', '2026-07-01'))
    expect(Object.values(state.directory).map(({ entryId, to }) => [entryId, to])).toEqual([
      ['e1', '2026-06-30'],
      ['e2', null],
    ])
    expect(next(entry('e3', '2026-06-30'))).toBe('office.dates')
  })

  it('names people who are there', () => {
    expect(office(unit('a')).next(entry('e1', TODAY))).toBe('office.no-such-person')
  })
})

describe('who may', () => {
  const may = (post: Post, action: Parameters<typeof mayInOffice>[1], unitKind: UnitKind = 'platform'): boolean =>
    mayInOffice({ personId: 'p', seats: [{ unitId: 'u', unitKind, division: '', post }] }, action) !== null

  it('register people is not who may grant posts', () => {
    expect([may('system-admin', 'RegisterPerson'), may('system-admin', 'GrantPost')]).toEqual([true, false])
    expect([may('security-admin', 'RegisterPerson'), may('security-admin', 'GrantPost')]).toEqual([false, true])
  })

  it('read all of it and change nothing is the audit administrator', () => {
    expect(may('audit-admin', 'ReadOffice')).toBe(true)
    for (const action of ['RegisterUnit', 'RegisterPerson', 'GrantPost', 'EndPost', 'IssueLink', 'RecordLeaving', 'FoundOffice'] as const)
      expect(may('audit-admin', action)).toBe(false)
  })

  it('is nobody outside the platform, whatever the post is called', () => {
    expect(may('approver', 'ReadOffice', 'bureau')).toBe(false)
    expect(may('system-admin', 'RegisterPerson', 'bureau')).toBe(false)
  })
})
