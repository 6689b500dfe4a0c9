import { expect, it } from 'vitest'
import { OFFICE } from '#lib/domain/office/state'
import { openEvent } from '#lib/ledger/open'
import { memoryStore } from '#lib/ports/case-store.memory'
import { credentialDigest } from '#lib/ports/sealed-rows'
import { deciderOf } from './streams.ts'
import { CLOCK } from './alarm-silence.ts'
import { askAs } from './ask.ts'
import { countCredentials, isUncounted } from './count-credentials.ts'
import { foundOffice } from './office/found-office.ts'
import { officeDecider } from './office/office-decider.ts'

const NOW = '2026-11-24T06:20:00.000Z'
const KEY = { stream: 'office', streamId: OFFICE } as const
const row = (personId: string, digest = 'd') =>
  ({ personId, alg: 'argon2id', memory: 1, passes: 1, parallelism: 1, salt: '', digest, setAt: NOW }) as const

async function portal() {
  const store = memoryStore()
  let n = 0
  const newId = (): string => `id-${++n}`
  const effects = { read: store, write: store, newSalt: newId, newId, chance: () => 0, wait: async () => {} }
  const ask = askAs(effects, officeDecider, CLOCK, { now: NOW })
  let adopted = 0
  const counting = { ...store, adoptSessions: async () => void adopted++ }
  return {
    store,
    ask,
    adopted: () => adopted,
    found: () =>
      foundOffice({
        read: store,
        desk: store,
        ask: (stream) => askAs(effects, deciderOf(stream), CLOCK, { now: NOW }),
        newId,
        newSecret: newId,
        now: NOW,
        today: '2026-11-24',
      }),
    count: () => countCredentials(effects, counting, NOW),
    counts: async () =>
      (await store.readEvents(KEY))
        .map(openEvent)
        .flatMap(({ type, event }) => (type === 'CredentialsCounted' ? [event['credentials']] : [])),
  }
}

it('takes every password that no event speaks of into one event, once (found J7)', async () => {
  const p = await portal()
  await p.found()
  const [one, two] = await p.store.listPersons()
  for (const person of [one, two]) await p.store.saveCredential(row(person?.personId ?? ''))
  await p.ask(OFFICE, { type: 'SetPassword', personId: two?.personId ?? '', credential: 'sealed' }, null)
  expect(await isUncounted(p.store)).toBe(true)
  await p.count()
  const counted = [[{ personId: one?.personId, credential: credentialDigest(row(one?.personId ?? '')) }]]
  expect(await p.counts()).toEqual(counted)
  await p.store.saveCredential(row('somebody’s hand'))
  await p.count()
  expect([await p.counts(), await isUncounted(p.store), p.adopted()]).toEqual([counted, false, 1])
})

it('counts nobody in a portal that begins, and afterwards nothing that is put there (found J7)', async () => {
  const p = await portal()
  await p.count()
  expect([await p.store.listStreams(), await isUncounted(p.store)]).toEqual([[], false])
  await p.found()
  await p.count()
  expect(await p.counts()).toEqual([[]])
})

it('counts no second time where the first count was taken out of the ledger (found J7)', async () => {
  const p = await portal()
  await p.found()
  await p.store.saveFact({ name: 'counted', value: '8', at: NOW })
  await p.count()
  expect([await p.counts(), p.adopted(), await isUncounted(p.store)]).toEqual([[], 0, false])
})

it('keeps nobody from their work where the office cannot be read', async () => {
  const p = await portal()
  await p.found()
  const readEvents: typeof p.store.readEvents = async (key) => (await p.store.readEvents(key)).map((event) => ({ ...event, payload: '' }))
  expect(await isUncounted({ ...p.store, readEvents })).toBe(false)
})
