/**
 * Who is nobody we know and sends slowly must not shut out who works here (found J8). Before a body is whole it holds a place: of those
 * without a session few, from one source fewer, and for a form not long; and some places are kept for sessions alone.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

const UNFINISHED_OF_A_SOURCE = 16
const UNFINISHED = 64
/** Of the places for requests, the share that nobody takes without a session. */
const KEPT = 1 / 4
/** A form is typed already when it is sent. */
const FORM_MS = 10_000

export type Crowd = Readonly<{
  /** False: no place for this one now. Else it holds its place until its body is whole or its sender gone. */
  admits: (req: IncomingMessage, res: ServerResponse, who: Readonly<{ source: string; isKnown: boolean }>) => boolean
  /** How many requests are being answered. */
  open: () => number
}>

export function crowdOf({ atOnce, formMs = FORM_MS }: Readonly<{ atOnce: number; formMs?: number }>): Crowd {
  let open = 0
  const strangers = new Map<string, number>()
  let unfinished = 0
  const hold = (source: string, by: 1 | -1): void => {
    unfinished += by
    const left = (strangers.get(source) ?? 0) + by
    if (left === 0) strangers.delete(source)
    else strangers.set(source, left)
  }
  return {
    open: () => open,
    admits: (req, res, { source, isKnown }) => {
      if (open >= (isKnown ? atOnce : atOnce * (1 - KEPT))) return false
      if (!isKnown && hasBody(req)) {
        if (unfinished >= UNFINISHED || (strangers.get(source) ?? 0) >= UNFINISHED_OF_A_SOURCE) return false
        hold(source, 1)
        const late = setTimeout(() => req.destroy(), formMs)
        const leave = onlyFirst(() => {
          clearTimeout(late)
          hold(source, -1)
        })
        req.once('end', leave)
        req.once('close', leave)
        res.once('close', leave)
      }
      open++
      res.once('close', () => open--)
      return true
    },
  }
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
function onlyFirst(then: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    then()
  }
}

/** Behind which cookies a living session was found. */
export type KnownCookies = Readonly<{
  note: (cookie: string, isLive: boolean) => void
  has: (cookie: string) => boolean
  /** Looks behind a cookie that is not known yet: whoever comes for the first time after a start. False also where it cannot be looked. */
  learn: (cookie: string) => Promise<boolean>
}>
export function knownCookies(isLive: (cookie: string) => Promise<boolean>, most = 20_000): KnownCookies {
  const known = new Set<string>()
  const note = (cookie: string, lives: boolean): void => {
    known.delete(cookie)
    if (lives) known.add(cookie)
    const [oldest] = known.size > most ? known : []
    if (oldest !== undefined) known.delete(oldest)
  }
  return {
    note,
    has: (cookie) => known.has(cookie),
    learn: async (cookie) => {
      const lives = known.has(cookie) || (await isLive(cookie).catch(() => false))
      note(cookie, lives)
      return lives
    },
  }
}
