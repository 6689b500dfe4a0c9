/** How near a duty is to its end: the colour of its clock, and what the worklist counts and filters by (ux.md §3 Clocks). */
import { AMBER_LIMITS, amberFrom, heat } from '#lib/domain/clocks/running'
import { clockRowOn, type ClockRow } from '#lib/domain/law/clocks'
import { beijingDay, type Instant } from '#lib/domain/time'
import { SILENCE_HOURS } from '#lib/domain/transfer/decide'
import type { Duty } from './rows.ts'

/** `none`: no text sets a time, or it is a right and nobody can be late with it. */
export const HEATS = ['red', 'amber', 'green', 'none'] as const
export type DutyHeat = (typeof HEATS)[number]
type Timed = Pick<Duty, 'clock' | 'startedAt' | 'dueAt'>

/** No clock turns amber earlier than this before its end. */
export const WIDEST_AMBER_HOURS = Math.max(...AMBER_LIMITS.map(({ hoursLeft }) => hoursLeft))

/** The row of law a duty runs under, as it stood on the day it began. */
export const rowOfDuty = ({ clock, startedAt }: Pick<Duty, 'clock' | 'startedAt'>): ClockRow | null =>
  clock === '' ? null : clockRowOn(clock, beijingDay(startedAt))

export function heatOf(duty: Timed, now: Instant): DutyHeat {
  if (duty.dueAt === '') return 'none'
  const is = heat(lengthOf(duty), duty.dueAt, now)
  return is === 'red' || is === 'amber' ? is : 'green'
}

/** When its clock turns amber; null where it has no end. */
export const amberFromOf = (duty: Timed): Instant | null => (duty.dueAt === '' ? null : amberFrom(lengthOf(duty), duty.dueAt))

/** A time without a row of law is the platform's own day, after which an unsigned decision is reminded of. */
const lengthOf = (duty: Timed): Pick<ClockRow, 'length' | 'unit' | 'targetOnly'> =>
  rowOfDuty(duty) ?? { length: SILENCE_HOURS, unit: 'hour', targetOnly: false }
