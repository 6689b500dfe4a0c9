import type { Actor, Instant } from '#lib/domain/result'
import { addHours } from '#lib/domain/time'
import { SILENCE_HOURS } from '#lib/domain/law/soft-times'
import { askAs, type Effects } from './ask.ts'
import { caseDecider } from './case-decider.ts'

/** The platform's clock: it alarms, and decides nothing. */
export const CLOCK: Actor = { personId: 'clock', seats: [{ unitId: 'platform', unitKind: 'platform', division: '', post: 'clock' }] }

/** Alarms liaison and superior for every decision that nobody signed for within a day. Returns how many. Run by the sweep. */
export async function alarmSilence(effects: Effects, now: Instant): Promise<number> {
  const silent = await effects.read.listSilent(addHours(now, -SILENCE_HOURS))
  const ask = askAs(effects, caseDecider, CLOCK, { now })
  const outcomes = await Promise.all(silent.map(({ caseId, trackId }) => ask(caseId, { type: 'AlarmSilence', trackId }, null)))
  return outcomes.filter((outcome) => outcome.ok).length
}
