import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { zh } from '#lib/i18n/fault'
import { faultOf, naming } from './faults.ts'
import { unavailable } from '../edge/unavailable.ts'

const broken = (code: string): Error => Object.assign(new Error('钱某'), { code })

describe('a fault', () => {
  it.each([
    ['ENOSPC', 'fault.no-space'],
    ['EFBIG', 'fault.no-space'],
    ['SQLITE_FULL', 'fault.no-space'],
    ['53100', 'fault.no-space'],
    ['EROFS', 'fault.closed'],
    ['SQLITE_READONLY_DIRECTORY', 'fault.closed'],
    ['SQLITE_BUSY_SNAPSHOT', 'fault.busy'],
    ['ECONNREFUSED', 'fault.no-database'],
    ['55P03', 'fault.busy'],
    ['57014', 'fault.busy'],
    ['25P03', 'fault.no-database'],
    ['CONNECTION_LOST', 'fault.no-database'],
    ['57P01', 'fault.no-database'],
    ['SQLITE_IOERR_FSYNC', 'fault.disk'],
    ['EMFILE', 'fault.descriptors'],
    ['ENFILE', 'fault.descriptors'],
    ['ERR_WORKER_INIT_FAILED', 'fault.descriptors'],
  ])('%s is %s, however deep it lies', (code, fault) => {
    expect(faultOf(broken(code))).toBe(fault)
    expect(faultOf(new Error('outer', { cause: broken(code) }))).toBe(fault)
  })
  it.each(['SQLITE_CONSTRAINT_UNIQUE', '23505', 'ENOENT', ''])('%s is a bug', (code) => expect(faultOf(broken(code))).toBeNull())
})

describe('a request in which a store failed', () => {
  const closing: (() => void)[] = []
  afterEach(() => closing.splice(0).forEach((close) => close()))
  const served = async (code: string, status = 500, headers: Record<string, string> = {}) => {
    const store = naming({ read: async () => Promise.reject(broken(code)), engine: 'sqlite' })
    const handle: RequestListener = async (_req, res) => {
      const error = await store.read().catch((one: unknown) => one)
      res.writeHead(status, { 'content-type': 'text/plain', 'x-digest': String((error as { digest?: string }).digest ?? '') }) // safe: an error
      res.end('of Next')
    }
    const server = createServer(unavailable(handle)).listen(0, '127.0.0.1')
    closing.push(() => server.close())
    await once(server, 'listening')
    return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers }) // safe: listening on a port
  }

  it('answers a script with 503, when to come again, and the sentence', async () => {
    const answer = await served('ENOSPC')
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '10'])
    expect(await answer.json()).toEqual({ ok: false, text: expect.stringContaining(zh.fault.because['fault.no-space']) })
  })
  it('answers a visit with the page that was drawn, as 503', async () => {
    const answer = await served('ECONNREFUSED', 500, { accept: 'text/html' })
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([503, '10', 'of Next'])
  })
  it('leaves a bug a 500, and a fault that the page has got over what it is', async () => {
    const [bug, done] = [await served('ENOENT'), await served('ENOSPC', 200)]
    expect([bug.status, await bug.text(), bug.headers.get('x-digest')]).toEqual([500, 'of Next', ''])
    expect([done.status, await done.text(), done.headers.get('x-digest')]).toEqual([200, 'of Next', 'fault.no-space'])
  })
  it('does not touch what scripts of a page read themselves', async () => {
    expect((await served('ENOSPC', 500, { rsc: '1' })).status).toBe(500)
  })
})
