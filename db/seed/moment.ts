/** When something happens in a story: told from now (a live case), or by a date of its own (a case of the past). */
import { addHours, beijingDay, beijingTime, HOUR_MS, instantAt, msBetween, MINUTE_MS, type Instant } from '#lib/domain/time'

/** So many hours before now, or `2024-09-02 15:00` on a Beijing wall. */
export type Moment = number | string

export function instantOf(moment: Moment, now: Instant): Instant {
  if (typeof moment === 'string') return instantAt(moment.slice(0, 10), moment.slice(11))
  const exact = addHours(now, -wholeMinutes(moment))
  return moment > RECENT_HOURS ? inOfficeHours(exact) : exact
}

/** That much later on the same clock. */
export function later(moment: Moment, hours: number): Moment {
  if (typeof moment === 'number') return moment - hours
  const at = addHours(instantOf(moment, ''), wholeMinutes(hours))
  return `${beijingDay(at)} ${beijingTime(at)}`
}
/** The nearest office hour of that day; a live moment is put there when it is played. */
export function inOffice(moment: Moment): Moment {
  if (typeof moment === 'number') return moment
  const [day = '', time = ''] = moment.split(' ')
  return `${day} ${time < '09:00' ? '09:00' : time > '17:30' ? '17:30' : time}`
}
export const hoursBetween = (from: Moment, to: Moment): number => {
  if (typeof from === 'number' && typeof to === 'number') return from - to
  if (typeof from === 'string' && typeof to === 'string') return msBetween(instantOf(from, ''), instantOf(to, '')) / HOUR_MS
  throw new Error(`a story has one way of telling time: ${from}, ${to}`)
}

/** What is older than this happened in office hours; what is newer keeps its hour, or its clock would not stand where the story wants it. */
const RECENT_HOURS = 30
function inOfficeHours(at: Instant): Instant {
  const [hour = '', minute = ''] = beijingTime(at).split(':')
  const open = Number(hour) < 9 ? '09' : Number(hour) > 17 ? '17' : hour
  return instantAt(beijingDay(at), `${open}:${minute}`)
}
/** An instant has whole milliseconds; 3.6 days are not quite a whole number of them. */
const wholeMinutes = (hours: number): number => Math.round((hours * HOUR_MS) / MINUTE_MS) * (MINUTE_MS / HOUR_MS)
