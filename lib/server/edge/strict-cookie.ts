/**
 * The session cookie is Strict: a request that another site caused does not carry it, so that a link in a webmail would find nobody
 * signed in. A first visit without it is therefore led on by a page of our own to the same address with `once=1`; that request is
 * ours, carries the cookie, and is judged as it is (decision 0010). Sec-Fetch headers say nothing on plain HTTP and are not asked.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

export const sessionCookieName = (isHttps: boolean): string => `${isHttps ? '__Secure-' : ''}next-auth.session-token`

const ONCE = 'once=1'
/** Where nobody's session is asked for, and what no browser shows as a page. */
const NEVER = /^\/(?:$|(?:sign-in|welcome|api|_next\/static)(?:\/|$))/

/** A page is asked for, by nobody we know yet, for the first time. */
export function isFirstVisit({ method, url = '/', headers }: IncomingMessage, isHttps: boolean): boolean {
  const { path, query } = partsOf(url)
  const isVisit = method === 'GET' && (headers.accept ?? '').includes('text/html') && !headers['rsc'] && !NEVER.test(path)
  if (!isVisit || query.split('&').includes(ONCE)) return false
  return !(headers.cookie ?? '').split(/; */).some((pair) => pair.startsWith(`${sessionCookieName(isHttps)}=`))
}

/** The same page for every address: it names none, since a query alone leads to where one is. */
export function leadOn({ url = '/' }: IncomingMessage, res: ServerResponse): void {
  const { query } = partsOf(url)
  const to = `?${query && `${query}&`}${ONCE}`.replaceAll(/[&"'<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const refresh = `<meta http-equiv="refresh" content="0;url=${to}">`
  res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': NOTHING })
  res.end(
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${refresh}<title>衔接 Xianjie</title><p><a href="${to}">继续 Continue</a>`,
  )
}
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

function partsOf(url: string): Readonly<{ path: string; query: string }> {
  const [path = '', ...more] = url.split('?')
  return { path, query: more.join('?') }
}
