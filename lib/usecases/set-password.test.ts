import { expect, it } from 'vitest'
import { memoryStore } from '#lib/ports/case-store.memory'
import { openSession } from './session.ts'
import { changePassword } from './set-password.ts'

const NOW = '2026-11-24T06:20:00.000Z'
const LATER = '2026-11-24T06:20:01.000Z'
const hashed = (digest: string) => ({ alg: 'argon2id', memory: 1, passes: 1, parallelism: 1, salt: '', digest }) as const

/** Somebody with two sessions; `meanwhile` happens while the new password is worked on, which takes its time. */
async function change(meanwhile: (desk: ReturnType<typeof memoryStore>) => Promise<void>) {
  const desk = memoryStore()
  for (const id of ['here', 'elsewhere']) await desk.saveSession(openSession(id, 'chen', NOW))
  await desk.saveCredential({ personId: 'chen', ...hashed('old'), setAt: NOW })
  const hash = async (password: string) => {
    await meanwhile(desk)
    return hashed(password)
  }
  const isPassword = async (typed: string, credential: { digest: string } | null) => credential?.digest === typed
  const claim = { sessionId: 'here', login: 'chenmin', oldPassword: 'old', newPassword: 'new' }
  expect(await changePassword({ desk, hash, isPassword }, claim, NOW)).toBeNull()
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
