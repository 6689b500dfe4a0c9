/**
 * `/health`, for what keeps the portal running: a balancer, a watchdog. It asks by address, without a session, and learns two words:
 * the process lives; it is ready, that is, it serves and its store answers. Nothing about people, versions or places.
 */
import type { IncomingMessage, RequestListener } from 'node:http'

/** How long the store may think about a trivial question. */
const PATIENCE_MS = 2_000
const RETRY_S = '2'

export const isHealth = ({ method, url = '' }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && /^\/health(?:$|\?)/.test(url)

/** 200, or 503 where `isReady` says no, fails, or is silent for too long. However many ask, it is asked once at a time. */
export function health(isReady: () => Promise<boolean>, patienceMs = PATIENCE_MS): RequestListener {
  let asking: Promise<boolean> | null = null
  const ask = (): Promise<boolean> =>
    (asking ??= isReady()
      .catch(() => false)
      .finally(() => (asking = null)))
  return async (_req, res) => {
    const { promise: silence, resolve } = Promise.withResolvers<boolean>()
    const timer = setTimeout(() => resolve(false), patienceMs)
    const ready = await Promise.race([ask(), silence])
    clearTimeout(timer)
    const body = JSON.stringify({ live: true, ready })
    res.writeHead(ready ? 200 : 503, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(!ready && { 'retry-after': RETRY_S }),
    })
    res.end(body)
  }
}
