import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { OFFICE } from '#lib/domain/office/state'
import { openEvent } from '#lib/ledger/open'
import { memoryStore } from '#lib/ports/case-store.memory'
import type { DeskStore } from '#lib/ports/desk-store'
import { type AskStream, deciderOf } from './streams.ts'
import { CLOCK } from './alarm-silence.ts'
import { askAs } from './ask.ts'
import { foundOffice } from './office/found-office.ts'
import { officeDecider } from './office/office-decider.ts'
import { openSession } from './session.ts'
import { changePassword } from './set-password.ts'

const NOW = '2026-11-24T06:20:00.000Z'
const LATER = '2026-11-24T06:20:01.000Z'
const hashed = (digest: string) => ({ alg: 'argon2id', memory: 1, passes: 1, parallelism: 1, salt: '', digest }) as const

/** Somebody with two sessions, in an office that knows them. */
async function office() {
  const desk = memoryStore()
  let n = 0
  const newId = (): string => `${++n}`
  const effects = { read: desk, write: desk, newSalt: newId, newId, chance: () => 0, wait: async () => {} }
  const askClock = askAs(effects, officeDecider, CLOCK, { now: NOW })
  const ids = ['chen', 'post-1', 'zhou', 'post-2', 'wu', 'post-3'].values()
  const ask: AskStream = (stream) => askAs(effects, deciderOf(stream), CLOCK, { now: NOW })
  const named = { read: desk, desk, ask, newId: () => ids.next().value ?? '', newSecret: newId, now: NOW, today: '2026-11-24' }
  expect(await foundOffice(named)).toMatchObject({ ok: true })
  for (const id of ['here', 'elsewhere']) await desk.saveSession(openSession(id, 'chen', NOW))
  await desk.saveCredential({ personId: 'chen', ...hashed('old'), setAt: NOW })
  return { desk, askClock }
}
const claim = { sessionId: 'here', login: 'chenmin', oldPassword: 'old', newPassword: 'new' }
const isPassword = async (typed: string, credential: { digest: string } | null) => credential?.digest === typed
const eventsOf = async (desk: Awaited<ReturnType<typeof office>>['desk']) =>
  (await desk.readEvents({ stream: 'office', streamId: OFFICE })).map(openEvent)

/** `meanwhile` happens while the new password is worked on, which takes its time. */
async function change(meanwhile: (desk: ReturnType<typeof memoryStore>) => Promise<void>) {
  const { desk, askClock } = await office()
  const hash = async (password: string) => {
    await meanwhile(desk)
    return hashed(password)
  }
  expect(await changePassword({ desk, hash, isPassword, askClock }, claim, NOW)).toEqual({ ok: true })
  return desk
}

it('a new password ends every other session and leaves this one as it is', async () => {
  const desk = await change(async () => {})
  expect((await desk.readCredential('chen'))?.digest).toBe('new')
  expect((await desk.readSession('elsewhere'))?.endedAt).toBe(NOW)
  expect(await desk.readSession('here')).toEqual(openSession('here', 'chen', NOW))
})

it('a session that ends while the new password is worked on stays ended', async () => {
  const desk = await change((store) => store.endSession('here', LATER))
  expect((await desk.readSession('here'))?.endedAt).toBe(LATER)
})

it('what happens to the session meanwhile is not written over', async () => {
  const desk = await change((store) => store.changeSession('here', { touchedAt: LATER, reauthAt: LATER, reauthFor: 'c1' }))
  expect(await desk.readSession('here')).toMatchObject({ touchedAt: LATER, reauthAt: LATER, reauthFor: 'c1' })
})

it('a new password is an event, which the clock records and which carries the digest of the stored row (found J4)', async () => {
  const desk = await change(async () => {})
  const row =
    '{"alg":"argon2id","digest":"new","memory":1,"parallelism":1,"passes":1,"personId":"chen","salt":"","setAt":"2026-11-24T06:20:00.000Z"}'
  expect((await eventsOf(desk)).at(-1)).toMatchObject({
    type: 'PasswordSet',
    occasion: { by: { personId: 'clock', unitId: 'platform', post: 'clock' } },
    event: { personId: 'chen', credential: createHash('sha256').update(row).digest('hex') },
  })
})

it('a wrong old password changes nothing and is no event', async () => {
  const { desk, askClock } = await office()
  const smith = { desk, hash: async (text: string) => hashed(text), isPassword, askClock }
  expect(await changePassword(smith, { ...claim, oldPassword: 'guessed' }, NOW)).toMatchObject({ notThem: { code: 'password.wrong' } })
  expect((await eventsOf(desk)).at(-1)).not.toMatchObject({ type: 'PasswordSet' })
})

it('no password is in force that the ledger does not know of: the event comes first, and where it is refused nothing changes (found J4)', async () => {
  const { desk, askClock } = await office()
  const smith = { hash: async (text: string) => hashed(text), isPassword }
  const saved: string[] = []
  const broken: DeskStore = {
    ...desk,
    saveCredential: async () => {
      saved.push((await eventsOf(desk)).at(-1)?.type ?? '')
      throw new Error('the disk is full')
    },
  }
  await expect(changePassword({ ...smith, desk: broken, askClock }, claim, NOW)).rejects.toThrow('the disk is full')
  expect(saved).toEqual(['PasswordSet'])
  const busy = async () => ({ ok: false, refusal: { code: 'deed.busy' } }) as const
  expect(await changePassword({ ...smith, desk, askClock: busy }, claim, NOW)).toEqual({ ok: false, refusal: { code: 'deed.busy' } })
  expect((await desk.readCredential('chen'))?.digest).toBe('old')
})
