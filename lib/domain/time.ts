/**
 * Instants and days as text, reckoned with whole numbers: this room has no clock and no `Date` (docs/style.md rule 1).
 * Beijing time is UTC+8 all year (docs/handbook.md §3.4 rule 7); instants are kept in UTC as `toISOString()` writes them.
 */

/** `2026-11-24T06:20:00.000Z`; sorts as text. */
export type Instant = string
/** `2026-11-24`, a day in Beijing; sorts as text. */
export type Day = string

export const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const BEIJING_MS = 8 * HOUR_MS

export const beijingDay = (at: Instant): Day => dayOfNumber(Math.floor((msOf(at) + BEIJING_MS) / DAY_MS))
/** `14:20`, as a clock on a Beijing wall shows it. */
export const beijingTime = (at: Instant): string => instantOf(msOf(at) + BEIJING_MS).slice(11, 16)
/** The instant of a Beijing day and wall time, `instantAt('2026-11-24', '14:20')`. */
export const instantAt = (day: Day, time: string): Instant => {
  const [, hour, minute] = CLOCK.exec(time) ?? broken('time', time)
  return instantOf(startMs(day) + Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS)
}
/** The last instant of a day, printed as 24:00. A clock in days is in time up to and with this instant. */
export const endOfDay = (day: Day): Instant => instantOf(startMs(day) + DAY_MS - 1)
/** The first full hour after `at`: the hour in which something begins does not count (XSF art.105), not even at :00. */
export const nextFullHour = (at: Instant): Instant => instantOf((Math.floor(msOf(at) / HOUR_MS) + 1) * HOUR_MS)

export const addHours = (at: Instant, hours: number): Instant => instantOf(msOf(at) + hours * HOUR_MS)
export const addDays = (day: Day, days: number): Day => dayOfNumber(numberOfDay(day) + days)
/** The corresponding day; where that month has none, its last day (docs/handbook.md §3.4 rule 5). */
export const addMonths = (day: Day, months: number): Day => {
  const [year, month, date] = partsOf(day)
  const total = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(total / 12), (total % 12) + 1]
  return write(y, m, Math.min(date, lengthOfMonth(y, m)))
}
export const daysBetween = (from: Day, to: Day): number => numberOfDay(to) - numberOfDay(from)
export const msBetween = (from: Instant, to: Instant): number => msOf(to) - msOf(from)
/** 1 Monday … 7 Sunday. */
export const weekday = (day: Day): number => ((((numberOfDay(day) + 3) % 7) + 7) % 7) + 1
export const yearOf = (day: Day): number => partsOf(day)[0]

export const isRealDay = (text: string): boolean => {
  const [, year, month, date] = DAY.exec(text) ?? []
  const [y, m, d] = [Number(year), Number(month), Number(date)]
  return m >= 1 && m <= 12 && d >= 1 && d <= lengthOfMonth(y, m)
}
/** @internal */
export const isInstant = (text: string): boolean => INSTANT.test(text) && isRealDay(text.slice(0, 10))

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** Text that is no day or instant should have been refused at the door: here it is a bug. */
const broken = (kind: string, text: string): never => {
  throw new RangeError(`not a ${kind}: ${text}`)
}
const partsOf = (day: Day): [number, number, number] =>
  isRealDay(day) ? [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))] : broken('day', day)

const startMs = (day: Day): number => numberOfDay(day) * DAY_MS - BEIJING_MS
const msOf = (at: Instant): number => {
  if (!isInstant(at)) broken('instant', at)
  const [hour, minute, second, ms] = [at.slice(11, 13), at.slice(14, 16), at.slice(17, 19), at.slice(20, 23)].map(Number)
  return numberOfDay(at.slice(0, 10)) * DAY_MS + hour! * HOUR_MS + minute! * MINUTE_MS + second! * SECOND_MS + ms! // four slices, four numbers
}
const instantOf = (ms: number): Instant => {
  const day = Math.floor(ms / DAY_MS)
  const rest = ms - day * DAY_MS
  const part = (unit: number, size: number) => pad(Math.floor(rest / unit) % size, 2)
  const clock = `${part(HOUR_MS, 24)}:${part(MINUTE_MS, 60)}:${part(SECOND_MS, 60)}.${pad(rest % SECOND_MS, 3)}`
  return `${dayOfNumber(day)}T${clock}Z`
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0')
const write = (year: number, month: number, date: number): Day => `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const lengthOfMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/** Days since 1970-01-01, and back: Howard Hinnant's days_from_civil and civil_from_days (years begin in March, eras of 400). */
const numberOfDay = (day: Day): number => {
  const [year, month, date] = partsOf(day)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}
const dayOfNumber = (n: number): Day => {
  const z = n + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const fourYears = dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor(fourYears / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return write(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date)
}
