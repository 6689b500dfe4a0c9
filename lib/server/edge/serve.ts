import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { isIP } from 'node:net'
import { beforeAnswer } from './answer.ts'
import { crowdOf } from './crowd.ts'
import { isHealth } from './health.ts'
import { isFirstVisit, leadOn, sessionCookieName } from './strict-cookie.ts'
import { type Limits, refusalOf, refuseRequest } from './request-guard.ts'

const INTERNAL =
  /^(content-security-policy|x-middleware-|x-nextjs-|x-forwarded-|x-invoke-|x-matched-path|x-request-id|x-fault$|x-real-ip|forwarded$)/

/** The thin server in front of Next: `next start` can refuse no Host, set no nonce and shed no load. */
export function serve(
  handle: RequestListener,
  sweep: () => Promise<void>,
  limits: Limits,
  health: RequestListener,
): { server: Server; stop: (graceMs?: number) => Promise<void> } {
  const crowd = crowdOf(limits)
  // Uploads are long: idle time is limited, not total time.
  const headersTimeout = Math.min(15_000, limits.patienceMs)
  // Node looks only each half minute whether a head is overdue.
  const connectionsCheckingInterval = Math.ceil(headersTimeout / 3)
  const given = { requestTimeout: 0, headersTimeout, connectionsCheckingInterval, keepAliveTimeout: limits.keepAlive ? 65_000 : 1_000 }
  const server = createServer(given, (req, res) => {
    if (!limits.keepAlive) res.shouldKeepAlive = false
    if (isHealth(req)) return health(req, res) // by whatever name, and however many are served just now
    const no = refusalOf(req, limits)
    if (no) return refuseRequest(req, res, no)
    const cookie = sessionOf(req, limits.isHttps)
    if (cookie === null || limits.sessions.has(cookie)) return admit(req, res, cookie !== null)
    void limits.sessions.learn(cookie).then((isKnown) => req.destroyed || admit(req, res, isKnown))
  })
  const admit = (req: IncomingMessage, res: ServerResponse, isKnown: boolean): void => {
    const source = sourceOf(req, limits.trusts)
    if (!crowd.admits(req, res, { source, isKnown })) return refuseRequest(req, res, 503)
    watch(req, res, limits.patienceMs)
    dress(req, res, limits, source)
    if (isFirstVisit(req, limits.isHttps)) return leadOn(req, res)
    handle(req, res)
  }
  server.timeout = 60_000
  let sweeping = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return // a sweep that takes longer than its interval must not meet itself
    busy = true
    sweeping = sweep()
      .catch(console.error)
      .finally(() => (busy = false))
  }, limits.sweepEveryMs)
  const stop = async (graceMs = 10_000) => {
    clearInterval(timer)
    const closed = new Promise<void>((done) => void server.close(() => done()))
    // Kept-alive sockets and those a browser opens ahead would hold us; the second kind is not "idle" to Node.
    const idle = setInterval(() => (crowd.open() > 0 ? server.closeIdleConnections() : server.closeAllConnections()), 50)
    const late = setTimeout(() => server.closeAllConnections(), graceMs)
    await closed
    clearInterval(idle)
    clearTimeout(late)
    await sweeping
  }
  return { server, stop }
}

function watch(req: IncomingMessage, res: ServerResponse, patienceMs: number): void {
  let before = req.socket.bytesRead
  const timer = setInterval(() => {
    if (req.complete) return clearInterval(timer)
    if (req.socket.bytesRead - before < patienceMs) req.destroy()
    before = req.socket.bytesRead
  }, patienceMs)
  res.once('close', () => clearInterval(timer))
}

/** Next takes the nonce from the request's own CSP header, so a client must never be able to send one. */
function dress(req: IncomingMessage, res: ServerResponse, { isHttps, keepAlive }: Limits, source: string): void {
  // Where this is and whence: a page has no other way to know; read by signed-in.ts and auth-options.ts.
  const place = { 'x-path': req.url ?? '/', 'x-source': source }
  for (const name of Object.keys(req.headers)) if (INTERNAL.test(name)) delete req.headers[name]
  const nonce = randomBytes(16).toString('base64')
  const csp = `default-src 'self'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
  const id = randomUUID()
  Object.assign(req.headers, { 'content-security-policy': csp, 'x-request-id': id, ...place })
  const headers = { ...ALWAYS, ...(isHttps && HTTPS_ONLY), 'content-security-policy': csp, 'x-request-id': id }
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value)
  // Scripts and styles carry their digest in their name and nobody's matter: Next lets them be kept.
  if (!req.url?.startsWith('/_next/static/')) res.setHeader('cache-control', 'no-store')
  // What a route says of these headers Next drops, since they are set: a file is no page of ours, wherever it is opened.
  beforeAnswer(res, {
    head: (_status, send) => {
      if (!keepAlive && !req.complete) res.shouldKeepAlive = true // closed with bytes unread it would reset
      if (String(res.getHeader('content-disposition')).startsWith('attachment')) res.setHeader('content-security-policy', OF_A_FILE)
      return send()
    },
  })
}
const OF_A_FILE = "default-src 'none'; frame-ancestors 'none'; sandbox"

function sessionOf({ headers: { cookie = '' } }: IncomingMessage, isHttps: boolean): string | null {
  const name = `${sessionCookieName(isHttps)}=`
  return (
    cookie
      .split(/; */)
      .find((pair) => pair.startsWith(name))
      ?.slice(name.length) ?? null
  )
}

/** A proxy in front that is trusted says last who asked it; from anywhere else that word is the asker's own. */
function sourceOf({ socket: { remoteAddress = '' }, headers }: IncomingMessage, trusts: Limits['trusts']): string {
  const said = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim()
  return said && isIP(said) !== 0 && trusts(remoteAddress) ? said : remoteAddress
}

const HTTPS_ONLY = { 'strict-transport-security': 'max-age=31536000' }
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
}
