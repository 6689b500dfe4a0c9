/**
 * One 404 for everything that is missing or forbidden (design.md D14). A page that says notFound() while it is drawn leaves an
 * empty shell that only scripts fill, and other bytes than an address that never was; so every such answer to a browser is
 * replaced by the page of an address that never is.
 */
import { IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'

const NOWHERE = '/nowhere'

export function oneNotFound(handle: RequestListener): RequestListener {
  return (req, res) => {
    // A page changed in place, or an action sent by scripts: the browser draws the page itself.
    if (!req.headers['rsc'] && !req.headers['next-action']) onNotFound(res, () => handle(asked(NOWHERE, req), res))
    handle(req, res)
  }
}

/** Holds a missing page back, head and body, and calls `instead` once it is complete; everything else passes as it comes. */
function onNotFound(res: ServerResponse, instead: () => void): void {
  const ours = res.getHeaders() // set before Next saw the request
  const { writeHead, write, end } = res
  let isHeld: boolean | null = null
  const mustHold = (status: number): boolean => (isHeld ??= status === 404 && String(res.getHeader('content-type')).startsWith('text/html'))
  const swallow = (args: readonly unknown[]): true => {
    const done = args.find((arg) => typeof arg === 'function')
    if (done) process.nextTick(done)
    return true
  }
  const giveBack = (): void => {
    Object.assign(res, { writeHead, write, end })
    res.setMaxListeners(2 * res.getMaxListeners()) // two answers listen to one response
    for (const name of res.getHeaderNames()) res.removeHeader(name)
    for (const [name, value] of Object.entries(ours)) if (value !== undefined) res.setHeader(name, value)
  }
  res.writeHead = (status: number, ...rest: unknown[]) => (mustHold(status) ? res : Reflect.apply(writeHead, res, [status, ...rest]))
  res.write = (...args: unknown[]) => (mustHold(res.statusCode) ? swallow(args) : Reflect.apply(write, res, args))
  res.end = (...args: unknown[]) => {
    if (!mustHold(res.statusCode)) return Reflect.apply(end, res, args)
    swallow(args)
    giveBack()
    instead()
    return res
  }
}

/** The same visitor at another address, with nothing in hand. */
function asked(url: string, { socket, headers }: IncomingMessage): IncomingMessage {
  const { 'content-length': _length, 'content-type': _type, 'transfer-encoding': _encoding, ...kept } = headers
  const request = new IncomingMessage(socket)
  Object.assign(request, { url, method: 'GET', headers: { ...kept, 'x-path': url } })
  request.push(null)
  return request
}
