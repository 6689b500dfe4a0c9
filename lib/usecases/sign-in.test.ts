import { describe, expect, it } from 'vitest'
import type { PasswordGrade } from '#lib/domain/policy/table'
import type { Credential } from '#lib/ports/desk-store'
import { memoryStore } from '#lib/ports/case-store.memory'
import { sha256 } from '#lib/ledger/seal'
import { reauthenticate } from './reauthenticate.ts'
import { openSession } from './session.ts'
import { signIn } from './sign-in.ts'

const RIGHT = 'correct horse battery'
const START = Date.parse('2026-11-24T00:00:00.000Z')
const after = (seconds: number): string => new Date(START + seconds * 1_000).toISOString()

/** Six people behind one gateway. */
const OFFICE = ['a', 'b', 'c', 'd', 'e', 'f']
async function door() {
  const store = memoryStore()
  const persons = [
    { personId: 'p1', login: 'chenmin', name: '陈敏', phone: '', from: '2026-01-01', leftOn: '' },
    { personId: 'p2', login: 'zhou', name: '周', phone: '', from: '2026-01-01', leftOn: '2026-11-24' },
    { personId: 'p3', login: 'sun', name: '孙', phone: '', from: '2026-01-01', leftOn: '' },
    ...OFFICE.map((login) => ({ personId: `of ${login}`, login, name: login, phone: '', from: '2026-01-01', leftOn: '' })),
  ]
  const read = { ...store, readPersonByLogin: async (login: string) => persons.find((row) => row.login === login) ?? null }
  for (const personId of ['p1', 'p2', ...OFFICE.map((login) => `of ${login}`)])
    await store.saveCredential({
      personId,
      alg: 'argon2id',
      memory: 1,
      passes: 1,
      parallelism: 1,
      salt: '',
      digest: RIGHT,
      setAt: after(0),
    })
  const work: (string | null)[] = []
  const most = { atOnce: 0 }
  let open = 0
  const isPassword = async (typed: string, credential: Credential | null): Promise<boolean> => {
    work.push(credential?.personId ?? null)
    most.atOnce = Math.max(most.atOnce, ++open)
    await Promise.resolve() // others may begin meanwhile
    open--
    return credential?.digest === typed
  }
  let n = 0
  const dependencies = { read, desk: store, isPassword, newSecret: () => `session-${++n}`, mostSessions: 3 }
  const comes = (seconds: number, login = 'chenmin', password = RIGHT, source = '10.0.0.1') =>
    signIn(dependencies, { login, password, source }, after(seconds))
  /** What the door says of it; who it was is for the log alone. */
  const enter = async (...tried: Parameters<typeof comes>) => {
    const { personId: _, ...outcome } = await comes(...tried)
    return outcome
  }
  return { store, work, most, office: OFFICE, comes, enter, isPassword }
}

describe('at the door', () => {
  it('the right password opens a session of its own', async () => {
    const { enter, store } = await door()
    expect(await enter(0)).toEqual({ is: 'in', sessionId: 'session-1' })
    expect(await store.readSession('session-1')).toMatchObject({ personId: 'p1', startedAt: after(0), endedAt: '' })
    expect(await enter(1)).toEqual({ is: 'in', sessionId: 'session-2' })
  })

  it('the fourth session ends the oldest (found J14)', async () => {
    const { enter, store } = await door()
    for (let i = 0; i < 4; i++) await enter(i)
    const left = await store.listSessions('p1')
    expect(left.map(({ sessionId }) => sessionId)).toEqual(['session-2', 'session-3', 'session-4'])
  })

  it('the name may be typed in capitals or full width', async () => {
    const { enter } = await door()
    expect(await enter(0, ' ＣhenMin ')).toMatchObject({ is: 'in' })
  })

  it('a wrong password, an unknown name, somebody who left and somebody without a password get one answer after one work', async () => {
    const { enter, work } = await door()
    const answers = [await enter(0, 'chenmin', 'wrong'), await enter(0, 'nobody'), await enter(0, 'zhou'), await enter(0, 'sun')]
    expect(answers).toEqual(Array(4).fill({ is: 'wrong' }))
    expect(work).toEqual(['p1', null, null, null])
  })

  it('knows for the log who it was whose name was typed, and nobody where it is nobody’s (found J13)', async () => {
    const { comes } = await door()
    const who = async (...tried: Parameters<typeof comes>) => (await comes(...tried)).personId
    expect([await who(0), await who(0, 'chenmin', 'wrong'), await who(0, 'zhou'), await who(0, 'my-password-by-mistake')]).toEqual([
      'p1',
      'p1',
      'p2',
      '',
    ])
    for (let i = 0; i < 5; i++) await comes(1, 'sun', 'wrong')
    expect(await comes(2, 'sun', 'wrong')).toMatchObject({ is: 'slow', personId: 'p3' })
  })
})

describe('failures', () => {
  it('slow down after five, more and more, and the right password waits too', async () => {
    const { enter } = await door()
    for (let i = 0; i < 5; i++) expect(await enter(0, 'chenmin', 'wrong', `10.0.1.${i}`)).toEqual({ is: 'wrong' })
    expect(await enter(1)).toEqual({ is: 'slow', until: after(5) })
    expect(await enter(5, 'chenmin', 'wrong', '10.0.1.9')).toEqual({ is: 'wrong' })
    expect(await enter(6)).toEqual({ is: 'slow', until: after(15) })
    expect(await enter(15)).toMatchObject({ is: 'in' })
    expect(await enter(16, 'chenmin', 'wrong')).toEqual({ is: 'wrong' }) // the slate was clean again
  })

  it('count for names that do not exist as for those that do', async () => {
    const { enter } = await door()
    for (let i = 0; i < 5; i++) await enter(0, 'nobody', 'wrong', `10.0.1.${i}`)
    expect(await enter(1, 'nobody', 'wrong', '10.0.1.9')).toEqual({ is: 'slow', until: after(5) })
  })

  it('count for a source that tries many names; it waits a minute at most', async () => {
    const { enter } = await door()
    for (let i = 0; i < 5; i++) await enter(0, `name-${i}`, 'wrong')
    expect(await enter(1, 'another', 'wrong')).toEqual({ is: 'slow', until: after(11) })
    expect(await enter(1, 'another', 'wrong', '10.0.0.2')).toEqual({ is: 'wrong' })
    for (let i = 0; i < 10; i++) await enter(2, `other-${i}`, 'wrong')
    expect(await enter(3, 'one-more', 'wrong')).toEqual({ is: 'slow', until: after(63) })
  })

  it('of a source are forgiven one a minute: an office shares it', async () => {
    const { enter } = await door()
    for (let i = 0; i < 4; i++) await enter(0, `name-${i}`, 'wrong')
    await enter(120, 'name-4', 'wrong')
    await enter(120, 'name-5', 'wrong')
    expect(await enter(121, 'name-6', 'wrong')).toEqual({ is: 'wrong' })
  })

  it('of a source are not wiped by one right password', async () => {
    const { enter } = await door()
    for (let i = 0; i < 4; i++) await enter(0, `name-${i}`, 'wrong')
    expect(await enter(0)).toMatchObject({ is: 'in' })
    await enter(0, 'name-5', 'wrong')
    expect(await enter(1, 'name-6', 'wrong')).toMatchObject({ is: 'slow' })
  })

  it('of a source stop nobody who knows their password: six right ones at once all get in (found J12)', async () => {
    const { enter, office, store } = await door()
    expect((await Promise.all(office.map((login) => enter(0, login)))).map(({ is }) => is)).toEqual(office.map(() => 'in'))
    expect(await store.readFailures(`source:${sha256('10.0.0.1')}`)).toBeNull()
  })

  it('of a source stop nobody who knows their password, also while somebody guesses there (found J12)', async () => {
    const { enter, office } = await door()
    const guesses = Array.from({ length: 20 }, (_, i) => enter(0, `name-${i}`, 'guess'))
    expect((await Promise.all(office.map((login) => enter(0, login)))).map(({ is }) => is)).toEqual(office.map(() => 'in'))
    await Promise.all(guesses)
    expect((await Promise.all(office.map((login) => enter(1, login)))).map(({ is }) => is)).toEqual(office.map(() => 'in'))
  })

  it('of a source count each by itself when many names are tried at once (found J12)', async () => {
    const { enter, store } = await door()
    await Promise.all([enter(0), ...Array.from({ length: 20 }, (_, i) => enter(0, `name-${i}`, 'guess'))])
    expect(await store.readFailures(`source:${sha256('10.0.0.1')}`)).toMatchObject({ count: 20, blockedUntil: after(60) })
  })

  it('are counted at the account also from a source that has to wait: it cannot be guessed from there (found J12)', async () => {
    const { enter, work } = await door()
    for (let i = 0; i < 5; i++) await enter(0, `name-${i}`, 'wrong')
    work.length = 0
    for (let i = 0; i < 5; i++) expect(await enter(1, 'chenmin', `guess ${i}`)).toMatchObject({ is: 'slow' })
    expect(await enter(1)).toEqual({ is: 'slow', until: after(6) })
    expect(work).toHaveLength(5)
  })

  it('of a source that has to wait are looked at one at a time, and no more than a line of them (found J12)', async () => {
    const { enter, work, most } = await door()
    for (let i = 0; i < 5; i++) await enter(0, `name-${i}`, 'wrong')
    work.length = 0
    most.atOnce = 0
    const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => enter(1, `other-${i}`, 'guess')))
    expect(answers.map(({ is }) => is)).toEqual(Array(100).fill('slow'))
    expect([work.length, most.atOnce]).toEqual([32, 1])
    expect(await enter(1)).toMatchObject({ is: 'in' })
  })

  it('are not outrun by trying many at once', async () => {
    const { enter, work } = await door()
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => enter(0, 'chenmin', `guess ${i}`, `10.0.${i}.1`)))
    expect(answers.filter(({ is }) => is === 'wrong')).toHaveLength(5)
    expect(work).toHaveLength(5)
  })

  it('are forgotten after a quiet hour', async () => {
    const { enter } = await door()
    for (let i = 0; i < 4; i++) await enter(0, 'chenmin', 'wrong')
    await enter(3_601, 'chenmin', 'wrong')
    expect(await enter(3_602)).toMatchObject({ is: 'in' })
  })
})

describe('asked again for the password', () => {
  const second = async (
    caseId: string,
    grade: PasswordGrade | null,
    password: string,
    seconds: number,
    d: Awaited<ReturnType<typeof door>>,
  ) => {
    const session = (await d.store.readSession('s')) ?? openSession('s', 'p1', after(0))
    await d.store.saveSession(session)
    return reauthenticate(
      { desk: d.store, isPassword: d.isPassword },
      { session, login: 'chenmin', password, caseId, grade },
      after(seconds),
    )
  }

  it('grade A is remembered for five minutes in the same case, B never', async () => {
    const d = await door()
    expect(await second('c1', 'A', RIGHT, 0, d)).toBeNull()
    expect(await second('c1', 'A', '', 299, d)).toBeNull()
    expect(await second('c1', 'A', '', 300, d)).toEqual({ code: 'password.required' })
    expect(await second('c2', 'A', '', 1, d)).toEqual({ code: 'password.required' })
    expect(await second('c1', 'B', '', 1, d)).toEqual({ code: 'password.required' })
    expect(await second('c1', 'B', RIGHT, 1, d)).toBeNull()
    expect(await second('c1', 'B', '', 2, d)).toEqual({ code: 'password.required' })
  })

  it('an act without a grade asks for none, and a given one changes nothing', async () => {
    const d = await door()
    expect(await second('c1', null, '', 0, d)).toBeNull()
    expect(await second('c1', null, 'wrong', 1, d)).toBeNull()
    expect(await second('c1', 'A', '', 2, d)).toEqual({ code: 'password.required' })
  })

  it('a wrong one says how many tries are left, and counts at the door as well', async () => {
    const d = await door()
    const left = []
    for (let i = 0; i < 5; i++) left.push(await second('c1', 'A', 'wrong', 0, d))
    expect(left.map((no) => no?.about)).toEqual([{ left: 4 }, { left: 3 }, { left: 2 }, { left: 1 }, { left: 0 }])
    expect(await second('c1', 'A', RIGHT, 1, d)).toEqual({ code: 'password.blocked', about: { seconds: 4 } })
    expect(await d.enter(1)).toMatchObject({ is: 'slow' })
  })
})
