/**
 * What is nobody's mistake: the disk is full, the folder closed, the database held or gone. A store's error is known here by
 * its code, remembered for the request in which it happened, and named on the error, so that each skin can say it: a route
 * and the page of a fault (unavailable.ts), and the page that scripts draw (app/error.tsx, by `digest`).
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { driverError } from '#db/lost-race'
import { coded } from '#db/postgres/lost'
import { FAULTS, type FaultCode } from '#lib/i18n/fault'
import type { Note } from '../session/access.ts'

/** `note`: what the access log will say of it (access.ts). */
export type Request = { readonly id: string; fault: FaultCode | null; readonly bytes: Readable; note: Note | null }
const requests = new AsyncLocalStorage<Request>()

export const inRequest = (req: IncomingMessage, work: () => void): void =>
  requests.run({ id: String(req.headers['x-request-id'] ?? ''), fault: null, bytes: req, note: null }, work)
export const currentRequest = (): Request | null => requests.getStore() ?? null
export const currentFault = (): FaultCode | null => requests.getStore()?.fault ?? null
export const currentBytes = (): Readable | null => requests.getStore()?.bytes ?? null

/** A port whose errors are named. Everything else about it stays as it is. */
export function naming<T extends object>(port: T): T {
  type Method = (...given: readonly unknown[]) => unknown
  const named =
    (ask: Method): Method =>
    (...given) => {
      const answer = ask(...given)
      return answer instanceof Promise ? answer.catch(name) : answer
    }
  const entries = Object.entries(port).map(([key, value]) => [key, typeof value === 'function' ? named(value as Method) : value]) // safe: ports hold methods
  return Object.fromEntries(entries) as T // safe: the same keys, each with its own kind of value
}

function name(error: unknown): never {
  const fault = faultOf(error)
  const request = requests.getStore()
  if (fault && request) request.fault = fault
  // Next keeps a digest that is there, and it is all that a browser ever hears of an error.
  throw fault && error instanceof Error ? Object.assign(error, { digest: fault }) : error
}

/** What a broken page tells of a request, so that its line is found in the log. */
export const referenceOf = (requestId: string | null): string => (requestId ?? '').slice(0, 8)
/** What the driver said, without the values that stood in the question: they may be a name or what was typed. */
export const logFault = (requestId: string | null, error: unknown): void =>
  console.error(`编号 Reference ${referenceOf(requestId)}:`, driverError(error))

/** By the codes of the system, of SQLite and of PostgreSQL; null for a bug. */
export function faultOf(error: unknown): FaultCode | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const known = coded(at) // one connection alone gives them as they come
    const code = 'code' in known ? String(known.code) : ''
    const fault = FAULTS.find((one) => CODES[one].test(code))
    if (fault) return fault
  }
  return null
}
const CODES: Readonly<Record<FaultCode, RegExp>> = {
  'fault.no-space': /^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL|53100)$/,
  'fault.closed': /^(EROFS|EACCES|EPERM|SQLITE_(READONLY|CANTOPEN)(_\w+)?|25006)$/,
  'fault.busy': /^(SQLITE_BUSY(_\w+)?|SQLITE_LOCKED(_\w+)?|55P03|57014|40P01)$/, // a lock or a statement that took too long
  'fault.no-database': /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|CONNECTION_LOST|57P0[1-5]|25P03|53300|08\w{3})$/,
  'fault.disk': /^(EIO|SQLITE_IOERR(_\w+)?)$/,
  'fault.descriptors': /^(EMFILE|ENFILE|ERR_WORKER_INIT_FAILED)$/,
}
