/**
 * A session's row carries a MAC over all its columns, by a key of the secrets: a hand in the database can make none, nor bring one back
 * that has ended, nor lengthen one. Who can read the secrets too can do all that (decision 0017).
 */
import { createHmac, randomBytes } from 'node:crypto'
import type { Session } from '#lib/ports/desk-store'

export type SessionMac = (session: Session) => string
export const sessionMac =
  (key: Uint8Array): SessionMac =>
  ({ sessionId, personId, startedAt, touchedAt, endedAt, reauthAt, reauthFor, endedWhy }) =>
    createHmac('sha256', key)
      .update(JSON.stringify([sessionId, personId, startedAt, touchedAt, endedAt, reauthAt, reauthFor, endedWhy]))
      .digest('base64url')
/** For whoever has nothing to do with sessions: makes none that lasts, and knows none. */
export const nobodysMac = (): SessionMac => sessionMac(randomBytes(32))
