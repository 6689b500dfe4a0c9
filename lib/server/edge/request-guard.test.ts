import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { refusalOf, type Limits } from './request-guard.ts'

const limits = { hosts: new Set(['portal.test']), origins: new Set(['http://portal.test']), bodyBytes: () => 100 } as unknown as Limits // safe: all that is asked here
const request = (url: string, method = 'GET'): IncomingMessage =>
  ({ url, method, headers: { host: 'portal.test', origin: 'http://portal.test' } }) as unknown as IncomingMessage // safe: as above

it.each([
  ['/work', 'GET', null],
  ['http://elsewhere.test/work', 'GET', 421], // a whole address names a host of its own
  ['*', 'OPTIONS', 421],
  ['/work', 'TRACE', 405],
  ['/work', 'POST', null],
])('%s by %s: %s', (url, method, refusal) => expect(refusalOf(request(url, method), limits)).toBe(refusal))
