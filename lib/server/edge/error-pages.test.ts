import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { errorPages } from './error-pages.ts'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

/** Next, as far as this goes: a shell for what is drawn and then missing or breaks, a page for an address that never was. */
const next: RequestListener = (req, res) => {
  if (req.url === '/work') return void res.writeHead(200, { 'content-type': 'text/html' }).end('work')
  if (req.url === '/api/nothing') return void res.writeHead(404, { 'content-type': 'application/json' }).end('{}')
  if (req.method === 'POST' && req.url === '/cases/register') {
    res.statusCode = 500 // an action that threw, without scripts
    res.setHeader('content-type', 'text/plain')
    res.end('Internal Server Error')
    return queueMicrotask(() => (res.statusCode = 500)) // it puts the status back after it has answered
  }
  if (req.url === '/api/locked') {
    res.statusCode = 409
    res.setHeader('content-type', 'text/plain; charset=utf-8')
    return void res.end('locked')
  }
  if (req.url === '/api/clash') return void res.writeHead(409, { 'content-type': 'application/json' }).end('{}')
  if (req.url === '/api/broken') return void res.writeHead(500).end()
  if (req.url === '/fault' && req.headers['x-fault']) {
    if (req.headers['x-doom']) return void res.writeHead(500, { 'content-type': 'text/html' }).end('a shell again')
    res.setHeader('content-type', 'text/html') // like Next, which says nothing of a status that is 200
    return void setImmediate(() => res.end(`sorry, ${req.method}, ${req.headers['x-fault']}`))
  }
  if (req.url === '/broken') {
    res.statusCode = 500
    res.setHeader('content-type', 'text/html')
    res.write('an empty ')
    return void res.end('shell')
  }
  res.statusCode = 404
  res.setHeader('content-type', 'text/html; charset=utf-8')
  if (req.url === '/cases/hidden') {
    res.setHeader('set-cookie', 'trace=1')
    res.write('an empty ')
    return void res.end('shell')
  }
  res.end(`nothing for ${req.method} at ${req.headers['x-path']}`)
}

async function portal() {
  const server = createServer((req, res) => {
    res.setHeader('x-ours', 'kept')
    errorPages(next)(req, res)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  stops.push(() => server.close())
  const { port } = server.address() as AddressInfo // safe: listening on a port, not on a pipe
  return async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, init)
    const { date: _date, ...headers } = Object.fromEntries(answer.headers)
    return { status: answer.status, body: await answer.text(), headers }
  }
}

describe('what is missing and what is forbidden', () => {
  it('is one page to a browser: same status, headers and body', async () => {
    const say = await portal()
    const [forbidden, missing] = [await say('/cases/hidden'), await say('/never/was')]
    expect(forbidden).toEqual(missing)
    expect(forbidden).toMatchObject({ status: 404, body: 'nothing for GET at /nowhere', headers: { 'x-ours': 'kept' } })
    expect(forbidden.headers['set-cookie']).toBeUndefined()
  })

  it('is the same page after a form that was sent without scripts', async () => {
    const say = await portal()
    expect(await say('/cases/hidden', { method: 'POST', body: 'a=1' })).toEqual(await say('/never/was'))
  })

  it('is left to the browser where scripts asked', async () => {
    const say = await portal()
    expect((await say('/cases/hidden', { headers: { rsc: '1' } })).body).toBe('an empty shell')
    expect((await say('/cases/hidden', { method: 'POST', body: 'a=1', headers: { 'next-action': 'x' } })).body).toBe('an empty shell')
  })

  it('and everything else passes untouched', async () => {
    const say = await portal()
    expect(await say('/work')).toMatchObject({ status: 200, body: 'work', headers: { 'x-ours': 'kept' } })
    expect(await say('/api/nothing')).toMatchObject({ status: 404, body: '{}' })
  })
})

describe('what broke', () => {
  const accept = 'text/html,application/xhtml+xml'

  it('is one whole page to a browser, with the status of a fault', async () => {
    const say = await portal()
    expect(await say('/broken', { headers: { accept } })).toMatchObject({
      status: 500,
      body: 'sorry, GET, broken',
      headers: { 'x-ours': 'kept' },
    })
    const form = { method: 'POST', body: 'a=1', headers: { accept } }
    expect(await say('/api/broken', form)).toMatchObject({ status: 500, body: 'sorry, GET, broken' })
  })

  it('is one sentence where even that page breaks', async () => {
    const say = await portal()
    const answer = await say('/broken', { headers: { accept, 'x-doom': '1' } })
    expect(answer).toMatchObject({ status: 500, headers: { 'content-type': 'text/plain; charset=utf-8', 'x-ours': 'kept' } })
    expect(answer.body).toContain('Something went wrong')
  })

  it('is left to scripts where they asked', async () => {
    const say = await portal()
    expect(await say('/api/broken')).toMatchObject({ status: 500, body: '' })
    expect(await say('/broken', { headers: { accept, rsc: '1' } })).toMatchObject({ status: 500, body: 'an empty shell' })
  })

  it('an address with a percent sign that means nothing is missing like any other', async () => {
    const say = await portal()
    expect(await say('/cases/%E0%A4%A')).toEqual(await say('/never/was'))
  })
})

it('draws the page of a fault also for a form that was sent without scripts (found J17)', async () => {
  const ask = await portal()
  const sent = { method: 'POST', body: 'a=b', headers: { accept: 'text/html' } }
  expect(await ask('/cases/register', sent)).toMatchObject({ status: 500, body: 'sorry, GET, broken' })
})

it('draws a page for a file that is locked where somebody goes there, and leaves the sentence to a program (found J6)', async () => {
  const say = await portal()
  const page = await say('/api/locked', { headers: { accept: 'text/html' } })
  expect(page).toMatchObject({ status: 409, body: 'sorry, GET, locked', headers: { 'content-type': 'text/html', 'x-ours': 'kept' } })
  expect(await say('/api/locked')).toMatchObject({ status: 409, body: 'locked' })
  expect(await say('/api/clash', { headers: { accept: 'text/html' } })).toMatchObject({ status: 409, body: '{}' })
})
