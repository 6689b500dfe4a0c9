/** Dates and spans of time as people read them. China Standard Time, fixed: no zone of the server or the browser enters. */
export type Lang = 'zh-CN' | 'en'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MINUTE = 60_000
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** 2026-11-24 14:20 / 24 Nov 2026, 14:20. The last instant of a day reads 24:00 of that day. */
export function formatInstant(instant: string, lang: Lang): string {
  const { day, time } = partsOf(instant)
  return lang === 'en' ? `${formatDay(day, lang)}, ${time}` : `${day} ${time}`
}

/** 2026-11-24 14:20:05 / 24 Nov 2026, 14:20:05, where the order of things matters. */
export function formatToTheSecond(instant: string, lang: Lang): string {
  const local = localOf(instant)
  return `${formatDay(local.slice(0, 10), lang)}${lang === 'en' ? ',' : ''} ${local.slice(11, 19)}`
}

/** 2026-11-24（周二）14:20 / Tue 24 Nov 2026, 14:20 */
export function formatInstantWithWeekday(instant: string, lang: Lang): string {
  const { day, time } = partsOf(instant)
  const weekday = formatWeekday(day, lang)
  return lang === 'en' ? `${weekday} ${formatDay(day, lang)}, ${time}` : `${day}（${weekday}）${time}`
}

/** 今日 20:00, 明日 24:00, 11-27 24:00; the year only where it is another one. For places where room is short. */
export function formatInstantShort(instant: string, now: string, lang: Lang): string {
  const { day, time } = partsOf(instant)
  const today = partsOf(now).day
  const distance = (Date.parse(day) - Date.parse(today)) / DAY
  const near = NEAR[lang][distance]
  if (near) return `${near} ${time}`
  if (day.slice(0, 4) !== today.slice(0, 4)) return formatInstant(instant, lang)
  return lang === 'en' ? `${dayAndMonth(day)}, ${time}` : `${day.slice(5)} ${time}`
}
const NEAR: Record<Lang, Record<number, string>> = {
  'zh-CN': { [-1]: '昨日', 0: '今日', 1: '明日' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
}

/** 14:20, for what happened on this page a moment ago. */
export const formatTime = (instant: string): string => partsOf(instant).time

/** 2026-11-24 / 24 Nov 2026. Takes a day or an instant. */
export function formatDay(dayOrInstant: string, lang: Lang): string {
  const day = dayOf(dayOrInstant)
  return lang === 'en' ? `${dayAndMonth(day)} ${day.slice(0, 4)}` : day
}

/** 2026年11月24日, as papers write it: no leading noughts, no spaces (GB/T 9704-2012, 7.3.5.4). */
export function formatDayOnPaper(dayOrInstant: string): string {
  const [year, month, date] = dayOf(dayOrInstant).split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 2026-11-24 周二 / Tue 24 Nov 2026 */
export function formatDayWithWeekday(dayOrInstant: string, lang: Lang): string {
  const [day, weekday] = [formatDay(dayOrInstant, lang), formatWeekday(dayOrInstant, lang)]
  return lang === 'en' ? `${weekday} ${day}` : `${day} ${weekday}`
}

/** 周二 / Tue */
function formatWeekday(dayOrInstant: string, lang: Lang): string {
  const index = new Date(`${dayOf(dayOrInstant)}T00:00:00.000Z`).getUTCDay()
  return lang === 'en' ? (WEEKDAYS_EN[index] ?? '') : `周${WEEKDAYS[index]}`
}

/** The day in China that an instant falls on; a day stays as it is. */
export const dayOf = (dayOrInstant: string): string => (dayOrInstant.length === 10 ? dayOrInstant : partsOf(dayOrInstant).day)

/** 剩 5 小时 40 分 / 5 h 40 min left; a negative span is 逾期 1 天 4 小时 / Overdue by 1 d 4 h. */
export function untilText(milliseconds: number, lang: Lang): string {
  const span = spanText(Math.abs(milliseconds), lang)
  const overdue = milliseconds < 0
  if (lang === 'en') return overdue ? `Overdue by ${span}` : `${span} left`
  const gap = /^\d/.test(span) ? ' ' : ''
  return `${overdue ? '逾期' : '剩'}${gap}${span}`
}

/** The two largest units, and from 3 days on days alone. Rounded down: nobody is shown time that is not there. */
export function spanText(milliseconds: number, lang: Lang): string {
  const unit = UNITS[lang]
  const days = Math.floor(milliseconds / DAY)
  const hours = Math.floor((milliseconds % DAY) / HOUR)
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE)
  if (days >= 3) return `${days} ${unit.day}`
  if (days > 0) return hours > 0 ? `${days} ${unit.day} ${hours} ${unit.hour}` : `${days} ${unit.day}`
  if (hours > 0) return minutes > 0 ? `${hours} ${unit.hour} ${minutes} ${unit.minute}` : `${hours} ${unit.hour}`
  return minutes > 0 ? `${minutes} ${unit.minute}` : unit.instant
}
const UNITS: Record<Lang, { day: string; hour: string; minute: string; instant: string }> = {
  'zh-CN': { day: '天', hour: '小时', minute: '分', instant: '不到 1 分' },
  en: { day: 'd', hour: 'h', minute: 'min', instant: 'less than 1 min' },
}

function partsOf(instant: string): { day: string; time: string } {
  const local = localOf(instant)
  const endsTheDay = local.endsWith('T23:59:59.999Z')
  return { day: local.slice(0, 10), time: endsTheDay ? '24:00' : local.slice(11, 16) }
}

/** China keeps UTC+8 all year; adding it once and reading UTC is exact, also where the machine has no zone data. */
const localOf = (instant: string): string => new Date(Date.parse(instant) + 8 * HOUR).toISOString()

/** 24 Nov */
function dayAndMonth(day: string): string {
  return `${Number(day.slice(8))} ${MONTHS[Number(day.slice(5, 7)) - 1]}`
}
