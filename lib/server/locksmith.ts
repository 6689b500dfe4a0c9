import type { Instant } from '#lib/domain/result'
import { CLOCK } from '#lib/usecases/alarm-silence'
import { officeDecider } from '#lib/usecases/office/office-decider'
import { here } from './here.ts'

/** What setting a password takes: digests, the desk they lie on, and the clock, who records it. */
export function locksmithAt(now: Instant) {
  const { askAs, shell, desk, passwords } = here()
  return { desk, hash: passwords.hash, isPassword: passwords.is, askClock: askAs(shell, officeDecider, CLOCK, { now }) }
}
