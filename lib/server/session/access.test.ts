/** What becomes of what a page notes, once its request is answered. */
import { once } from 'node:events'
import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccessEntry } from '#lib/domain/access'
import { memoryAccessLog } from '#lib/ports/access-log.memory'
import { memoryStore } from '#lib/ports/case-store.memory'
import { caseRow, deed, trackRow } from '#lib/ports/samples'
import { type Access, accessOf } from './access.ts'
import { inRequest } from '../boot/faults.ts'

const NOW = '2026-11-30T08:00:00.000Z'
const WHO = { personId: 'chen', unitId: 'bureau', post: 'handler' } as const
const closing: (() => void)[] = []
afterEach(() => closing.splice(0).forEach((close) => close()))

let added: AccessEntry[]
let flushed: number
let store: ReturnType<typeof memoryStore>
beforeEach(async () => {
  added = []
  flushed = 0
  store = memoryStore()
  await store.commit(deed('c1', { rows: { cases: [caseRow('c1')], tracks: [trackRow('t1', 'c1')] } }))
})

/** Serves pages that note what is given, and answer so. */
async function served(page: (access: Access, res: ServerResponse) => unknown, method = 'GET') {
  const gathered = { add: (entry: AccessEntry) => void added.push(entry), flush: async () => void flushed++ }
  const access = accessOf({ log: memoryAccessLog(), gathered, read: store, desk: store, clockNow: () => NOW })
  const handle: RequestListener = access.recording((_req, res) => void page(access, res))
  const { promise: closed, resolve } = Promise.withResolvers<void>()
  const server = createServer((req, res) => {
    req.headers['x-request-id'] = 'r-1'
    res.once('close', resolve)
    inRequest(req, () => handle(req, res))
  }).listen(0, '127.0.0.1')
  closing.push(() => server.close())
  await once(server, 'listening')
  const { status } = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { method }) // safe: listening on a port
  await closed
  await access.written()
  return status
}
const answers = (res: ServerResponse, status: number): void => void res.writeHead(status).end('x')
const said = () =>
  added.map(({ kind, what, caseId, trackId, objectId, result, reason }) => ({ kind, what, caseId, trackId, objectId, result, reason }))
const ROW = { kind: 'read', what: 'case', caseId: 'c1', trackId: '', objectId: '', result: 'ok', reason: '' }

describe('the access log hears of a request once it is answered (found J13)', () => {
  it('that something was read, by whom and under which post', async () => {
    await served((access, res) => (access.note({ ...WHO, what: 'case', caseId: 'c1', is: 'ok' }), answers(res, 200)))
    expect(added).toEqual([{ ...WHO, ...ROW, at: NOW, requestId: 'r-1' }])
  })
  it.each([
    [303, 'GET'],
    [404, 'GET'],
    [500, 'GET'],
    [200, 'HEAD'],
  ])('and nothing of what was answered with %s to %s: it was not read', async (status, method) => {
    await served((access, res) => (access.note({ ...WHO, what: 'case', caseId: 'c1', is: 'ok' }), answers(res, status)), method)
    expect(added).toEqual([])
  })
  it('and nothing of a page that notes nothing', async () => {
    await served((_access, res) => answers(res, 200))
    expect(added).toEqual([])
  })
  it('that it was denied, where there is such a thing', async () => {
    await served((access, res) => (access.note({ ...WHO, what: 'track', trackId: 't1', is: 'denied' }), answers(res, 404)))
    await served((access, res) => (access.note({ ...WHO, what: 'case', caseId: 'nothing', is: 'denied' }), answers(res, 404)))
    await served((access, res) => (access.note({ ...WHO, what: 'case', caseId: '__proto__', is: 'denied' }), answers(res, 404)))
    expect(said()).toEqual([{ ...ROW, what: 'track', trackId: 't1', result: 'denied' }])
  })
  it('that a page of administration was denied, which is of no case', async () => {
    await served((access, res) => (access.note({ ...WHO, what: 'office', is: 'denied' }), answers(res, 404)))
    expect(said()).toEqual([{ ...ROW, what: 'office', caseId: '', result: 'denied' }])
  })
  it.each([
    ['t1', { what: 'track', caseId: 'c1', trackId: 't1' }],
    ['c1', { what: 'case', caseId: 'c1', trackId: '' }],
    ['nothing', { what: '', caseId: '', trackId: '' }],
  ])('that a form was denied, whatever the id in its name is of: %s', async (id, thing) => {
    await served((access, res) => (access.note({ ...WHO, caseId: id, trackId: id, kind: 'act', is: 'form' }), answers(res, 404)), 'POST')
    expect(said()).toEqual([{ ...ROW, ...thing, kind: 'act', result: 'denied' }])
  })
  it('and nothing of a form that was taken: that stands in the ledger', async () => {
    await served((access, res) => (access.note({ ...WHO, caseId: 'c1', kind: 'act', is: 'form' }), answers(res, 303)), 'POST')
    expect(added).toEqual([])
  })
  it('that a rule refused it, and which', async () => {
    const reason = 'decision.took-part'
    await served(
      (access, res) => (access.note({ ...WHO, what: 'case', caseId: 'c1', kind: 'act', is: 'refused', reason }), answers(res, 303)),
      'POST',
    )
    expect(said()).toEqual([{ ...ROW, kind: 'act', result: 'refused', reason }])
  })
  it('of a download before its first byte, flushed, and once', async () => {
    let isFlushedFirst = false
    await served(async (access, res) => {
      access.note({ ...WHO, what: 'file', caseId: 'c1', objectId: 'i1', kind: 'download', is: 'form' })
      await access.beforeFirstByte()
      isFlushedFirst = flushed === 1 && added.length === 1
      answers(res, 200)
    })
    expect(isFlushedFirst).toBe(true)
    expect(said()).toEqual([{ ...ROW, kind: 'download', what: 'file', objectId: 'i1' }])
  })
  it('and nothing of a download whose bytes are not there', async () => {
    await served((access, res) => (access.note({ ...WHO, what: 'file', caseId: 'c1', kind: 'download', is: 'form' }), answers(res, 404)))
    expect(added).toEqual([])
  })
})

describe('a letter that somebody received counts as opened (found J13)', () => {
  const note = { ...WHO, what: 'track', caseId: 'c1', trackId: 't1', is: 'ok', arrivedSeq: 9 } as const
  const opens = async (more: object = {}, status = 200) =>
    served((access, res) => (access.note({ ...note, ...more }), answers(res, status)))

  it('with the first page of it that they were shown', async () => {
    await opens({}, 404)
    expect(await store.listOpened('c1')).toEqual([])
    await opens()
    await opens({ what: 'paper', objectId: 'letter' })
    expect(await store.listOpened('c1')).toEqual([{ ...WHO, caseId: 'c1', trackId: 't1', seq: 9, noticeId: '', at: NOW }])
  })
  it('not by its sender, to whom it did not come', async () => {
    await opens({ arrivedSeq: null })
    expect(await store.listOpened('c1')).toEqual([])
  })
  it('the next time, where it could not be written down', async () => {
    const { saveOpened } = store
    store = { ...store, saveOpened: () => Promise.reject(new Error('full')) }
    await opens()
    store = { ...store, saveOpened }
    await opens()
    expect(await store.listOpened('c1')).toHaveLength(1)
    expect(added).toHaveLength(2)
  })
})
