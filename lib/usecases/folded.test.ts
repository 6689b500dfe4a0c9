import { describe, expect, it } from 'vitest'
import type { CaseCommand } from '#lib/domain/case/commands'
import type { CaseEvent } from '#lib/domain/case/events'
import { evolve, type Happened } from '#lib/domain/case/evolve'
import { actor, BASICS, BUREAU, item } from '#lib/domain/case/given'
import type { CaseState } from '#lib/domain/case/state'
import type { CaseWriter, Commit } from '#lib/ports/case-store'
import { memoryStore } from '#lib/ports/case-store.memory'
import { askAs, type Effects } from './ask.ts'
import { caseDecider } from './case-decider.ts'
import { fold, keptStreams, readFolded, type Folded } from './folded.ts'

const NOW = '2026-11-24T06:20:00.000Z'
const CHEN = actor('chen', 'handler')
const CASE = { stream: 'case', streamId: 'c1' } as const
const file = (n: number): CaseCommand => ({ type: 'AddEvidence', item: item(n) })

function world() {
  const store = memoryStore()
  const read: (number | undefined)[] = []
  let n = 0
  const reader = {
    ...store,
    readEvents: (...[key, from]: Parameters<typeof store.readEvents>) => (read.push(from), store.readEvents(key, from)),
  }
  const node = (kept = keptStreams(), write: CaseWriter = store) => {
    const effects: Effects = {
      read: reader,
      write,
      newSalt: () => `s${++n}`,
      newId: () => `id${++n}`,
      chance: () => 0,
      wait: async () => {},
      kept,
    }
    const ask = askAs(effects, caseDecider, CHEN, { now: NOW })
    return { kept, does: (command: CaseCommand) => ask('c1', command, null) }
  }
  const anew = async () => fold(caseDecider, await store.readEvents(CASE))
  return { store, read, node, anew }
}
const register: CaseCommand = { type: 'RegisterCase', bureau: BUREAU, basics: BASICS, handlerIds: ['chen', 'zhou'] }
const keptCase = ({ kept }: { kept: ReturnType<typeof keptStreams> }) => kept.get('case/c1') as Folded<CaseEvent, CaseState> // safe: the case decider's

describe('a stream that is kept', () => {
  it('is what its events fold to, one after the other', async () => {
    const w = world()
    const one = w.node()
    for (const command of [register, file(1), file(2), { type: 'VoidEvidence', itemId: 'i1', reason: '误传' } as const, file(3)])
      expect(await one.does(command)).toMatchObject({ ok: true })
    const { past, state, head, size } = await w.anew()
    expect(keptCase(one)).toEqual({ past, state, head, size })
    expect(size).toBe((await w.store.readEvents(CASE)).reduce((sum, { payload }) => sum + payload.length, 0))
    expect(state).toEqual(past.reduce((before: CaseState, one: Happened<CaseEvent>) => evolve(before, one), null))
    expect(state?.liveItems).toBe(2)
  })
  it('is continued: a deed reads what came since, and its head', async () => {
    const w = world()
    const one = w.node()
    await one.does(register)
    for (let n = 1; n < 6; n++) await one.does(file(n))
    expect(w.read).toEqual([undefined, 1, 2, 3, 4, 5])
  })
  it('goes on behind what another node did', async () => {
    const w = world()
    const [one, other] = [w.node(), w.node()]
    await one.does(register)
    for (let n = 1; n < 9; n++) expect(await (n % 2 ? other : one).does(file(n))).toMatchObject({ ok: true })
    expect(await one.does(file(9))).toMatchObject({ ok: true, value: { seq: 10 } })
    expect(keptCase(one).state).toEqual((await w.anew()).state)
  })
  it('is folded anew where its head is no longer what it was', async () => {
    const [w, elsewhere] = [world(), world()]
    const one = w.node()
    await one.does(register)
    await one.does(file(1))
    await elsewhere.node().does(register)
    const { store } = elsewhere // taken back from a backup: the case stands there, shorter and with other seals
    const found = await readFolded(store, caseDecider, 'c1', one.kept)
    expect(found.state).toEqual((await elsewhere.anew()).state)
    expect(Object.keys(found.state?.evidence ?? {})).toEqual([])
  })
  it('is gone on with in place, and forgotten where what went on was not written', async () => {
    const w = world()
    const broken = { next: 'none' as 'none' | 'throws' | 'conflict' }
    const commit = async (given: Commit) => {
      const how = broken.next
      broken.next = 'none'
      if (how === 'throws') throw new Error('the disk is full')
      return how === 'conflict' ? 'conflict' : w.store.commit(given)
    }
    const one = w.node(keptStreams(), { commit })
    await one.does(register)
    await one.does(file(1))
    const file1 = keptCase(one).state?.evidence
    await one.does(file(2))
    expect(keptCase(one).state?.evidence).toBe(file1) // no copy
    broken.next = 'throws'
    await expect(one.does(file(3))).rejects.toThrow(/disk/)
    expect(keptCase(one)).toBeUndefined()
    expect(await one.does(file(3))).toMatchObject({ ok: true, value: { seq: 4 } })
    broken.next = 'conflict'
    expect(await one.does({ type: 'VoidEvidence', itemId: 'i1', reason: '误传' })).toMatchObject({ ok: true, value: { seq: 5 } })
    expect(keptCase(one).state).toEqual((await w.anew()).state)
    expect((await w.store.listEvidence('c1')).map(({ itemId, voidedAt }) => [itemId, voidedAt !== ''])).toEqual([
      ['i1', true],
      ['i2', false],
      ['i3', false],
    ])
  })
  it('is not what was refused or came too late', async () => {
    const w = world()
    const one = w.node()
    await one.does(register)
    await one.does(file(1))
    const before = keptCase(one)
    expect(await one.does(file(1))).toMatchObject({ ok: false })
    expect(keptCase(one)).toBe(before)
  })
})

describe('what a node keeps', () => {
  const of = (size: number, state: string): Folded<unknown, unknown> => ({ past: [], state, head: { seq: 1, hash: state }, size })
  it('is bounded by how much it holds, and what was asked for longest ago leaves first', () => {
    const kept = keptStreams(10)
    kept.set('a', of(4, 'a'))
    kept.set('b', of(4, 'b'))
    expect(kept.get('a')?.state).toBe('a')
    kept.set('c', of(4, 'c'))
    expect(['a', 'b', 'c'].map((name) => kept.get(name)?.state)).toEqual(['a', undefined, 'c'])
    kept.set('a', of(7, 'a2'))
    expect(['a', 'c'].map((name) => kept.get(name)?.state)).toEqual(['a2', undefined])
    kept.set('d', of(11, 'd'))
    expect(['a', 'd'].map((name) => kept.get(name)?.state)).toEqual([undefined, undefined])
  })
})
