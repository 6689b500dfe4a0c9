import type { IncomingMessage, ServerResponse } from 'node:http'
import type { KnownCookies } from './crowd.ts'

export type Limits = Readonly<{
  hosts: ReadonlySet<string>
  origins: ReadonlySet<string>
  /** The largest body that a path takes. */
  bodyBytes: (path: string) => number
  /** Reached by https only, so a browser may be told to remember that. */
  isHttps: boolean
  atOnce: number
  /** Behind which cookies somebody is signed in. */
  sessions: Pick<KnownCookies, 'has' | 'learn'>
  /** May this address say whose request it passes on? */
  trusts: (address: string) => boolean
  /** How long a form's body may take from somebody without a session; as long as crowd.ts says where it is left out. */
  formMs?: number
  /** False where sockets are few: nobody keeps one who is not being served. */
  keepAlive: boolean
  sweepEveryMs: number
  /** A body that brings less than a kilobyte a second over this long is given up. */
  patienceMs: number
}>
/** Above this a body is counted by whoever reads it, so its length need not be said first. */
const CHUNKED_FROM = 2 ** 24

/** A page takes its own forms; only where a file is brought as the body, PUT is served (app/api/cases/[caseId]/evidence). */
function methodsOf(url = '/'): readonly string[] {
  if (/^\/health(?:$|\?)/.test(url)) return ['GET', 'HEAD']
  return /^\/api\/cases\/[^/?]+\/evidence(?:$|\?)/.test(url) ? ['GET', 'HEAD', 'POST', 'PUT'] : ['GET', 'HEAD', 'POST']
}

type Refusal = keyof typeof SENTENCES
// Before any session or language is known, so both languages at once.
const SENTENCES = {
  403: '拒绝：请求不是从本站页面发出的。 Refused: this change did not come from a page of this site.',
  405: '不支持这种请求。 This kind of request is not served.',
  411: '请求缺少长度。 The length of the body is missing.',
  413: '内容太大，没有接收。请返回，按人员、险种、期间汇总，明细表作为证据附上。 Too large; nothing was received. Go back, sum by person, fund and period, and attach the sheet as evidence.',
  421: '这里不提供该网址的服务。 This address is not served here.',
  503: '系统繁忙，请稍后再试。 Busy; please try again in a moment.',
} as const

export function refusalOf(req: IncomingMessage, { hosts, origins, bodyBytes }: Limits): Refusal | null {
  if (!hosts.has(req.headers.host?.toLowerCase() ?? '')) return 421
  if (!req.url?.startsWith('/')) return 421 // a whole address in the first line names a host of its own
  if (!methodsOf(req.url).includes(req.method ?? '')) return 405 // TRACE would say a request back, cookies and all
  const changes = req.method !== 'GET' && req.method !== 'HEAD'
  if (changes && !origins.has(req.headers.origin ?? '')) return 403 // absent is foreign, and so is 'null'
  const most = bodyBytes(req.url ?? '/')
  if (req.headers['transfer-encoding'] !== undefined && most < CHUNKED_FROM) return 411
  return Number(req.headers['content-length'] ?? 0) > most ? 413 : null
}

export function refuseRequest(req: IncomingMessage, res: ServerResponse, no: Refusal): void {
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(SENTENCES[no]),
    'cache-control': 'no-store',
    ...(no === 503 && { 'retry-after': '2' }),
    ...(no === 405 && { allow: methodsOf(req.url).join(', ') }),
  }
  res.writeHead(no, headers).write(SENTENCES[no])
  // Read on for a moment: a socket closed with bytes unread resets, and the browser loses the sentence.
  req.resume().once('end', () => res.end())
  setTimeout(() => req.complete || req.destroy(), 3_000).unref()
}
