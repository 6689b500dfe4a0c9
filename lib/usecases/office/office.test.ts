import { describe, expect, it } from 'vitest'
import { OFFICE } from '#lib/domain/office/state'
import { addDays } from '#lib/domain/time'
import { memoryStore } from '#lib/ports/case-store.memory'
import type { Credential } from '#lib/ports/desk-store'
import { officeRows } from '#lib/views/office-views'
import { CLOCK } from '../alarm-silence.ts'
import { askAs, fold, type Shell } from '../ask.ts'
import { setFirstPassword } from '../set-password.ts'
import { actorOf } from './actor-of.ts'
import { foundOffice } from './found-office.ts'
import { issueLink } from './issue-link.ts'
import { officeDecider } from './office-decider.ts'
import { endPost, grantPost, recordLeaving, registerPerson } from './people.ts'
import { recordDirectory, registerUnit, renameUnit } from './units.ts'

const NOW = '2026-11-24T02:00:00.000Z'
const TODAY = '2026-11-24'
const hash = async (password: string): Promise<Omit<Credential, 'personId' | 'setAt'>> => ({
  alg: 'argon2id',
  memory: 1,
  passes: 1,
  parallelism: 1,
  salt: '',
  digest: password,
})

async function portal() {
  const store = memoryStore()
  let n = 0
  const newId = (): string => `id-${++n}`
  const shell: Shell = { read: store, write: store, newSalt: newId, newId, chance: () => 0, wait: async () => {} }
  const newSecret = (): string => `secret-${++n}`
  const found = (now = NOW) =>
    foundOffice({ read: store, desk: store, askOffice: askAs(shell, officeDecider, CLOCK, { now }), newId, newSecret, now, today: TODAY })
  const links = await found()
  const deskOf = async (login: string, now = NOW) => {
    const person = await store.readPersonByLogin(login)
    const actor = await actorOf(store, person?.personId ?? '', TODAY)
    return { askOffice: askAs(shell, officeDecider, actor, { now }), desk: store, newId, now }
  }
  return {
    store,
    newSecret,
    found,
    links,
    system: await deskOf('system'),
    security: await deskOf('security'),
    audit: await deskOf('audit'),
  }
}
const BUREAU = {
  kind: 'bureau',
  name: '乙旗人社局',
  nameEn: '',
  code: '乙人社',
  division: '159901',
  superiorId: '',
  creditNo: '',
  isOnPaper: false,
  from: '2026-01-01',
} as const
const CHEN = { login: 'chenmin', name: '陈敏', phone: '', from: '2026-01-01' }

async function staffed() {
  const p = await portal()
  await registerUnit(p.system, { formKey: 'f1', ...BUREAU })
  await registerPerson(p.system, { formKey: 'f2', ...CHEN })
  const unitId = (await p.store.listUnits()).find(({ kind }) => kind === 'bureau')?.unitId ?? ''
  const personId = (await p.store.readPersonByLogin('chenmin'))?.personId ?? ''
  return { ...p, unitId, personId }
}

describe('a new portal', () => {
  it('gets its three administrators, each with a link', async () => {
    const { links } = await portal()
    expect(links).toMatchObject({ ok: true, value: [{ login: 'system' }, { login: 'security' }, { login: 'audit' }] })
  })

  it('issues new links at each start until somebody has come in, and none afterwards', async () => {
    const { found, links, store } = await portal()
    expect(await found()).toMatchObject({ ok: true, value: { length: 3 } })
    const token = links.ok ? (links.value[0]?.token ?? '') : ''
    expect(await setFirstPassword({ desk: store, hash }, token, 'x', NOW)).toBe(true)
    expect(await found()).toEqual({ ok: true, value: [] })
    expect(await store.listPersons()).toHaveLength(3)
  })
})

describe('the three administrators', () => {
  it('do each their own part', async () => {
    const { system, security, audit, unitId, personId } = await staffed()
    const post = { unitId, post: 'handler', from: TODAY, to: null } as const
    expect(await grantPost(system, personId, { formKey: 'a', ...post })).toMatchObject({ ok: false, refusal: { code: 'policy.denied' } })
    expect(await registerPerson(security, { formKey: 'b', ...CHEN, login: 'other' })).toMatchObject({
      ok: false,
      refusal: { code: 'policy.denied' },
    })
    expect(await renameUnit(audit, unitId, { formKey: 'c', name: 'x', nameEn: '', from: TODAY })).toMatchObject({
      ok: false,
      refusal: { code: 'policy.denied' },
    })
    expect(await grantPost(security, personId, { formKey: 'd', ...post })).toMatchObject({ ok: true })
  })
})

describe('posts', () => {
  it('make the actor of their days, and none after they ended', async () => {
    const { security, store, unitId, personId } = await staffed()
    await grantPost(security, personId, { formKey: 'g', unitId, post: 'handler', from: TODAY, to: addDays(TODAY, 10) })
    const seats = async (day: string) => (await actorOf(store, personId, day)).seats
    expect(await seats(TODAY)).toEqual([{ unitId, unitKind: 'bureau', division: '159901', post: 'handler' }])
    expect([await seats(addDays(TODAY, -1)), await seats(addDays(TODAY, 11))]).toEqual([[], []])
    const [post] = await store.listPosts({ personId })
    await endPost(security, { formKey: 'e', postId: post?.postId ?? '', on: TODAY })
    expect(await seats(TODAY)).toEqual([])
  })

  it('and sessions of somebody who left end at once', async () => {
    const { system, store, personId } = await staffed()
    await store.saveSession({
      sessionId: 's',
      personId,
      startedAt: NOW,
      touchedAt: NOW,
      endedAt: '',
      reauthAt: '',
      reauthFor: '',
      endedWhy: '',
    })
    await recordLeaving(system, personId, { formKey: 'l', on: TODAY })
    expect(await store.readSession('s')).toMatchObject({ endedAt: NOW })
  })
})

describe('rows', () => {
  it('are what a new folding of the events gives', async () => {
    const { system, security, store, unitId, personId } = await staffed()
    await grantPost(security, personId, { formKey: 'g', unitId, post: 'handler', from: TODAY, to: null })
    await renameUnit(system, unitId, { formKey: 'r', name: '乙旗人力资源和社会保障局', nameEn: '', from: TODAY })
    await recordDirectory(system, unitId, {
      formKey: 'd1',
      division: '159901',
      liaisonId: personId,
      deputyId: '',
      dutyPhone: '1',
      from: '2026-01-01',
    })
    await recordDirectory(system, unitId, {
      formKey: 'd2',
      division: '159901',
      liaisonId: personId,
      deputyId: '',
      dutyPhone: '2',
      from: TODAY,
    })
    await recordLeaving(system, personId, { formKey: 'l', on: TODAY })
    const { state } = fold(officeDecider, await store.readEvents({ stream: 'office', streamId: OFFICE }))
    const anew = officeRows(state)
    const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted()
    expect(sorted(await store.listUnits())).toEqual(sorted(anew.units))
    expect(sorted(await store.listUnitNames())).toEqual(sorted(anew.unitNames))
    expect(sorted(await store.listPersons())).toEqual(sorted(anew.persons))
    expect(sorted(await store.listPosts({}))).toEqual(sorted(anew.posts))
    expect(sorted(await store.listDirectory())).toEqual(sorted(anew.directory))
  })
})

describe('a one-time link', () => {
  const issue = async (p: Awaited<ReturnType<typeof staffed>>, formKey: string) => {
    const issued = await issueLink(p.system, p.newSecret, p.personId, formKey)
    return issued.ok ? issued.value : null
  }

  it('is shown once: the repeated form has no second secret', async () => {
    const p = await staffed()
    expect((await issue(p, 'k'))?.token).toMatch(/^secret-/)
    expect(await issue(p, 'k')).toEqual({ token: null, repeated: true })
  })

  it('sets one password, once, for a day', async () => {
    const p = await staffed()
    const set = (token: string, now = NOW) => setFirstPassword({ desk: p.store, hash }, token, 'x', now)
    const token = (await issue(p, 'k'))?.token ?? ''
    expect(await set('another')).toBe(false)
    expect(await set(token, '2026-11-25T02:00:00.000Z')).toBe(false)
    expect((await Promise.all([set(token), set(token), set(token)])).filter(Boolean)).toHaveLength(1)
    expect(await p.store.readCredential(p.personId)).toMatchObject({ digest: 'x', setAt: NOW })
  })

  it('from before the present password is void', async () => {
    const p = await staffed()
    const [first, second] = [(await issue(p, 'k1'))?.token ?? '', (await issue(p, 'k2'))?.token ?? '']
    const set = (token: string) => setFirstPassword({ desk: p.store, hash }, token, 'x', '2026-11-24T03:00:00.000Z')
    expect([await set(second), await set(first)]).toEqual([true, false])
  })

  it('leaves its secret in no event and no row', async () => {
    const p = await staffed()
    const token = (await issue(p, 'k'))?.token ?? ''
    const events = await p.store.readEvents({ stream: 'office', streamId: OFFICE })
    expect(JSON.stringify(events)).toContain('LinkIssued')
    expect(JSON.stringify(events)).not.toContain(token)
    expect(await p.store.readLink(token)).toBeNull()
  })
})
