/** How near a duty is to its end: the colour of its clock, and what the worklist counts and filters by (ux.md §3 Clocks). */
import { amberFrom, amberHours, heat } from '#lib/domain/clocks/running'
import { CLOCKS, clockRowOn, type ClockRow } from '#lib/domain/law/clocks'
import { addHours, beijingDay, type Instant } from '#lib/domain/time'
import { SILENCE_HOURS } from '#lib/domain/transfer/decide'
import type { Duty } from './rows.ts'

/** `none`: no text sets a time, or it is a right and nobody can be late with it. */
export const HEATS = ['red', 'amber', 'green', 'none'] as const
export type DutyHeat = (typeof HEATS)[number]
type Timed = Pick<Duty, 'clock' | 'startedAt' | 'dueAt'>

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
const OWN_DAY = { length: SILENCE_HOURS, unit: 'hour', targetOnly: false } as const
const lengthOf = (duty: Timed): Pick<ClockRow, 'length' | 'unit' | 'targetOnly'> => rowOfDuty(duty) ?? OWN_DAY

/** Where a colour lies among due times, `to` left out. Within it a clock is amber up to and with the instant that stands for it. */
export type HeatRange = Readonly<{ from: string; to: string; amber?: Readonly<{ is: boolean; until: readonly AmberUntil[] }> }>
type AmberUntil = Readonly<{ clocks: readonly string[]; at: Instant }>

/** The duties that `heatOf` gives this colour now, as a question that a store can answer without looking at each. */
export function rangeOf(is: DutyHeat, now: Instant): HeatRange {
  if (is === 'none') return { from: UNTIMED, to: 'A' }
  if (is === 'red') return { from: '', to: now }
  const until = AMBER.map(({ hours, clocks }) => ({ clocks, at: addHours(now, hours) }))
  return { from: now, to: is === 'amber' ? addHours(now, WIDEST + 1) : UNTIMED, amber: { is: is === 'amber', until } }
}
/** @internal */
export function isInRange({ sortAt, clock }: Pick<Duty, 'sortAt' | 'clock'>, { from, to, amber }: HeatRange): boolean {
  if (sortAt < from || sortAt >= to) return false
  return !amber || amber.is === amber.until.some(({ clocks, at }) => clocks.includes(clock) && sortAt <= at)
}
/** Duties without a time stand here in the order (duties.ts): after every date. */
const UNTIMED = '9999'

/** A clock of the law is amber as long in each of its versions (heat.test.ts), so that its name alone tells. */
const AMBER = [...Map.groupBy([{ id: '', ...OWN_DAY }, ...CLOCKS], (row) => amberHours(row))].map(([hours, rows]) => ({
  hours,
  clocks: [...new Set(rows.map(({ id }) => id))],
}))
const WIDEST = Math.max(...AMBER.map(({ hours }) => hours))
