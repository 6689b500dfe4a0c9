/** How long a time is, in words. No sentence holds the number of a row of law or of the house itself: it asks here. */
import { numeral } from '#lib/domain/law/citation'
import { SILENCE_HOURS, timeOn, type TimeId } from '#lib/domain/law/soft-times'
import type { ClockUnit } from '#lib/domain/law/clocks'
import type { Day } from '#lib/domain/time'
import type { Lang } from './dates.ts'

type Words = Readonly<Record<ClockUnit, (n: number) => string>>
const ZH: Words = { hour: (n) => `${n} 小时`, day: (n) => `${n} 日`, workday: (n) => `${n} 个工作日`, month: (n) => `${n} 个月` }
const many = (n: number, what: string): string => (n === 1 ? `1 ${what}` : `${n} ${what}s`)
const EN: Words = {
  hour: (n) => many(n, 'hour'),
  day: (n) => many(n, 'day'),
  workday: (n) => many(n, 'working day'),
  month: (n) => many(n, 'month'),
}

/** 24 小时, 3 日 / 24 hours, 3 days. */
export const lengthWords = (length: number, unit: ClockUnit, lang: Lang): string => (lang === 'en' ? EN : ZH)[unit](length)

/** After which an unsigned decision is reminded of. */
export const silence = (lang: Lang): string => lengthWords(SILENCE_HOURS, 'hour', lang)

/** Of the row in force on the day; '' where there is none, or its text names no number. */
export function lengthOn(id: TimeId | '', day: Day, lang: Lang): string {
  const row = timeOn(id, day)
  return row === null || row.length === null ? '' : lengthWords(row.length, row.unit, lang)
}
/** As a letter writes it: 三日, 二十四小时. */
export function lengthOnPaper(id: TimeId, day: Day): string {
  const row = timeOn(id, day)
  return row === null || row.length === null ? '' : ZH[row.unit](row.length).replace(/^\d+ /, numeral(row.length))
}
/** Of the present law, for sentences that speak of no day. */
export const lengthNow = (id: TimeId, lang: Lang): string => lengthOn(id, OPEN_END, lang)
const OPEN_END: Day = '9999-12-31'
