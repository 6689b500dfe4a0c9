import { describe, expect, it } from 'vitest'
import { actor, BASICS, BUREAU } from '#lib/domain/case/given'
import type { CaseCommand } from '#lib/domain/case/commands'
import { memoryStore } from '#lib/ports/case-store.memory'
import { firstBreak } from '#lib/ledger/open'
import { askAs, askWith, type Asker, type Effects } from './ask.ts'
import { caseDecider } from './case-decider.ts'

const NOW = '2026-11-24T06:20:00.000Z'
const register: CaseCommand = { type: 'RegisterCase', bureau: BUREAU, basics: BASICS, handlerIds: ['chen', 'zhou'] }

function setting() {
  const store = memoryStore()
  let n = 0
  const waits: number[] = []
  const effects: Effects = {
    read: store,
    write: store,
    newSalt: () => `salt-${++n}`,
    newId: () => `id-${++n}`,
    chance: () => 1,
    wait: async (ms) => void waits.push(ms),
  }
  const as = (personId: string, over: Partial<Effects> = {}) =>
    askAs({ ...effects, ...over }, caseDecider, actor(personId, 'handler'), { now: NOW })
  return { read: store, write: store, effects, waits, as, events: () => store.readEvents({ stream: 'case', streamId: 'c1' }) }
}

describe('ask', () => {
  it('permits, decides, seals, numbers, tells and commits in one go', async () => {
    const h = setting()
    const done = await h.as('chen')('c1', register, 'f1')
    expect(done).toMatchObject({
      ok: true,
      value: { streamId: 'c1', seq: 1, repeated: false, state: { caseNo: '乙人社案〔2026〕26号'.replace('26号', '1号') } },
    })
    expect(firstBreak(await h.events())).toBeNull()
    expect(await h.read.readCaseRow('c1')).toMatchObject({ phase: 'investigating', title: BASICS.title })
    expect(await h.read.countUnread({ personId: 'zhou', seats: [] }, 9)).toBe(1) // the other handler hears of it; the one who did it does not
    expect(await h.read.countUnread({ personId: 'chen', seats: [] }, 9)).toBe(0)
  })

  it('denies a stranger without a trace', async () => {
    const h = setting()
    await h.as('chen')('c1', register, null)
    expect(await h.as('sun')('c1', { type: 'RecordItems', items: [], readSeq: 0 }, null)).toMatchObject({
      ok: false,
      refusal: { code: 'policy.denied' },
    })
    expect(await h.events()).toHaveLength(1)
  })

  it('opens a case for no other bureau than that of one’s own post (found J2)', async () => {
    const h = setting()
    const elsewhere = { ...BUREAU, unitId: 'bureau-9', code: '丙人社' }
    expect(await h.as('chen')('c1', { ...register, bureau: elsewhere }, 'f1')).toEqual({ ok: false, refusal: { code: 'policy.denied' } })
    expect(await h.events()).toHaveLength(0)
    expect(await h.read.nextSerial('bureau-9', 'case', 2026)).toBe(1)
    const posts = ['bureau-9', 'bureau'].flatMap((unitId) => actor('chen', 'handler', { unitId, kind: 'bureau' }).seats)
    const done = await askAs(h.effects, caseDecider, { personId: 'chen', seats: posts }, { now: NOW })('c1', register, 'f1')
    expect(done.ok).toBe(true)
    expect(JSON.parse((await h.events())[0]?.leaf ?? '')).toMatchObject({ by: { unitId: 'bureau', post: 'handler' } })
  })

  describe('of somebody whose bytes take hours', () => {
    const chen = actor('chen', 'handler')
    const later = (asker: () => Awaited<ReturnType<Asker>>) => {
      const h = setting()
      return { ...h, ask: askWith(h.effects, caseDecider, async () => asker()) }
    }

    it('judges by the posts of the end, not of the beginning (found J1)', async () => {
      let seats = chen.seats
      const h = later(() => ({ actor: { personId: 'chen', seats }, now: NOW }))
      await h.ask('c1', register, null)
      seats = []
      expect(await h.ask('c1', { type: 'RecordItems', items: [], readSeq: 0 }, null)).toEqual({
        ok: false,
        refusal: { code: 'policy.denied' },
      })
      expect(await h.events()).toHaveLength(1)
    })

    it('takes nothing from a session that was ended meanwhile (found J1)', async () => {
      const h = later(() => null)
      expect(await h.ask('c1', register, 'f1')).toEqual({ ok: false, refusal: { code: 'session.ended' } })
      expect(await h.events()).toHaveLength(0)
      expect(await h.read.readIdempotencyKey('chen', 'f1')).toBeNull()
    })

    it('records when the last byte was there, not when the first one came', async () => {
      const times = ['2026-11-24T08:00:00.000Z', '2026-11-24T08:00:01.000Z']
      const h = later(() => ({ actor: chen, now: times.shift() ?? '' }))
      await h.ask('c1', register, null)
      expect(JSON.parse((await h.events())[0]?.leaf ?? '')).toMatchObject({
        happenedAt: '2026-11-24T08:00:00.000Z',
        recordedAt: '2026-11-24T08:00:00.000Z',
      })
      expect(times).toHaveLength(1)
    })
  })

  it('says not now to one whose turn it is not, with the phase', async () => {
    const h = setting()
    await h.as('chen')('c1', register, null)
    expect(await h.as('chen')('c1', { type: 'WithdrawReport', reason: 'x' }, null)).toMatchObject({
      refusal: { code: 'policy.not-now', about: { action: 'WithdrawReport', phase: 'investigating' } },
    })
  })

  it('answers a second press of one form with its first answer, and writes nothing', async () => {
    const h = setting()
    const first = await h.as('chen')('c1', register, 'f1')
    const second = await h.as('chen')('c2', register, 'f1')
    expect(second).toMatchObject({ ok: true, value: { streamId: 'c1', repeated: true } })
    expect(first.ok && second.ok && second.value.seq === first.value.seq).toBe(true)
    expect(await h.read.readEvents({ stream: 'case', streamId: 'c2' })).toEqual([])
  })

  it('answers a form key for one form alone: another command, stream or content under it is refused, and nothing is written (found J11)', async () => {
    const h = setting()
    const saying = (said: string, personId = 'chen') => askAs(h.effects, caseDecider, actor(personId, 'handler'), { now: NOW, said })
    const items = (readAt = 0): CaseCommand => ({ type: 'RecordItems', items: [], readSeq: readAt })
    await saying('登记')('c1', register, 'f1')
    await saying('登记')('c2', register, 'f2')
    expect(await saying('物品')('c1', items(), 'f3')).toMatchObject({ ok: true, value: { seq: 2, repeated: false } })
    // The same form, whatever chance or the clock made of it this time.
    expect(await saying('物品')('c1', items(2), 'f3')).toMatchObject({ ok: true, value: { seq: 2, repeated: true } })
    expect(await saying('登记')('c9', register, 'f1')).toMatchObject({ ok: true, value: { streamId: 'c1', repeated: true } })
    const other = { ok: false, refusal: { code: 'deed.other-form' } }
    expect(await saying('别的物品')('c1', items(), 'f3')).toEqual(other)
    expect(await saying('物品')('c2', items(), 'f3')).toEqual(other)
    expect(await saying('物品')('c1', { type: 'RecordBasics', basics: BASICS, readSeq: 1 }, 'f3')).toEqual(other)
    expect(await saying('别的登记')('c9', register, 'f1')).toEqual(other)
    expect([(await h.events()).length, await h.read.readEvents({ stream: 'case', streamId: 'c9' })]).toEqual([2, []])
  })

  it('tells whom an act is not for nothing by a used form key: hidden and missing are one answer (found J11)', async () => {
    const h = setting()
    const sun = askAs(h.effects, caseDecider, actor('sun', 'handler'), { now: NOW, said: '物品' })
    await h.as('chen')('c1', register, null)
    await sun('c2', { ...register, handlerIds: ['sun', 'zhou'] }, 'f1')
    const items: CaseCommand = { type: 'RecordItems', items: [], readSeq: 0 }
    expect(await sun('c1', items, 'f1')).toEqual(await sun('none', items, 'f1'))
    expect(await sun('c1', items, 'f1')).toEqual({ ok: false, refusal: { code: 'policy.denied' } })
  })

  it('lets a form key from before its content was kept answer for anything (found J11)', async () => {
    const h = setting()
    const old: Effects['write'] = {
      commit: (commit) => h.write.commit({ ...commit, idempotencyKey: commit.idempotencyKey && { ...commit.idempotencyKey, deed: '' } }),
    }
    await h.as('chen', { write: old })('c1', register, 'f1')
    expect(await h.as('chen')('c1', { type: 'RecordItems', items: [], readSeq: 0 }, 'f1')).toMatchObject({
      value: { seq: 1, repeated: true },
    })
  })

  it('begins again with growing jitter where another deed came first, and loses nothing', async () => {
    const h = setting()
    await h.as('chen')('c1', register, null)
    let rivals = 3
    const racing: Effects['write'] = { commit: async (commit) => (rivals-- > 0 ? 'conflict' : h.write.commit(commit)) }
    expect(await h.as('chen', { write: racing })('c1', { type: 'RecordItems', items: [], readSeq: 0 }, null)).toMatchObject({
      ok: true,
      value: { seq: 2 },
    })
    expect(h.waits).toEqual([10, 20, 40])
  })

  it('gives up after three seconds of waiting, in words', async () => {
    const h = setting()
    await h.as('chen')('c1', register, null)
    expect(
      await h.as('chen', { write: { commit: async () => 'conflict' } })('c1', { type: 'RecordItems', items: [], readSeq: 0 }, null),
    ).toMatchObject({ refusal: { code: 'deed.busy' } })
    expect(h.waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(3_000)
  })

  it('takes sixty deeds at once on one case, one after the other', async () => {
    const h = setting()
    await h.as('chen')('c1', register, null)
    const item = (n: number) => ({
      blobId: `b${n}`,
      name: `${n}.pdf`,
      size: 1,
      sha256: `${n}`,
      sm3: `${n}`,
      itemId: `i${n}`,
      folder: 'main-05',
      kind: 'E04',
      source: '',
      collectedBy: '',
      collectedOn: '2026-11-12',
      content: 'pdf' as const,
      asIs: '',
    })
    const all = await Promise.all(
      Array.from({ length: 60 }, (_, n) => h.as(n % 2 ? 'chen' : 'zhou')('c1', { type: 'AddEvidence', item: item(n) }, `f${n}`)),
    )
    expect(all.filter((one) => one.ok)).toHaveLength(60)
    expect(await h.read.listEvidence('c1')).toHaveLength(60)
    expect(firstBreak(await h.events())).toBeNull()
  })

  it('numbers cases of a unit without a gap, year by year', async () => {
    const h = setting()
    const no = async (streamId: string, now: string) => {
      const done = await askAs(h.effects, caseDecider, actor('chen', 'handler'), { now })(streamId, register, null)
      return done.ok ? done.value.state?.caseNo : done.refusal.code
    }
    // 16:30 UTC on New Year's Eve is the new year in Beijing.
    expect([await no('a', NOW), await no('b', NOW), await no('c', '2026-12-31T16:30:00.000Z')]).toEqual([
      '乙人社案〔2026〕1号',
      '乙人社案〔2026〕2号',
      '乙人社案〔2027〕1号',
    ])
  })
})
