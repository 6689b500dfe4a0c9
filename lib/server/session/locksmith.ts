import type { Instant } from '#lib/domain/result'
import { CLOCK } from '#lib/usecases/alarm-silence'
import { officeDecider } from '#lib/usecases/office/office-decider'
import { currentContainer } from '../boot/current-container.ts'

/** What setting a password takes: digests, the desk they lie on, and the clock, who records it. */
export function locksmithAt(now: Instant) {
  const { askAs, effects, desk, passwords } = currentContainer()
  return { desk, hash: passwords.hash, isPassword: passwords.is, askClock: askAs(effects, officeDecider, CLOCK, { now }) }
}
