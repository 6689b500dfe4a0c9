/**
 * The working calendar, one row a year, with the number of the State Council's notice (docs/handbook.md §3.4 rule 6). Years are
 * published each November; a year without a row is unknown: weekends alone are never taken for the truth in silence.
 */
import { addDays, weekday, yearOf, type Day } from '../time.ts'

/** `daysOff`: public holidays as the notice writes them, first and last day; `workdays`: weekend days that are worked (调休). */
export type CalendarYear = Readonly<{
  year: number
  documentNos: readonly string[]
  daysOff: readonly (readonly [first: Day, last: Day])[]
  workdays: readonly Day[]
}>
export type Calendar = readonly CalendarYear[]

export const covers = (calendar: Calendar, day: Day): boolean => calendar.some(({ year }) => year === yearOf(day))

/** A public holiday, or a Saturday or Sunday that is not a make-up working day (docs/handbook.md §3.4 rule 5). */
export function isHoliday(calendar: Calendar, day: Day): boolean {
  const year = calendar.find((row) => row.year === yearOf(day))
  if (year?.daysOff.some(([first, last]) => first <= day && day <= last)) return true
  return weekday(day) >= 6 && !year?.workdays.includes(day)
}

/** The holidays from `day` on, until the first day that is none; empty where `day` is a working day. */
export function holidaysFrom(calendar: Calendar, day: Day): readonly Day[] {
  const run: Day[] = []
  for (let at = day; isHoliday(calendar, at); at = addDays(at, 1)) run.push(at)
  return run
}
