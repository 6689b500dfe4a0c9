import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { IncomingHttpHeaders, RequestListener } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { health } from './health.ts'
import { serve } from './serve.ts'

const HOST = 'portal.test'
const ORIGIN = 'http://portal.test'
const stops: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop()
})

type Seen = { headers: IncomingHttpHeaders; url: string }
async function portal({
  handle,
  sweep = async () => {},
  isHttps = false,
  atOnce = 8,
  sweepEveryMs = 60_000,
  patienceMs = 60_000,
  formMs = 60_000,
  keepAlive = true,
  isReady = async () => true,
}: {
  handle?: RequestListener
  sweep?: () => Promise<void>
  isHttps?: boolean
  atOnce?: number
  sweepEveryMs?: number
  patienceMs?: number
  formMs?: number
  keepAlive?: boolean
  isReady?: () => Promise<boolean>
} = {}) {
  const seen: Seen[] = []
  const { server, stop } = serve(
    (req, res) => {
      seen.push({ headers: { ...req.headers }, url: req.url ?? '' })
      if (handle) return handle(req, res)
      req.resume()
      req.on('end', () => res.end('served'))
    },
    sweep,
    {
      hosts: new Set([HOST]),
      origins: new Set([ORIGIN]),
      bodyBytes: (path) => (path.startsWith('/api/evidence') ? 2 ** 31 : 1000),
      isHttps,
      atOnce,
      keepAlive,
      sweepEveryMs,
      patienceMs,
      formMs,
      sessions: { has: (cookie) => cookie === 'living', learn: async (cookie) => cookie === 'found' },
      trusts: (address) => address.endsWith('127.0.0.1'),
    },
    health(isReady, 20),
  )
  await once(server.listen(0, '127.0.0.1'), 'listening')
  stops.push(() => stop(100))
  const { port } = server.address() as AddressInfo // safe: listening on a port, not on a pipe
  const dial = (text: string): Socket => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {}) // a reset is an answer too
    socket.write(text)
    return socket
  }
  const say = async (text: string): Promise<Answer> => answerOf(await heard(dial(text)))
  return { seen, say, dial, stop }
}

type Answer = { status: number; headers: Record<string, string>; body: string }
const heard = async (socket: Socket): Promise<string> => {
  let text = ''
  socket.on('data', (chunk) => (text += chunk.toString()))
  await new Promise((closed) => socket.once('close', closed))
  return text
}
const answerOf = (text: string): Answer => {
  const [head = '', body = ''] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(lines.map((l) => [l.slice(0, l.indexOf(':')).toLowerCase(), l.slice(l.indexOf(':') + 2)]))
  return { status: Number(first.split(' ')[1]), headers, body }
}
const ask = (method: string, path: string, headers: Record<string, string> = {}, body = ''): string => {
  const all = { host: HOST, connection: 'close', ...(body && { 'content-length': String(body.length) }), ...headers }
  return `${method} ${path} HTTP/1.1\r\n${Object.entries(all)
    .map(([k, v]) => `${k}: ${v}\r\n`)
    .join('')}\r\n${body}`
}

describe('who is let in', () => {
  it('a known host is served', async () => {
    const { say, seen } = await portal()
    expect(await say(ask('GET', '/cases'))).toMatchObject({ status: 200 })
    expect(seen).toHaveLength(1)
  })
  it.each(['evil.test', 'portal.test:81', 'portal.test.evil.test'])('the host %s is refused with 421', async (host) => {
    const { say, seen } = await portal()
    expect((await say(ask('GET', '/', { host }))).status).toBe(421)
    expect(seen).toHaveLength(0)
  })
  it('a host in capitals is the same host', async () => {
    const { say } = await portal()
    expect((await say(ask('GET', '/', { host: 'Portal.TEST' }))).status).toBe(200)
  })
  it.each([{}, { origin: 'null' }, { origin: 'http://evil.test' }, { origin: 'https://portal.test' }])(
    'a change from %o is refused with 403',
    async (headers) => {
      const { say, seen } = await portal()
      const answer = await say(ask('POST', '/', headers, 'a=1'))
      expect(answer.status).toBe(403)
      expect(answer.body).toContain('did not come from a page of this site')
      expect(seen).toHaveLength(0)
    },
  )
  it.each(['TRACE', 'OPTIONS', 'PATCH', 'DELETE'])('a %s is not served to anybody', async (method) => {
    const { say, seen } = await portal()
    const answer = await say(ask(method, '/', { origin: ORIGIN, cookie: 'a=1' }))
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } })
    expect(seen).toHaveLength(0)
  })
  it('a POST from our own origin is served', async () => {
    const { say } = await portal()
    expect((await say(ask('POST', '/', { origin: ORIGIN }, 'a=1'))).status).toBe(200)
  })
  it('a PUT is served where a file is brought, and nowhere else (found J15)', async () => {
    const { say, seen } = await portal()
    for (const path of ['/', '/work', '/cases/1', '/sign-out', '/api/drafts', '/api/cases/1/evidence/2', '/cases/api/cases/1/evidence'])
      expect(await say(ask('PUT', path, { origin: ORIGIN }, 'a=1')), path).toMatchObject({
        status: 405,
        headers: { allow: 'GET, HEAD, POST' },
      })
    expect(seen).toHaveLength(0)
    for (const path of ['/api/cases/1/evidence', '/api/cases/1/evidence?x=/'])
      expect((await say(ask('PUT', path, { origin: ORIGIN }, 'a=1'))).status, path).toBe(200)
  })
})

describe('what is believed and what is said', () => {
  it('a page hears where it is and whence, whatever the client says of that', async () => {
    const { say, seen } = await portal()
    await say(ask('GET', '/work?tab=done', { 'x-path': '/forged', 'x-source': 'forged' }))
    expect(seen[0]?.headers).toMatchObject({ 'x-path': '/work?tab=done', 'x-source': '127.0.0.1' })
    await say(ask('GET', '/', { 'x-forwarded-for': '6.6.6.6, 10.0.0.7' })) // a proxy on this machine; its own word comes last
    expect(seen[1]?.headers).toMatchObject({ 'x-source': '10.0.0.7' })
  })
  it('a browser is told to remember https only where everybody comes by https', async () => {
    const [https, http] = [await portal({ isHttps: true }), await portal()]
    expect((await https.say(ask('GET', '/'))).headers['strict-transport-security']).toBe('max-age=31536000')
    expect((await http.say(ask('GET', '/'))).headers).not.toHaveProperty('strict-transport-security')
  })
  it('headers that only Next or a proxy may set are taken away', async () => {
    const { say, seen } = await portal()
    const forged = [
      'content-security-policy',
      'x-middleware-subrequest',
      'x-middleware-rewrite',
      'x-forwarded-host',
      'x-forwarded-for',
      'x-nextjs-data',
      'x-invoke-path',
      'x-matched-path',
      'x-real-ip',
      'forwarded',
      'x-request-id',
      'x-fault',
    ]
    await say(ask('GET', '/', { ...Object.fromEntries(forged.map((name) => [name, 'forged'])), accept: 'text/html' }))
    expect(Object.values(seen[0]?.headers ?? {})).not.toContain('forged')
    expect(seen[0]?.headers.accept).toBe('text/html')
  })
  it('the nonce is new each time, and the page hears the one that the browser hears', async () => {
    const { say, seen } = await portal()
    const answers = [await say(ask('GET', '/')), await say(ask('GET', '/'))]
    const policies = answers.map((answer) => answer.headers['content-security-policy'])
    expect(policies[0]).toMatch(/script-src 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'/)
    expect(policies[0]).not.toBe(policies[1])
    expect(seen.map(({ headers }) => headers['content-security-policy'])).toEqual(policies)
    expect(seen[0]?.headers['x-request-id']).toBe(answers[0]?.headers['x-request-id'])
  })
  it('every answer carries the other security headers', async () => {
    const { say } = await portal()
    expect((await say(ask('GET', '/'))).headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cache-control': 'no-store',
    })
  })
  it('a file is no page: whatever its route says, nothing in it may run or load', async () => {
    const { say } = await portal({
      handle: (_req, res) => void res.setHeader('content-disposition', 'attachment; filename="x.html"').end('<script>'),
    })
    expect((await say(ask('GET', '/api/x'))).headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
  })
  it('only scripts and styles, named by their digest, may be kept by the browser', async () => {
    const { say } = await portal()
    const kept = async (path: string) => (await say(ask('GET', path))).headers['cache-control']
    expect(await kept('/_next/static/chunks/a1b2.js')).toBeUndefined()
    expect(await kept('/_next/data')).toBe('no-store')
    expect(await kept('/cases?from=/_next/static/')).toBe('no-store')
  })
})

describe('a visit without a session', () => {
  const visit = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    ask(method, path, { accept: 'text/html,application/xhtml+xml', ...headers })

  it('is led on to the same address and query with once=1, by one page for every address (found J14)', async () => {
    const { say, seen } = await portal()
    const [there, nowhere] = [await say(visit('/work')), await say(visit('/no/such?'))]
    expect(there).toMatchObject({ status: 200, body: expect.stringContaining('<meta http-equiv="refresh" content="0;url=?once=1">') })
    expect(nowhere.body).toBe(there.body)
    expect((await say(visit('/cases?q=a%20b&phase=sent'))).body).toContain('content="0;url=?q=a%20b&#38;phase=sent&#38;once=1"')
    expect(seen).toHaveLength(0)
    expect(there.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(/^default-src 'none';.*frame-ancestors 'none'/),
      'cache-control': 'no-store',
    })
  })
  it.each(['/work?once=1', '/cases?q=a&once=1', '/cases?once=1&q=a?b'])(
    'is judged as it is at %s: nothing goes round (found J14)',
    async (path) => {
      const { say, seen } = await portal()
      await say(visit(path))
      expect(seen.map(({ url }) => url)).toEqual([path])
    },
  )
  it.each(['/', '/?a=b', '/sign-in', '/sign-in?as=x', '/welcome/abc', '/api/auth/signin', '/_next/static/x.js'])(
    'is served at once at %s, where no session is asked for (found J14)',
    async (path) => {
      const { say } = await portal()
      expect((await say(visit(path))).body).toContain('served')
    },
  )
  it.each<[string, string]>([
    ['a poll', visit('/work', { accept: 'application/json' })],
    ['a page changed in place', visit('/work', { rsc: '1' })],
    ['a form', visit('/work', { origin: ORIGIN }, 'POST')],
    ['somebody with the cookie', visit('/work', { cookie: 'lang=en; next-auth.session-token=x' })],
  ])('is not what %s makes (found J14)', async (_who, text) => {
    const { say } = await portal()
    expect((await say(text)).body).toContain('served')
  })
  it('is known by the cookie of the way it came, plain or secure (found J14)', async () => {
    const { say } = await portal({ isHttps: true })
    expect((await say(visit('/work', { cookie: 'next-auth.session-token=x' }))).body).toContain('once=1')
    expect((await say(visit('/work', { cookie: '__Secure-next-auth.session-token=x' }))).body).toContain('served')
  })
  it.each(['//evil.test/x', '/\\evil.test', '/work?"><script>alert(1)</script>', '/work?a=//evil.test'])(
    'is led nowhere else and brings nothing along: %s (found J14)',
    async (path) => {
      const { say } = await portal()
      const { body } = await say(visit(path))
      expect(body).toMatch(/content="0;url=\?[^"<>]*once=1"/)
      expect(body).not.toContain('<script')
    },
  )
})

describe('/health', () => {
  const get = (headers: Record<string, string> = {}, method = 'GET') => ask(method, '/health', { host: '10.0.0.7:3000', ...headers })
  const NOT_READY = {
    status: 503,
    headers: { 'retry-after': '2', 'content-type': expect.stringContaining('json') },
    body: '{"live":true,"ready":false}',
  }

  it('is answered whatever the host is called, and nothing else is (found J24)', async () => {
    const { say, seen } = await portal()
    expect(await say(get())).toMatchObject({ status: 200, body: '{"live":true,"ready":true}' })
    expect((await say(ask('GET', '/health?', { host: '10.0.0.7:3000' }))).status).toBe(200)
    for (const path of ['/', '/healthy', '/health/', '//health', '/x?/health'])
      expect((await say(ask('GET', path, { host: '10.0.0.7:3000' }))).status, path).toBe(421)
    expect(seen).toHaveLength(0)
  })
  it('says two words and nothing that would tell one portal, person or session from another (found J24)', async () => {
    const { say, seen } = await portal()
    const answer = await say(get({ accept: 'text/html', cookie: 'next-auth.session-token=x', 'x-forwarded-for': '6.6.6.6' }))
    expect(answer.body).toBe('{"live":true,"ready":true}')
    expect(Object.keys(answer.headers).toSorted()).toEqual(
      ['cache-control', 'connection', 'content-length', 'content-type', 'date', 'x-content-type-options'].toSorted(),
    )
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    expect(seen).toHaveLength(0)
  })
  it('takes GET and HEAD alone (found J24)', async () => {
    const { say } = await portal()
    expect(await say(get({}, 'HEAD'))).toMatchObject({ status: 200, body: '' })
    for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'OPTIONS'])
      expect(await say(ask(method, '/health', { origin: ORIGIN }, 'a=1')), method).toMatchObject({
        status: 405,
        headers: { allow: 'GET, HEAD' },
      })
  })
  it('says live and not ready while the portal is starting (found J24)', async () => {
    const { say } = await portal({ isReady: async () => false })
    expect(await say(get())).toMatchObject(NOT_READY)
  })
  it('says live and not ready where the store fails, and where it is silent (found J24)', async () => {
    const failing = await portal({ isReady: async () => Promise.reject(new Error('postgres://user:secret@db')) })
    expect(await failing.say(get())).toMatchObject(NOT_READY)
    const silent = await portal({ isReady: () => new Promise(() => {}) })
    expect(await silent.say(get())).toMatchObject(NOT_READY)
  })
  it('asks a silent store once, however many ask, and anew when it has spoken (found J24)', async () => {
    let speak = (_ready: boolean): void => {}
    let asked = 0
    const { say } = await portal({
      isReady: () => {
        asked++
        return asked === 1 ? new Promise((done) => (speak = done)) : Promise.resolve(true)
      },
    })
    expect((await Promise.all([say(get()), say(get()), say(get())])).map(({ status }) => status)).toEqual([503, 503, 503])
    expect(asked).toBe(1)
    speak(true)
    expect((await say(get())).status).toBe(200)
    expect(asked).toBe(2)
  })
  it('is answered when no more is served, and takes nobody’s place (found J24)', async () => {
    let release = () => {}
    const { say, dial, seen } = await portal({
      atOnce: 1,
      handle: (_req, res) => {
        release = () => res.end('served')
      },
    })
    const first = heard(dial(ask('GET', '/')))
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    expect((await say(ask('GET', '/'))).status).toBe(503)
    expect((await say(get())).status).toBe(200)
    release()
    expect(answerOf(await first).status).toBe(200)
  })
})

describe('how much', () => {
  it('a body over the limit of its path is refused by its header, with a sentence', async () => {
    const { say, seen } = await portal()
    const answer = await say(ask('POST', '/sign-in', { origin: ORIGIN }, 'x'.repeat(1001)))
    expect(answer).toMatchObject({ status: 413, body: expect.stringContaining('Too large') })
    expect(seen).toHaveLength(0)
  })
  it('the same body is taken where files are taken', async () => {
    const { say } = await portal()
    expect((await say(ask('POST', '/api/evidence/1', { origin: ORIGIN }, 'x'.repeat(5000)))).status).toBe(200)
  })
  it('a body without a length is refused, except where files are taken and counted', async () => {
    const { say } = await portal()
    const chunked = (path: string) => `${ask('POST', path, { origin: ORIGIN, 'transfer-encoding': 'chunked' })}3\r\nabc\r\n0\r\n\r\n`
    expect((await say(chunked('/cases'))).status).toBe(411)
    expect((await say(chunked('/api/evidence'))).status).toBe(200)
  })
  it('a browser that is still sending when it is refused hears the sentence', async () => {
    const { dial } = await portal()
    const socket = dial(ask('POST', '/', { origin: ORIGIN, 'content-length': '50000000', connection: 'keep-alive' }))
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.write('x'.repeat(5_000_000))
    await vi.waitFor(() => expect(answerOf(text)).toMatchObject({ status: 413, body: expect.stringContaining('Too large') }))
    expect(socket.destroyed).toBe(false)
    socket.destroy()
  })
  it('beyond the load that it can carry it says 503 and when to come back', async () => {
    let release = () => {}
    const { say, dial, seen } = await portal({
      atOnce: 1,
      handle: (_req, res) => {
        release = () => res.end('served')
      },
    })
    const first = heard(dial(ask('GET', '/')))
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    expect(await say(ask('GET', '/'))).toMatchObject({ status: 503, headers: { 'retry-after': '2' } })
    release()
    expect(answerOf(await first).status).toBe(200)
    const later = say(ask('GET', '/'))
    await vi.waitFor(() => expect(seen).toHaveLength(2))
    release()
    expect((await later).status).toBe(200)
  })
  it('where sockets are few nobody keeps one, and who is still sending hears the sentence before it is closed (found J20)', async () => {
    const { dial, seen } = await portal({ keepAlive: false })
    for (const head of [ask('GET', '/', { connection: 'keep-alive' }), ask('GET', '/health', { connection: 'keep-alive' })])
      expect(answerOf(await heard(dial(head)))).toMatchObject({ status: 200, headers: { connection: 'close' } })
    expect(seen).toHaveLength(1)
    const socket = dial(ask('POST', '/', { origin: 'http://evil.test', 'content-length': '5000000', connection: 'keep-alive' }))
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    await vi.waitFor(() =>
      expect(answerOf(text)).toMatchObject({ status: 403, headers: { connection: 'close' }, body: expect.stringContaining('Refused') }),
    )
    expect(socket.destroyed, 'not before it has sent all').toBe(false)
    socket.write('x'.repeat(5_000_000))
    await once(socket, 'close')
  })
  it('a body that trickles in is given up', async () => {
    const { dial, seen } = await portal({ patienceMs: 60 })
    const socket = dial(ask('POST', '/', { origin: ORIGIN, 'content-length': '100' }))
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    socket.write('a')
    expect(await heard(socket)).toBe('')
  })
  it('a head that never ends is given up', async () => {
    const { dial, seen } = await portal({ patienceMs: 60 })
    expect(answerOf(await heard(dial('GET / HTTP/1.1\r\nhost: portal.test\r\nx-ha'))).status).toBe(408)
    expect(seen).toHaveLength(0)
  })
  it('a slow answer to a whole request is waited for', async () => {
    const { say } = await portal({ patienceMs: 20, handle: (_req, res) => void setTimeout(() => res.end('late'), 150) })
    expect(await say(ask('POST', '/', { origin: ORIGIN }, 'a=1'))).toMatchObject({ status: 200, body: expect.stringContaining('late') })
  })
})

describe('its own time', () => {
  it('sweeps now and then, never two at once, and outlives a sweep that fails', async () => {
    let now = 0
    let most = 0
    let times = 0
    await portal({
      sweepEveryMs: 5,
      sweep: async () => {
        most = Math.max(most, ++now)
        await new Promise((done) => setTimeout(done, 20))
        now--
        if (++times === 1) throw new Error('the first sweep fails on purpose')
      },
    })
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    await vi.waitFor(() => expect(times).toBeGreaterThan(2))
    expect(most).toBe(1)
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })
  it('stops after the answers under way, without waiting for idle visitors', async () => {
    let release = () => {}
    const { dial, seen, stop } = await portal({
      handle: (_req, res) => {
        release = () => res.end('served')
      },
    })
    const working = heard(dial(ask('GET', '/', { connection: 'keep-alive' })))
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    const visitor = dial('')
    await once(visitor, 'connect')
    const idle = heard(visitor)
    const stopped = stop(5_000)
    release()
    await stopped
    expect(answerOf(await working)).toMatchObject({ status: 200, body: expect.stringContaining('served') })
    await idle
  })
  it('does not wait for ever for an answer that never comes', async () => {
    const { dial, seen, stop } = await portal({ handle: () => {} })
    const hanging = heard(dial(ask('GET', '/')))
    await vi.waitFor(() => expect(seen).toHaveLength(1))
    await stop(50)
    expect(await hanging).toBe('')
  })
})

describe('a crowd of strangers who send slowly (found J8)', () => {
  /** One byte of a form, and then nothing more. */
  const begun = (from: string, cookie = ''): string =>
    `POST /sign-in HTTP/1.1\r\nhost: ${HOST}\r\norigin: ${ORIGIN}\r\nx-forwarded-for: ${from}\r\n${cookie && `cookie: ${cookie}\r\n`}content-length: 9\r\n\r\nx`
  const visit = (cookie = ''): string =>
    `GET /work?once=1 HTTP/1.1\r\nhost: ${HOST}\r\n${cookie && `cookie: ${cookie}\r\n`}connection: close\r\n\r\n`
  const SESSION = 'next-auth.session-token=living'

  it('holds sixteen places from one source, and sixty-four from all, and none of those that sessions need', async () => {
    const { say, dial, seen } = await portal({ atOnce: 128 })
    for (let i = 0; i < 16; i++) dial(begun('198.51.100.7'))
    await vi.waitFor(() => expect(seen).toHaveLength(16))
    expect((await say(`${begun('198.51.100.7')}`)).status, 'one more from there').toBe(503)
    for (let i = 0; i < 48; i++) dial(begun(`198.51.100.${i + 8}`))
    await vi.waitFor(() => expect(seen).toHaveLength(64))
    expect((await say(begun('203.0.113.9'))).status, 'one more from anywhere').toBe(503)
    expect((await say(visit(SESSION))).status, 'whoever works here').toBe(200)
    expect(
      (
        await say(
          `${begun('198.51.100.7', SESSION).replace('content-length: 9', 'content-length: 1')}`.replace(
            '\r\n\r\n',
            '\r\nconnection: close\r\n\r\n',
          ),
        )
      ).status,
    ).toBe(200)
    expect((await say(visit())).status, 'whoever only looks').toBe(200)
  })

  it('keeps a quarter of the places for sessions', async () => {
    const waiting: (() => void)[] = []
    const { say, dial, seen } = await portal({ atOnce: 8, handle: (_req, res) => void waiting.push(() => res.end('served')) })
    for (let i = 0; i < 6; i++) dial(visit())
    await vi.waitFor(() => expect(seen).toHaveLength(6))
    expect((await say(visit())).status).toBe(503)
    const mine = say(visit(SESSION))
    await vi.waitFor(() => expect(seen).toHaveLength(7))
    for (const finish of waiting) finish()
    expect((await mine).status).toBe(200)
  })

  it('gives a form’s place back when its time is over, and when it is whole', async () => {
    const { dial, say, seen } = await portal({ atOnce: 128, formMs: 300 })
    const slow = Array.from({ length: 16 }, () => dial(begun('198.51.100.7')))
    await vi.waitFor(() => expect(seen).toHaveLength(16))
    await Promise.all(slow.map((socket) => new Promise((closed) => socket.once('close', closed))))
    const whole = begun('198.51.100.7').replace('content-length: 9', 'connection: close\r\ncontent-length: 1')
    for (let i = 0; i < 20; i++) expect((await say(whole)).status).toBe(200)
  })

  it('looks behind a cookie that it does not know yet, as after a start (found J8)', async () => {
    const { dial, seen } = await portal({ atOnce: 128 })
    for (let i = 0; i < 25; i++) dial(begun('198.51.100.7', 'next-auth.session-token=found'))
    await vi.waitFor(() => expect(seen).toHaveLength(25))
  })

  it('does not believe a cookie behind which nobody was found', async () => {
    const { say, dial, seen } = await portal({ atOnce: 128 })
    for (let i = 0; i < 16; i++) dial(begun('198.51.100.7', 'next-auth.session-token=made-up'))
    await vi.waitFor(() => expect(seen).toHaveLength(16))
    expect((await say(begun('198.51.100.7', 'next-auth.session-token=made-up'))).status).toBe(503)
  })
})
