/**
 * One page for everything that is missing or forbidden (docs/decisions.md D14), and one for what broke. Next leaves both as an empty
 * shell that only scripts fill, and a page that says notFound() while it is drawn has other bytes than an address that never
 * was; so every such answer to a browser is replaced by a page drawn whole.
 */
import { IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import { beforeAnswer } from './answer.ts'

/** An address that never is. */
const NOWHERE = '/nowhere'
/** app/fault: missing to everyone who comes without the word that only we can say (serve.ts removes it from clients). */
const FAULT = '/fault'
const BARE = '系统出了问题，请稍后再试。 Something went wrong; please try again later.'

export function errorPages(handle: RequestListener): RequestListener {
  const missing = (req: IncomingMessage, res: ServerResponse): void => void handle(asked(NOWHERE, req), res)
  const drawn =
    (status: number, why: string) =>
    (req: IncomingMessage, res: ServerResponse): void => {
      // Drawn well, the page about the fault says 200; to the browser it is the fault's own answer.
      const asItIs = beforeAnswer(res, { head: (_status, send) => send(status) })
      hold(res, {
        500: () => {
          asItIs()
          res.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' }).end(BARE)
        },
      })
      handle(asked(FAULT, req, { 'x-fault': why }), res)
    }
  const broken = drawn(500, 'broken')
  const locked = drawn(409, 'locked')
  return (req, res) => {
    if (!isReadable(req.url ?? '')) return missing(req, res)
    // A page changed in place, or an action sent by scripts: the browser draws the page itself.
    const isWhole = !req.headers['rsc'] && !req.headers['next-action']
    // What fetches from a route wants no page; who goes there with a form does.
    const isVisit = isWhole && (req.headers.accept ?? '').includes('text/html')
    if (isWhole) hold(res, { 404: () => missing(req, res), ...(isVisit && { 500: () => broken(req, res), 409: () => locked(req, res) }) })
    handle(req, res)
  }
}

/** Next throws at a percent sign that means nothing. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return true
  } catch {
    return false
  }
}

type Instead = Readonly<{ 404?: () => void; 409?: () => void; 500?: () => void }>
/** Holds a missing or broken page, or what a route says of a locked file (attachment.ts), back, head and body, and calls its stand-in once it is complete; everything else passes as it comes. */
function hold(res: ServerResponse, instead: Instead): void {
  const ours = res.getHeaders() // set before Next saw the request
  let standIn: (() => void) | null | undefined
  const mustHold = (status: number): boolean => {
    if (standIn === undefined) {
      const type = res.getHeader('content-type')
      const isPage = String(type).startsWith('text/html')
      const isText = String(type).startsWith('text/plain')
      standIn =
        (isPage && status === 404
          ? instead[404]
          : isText && status === 409
            ? instead[409]
            : (isPage || !type || isText) && status >= 500
              ? instead[500]
              : null) ?? null
    }
    return standIn !== null
  }
  const swallow = (args: readonly unknown[]): true => {
    const done = args.find((arg) => typeof arg === 'function')
    if (done) process.nextTick(done)
    return true
  }
  const returnResponse = (): void => {
    pass()
    res.statusCode = 200
    res.setMaxListeners(2 * res.getMaxListeners()) // two answers listen to one response
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    for (const [name, value] of Object.entries(ours)) if (value !== undefined) res.setHeader(name, value)
  }
  const pass = beforeAnswer(res, {
    head: (status, send) => (mustHold(status) ? res : send()),
    write: (args, send) => (mustHold(res.statusCode) ? swallow(args) : send()),
    end: (args, send) => {
      if (!mustHold(res.statusCode)) return send()
      swallow(args)
      // Next puts the broken status back once it has answered; only when it has let go is the response a new one.
      setImmediate(() => {
        returnResponse()
        standIn?.()
      })
      return res
    },
  })
}

/** The same visitor at another address, with nothing in hand. */
function asked(url: string, { socket, headers }: IncomingMessage, more: Readonly<Record<string, string>> = {}): IncomingMessage {
  const { 'content-length': _length, 'content-type': _type, 'transfer-encoding': _encoding, ...kept } = headers
  const request = new IncomingMessage(socket)
  Object.assign(request, { url, method: 'GET', headers: { ...kept, 'x-path': url, ...more } })
  request.push(null)
  return request
}
