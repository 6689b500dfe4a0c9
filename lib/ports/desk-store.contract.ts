import { beforeEach, describe, expect, it } from 'vitest'
import type { DeskStore } from './desk-store.ts'

const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000Z`
const session = (sessionId: string, personId = 'chen', touchedAt = at(2)) => ({
  sessionId,
  personId,
  startedAt: at(1),
  touchedAt,
  endedAt: '',
  reauthAt: '',
  reauthFor: '',
  endedWhy: '',
})
const link = (digest: string) => ({ digest, personId: 'chen', madeAt: at(1), expiresAt: at(4), usedAt: '', needsCode: 0 })
const code = (personId = 'chen', tries = 0) => ({ personId, digest: '{}', madeAt: at(1), expiresAt: at(4), tries })
const draft = (form: string, personId = 'chen', savedAt = at(2)) => ({ personId, form, values: '{"题":"甲"}', errors: '{}', savedAt })

export function deskStoreContract(engine: string, open: () => Promise<DeskStore>): void {
  describe(`desk store on ${engine}`, () => {
    let desk: DeskStore
    beforeEach(async () => void (desk = await open()))

    it('keeps a session, saves over it, and ends it once', async () => {
      await desk.saveSession(session('s1'))
      await desk.saveSession({ ...session('s1'), touchedAt: at(3), reauthAt: at(3), reauthFor: 'ApproveTransfer' })
      expect(await desk.readSession('s1')).toEqual({ ...session('s1'), touchedAt: at(3), reauthAt: at(3), reauthFor: 'ApproveTransfer' })
      await desk.endSession('s1', at(4))
      await desk.endSession('s1', at(5))
      expect((await desk.readSession('s1'))?.endedAt).toBe(at(4))
      expect(await desk.readSession('s2')).toBeNull()
    })

    it('lists the sessions of one person that nobody has ended, and keeps why one was (found J14)', async () => {
      for (const one of [session('s1'), session('s2'), session('s3', 'zhou'), session('s4')]) await desk.saveSession(one)
      await desk.endSession('s1', at(4), 'superseded')
      await desk.endSession('s1', at(5), 'again')
      await desk.endSession('s2', at(4))
      expect(await desk.listSessions('chen')).toEqual([session('s4')])
      expect(await desk.readSession('s1')).toEqual({ ...session('s1'), endedAt: at(4), endedWhy: 'superseded' })
      expect((await desk.readSession('s2'))?.endedWhy).toBe('')
    })

    it('ends all sessions of one person and nobody else’s', async () => {
      for (const one of [session('s1'), session('s2'), session('s3', 'zhou')]) await desk.saveSession(one)
      await desk.endSessionsOf('chen', at(4))
      expect(await Promise.all(['s1', 's2', 's3'].map(async (id) => (await desk.readSession(id))?.endedAt))).toEqual([at(4), at(4), ''])
    })

    it('ends all sessions of one person but the one that asked', async () => {
      for (const one of [session('s1'), session('s2')]) await desk.saveSession(one)
      await desk.endSessionsOf('chen', at(4), 's2')
      expect(await Promise.all(['s1', 's2'].map(async (id) => (await desk.readSession(id))?.endedAt))).toEqual([at(4), ''])
    })

    it('changes a session that lives, and brings none back', async () => {
      for (const one of [session('s1'), session('s2')]) await desk.saveSession(one)
      await desk.endSession('s2', at(3))
      for (const id of ['s1', 's2', 's3']) await desk.changeSession(id, { touchedAt: at(4), reauthAt: at(4), reauthFor: 'c1' })
      expect(await desk.readSession('s1')).toEqual({ ...session('s1'), touchedAt: at(4), reauthAt: at(4), reauthFor: 'c1' })
      expect(await desk.readSession('s2')).toEqual({ ...session('s2'), endedAt: at(3) })
      expect(await desk.readSession('s3')).toBeNull()
    })

    it('keeps the latest credential', async () => {
      const credential = {
        personId: 'chen',
        alg: 'argon2id',
        memory: 65_536,
        passes: 3,
        parallelism: 1,
        salt: 'c2FsdA==',
        digest: 'ZA==',
        setAt: at(1),
      } as const
      await desk.saveCredential(credential)
      await desk.saveCredential({ ...credential, passes: 4, setAt: at(2) })
      expect(await desk.readCredential('chen')).toEqual({ ...credential, passes: 4, setAt: at(2) })
      expect(await desk.readCredential('zhou')).toBeNull()
    })

    it('keeps failures by key and forgets them when told', async () => {
      const failures = { key: 'login:chen', count: 3, lastAt: at(1), blockedUntil: at(2) }
      await desk.saveFailures(failures)
      await desk.saveFailures({ ...failures, count: 4 })
      expect(await desk.readFailures('login:chen')).toEqual({ ...failures, count: 4 })
      await desk.clearFailures('login:chen')
      expect(await desk.readFailures('login:chen')).toBeNull()
    })

    it('lets exactly one of many presses use a link, in time, and only one that is there', async () => {
      await desk.saveLink(link('x'))
      const presses = await Promise.all(Array.from({ length: 8 }, () => desk.useLink('x', at(3))))
      expect(presses.filter(Boolean)).toHaveLength(1)
      expect((await desk.readLink('x'))?.usedAt).toBe(at(3))
      await desk.saveLink(link('late'))
      expect(await desk.useLink('late', at(5))).toBe(false)
      expect(await desk.useLink('late', at(4))).toBe(true)
      expect(await desk.useLink('none', at(3))).toBe(false)
    })

    it('keeps one link for a person: a second ends the first, and nobody else’s (found J10)', async () => {
      for (const one of [link('first'), { ...link('other'), personId: 'zhou' }, link('second')]) await desk.saveLink(one)
      expect([await desk.readLink('first'), await desk.useLink('first', at(3))]).toEqual([null, false])
      expect([await desk.useLink('other', at(3)), await desk.useLink('second', at(3))]).toEqual([true, true])
    })

    it('keeps one code for a person: a second takes the place of the first, tries and all', async () => {
      await desk.saveCode(code('chen', 4))
      await desk.saveCode({ ...code(), digest: '{"second":1}' })
      await desk.saveCode(code('zhou'))
      expect(await desk.readCode('chen')).toEqual({ ...code(), digest: '{"second":1}' })
      await desk.dropCode('chen')
      expect([await desk.readCode('chen'), await desk.readCode('zhou')]).toEqual([null, code('zhou')])
    })

    it('counts a try before it answers, and no more tries than there may be, however many at once (found J4)', async () => {
      await desk.saveCode(code())
      const tries = await Promise.all(Array.from({ length: 12 }, () => desk.tryCode('chen', at(3), 5)))
      expect(tries.flatMap((one) => (one ? [one.tries] : [])).toSorted()).toEqual([1, 2, 3, 4, 5])
      expect(await desk.readCode('chen')).toEqual(code('chen', 5))
    })

    it('lets nobody try a code that is too old or is not there', async () => {
      await desk.saveCode(code())
      expect([await desk.tryCode('chen', at(5), 5), await desk.tryCode('zhou', at(3), 5)]).toEqual([null, null])
      expect(await desk.readCode('chen')).toEqual(code())
      expect(await desk.tryCode('chen', at(4), 5)).toEqual(code('chen', 1))
    })

    it('keeps one draft for each person and form', async () => {
      await desk.saveDraft(draft('b'))
      await desk.saveDraft({ ...draft('b'), values: '{}', savedAt: at(3) })
      await desk.saveDraft(draft('a'))
      await desk.saveDraft(draft('a', 'zhou'))
      expect(await desk.readDraft('chen', 'b')).toEqual({ ...draft('b'), values: '{}', savedAt: at(3) })
      expect((await desk.listDrafts('chen')).map(({ form }) => form)).toEqual(['a', 'b'])
      await desk.dropDraft('chen', 'a')
      expect(await desk.readDraft('chen', 'a')).toBeNull()
      expect(await desk.readDraft('zhou', 'a')).not.toBeNull()
    })

    it('marks the same notice read as often as one likes', async () => {
      await desk.markRead('chen', ['n1', 'n2'], at(1))
      await desk.markRead('chen', ['n2', 'n3'], at(2))
      await expect(desk.markRead('chen', [], at(2))).resolves.toBeUndefined()
    })

    it('sweeps what nobody has touched since, and says how much', async () => {
      await desk.saveSession(session('old'))
      await desk.saveSession(session('live', 'chen', at(9)))
      await desk.saveDraft(draft('old'))
      await desk.saveDraft(draft('live', 'chen', at(9)))
      await desk.saveLink(link('old'))
      await desk.saveLink({ ...link('live'), personId: 'zhou', expiresAt: at(9) })
      await desk.saveCode(code())
      await desk.saveCode({ ...code('zhou'), expiresAt: at(9) })
      await desk.saveFailures({ key: 'old', count: 1, lastAt: at(1), blockedUntil: '' })
      await desk.saveFailures({ key: 'live', count: 1, lastAt: at(1), blockedUntil: at(9) })
      expect(await desk.sweep(at(6))).toBe(5)
      expect(await desk.sweep(at(6))).toBe(0)
      const kept = [
        await desk.readSession('live'),
        await desk.readDraft('chen', 'live'),
        await desk.readLink('live'),
        await desk.readCode('zhou'),
        await desk.readFailures('live'),
      ]
      expect(kept.every(Boolean)).toBe(true)
      expect(await desk.readSession('old')).toBeNull()
    })
  })
}
