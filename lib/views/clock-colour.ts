/** How near a duty is to its end: the colour of its clock, and what the worklist counts and filters by (docs/ux.md §3 Clocks). */
import { runClock } from '#lib/domain/clocks/run-clock'
import { amberFrom, amberHours, clockColour } from '#lib/domain/clocks/running'
import { CLOCKS, type ClockRow } from '#lib/domain/law/clocks'
import { INTERNAL_TIMES, isInternal, isRight, RIGHTS, SILENCE_HOURS, type TimeId, timeOn } from '#lib/domain/law/soft-times'
import { addHours, beijingDay, type Instant } from '#lib/domain/time'
import type { Duty } from './rows.ts'

/** `none`: no text and no house rule sets a time, or it was a right and has ended. */
export const DUTY_COLOURS = ['red', 'amber', 'green', 'none'] as const
export type DutyColour = (typeof DUTY_COLOURS)[number]
type Timed = Pick<Duty, 'clock' | 'startedAt' | 'dueAt' | 'dueStrictAt'>

/** The row a duty runs under, of the law or of the house, as it stood on the day it began. */
export const rowOfDuty = ({ clock, startedAt }: Pick<Duty, 'clock' | 'startedAt'>): ClockRow | null => timeOn(clock, beijingDay(startedAt))

/** Until when: what it is judged by, or when its right ends, or what the house asks for. '' where there is no such time. */
export const endOf = ({ dueAt, dueStrictAt }: Pick<Timed, 'dueAt' | 'dueStrictAt'>): string => dueAt || dueStrictAt

/** Reckoned by weekends alone, because the holidays of a year on its way or at its end are not entered: it may move (docs/handbook.md §3.4 rule 6). */
export function isEstimated(duty: Timed): boolean {
  const run = runClock(duty.clock as TimeId | '', duty.startedAt) // safe: written by `dutyOf`, of these ids alone
  return run !== null && run.calendarUnknown && [run.dueAt, run.dueStrictAt].includes(endOf(duty))
}

export function colourOf(duty: Timed, now: Instant): DutyColour {
  const end = endOf(duty)
  if (end === '') return 'none'
  if (isRight(duty.clock)) return now > end ? 'none' : now >= addHours(end, -RIGHT_HOURS) ? 'amber' : 'green'
  const is = clockColour(lengthOf(duty), end, now)
  return is === 'red' || is === 'amber' ? is : 'green'
}

/** When its clock turns amber; null where it has no end by which anybody can be late. */
export const amberFromOf = (duty: Timed): Instant | null => (duty.dueAt === '' ? null : amberFrom(lengthOf(duty), duty.dueAt))

/** A time without a row of law is the platform's own day, after which an unsigned decision is reminded of. */
const OWN_DAY = { length: SILENCE_HOURS, unit: 'hour', targetOnly: false } as const
const lengthOf = (duty: Timed): Pick<ClockRow, 'length' | 'unit' | 'targetOnly'> => rowOfDuty(duty) ?? OWN_DAY

/**
 * Where a colour lies among the times by which duties are sorted, `to` left out. Within it a clock is amber from `from`, up to and with
 * `at`; `only` these clocks, or all but those of `unless` before a time.
 */
export type ColourRange = Readonly<{
  from: string
  to: string
  amber?: Readonly<{ is: boolean; until: readonly AmberUntil[] }>
  only?: readonly string[]
  unless?: Readonly<{ clocks: readonly string[]; before: string }>
}>
type AmberUntil = Readonly<{ clocks: readonly string[]; from: string; at: Instant }>

/** The duties that `colourOf` gives this colour now, as a question that a store can answer without looking at each; all for null. Without ended rights. */
export function rangeOf(is: DutyColour | null, now: Instant): ColourRange {
  if (is === null) return { from: '', to: 'A', unless: { clocks: RIGHTS, before: now } }
  if (is === 'none') return { from: UNTIMED, to: 'A' }
  if (is === 'red') return { from: '', to: now, unless: { clocks: [...RIGHTS, ...INTERNAL], before: now } }
  const until = AMBER.map(({ hours, clocks, evenPast }) => ({ clocks, from: evenPast ? '' : now, at: addHours(now, hours) }))
  const amber = { is: is === 'amber', until }
  return is === 'amber' ? { from: '', to: addHours(now, WIDEST + 1), amber } : { from: now, to: UNTIMED, amber }
}
/** Rights that have ended: they stand after everything else. */
export const endedRights = (now: Instant): ColourRange => ({ from: '', to: now, only: RIGHTS })
export function isInRange({ sortAt, clock }: Pick<Duty, 'sortAt' | 'clock'>, { from, to, amber, only, unless }: ColourRange): boolean {
  if (sortAt < from || sortAt >= to || (only && !only.includes(clock))) return false
  if (unless && sortAt < unless.before && unless.clocks.includes(clock)) return false
  return !amber || amber.is === amber.until.some((one) => one.clocks.includes(clock) && one.from <= sortAt && sortAt <= one.at)
}
/** Duties without a time stand here in the order (duties.ts): after every date. */
const UNTIMED = '9999'

const INTERNAL: readonly string[] = INTERNAL_TIMES.map(({ id }) => id)
/** A clock of the law is amber as long in each of its versions (clock-colour.test.ts), so that its name alone tells. An internal time past its end is amber still. */
const ROWS = [{ id: '', ...OWN_DAY }, ...CLOCKS, ...INTERNAL_TIMES].filter(({ id }) => !isRight(id))
const WIDEST = Math.max(...ROWS.map((row) => amberHours(row)))
/** A right is amber as long as it runs, for it goes by itself: longer than any of them is (clock-colour.test.ts). */
const RIGHT_HOURS = WIDEST
const AMBER = [
  ...[...Map.groupBy(ROWS, (row) => `${amberHours(row)} ${isInternal(row.id)}`).values()].map((rows) => ({
    hours: Math.max(...rows.map((row) => amberHours(row))),
    clocks: [...new Set(rows.map(({ id }) => id))],
    evenPast: rows.some(({ id }) => isInternal(id)),
  })),
  { hours: RIGHT_HOURS, clocks: RIGHTS, evenPast: false },
]
