/**
 * How a clock runs: every counting rule of docs/handbook.md §3.4, with the steps as data, so that a page can show 期限怎么算的 and
 * anyone can reckon it again. Two due times (docs/decisions.md D16): strict, and tolerant for those of whom we may not be stricter
 * than their own law.
 */
import type { ClockRow, ClockUnit } from '../law/clocks.ts'
import { addDays, addHours, addMonths, beijingDay, daysBetween, endOfDay, nextFullHour, type Day, type Instant } from '../time.ts'
import { covers, holidaysFrom, isHoliday, type Calendar } from './calendar.ts'

/** Takes out the days from the one it begins on up to, not including, the one it ends on. `to: null`: still paused. */
export type Pause = Readonly<{ from: Day; to: Day | null }>
export type Length = Readonly<{ length: number; unit: ClockUnit }>
export type Rule = Pick<ClockRow, 'length' | 'unit' | 'counting' | 'pausable' | 'rollsInCustody'>
export type Facts = Readonly<{ pauses?: readonly Pause[]; added?: readonly Length[]; inCustody?: boolean }>

export type Steps = Readonly<{
  startedAt: Instant
  leftOut: Day | null // the day of the start does not count; null for hours
  hoursFrom: Instant | null // tolerant hours count from here; null where that is the start itself, and for days
  length: number
  unit: ClockUnit
  added: readonly Length[] // from the unrolled end
  paused: readonly Day[]
  skipped: readonly Day[] // holidays inside a working-day clock
  lastDay: Day | null // before rolling; null for hours
  rolledOver: readonly Day[] // holidays at the end of a tolerant clock
}>
export type Due = Readonly<{
  dueStrictAt: Instant
  dueAt: Instant // tolerant
  calendarUnknown: boolean // a day was looked at in a year whose holidays nobody has entered
  onHold: boolean // paused and not yet resumed: the due times stand as if it resumed on the day it was paused
  steps: Steps
}>

/** Null where the law names no number (及时): such a clock has no due time and nobody is late. */
export function runClock(rule: Rule, startedAt: Instant, calendar: Calendar, facts: Facts = {}): Due | null {
  const { length, unit } = rule
  if (length === null) return null
  return unit === 'hour' ? inHours(rule, length, startedAt) : inDays(rule, { length, unit }, startedAt, calendar, facts)
}

/** Hours run through nights and holidays and never roll. In criminal procedure the hour of the start does not count (XSF 105). */
function inHours({ counting }: Rule, length: number, startedAt: Instant): Due {
  const hoursFrom = counting === 'criminal-procedure' ? nextFullHour(startedAt) : null
  const steps: Steps = {
    startedAt,
    leftOut: null,
    hoursFrom,
    length,
    unit: 'hour',
    added: [],
    paused: [],
    skipped: [],
    lastDay: null,
    rolledOver: [],
  }
  const dueStrictAt = addHours(startedAt, length)
  return { dueStrictAt, dueAt: addHours(hoursFrom ?? startedAt, length), calendarUnknown: false, onHold: false, steps }
}

function inDays(rule: Rule, main: Length, startedAt: Instant, calendar: Calendar, facts: Facts): Due {
  const { pauses = [], added = [], inCustody = false } = facts
  const leftOut = beijingDay(startedAt)
  const walk = newWalk(leftOut, calendar, rule.pausable ? pauses : [])
  for (const part of [main, ...added]) walk.go(part)
  const { at: lastDay, paused, skipped, looked } = walk
  const rolls = rule.rollsInCustody || !inCustody
  const rolledOver = rolls ? holidaysFrom(calendar, lastDay) : []
  const lastTolerantDay = addDays(lastDay, rolledOver.length)
  return {
    dueStrictAt: endOfDay(lastDay),
    dueAt: endOfDay(lastTolerantDay),
    calendarUnknown: [...looked, lastDay, lastTolerantDay].some((day) => !covers(calendar, day)),
    onHold: rule.pausable && pauses.some(({ to }) => to === null),
    steps: { startedAt, leftOut, hoursFrom: null, ...main, added, paused, skipped, lastDay, rolledOver },
  }
}

/** Goes forward day by day from the start, which is left out, and writes down what it passes over. */
function newWalk(start: Day, calendar: Calendar, pauses: readonly Pause[]) {
  const walk = { at: start, paused: [] as Day[], skipped: [] as Day[], looked: [] as Day[], go }
  const isPaused = (day: Day): boolean => pauses.some(({ from, to }) => to !== null && from <= day && day < to)
  function go({ length, unit }: Length): void {
    if (unit === 'hour') throw new RangeError('hours are not added to days')
    if (unit === 'month') return goMonths(length)
    for (let left = length; left > 0;) {
      walk.at = addDays(walk.at, 1)
      if (unit === 'workday') walk.looked.push(walk.at)
      if (isPaused(walk.at)) walk.paused.push(walk.at)
      else if (unit === 'workday' && isHoliday(calendar, walk.at)) walk.skipped.push(walk.at)
      else left--
    }
  }
  /** The corresponding day, and then as many days more as were paused on the way. */
  function goMonths(length: number): void {
    const end = addMonths(walk.at, length)
    const onTheWay = Array.from({ length: daysBetween(walk.at, end) }, (_, i) => addDays(walk.at, i + 1)).filter(isPaused)
    walk.paused.push(...onTheWay)
    walk.at = end
    go({ length: onTheWay.length, unit: 'day' })
  }
  return walk
}

/** @internal */
export const isLapsed = (now: Instant, dueAt: Instant): boolean => now > dueAt

export type ClockColour = 'red' | 'amber' | 'green' | 'hold' | 'done'
/** Amber from so many hours before the end, by the length of the clock (docs/ux.md §3 Clocks); the last line is for all longer ones. */
export type AmberLimits = readonly Readonly<{ upToHours: number; hoursLeft: number }>[]
const AMBER_LIMITS: AmberLimits = [
  { upToHours: 24, hoursLeft: 8 },
  { upToHours: 3 * 24, hoursLeft: 24 },
  { upToHours: 15 * 24, hoursLeft: 3 * 24 },
  { upToHours: Infinity, hoursLeft: 5 * 24 },
]

/** A clock that is a target only turns amber and never red: nobody is called late by a row that nobody has verified. */
export function clockColour(
  row: Pick<ClockRow, 'length' | 'unit' | 'targetOnly'>,
  dueAt: Instant | null,
  now: Instant,
  standing: 'running' | 'paused' | 'done' = 'running',
  limits: AmberLimits = AMBER_LIMITS,
): ClockColour {
  if (standing !== 'running') return standing === 'paused' ? 'hold' : 'done'
  if (!dueAt || row.length === null) return 'green'
  if (isLapsed(now, dueAt)) return row.targetOnly ? 'amber' : 'red'
  return now >= amberFrom(row, dueAt, limits) ? 'amber' : 'green'
}
/** When a running clock turns amber. */
export const amberFrom = (row: Pick<ClockRow, 'length' | 'unit'>, dueAt: Instant, limits: AmberLimits = AMBER_LIMITS): Instant =>
  addHours(dueAt, -amberHours(row, limits))
/** For how long before its end a clock is amber. */
export function amberHours({ length, unit }: Pick<ClockRow, 'length' | 'unit'>, limits: AmberLimits = AMBER_LIMITS): number {
  const hours = (length ?? 0) * HOURS_OF[unit]
  return limits.find(({ upToHours }) => hours <= upToHours)?.hoursLeft ?? 0
}
const HOURS_OF: Readonly<Record<ClockUnit, number>> = { hour: 1, day: 24, workday: 24, month: 30 * 24 }
