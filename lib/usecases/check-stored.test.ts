import { beforeEach, describe, expect, it } from 'vitest'
import { actor, BASICS, BUREAU, item } from '#lib/domain/case/given'
import { caseStream } from '#lib/domain/stream'
import { memoryStore } from '#lib/ports/case-store.memory'
import { CLOCK } from './alarm-silence.ts'
import { askAs, type Effects } from './ask.ts'
import { caseDecider } from './case-decider.ts'
import { checkStored, type Checking } from './check-stored.ts'

const START = '2026-11-30T00:00:00.000Z'
const MINUTE = 60_000
const DAYS = 24 * 60

type Stored = Readonly<{ caseId: string; blobId: string }>
/** Cases with so many files each, and a clock that stands still but while a file is read. */
async function setting(files: readonly number[]) {
  const kept = new Map<string, string>()
  const store = memoryStore()
  let [now, n] = [Date.parse(START), 0]
  const clockNow = () => new Date(now).toISOString()
  const effects: Effects = {
    read: store,
    write: store,
    newSalt: () => `s${++n}`,
    newId: () => `id${++n}`,
    chance: () => 0,
    wait: async () => {},
  }
  const stored: Stored[] = []
  const as = askAs(effects, caseDecider, actor('chen', 'handler'), { now: START })
  for (const [i, count] of files.entries()) {
    const caseId = `c${i}`
    await as(caseId, { type: 'RegisterCase', bureau: BUREAU, basics: BASICS, handlerIds: ['chen', 'zhou'] }, null)
    for (let nth = 0; nth < count; nth++) {
      const [blobId, sha256] = [`${caseId}-${nth}`, `whole ${caseId}-${nth}`]
      const added = await as(caseId, { type: 'AddEvidence', item: { ...item(nth), itemId: `i${nth}`, blobId, sha256 } }, null)
      if (!added.ok) throw new Error(added.refusal.code)
      kept.set(blobId, sha256)
      stored.push({ caseId, blobId })
    }
  }
  const read: string[] = []
  const ms = { each: 100 }
  const checking: Checking = {
    read: store,
    facts: store,
    blobs: {
      list: async function* () {
        yield* kept.keys()
      },
      check: async ({ blobId, sha256 }, signal) => {
        read.push(blobId)
        now += ms.each
        signal?.throwIfAborted()
        const found = kept.get(blobId)
        return found === undefined ? 'missing' : found === sha256 ? null : 'changed'
      },
    },
    listNamedBlobs: async () => new Set(stored.map(({ blobId }) => blobId)),
    ask: askAs(effects, caseDecider, CLOCK, { now: START }),
    clockNow,
    signal: new AbortController().signal,
  }
  return {
    checking,
    stored,
    kept,
    ms,
    voids: (nth: number) => as('c0', { type: 'VoidEvidence', itemId: `i${nth}`, reason: '误传' }, null),
    read: () => read.splice(0),
    pass: (milliseconds: number) => void (now += milliseconds),
    /** As the job does it: once a minute, for so long. */
    runs: async (minutes: number, over: Partial<Checking> = {}) => {
      const from = now
      for (let minute = 0; minute < minutes; minute++) {
        await checkStored({ ...checking, ...over })
        now = Math.max(now, from + (minute + 1) * MINUTE)
      }
    },
    readMs: () => read.length * ms.each,
    spoil: ({ blobId }: Stored) => void kept.set(blobId, 'other bytes'),
    putBack: ({ blobId }: Stored) => void kept.set(blobId, `whole ${blobId}`),
    found: async (caseId: string) =>
      (await store.listEntries(caseStream(caseId), { types: ['FileFaultFound', 'FileFoundWhole'] })).map(({ type }) => type).toReversed(),
  }
}
type Setting = Awaited<ReturnType<typeof setting>>
const ids = (files: readonly Stored[]): string[] => files.map(({ blobId }) => blobId)
const times = (all: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set(all)].map((one) => [one, all.filter((other) => other === one).length]))

describe('the check of what is stored', () => {
  let h: Setting
  beforeEach(async () => void (h = await setting([3, 0, 30, 7])))

  it('reads each file once in thirty days, voided ones too, and again in the next (found J6)', async () => {
    await h.voids(1)
    await h.runs(29 * DAYS)
    expect(h.read()).toEqual(ids(h.stored))
    await h.runs(2 * DAYS)
    expect(h.read()).toEqual(ids(h.stored))
  })

  it('reads no more than a twentieth of the time, be a file read in a moment or in a minute (found J6)', async () => {
    for (const each of [100, 1_000, MINUTE]) {
      const one = await setting([40])
      one.ms.each = each
      for (let minutes = 0; minutes < 600; minutes += 60) {
        await one.runs(60)
        expect(one.readMs() / ((minutes + 60) * MINUTE), `${each} ms a file`).toBeLessThanOrEqual(0.05 + each / (600 * MINUTE))
      }
    }
  })

  it('goes on where its last turn ended, when it was killed and whoever runs it (found J6)', async () => {
    h.ms.each = 1_000
    await h.runs(1)
    const killed = { ...h.checking.blobs, check: async () => Promise.reject(new Error('killed')) }
    await h.runs(1, { blobs: killed, facts: { ...h.checking.facts, saveFact: async () => {} } }).catch(() => {})
    await h.runs(120)
    expect(h.read()).toEqual(ids(h.stored))
  })

  it('locks what is not as sealed, and unlocks it soon after it was put back, long before its turn (found J6)', async () => {
    const [, second] = h.stored
    if (!second) throw new Error('stored')
    h.spoil(second)
    await h.runs(10)
    expect(await h.found('c0')).toEqual(['FileFaultFound'])
    await h.runs(10)
    expect(await h.found('c0'), 'once').toEqual(['FileFaultFound'])
    h.putBack(second)
    await h.runs(2)
    expect(await h.found('c0')).toEqual(['FileFaultFound', 'FileFoundWhole'])
    h.read()
    await h.runs(10)
    expect(h.read(), 'and then lets it be').toEqual([])
  })

  it('goes on with the rest while much stands locked, and takes those in turn (found J6)', async () => {
    h.ms.each = 2_000 // a slice each
    for (const file of h.stored.slice(0, 3)) h.spoil(file)
    await h.runs(200)
    const seen = times(h.read())
    expect(Object.keys(seen).toSorted()).toEqual(ids(h.stored).toSorted())
    const locked = h.stored.slice(0, 3).map(({ blobId }) => seen[blobId] ?? 0)
    expect(Math.max(...locked) - Math.min(...locked), `${locked.join()}: none of them waits for the others`).toBeLessThanOrEqual(1)
    expect(Math.min(...locked)).toBeGreaterThan(10)
  })

  it('locks nothing where most files are missing: that is another folder (found J6)', async () => {
    for (const { blobId } of h.stored.slice(3)) h.kept.delete(blobId)
    await expect(h.runs(2)).rejects.toMatchObject({ code: 'EIO' })
    for (const caseId of ['c0', 'c2', 'c3']) expect(await h.found(caseId)).toEqual([])
  })

  it('locks each where some are missing (found J6)', async () => {
    const lost = await setting([60])
    for (const { blobId } of lost.stored.slice(0, 25)) lost.kept.delete(blobId)
    await lost.runs(60)
    expect(await lost.found('c0')).toEqual(Array.from({ length: 25 }, () => 'FileFaultFound'))
  })

  it('says that the disk cannot read a file, blames no file for it, and goes on behind it (found J6)', async () => {
    const [bad] = h.stored
    const { check } = h.checking.blobs
    const failed: unknown[] = []
    const blobs: Checking['blobs'] = {
      ...h.checking.blobs,
      check: async (file, signal) => {
        const is = await check(file, signal)
        if (file.blobId === bad?.blobId) throw Object.assign(new Error('EIO'), { code: 'EIO' })
        return is
      },
    }
    for (let minute = 0; minute < 60; minute++) await h.runs(1, { blobs }).catch((error: unknown) => failed.push(error))
    expect(failed).toMatchObject([{ code: 'EIO' }])
    expect(h.read()).toEqual(ids(h.stored))
    expect(await h.found('c0')).toEqual([])
  })

  it('leaves the file at hand to the next turn when the node leaves (found J6)', async () => {
    const leaving = new AbortController()
    const { check } = h.checking.blobs
    const blobs: Checking['blobs'] = {
      ...h.checking.blobs,
      check: async (file, signal) => {
        if (file.blobId === h.stored[2]?.blobId) leaving.abort()
        return check(file, signal)
      },
    }
    await h.runs(1, { blobs, signal: leaving.signal })
    expect(h.read()).toEqual(ids(h.stored.slice(0, 3)))
    await h.runs(60)
    expect(h.read()).toEqual(ids(h.stored.slice(2)))
  })

  it('waits for nobody where the clock was set back (found J6)', async () => {
    h.ms.each = 30 * MINUTE
    await h.runs(1)
    h.read()
    h.pass(-365 * DAYS * MINUTE)
    await h.runs(1)
    expect(h.read()).toEqual(ids(h.stored.slice(1, 2)))
  })
})
