/**
 * A fault of the house is no error of the page: 503 with a word when to come again, instead of 500. What was fetched (an upload, a
 * draft) hears the sentence as JSON; for a visit error-pages.ts has drawn the page.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { en, zh } from '#lib/i18n/fault'
import { currentFault, inRequest } from '../boot/faults.ts'
import { beforeAnswer } from './answer.ts'

const RETRY_S = '10'

export const unavailable =
  (handle: RequestListener): RequestListener =>
  (req, res) =>
    inRequest(req, () => {
      // What scripts of a page ask for they also read: they find the fault by its digest.
      if (!req.headers['rsc'] && !req.headers['next-action']) listen(req, res)
      handle(req, res)
    })

function listen(req: IncomingMessage, res: ServerResponse): void {
  const isVisit = (req.headers.accept ?? '').includes('text/html')
  let body: string | null = null
  const begin = (): void => {
    if (!res.headersSent && res.statusCode === 500 && currentFault()) res.writeHead(500)
  }
  beforeAnswer(res, {
    head: (status, send) => {
      const fault = status === 500 ? currentFault() : null
      if (!fault) return send()
      res.setHeader('retry-after', RETRY_S)
      if (isVisit) return send(503)
      body = JSON.stringify({ ok: false, text: `${zh.fault.because[fault]} ${en.fault.because[fault]}` })
      for (const name of ['content-length', 'content-encoding', 'transfer-encoding']) res.removeHeader(name)
      res.setHeader('content-type', 'application/json; charset=utf-8')
      res.setHeader('content-length', Buffer.byteLength(body))
      return send(503, [])
    },
    write: (_bytes, send) => {
      begin()
      return body === null ? send() : true
    },
    end: (_bytes, send) => {
      begin()
      return body === null ? send() : send([body])
    },
  })
}
