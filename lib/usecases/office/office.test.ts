import { describe, expect, it } from 'vitest'
import { mayInOffice, type OfficeAction } from '#lib/domain/office/policy'
import { EMPTY_OFFICE, OFFICE } from '#lib/domain/office/state'
import type { Actor } from '#lib/domain/result'
import { addDays } from '#lib/domain/time'
import { openEvent } from '#lib/ledger/open'
import { sha256 } from '#lib/ledger/seal'
import type { Reader } from '#lib/ports/case-store'
import { memoryStore } from '#lib/ports/case-store.memory'
import type { Credential } from '#lib/ports/desk-store'
import { codeDigest, linkDigest } from '#lib/ports/sealed-rows'
import { officeNotices } from '#lib/views/office-notices'
import { officeRows } from '#lib/views/office-views'
import { type AskStream, deciderOf } from '../streams.ts'
import { CLOCK } from '../alarm-silence.ts'
import { askAs, type Effects } from '../ask.ts'
import { fold } from '../folded.ts'
import { recount } from '../refold.ts'
import { setFirstPassword } from '../set-password.ts'
import { actorOf } from './actor-of.ts'
import { foundOffice } from './found-office.ts'
import { issueCode } from './issue-code.ts'
import { issueLink } from './issue-link.ts'
import { officeDecider } from './office-decider.ts'
import { listProposals } from './read-office.ts'
import { confirmPost, declinePost, endPost, grantPost, recordLeaving, registerPerson } from './people.ts'
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
  const effects: Effects = { read: store, write: store, newSalt: newId, newId, chance: () => 0, wait: async () => {} }
  const newSecret = (): string => `secret-${++n}`
  const found = (now = NOW) =>
    foundOffice({
      read: store,
      desk: store,
      ask: (stream) => askAs(effects, deciderOf(stream), CLOCK, { now }),
      newId,
      newSecret,
      now,
      today: TODAY,
    })
  const links = await found()
  const codes = ['120045', '990001', '473829']
  const newCode = (): string => codes.shift() ?? ''
  const isPassword = async (typed: string, credential: Credential | null): Promise<boolean> => credential?.digest === typed
  const smith = { desk: store, hash, isPassword, askClock: askAs(effects, officeDecider, CLOCK, { now: NOW }) }
  const set = async (token: string, code = '', now = NOW) => (await setFirstPassword(smith, { token, code, password: 'x' }, now)).is
  const deskOf = async (login: string, now = NOW) => {
    const person = await store.readPersonByLogin(login)
    const actor = await actorOf(store, person?.personId ?? '', TODAY)
    const ask: AskStream = (stream) => askAs(effects, deciderOf(stream), actor, { now })
    return { ask, desk: store, newId, now }
  }
  return {
    store,
    newSecret,
    smith,
    set,
    link: async (personId: string, formKey: string) => {
      const issued = await issueLink(await deskOf('system'), newSecret, personId, formKey)
      return issued.ok ? (issued.value.token ?? '') : ''
    },
    code: async (personId: string, formKey: string, now = NOW) => {
      const issued = await issueCode(await deskOf('security', now), { newCode, hash }, personId, formKey)
      return issued.ok ? (issued.value.code ?? '') : ''
    },
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
    const { found, links, set, store } = await portal()
    const second = await found()
    expect(second).toMatchObject({ ok: true, value: { length: 3 } })
    const tokens = [links, second].map((of) => (of.ok ? (of.value[0]?.token ?? '') : ''))
    // Whole by themselves: who holds the machine holds all. The newer start ends the older one's (found J10).
    expect([await set(tokens[0] ?? ''), await set(tokens[1] ?? '')]).toEqual(['gone', 'set'])
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
    await grantPost(security, personId, { formKey: 'approver', unitId, post: 'approver', from: TODAY, to: null })
    await confirmPost(system, (await listProposals(store, '', NOW))[0]?.postId ?? '', { formKey: 'c' })
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
    expect((await store.listPosts({ personId })).map(({ post }) => post).toSorted()).toEqual(['approver', 'handler'])
    const anew = officeRows(state)
    const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted()
    expect(sorted(await store.listUnits())).toEqual(sorted(anew.units))
    expect(sorted(await store.listUnitNames())).toEqual(sorted(anew.unitNames))
    expect(sorted(await store.listPersons())).toEqual(sorted(anew.persons))
    expect(sorted(await store.listPosts({}))).toEqual(sorted(anew.posts))
    expect(sorted(await store.listDirectory())).toEqual(sorted(anew.directory))
  })
})

describe('a first sign-in', () => {
  it('takes a link and a code, from two administrators (found J4)', async () => {
    const p = await staffed()
    const [token, code] = [await p.link(p.personId, 'k'), await p.code(p.personId, 'c')]
    expect(await p.store.readCredential(p.personId)).toBeNull()
    expect(await p.set(token, code)).toBe('set')
    expect(await p.store.readCredential(p.personId)).toMatchObject({ digest: 'x', setAt: NOW })
  })

  it('is not the system administrator’s alone: the link without its code lets nobody in, and nobody becomes the head (found J4)', async () => {
    const p = await staffed()
    const token = await p.link(p.personId, 'k')
    expect([await p.set(token), await p.set(token, '000000')]).toEqual(['wrong-code', 'wrong-code'])
    expect(await issueCode(p.system, { newCode: () => '000000', hash }, p.personId, 'c')).toMatchObject({
      ok: false,
      refusal: { code: 'policy.denied' },
    })
    expect(await p.set(token, '000000')).toBe('wrong-code')
    expect(await p.store.readCredential(p.personId)).toBeNull()
  })

  it('is not the security administrator’s alone: the code is no link', async () => {
    const p = await staffed()
    const code = await p.code(p.personId, 'c')
    expect(await p.set(code, code)).toBe('gone')
    expect(await issueLink(p.security, p.newSecret, p.personId, 'k')).toMatchObject({ ok: false, refusal: { code: 'policy.denied' } })
  })

  it('says how many tries are left, and the fifth wrong code kills it: the right one is then as dead (found J4)', async () => {
    const p = await staffed()
    const [token, code] = [await p.link(p.personId, 'k'), await p.code(p.personId, 'c')]
    const wrong = () => setFirstPassword(p.smith, { token, code: '000000', password: 'x' }, NOW)
    for (const left of [4, 3, 2, 1]) expect(await wrong()).toEqual({ is: 'wrong-code', left })
    expect([await wrong(), await p.set(token, code)]).toEqual([{ is: 'gone' }, 'gone'])
    expect(await p.store.readCredential(p.personId)).toBeNull()
    expect(await p.set(token, await p.code(p.personId, 'c2'))).toBe('set') // another code, and the link goes on
  })

  it('lets at most five codes be compared, however many are tried at once (found J4)', async () => {
    const p = await staffed()
    const [token] = [await p.link(p.personId, 'k'), await p.code(p.personId, 'c')]
    const compared: string[] = []
    const isPassword = async (typed: string): Promise<boolean> => compared.push(typed) < 0
    const guesses = Array.from({ length: 40 }, (_, i) => String(i).padStart(6, '0'))
    await Promise.all(guesses.map((guess) => setFirstPassword({ ...p.smith, isPassword }, { token, code: guess, password: 'x' }, NOW)))
    expect(compared).toHaveLength(5)
  })

  it('takes the newest link and the newest code: each ends the one before (found J10)', async () => {
    const p = await staffed()
    const links = [await p.link(p.personId, 'k1'), await p.link(p.personId, 'k2')] as const
    const codes = [await p.code(p.personId, 'c1'), await p.code(p.personId, 'c2')] as const
    expect(await p.set(links[0], codes[1])).toBe('gone')
    expect(await p.set(links[1], codes[0])).toBe('wrong-code')
    expect(await p.set(links[1], codes[1])).toBe('set')
  })

  it('uses up both: neither the link nor the code is good for a second one', async () => {
    const p = await staffed()
    const [token, code] = [await p.link(p.personId, 'k1'), await p.code(p.personId, 'c')]
    const presses = await Promise.all([p.set(token, code), p.set(token, code), p.set(token, code)])
    expect(presses.filter((is) => is === 'set')).toHaveLength(1)
    expect(await p.set(token, code)).toBe('gone')
    expect(await p.store.readCode(p.personId)).toBeNull()
  })

  it('is to be made within a day of each half', async () => {
    const p = await staffed()
    const [token, code] = [await p.link(p.personId, 'k'), await p.code(p.personId, 'c', '2026-11-24T01:00:00.000Z')]
    expect(await p.set(token, code, '2026-11-25T01:00:00.000Z')).toBe('gone')
    const later = await p.code(p.personId, 'c2', '2026-11-25T00:00:00.000Z')
    expect(await p.set('another', later, '2026-11-25T01:00:00.000Z')).toBe('gone')
    expect(await p.set(token, later, '2026-11-25T02:00:00.000Z')).toBe('gone')
    expect(await p.set(token, later, '2026-11-25T01:59:59.999Z')).toBe('set')
  })

  it('by a link from before the upgrade needs no code', async () => {
    const p = await staffed()
    const old = {
      digest: sha256('old'),
      personId: p.personId,
      madeAt: NOW,
      expiresAt: '2026-11-25T02:00:00.000Z',
      usedAt: '',
      needsCode: 0,
    }
    await p.store.saveLink(old)
    expect(await p.set('old')).toBe('set')
  })

  it('leaves no secret in an event or a row, and shows each once: the repeated form has no second one', async () => {
    const p = await staffed()
    const [token, code] = [await p.link(p.personId, 'k'), await p.code(p.personId, 'c')]
    expect([await p.link(p.personId, 'k'), await p.code(p.personId, 'c')]).toEqual(['', ''])
    const events = JSON.stringify(await p.store.readEvents({ stream: 'office', streamId: OFFICE }))
    expect([events.includes('LinkIssued'), events.includes('CodeIssued')]).toEqual([true, true])
    expect([events.includes(token), events.includes(code)]).toEqual([false, false])
    expect(await p.store.readLink(token)).toBeNull()
  })

  it('seals the digest of each row, by which one that somebody made or changed is told (found J7)', async () => {
    const p = await staffed()
    const token = await p.link(p.personId, 'k')
    await p.code(p.personId, 'c')
    const [link, code] = [await p.store.readLink(sha256(token)), await p.store.readCode(p.personId)]
    if (!link || !code) throw new Error('both are there')
    const sealed = (await p.store.readEvents({ stream: 'office', streamId: OFFICE })).map(openEvent).map(({ event }) => event)
    expect(sealed.find(({ type }) => type === 'CodeIssued')).toMatchObject({ code: codeDigest(code) })
    expect(sealed.findLast(({ type }) => type === 'LinkIssued')).toMatchObject({ link: linkDigest(link) })
    expect([linkDigest({ ...link, usedAt: NOW }), codeDigest({ ...code, tries: 3 })]).toEqual([linkDigest(link), codeDigest(code)])
    const others = [{ needsCode: 0 }, { expiresAt: '2027' }, { personId: 'x' }, { digest: 'x' }, { madeAt: 'x' }]
    for (const other of others) expect(linkDigest({ ...link, ...other })).not.toBe(linkDigest(link))
  })

  it('by a link from before the present password is void', async () => {
    const p = await staffed()
    const [token, code] = [await p.link(p.personId, 'k'), await p.code(p.personId, 'c')]
    await p.store.saveCredential({ personId: p.personId, ...(await hash('meanwhile')), setAt: '2026-11-24T02:30:00.000Z' })
    expect(await p.set(token, code, '2026-11-24T03:00:00.000Z')).toBe('gone')
  })
})

describe('a post that decides', () => {
  const head = (unitId: string) => ({ unitId, post: 'approver', from: TODAY, to: null }) as const
  const waiting = async (p: Awaited<ReturnType<typeof staffed>>, login: string) =>
    listProposals(p.store, (await p.store.readPersonByLogin(login))?.personId ?? '', NOW)

  it('is not the security administrator’s alone to give (found J4)', async () => {
    const p = await staffed()
    expect(await grantPost(p.security, p.personId, { formKey: 'g', ...head(p.unitId) })).toMatchObject({ ok: true })
    expect((await actorOf(p.store, p.personId, TODAY)).seats).toEqual([])
    const postId = (await waiting(p, 'security'))[0]?.postId ?? ''
    expect(await confirmPost(p.security, postId, { formKey: 'c' })).toMatchObject({ refusal: { code: 'office.by-system-admin' } })
    const raw = { type: 'GrantPost', grant: { postId: 'x', personId: p.personId, ...head(p.unitId) } } as const
    expect(await p.security.ask('office')(OFFICE, raw, 'r')).toMatchObject({ refusal: { code: 'office.needs-confirmation' } })
    expect((await actorOf(p.store, p.personId, TODAY)).seats).toEqual([])
  })

  it('is in force when another confirms it, and its row says so', async () => {
    const p = await staffed()
    await grantPost(p.security, p.personId, { formKey: 'g', ...head(p.unitId) })
    const [proposal] = await waiting(p, 'system')
    expect(proposal).toMatchObject({ person: '陈敏', proposer: '安全管理员', unit: { name: '乙旗人社局' }, proposedAt: NOW, fault: null })
    expect((await waiting(p, 'audit'))[0]?.fault).toBe('office.by-system-admin')
    expect(await confirmPost(p.system, proposal?.postId ?? '', { formKey: 'c' })).toMatchObject({ ok: true })
    expect((await actorOf(p.store, p.personId, TODAY)).seats).toMatchObject([{ post: 'approver' }])
    expect(await waiting(p, 'system')).toEqual([])
  })

  it('of whom the system administrator issued the link is the audit administrator’s to confirm (found J4)', async () => {
    const p = await staffed()
    await p.link(p.personId, 'k')
    await grantPost(p.security, p.personId, { formKey: 'g', ...head(p.unitId) })
    const postId = (await waiting(p, 'audit'))[0]?.postId ?? ''
    expect(await confirmPost(p.system, postId, { formKey: 'c1' })).toMatchObject({ refusal: { code: 'office.by-audit-admin' } })
    expect(await confirmPost(p.audit, postId, { formKey: 'c2' })).toMatchObject({ ok: true })
  })

  it('is declined with a reason, and leaves no row', async () => {
    const p = await staffed()
    await grantPost(p.security, p.personId, { formKey: 'g', ...head(p.unitId) })
    const postId = (await waiting(p, 'system'))[0]?.postId ?? ''
    expect(await declinePost(p.system, postId, { formKey: 'd', reason: '人选有误' })).toMatchObject({ ok: true })
    expect([await waiting(p, 'security'), await p.store.listPosts({ personId: p.personId })]).toEqual([[], []])
  })

  it.each(['handler', 'approver'])('and one that does not: nobody outside the three proposes or confirms (%s)', async (post) => {
    const p = await staffed()
    const outsider = { seats: [{ unitId: p.unitId, unitKind: 'bureau', division: '', post }] }
    for (const type of ['ProposePost', 'ConfirmPost', 'DeclinePost', 'IssueCode', 'SetPassword'])
      expect(mayInOffice({ personId: p.personId, ...outsider } as Actor, type as OfficeAction)).toBeNull() // safe: of their types
  })
})

describe('who is told (found J4)', () => {
  const notices = async (store: Reader, personId: string, ...seats: { unitId: string; post: string }[]) =>
    (await store.listNotices({ personId, seats }, {}, { after: null, size: 20 })).map(({ code, about }) => [code, JSON.parse(about)])

  it('of a password its own person, and the liaison of their unit by the name; of a post in force whose it is', async () => {
    const p = await staffed()
    const grant = { unitId: p.unitId, from: TODAY, to: null }
    await grantPost(p.security, p.personId, { formKey: 'g', post: 'handler', ...grant })
    const post = { unit: BUREAU.name, post: 'handler', from: TODAY }
    expect(await notices(p.store, p.personId)).toEqual([['post-in-force', post]])
    expect(await p.set(await p.link(p.personId, 'l'), await p.code(p.personId, 'c'))).toBe('set')
    expect((await notices(p.store, p.personId)).toSorted()).toEqual([
      ['password-set', {}],
      ['post-in-force', post],
    ])
    expect(await notices(p.store, 'gao', { unitId: p.unitId, post: 'liaison' })).toEqual([['password-set', { name: '陈敏' }]])
    for (const seat of [
      { unitId: p.unitId, post: 'handler' },
      { unitId: 'elsewhere', post: 'liaison' },
    ])
      expect(await notices(p.store, 'gao', seat)).toEqual([])
  })

  it('of a post that decides once it is confirmed, and not of a proposal', async () => {
    const { security, system, store, unitId, personId } = await staffed()
    await grantPost(security, personId, { formKey: 'p', unitId, post: 'approver', from: TODAY, to: null })
    expect(await notices(store, personId)).toEqual([])
    await confirmPost(system, (await listProposals(store, '', NOW))[0]?.postId ?? '', { formKey: 'c' })
    expect(await notices(store, personId)).toEqual([['post-in-force', { unit: BUREAU.name, post: 'approver', from: TODAY }]])
  })

  it('nobody, of what an event of before says', () => {
    const event = { type: 'PasswordSet', v: 1, personId: 'p', credential: '' } as const
    const by = { personId: 'p', unitId: '', post: 'handler' } as const
    expect(officeNotices({ streamId: OFFICE, seq: 1, occasion: { happenedAt: NOW, recordedAt: NOW, by }, event }, EMPTY_OFFICE)).toEqual([])
    expect(
      officeNotices(
        { streamId: OFFICE, seq: 1, occasion: { happenedAt: NOW, recordedAt: NOW, by }, event: { ...event, v: 2 } },
        EMPTY_OFFICE,
      ),
    ).toHaveLength(1)
  })

  it('as the events say: what verify counts again is what was told', async () => {
    const p = await staffed()
    await grantPost(p.security, p.personId, { formKey: 'g', unitId: p.unitId, post: 'handler', from: TODAY, to: null })
    await p.set(await p.link(p.personId, 'l'), await p.code(p.personId, 'c'))
    const { notices: all } = recount(
      { stream: 'office', streamId: OFFICE },
      await p.store.readEvents({ stream: 'office', streamId: OFFICE }),
    )
    const notices = await Promise.all(all.map(({ noticeId }) => p.store.readNotice(noticeId)))
    expect(notices).toEqual(all)
    expect(all).toHaveLength(3)
  })
})
