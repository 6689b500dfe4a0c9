import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStore } from '#lib/ports/case-store.memory'
import { authOptions } from './auth-options.ts'
import { logFault } from '../boot/faults.ts'
import { type Container, moveIn } from '../boot/current-container.ts'

const jar = vi.hoisted(() => ({ getAll: () => [], set: vi.fn<() => void>(), delete: vi.fn<() => void>() }))
vi.mock('next/headers', () => ({ cookies: async () => jar }))

const LOST = Object.assign(new Error('connect ECONNREFUSED 10.1.2.3:5432'), { code: 'ECONNREFUSED' })
const logged: unknown[] = []
const containerOf = (desk: Partial<Container['desk']>): Container => {
  const store = memoryStore()
  const container = {
    effects: { read: store },
    desk: { ...store, ...desk },
    env: { origin: undefined },
    clockNow: () => '2026-11-30T00:00:00.000Z',
    newSecret: () => 'secret',
    passwords: { is: async () => false },
    access: { add: (row: unknown) => logged.push(row) },
  }
  return container as unknown as Container // safe: all that signing in asks of it
}
/** As next-auth calls it: whatever is thrown here it puts into an address. */
const tries = (failed: (error: unknown) => void): unknown => {
  const [provider] = authOptions(failed).providers
  return provider?.options?.['authorize']({ login: 'chenmin', password: 'not-this-one' }, { headers: {} })
}

beforeEach(() => void vi.stubEnv('NEXTAUTH_SECRET', 's'.repeat(64)))
afterEach(() => {
  moveIn(undefined)
  vi.unstubAllEnvs()
})

describe('the session cookie', () => {
  it.each([
    [undefined, 'next-auth.session-token'],
    ['https://portal.test', '__Secure-next-auth.session-token'],
  ])('keeps the name it always had and is sent by no other site: %s (found J14)', (origin, name) => {
    moveIn({ ...containerOf({}), env: { origin } as Container['env'] }) // safe: all that is asked of it
    expect(authOptions(() => {}).cookies).toEqual({
      sessionToken: { name, options: { httpOnly: true, sameSite: 'strict', path: '/', secure: origin !== undefined } },
    })
  })
})

describe('signing in while the store fails', () => {
  it('hands the error to the route, and nothing of it to next-auth or the next form (found J19)', async () => {
    const heard: unknown[] = []
    moveIn(containerOf({ readFailures: () => Promise.reject(LOST) }))
    await expect(tries((error) => heard.push(error))).resolves.toBeNull()
    expect(heard).toEqual([LOST])
    expect(jar.set).not.toHaveBeenCalled()
  })

  it('is told from a wrong password, which is no fault (found J19)', async () => {
    const heard: unknown[] = []
    moveIn(containerOf({}))
    await expect(tries((error) => heard.push(error))).resolves.toBeNull()
    expect(heard).toEqual([])
    expect(jar.set).toHaveBeenCalledOnce()
  })

  it('leaves in the access log that somebody failed, and not a letter of what they typed (found J13)', async () => {
    logged.length = 0
    moveIn(containerOf({}))
    await tries(() => {})
    expect(logged).toEqual([
      {
        personId: '',
        unitId: '',
        post: '',
        kind: 'sign-in',
        what: '',
        caseId: '',
        trackId: '',
        objectId: '',
        result: 'failed',
        reason: 'password.wrong',
      },
    ])
  })

  it('is logged with the reference that the page shows, and without what stood in the question (found J19)', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const asked = new Error('Failed query: select … params: chenmin', { cause: LOST })
    logFault('1a2b3c4d-0000-4000-8000-000000000000', Object.assign(asked, { query: 'select …', params: ['chenmin'] }))
    expect(said.mock.calls).toEqual([['编号 Reference 1a2b3c4d:', LOST]])
    said.mockRestore()
  })
})
