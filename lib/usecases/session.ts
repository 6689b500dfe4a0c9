/** How long a session lives: rules over its row, with the time as an argument. Ended on purpose, idle, or too old. */
import type { Instant } from '#lib/domain/result'
import { HOUR_MS, MINUTE_MS, msBetween } from '#lib/domain/time'
import type { DeskStore, Session } from '#lib/ports/desk-store'

export const IDLE_MINUTES = 30
export const WARN_MINUTES = 25
const LONGEST_HOURS = 12
const TOUCH_MS = MINUTE_MS

const isPast = ({ startedAt, touchedAt }: Session, now: Instant): boolean =>
  msBetween(touchedAt, now) >= IDLE_MINUTES * MINUTE_MS || msBetween(startedAt, now) >= LONGEST_HOURS * HOUR_MS

export const isLive = (session: Session, now: Instant): boolean => session.endedAt === '' && !isPast(session, now)
/** Ended by time alone, and so still its person's: what they typed is kept for them. Not after signing out. */
export const isExpired = (session: Session, now: Instant): boolean => session.endedAt === '' && isPast(session, now)

export const openSession = (sessionId: string, personId: string, now: Instant): Session => ({
  sessionId,
  personId,
  startedAt: now,
  touchedAt: now,
  endedAt: '',
  reauthAt: '',
  reauthFor: '',
  endedWhy: '',
})

/** Why a newer session of the same person ended one. */
export const SUPERSEDED = 'superseded'
/** No more than `most` of a person's sessions live: the oldest end. Asked after the newest is stored, so that many at once agree which stay. */
export async function endOldest(desk: DeskStore, personId: string, most: number, now: Instant): Promise<void> {
  const live = (await desk.listSessions(personId)).filter((session) => isLive(session, now))
  const order = ({ startedAt, sessionId }: Session): string => startedAt + sessionId
  const over = live.toSorted((a, b) => (order(a) < order(b) ? 1 : -1)).slice(most)
  for (const { sessionId } of over) await desk.endSession(sessionId, now, SUPERSEDED)
}

/** Activity, written down at most once a minute. */
export async function touch(desk: DeskStore, session: Session, now: Instant): Promise<void> {
  if (msBetween(session.touchedAt, now) >= TOUCH_MS) await desk.changeSession(session.sessionId, { touchedAt: now })
}
