/** A visitor with a cookie jar and no browser: plain requests, so that what no browser would send can be sent. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { expect } from '@playwright/test'

export type Answer = Readonly<{ status: number; headers: IncomingHttpHeaders; body: string }>
export type Sent = Readonly<{ method?: string; headers?: Readonly<Record<string, string>>; body?: string | Buffer }>
/** `asks` as from a page of the portal; what a foreign page would send is said in `headers` ('' leaves one out). */
export type Visitor = Readonly<{ login: string; cookie: string; asks: (path: string, sent?: Sent) => Promise<Answer> }>

const agent = new Agent({ keepAlive: false }) // a socket kept open may be closed by a refusal just as the next request is on its way

export function visitorAt(address: string, login: string, jar: ReadonlyMap<string, string> = new Map()): Visitor {
  const { host } = new URL(address)
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    login,
    cookie,
    asks: (path, { method = 'GET', headers = {}, body } = {}) => {
      const usual: Record<string, string> = {
        host,
        accept: 'text/html',
        ...(method !== 'GET' && { origin: address }),
        ...(cookie && { cookie }),
        ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        ...headers,
      }
      const kept = Object.fromEntries(Object.entries(usual).filter(([, value]) => value !== ''))
      const ask = (at: string): Promise<Answer> =>
        new Promise((resolve, reject) => {
          const asked = request(`${address}${at}`, { agent, method, headers: kept, setHost: false }, (answer) => {
            const chunks: Buffer[] = []
            answer.on('data', (chunk: Buffer) => chunks.push(chunk))
            answer.on('error', reject)
            answer.on('end', () =>
              resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString('utf8') }),
            )
          })
          asked.on('error', reject)
          asked.end(body)
        })
      return ask(path).then((answer) => (LED_ON.test(answer.body) ? ask(path + (path.includes('?') ? '&once=1' : '?once=1')) : answer))
    },
  }
}
/** A visit without a session is led on to the same address, which every browser follows (lib/server/edge/strict-cookie.ts). */
const LED_ON = /<meta http-equiv="refresh" content="0;url=\?[^"]*once=1">/

/** Signs in as a browser without scripts does. */
export async function signInByForm(address: string, login: string, password: string): Promise<Visitor> {
  const { jar } = await triesToSignIn(address, login, password, '/')
  expect([...jar.keys()], `${login} signs in`).toContain('next-auth.session-token')
  return visitorAt(address, login, new Map([...jar].filter(([name]) => name === 'next-auth.session-token')))
}

/** What the door answers, and what the browser then holds. */
export async function triesToSignIn(
  address: string,
  login: string,
  password: string,
  callbackUrl: string,
): Promise<Answer & Readonly<{ jar: ReadonlyMap<string, string> }>> {
  const jar = new Map<string, string>()
  const keep = ({ headers }: Answer) => {
    for (const line of headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
  }
  keep(await visitorAt(address, login).asks('/api/auth/signin?callbackUrl=/sign-in'))
  const page = await visitorAt(address, login, jar).asks('/sign-in')
  const csrfToken = /name="csrfToken" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const answer = await visitorAt(address, login, jar).asks('/api/auth/callback/credentials', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, callbackUrl, login, password }).toString(),
  })
  keep(answer)
  return { ...answer, jar }
}

/** A form with files or without, as a browser sends it; a list is sent once for each. */
export function multipart(fields: readonly (readonly [name: string, value: string])[]): Readonly<{ type: string; body: string }> {
  const mark = '----hostile-visitor'
  const parts = fields.map(([name, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
  return { type: `multipart/form-data; boundary=${mark}`, body: `${parts.join('')}--${mark}--\r\n` }
}

/** What two answers must have in common, once the address itself and what differs between any two is taken out: nonce, request id, the minute. */
export function plain({ status, headers, body }: Answer, ids: readonly string[]): Answer {
  const nonce = /nonce-([^']+)'/.exec(String(headers['content-security-policy'] ?? ''))?.[1] ?? 'none'
  const without = (text: string): string =>
    [...ids, ...ids.map(encodeURIComponent), nonce]
      .reduce((rest, id) => rest.replaceAll(id, '…'), text)
      .replaceAll(/\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}\.\d+Z)?/g, '…')
  const { 'x-request-id': _id, date: _date, 'content-length': _length, ...rest } = headers
  return { status, headers: JSON.parse(without(JSON.stringify(rest))) as IncomingHttpHeaders, body: without(body) } // safe: headers again, with fewer letters
}

/** What a page changed in place says: the order of its rows is not promised, and some carry a key of the moment or of a form. */
export const linesOf = (body: string): string[] =>
  body
    .split('\n')
    .map((line) => line.replace(/^[0-9a-f]+:/, '').replaceAll(/"[\w-]{21}[a-z]"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '…'))
    .toSorted()

const AT_ONCE = 4
export async function inParallel<T>(all: readonly T[], job: (one: T) => Promise<unknown>): Promise<void> {
  const rest = [...all]
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let one = rest.shift(); one !== undefined; one = rest.shift()) await job(one)
    }),
  )
}

/** As a page of somebody else would send a form, and what it is answered with. */
export const FOREIGN = (address: string): readonly (readonly [how: string, headers: Record<string, string>, status: number])[] => [
  ['without Origin', { origin: '' }, 403],
  ['from a foreign Origin', { origin: 'https://evil.example' }, 403],
  ['from a page without one', { origin: 'null' }, 403],
  ['for a foreign Host', { host: 'evil.example' }, 421],
  ['for both foreign', { host: 'evil.example', origin: 'http://evil.example' }, 421],
  ['by a forwarded Host', { 'x-forwarded-host': 'evil.example', origin: 'http://evil.example' }, 403],
  ['on another port', { origin: address.replace(/\d+$/, '1') }, 403],
]
