/** Somebody begins to send and falls silent: the portal ends it by its own limits, keeps nothing of it, and serves the others. */
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openPortal } from '../setup/server.ts'
import { caseOf, freshWorld, rows, signIn, visitor } from './visitor.ts'

test('who falls silent in an upload, a form or a head is given up, and leaves nothing', async () => {
  const dataDir = freshWorld()
  const caseId = caseOf(dataDir, 'p-chenmin')
  const portal = await openPortal(dataDir, { PATIENCE_S: '1' })
  const cookies = await signIn(portal, 'chenmin', 'demo-2026-yanshi')
  const chen = await visitor(portal, cookies)
  const stored = (): unknown => [
    rows(dataDir, 'select item_id from evidence order by 1'),
    rows(dataDir, 'select form from draft order by 1'),
  ]
  const before = stored()

  const { host, port } = new URL(portal.address)
  const open = (first: string, headers: Readonly<Record<string, string>>, body: string): Socket => {
    const socket = connect(Number(port), '127.0.0.1')
    const cookie = cookies.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const lines = Object.entries({ host, origin: portal.address, cookie, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.on('error', () => {}) // a reset is an end too
    socket.resume()
    socket.write(`${first} HTTP/1.1\r\n${lines.join('')}${body}`)
    return socket
  }
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const fields = { formKey: 'silent', folder: 'main-05', kind: 'E01', source: '', collectedBy: '', collectedOn: day }
  const entry = encodeURIComponent(JSON.stringify({ name: 'half.bin', ...fields }))
  const silent = [
    open(
      `PUT /api/cases/${caseId}/evidence`,
      { 'x-entry': entry, 'content-type': 'application/octet-stream', 'content-length': '1000000' },
      `\r\n${'x'.repeat(500_000)}`,
    ),
    open('POST /api/drafts', { 'content-type': 'application/json', 'content-length': '1000' }, '\r\n{"form":"fault:half"'),
    open('GET /work', {}, 'x-half: a head without an e'),
  ]
  const ends = Promise.all(silent.map((socket) => once(socket, 'close')))
  expect((await chen.opens('/work')).status()).toBe(200)
  await ends

  const incoming = join(dataDir, 'blobs/incoming')
  await expect.poll(() => (existsSync(incoming) ? readdirSync(incoming) : [])).toEqual([])
  expect(stored()).toEqual(before)
  expect((await chen.sends(caseId)).answer.status()).toBe(200)
  await chen.leaves()
  await portal.stop()
})
