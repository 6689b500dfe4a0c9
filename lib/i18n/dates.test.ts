import { describe, expect, it } from 'vitest'
import {
  dayOf,
  formatDay,
  formatDayWithWeekday,
  formatDayOnPaper,
  formatInstant,
  formatInstantShort,
  formatInstantWithWeekday,
  formatTime,
  formatToTheSecond,
  spanText,
  untilText,
} from './dates.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const NOW = '2026-11-24T06:20:00.000Z' // 14:20 in China
const LAST_OF_27TH = '2026-11-27T15:59:59.999Z'

describe('instants', () => {
  it('read as in the office, in China Standard Time', () => {
    expect(formatInstant(NOW, 'zh-CN')).toBe('2026-11-24 14:20')
    expect(formatInstant(NOW, 'en')).toBe('24 Nov 2026, 14:20')
    expect(formatTime(NOW)).toBe('14:20')
    expect(formatToTheSecond('2026-11-24T16:20:05.900Z', 'zh-CN')).toBe('2026-11-25 00:20:05')
    expect(formatToTheSecond(NOW, 'en')).toBe('24 Nov 2026, 14:20:00')
  })

  it('fall on the day in China, not on the day in Greenwich', () => {
    expect(formatInstant('2026-12-31T16:00:00.000Z', 'zh-CN')).toBe('2027-01-01 00:00')
    expect(dayOf('2026-12-31T16:00:00.000Z')).toBe('2027-01-01')
  })

  it('that end a day read 24:00 of that day', () => {
    expect(formatInstant(LAST_OF_27TH, 'zh-CN')).toBe('2026-11-27 24:00')
    expect(formatInstant(LAST_OF_27TH, 'en')).toBe('27 Nov 2026, 24:00')
    expect(formatInstant('2026-11-27T15:59:59.998Z', 'zh-CN')).toBe('2026-11-27 23:59')
  })

  it('carry the weekday where asked', () => {
    expect(formatInstantWithWeekday(NOW, 'zh-CN')).toBe('2026-11-24（周二）14:20')
    expect(formatInstantWithWeekday(NOW, 'en')).toBe('Tue 24 Nov 2026, 14:20')
  })

  it('are short where room is short', () => {
    expect(formatInstantShort('2026-11-24T12:00:00.000Z', NOW, 'zh-CN')).toBe('今日 20:00')
    expect(formatInstantShort('2026-11-23T09:30:00.000Z', NOW, 'zh-CN')).toBe('昨日 17:30')
    expect(formatInstantShort('2026-11-25T15:59:59.999Z', NOW, 'zh-CN')).toBe('明日 24:00')
    expect(formatInstantShort('2026-11-25T15:59:59.999Z', NOW, 'en')).toBe('tomorrow 24:00')
    expect(formatInstantShort(LAST_OF_27TH, NOW, 'zh-CN')).toBe('11-27 24:00')
    expect(formatInstantShort(LAST_OF_27TH, NOW, 'en')).toBe('27 Nov, 24:00')
    expect(formatInstantShort('2027-01-05T15:59:59.999Z', NOW, 'zh-CN')).toBe('2027-01-05 24:00')
  })

  it('are today until the very end of the day', () => {
    expect(formatInstantShort('2026-11-24T15:59:59.999Z', NOW, 'zh-CN')).toBe('今日 24:00')
    expect(formatInstantShort('2026-11-24T16:00:00.000Z', NOW, 'zh-CN')).toBe('明日 00:00')
  })
})

describe('days', () => {
  it('read alike from a day and from an instant', () => {
    expect(formatDay('2026-11-04', 'zh-CN')).toBe('2026-11-04')
    expect(formatDay('2026-11-04', 'en')).toBe('4 Nov 2026')
    expect(formatDay(NOW, 'en')).toBe('24 Nov 2026')
  })

  it('have their weekday', () => {
    expect(formatDayWithWeekday('2026-11-24', 'zh-CN')).toBe('2026-11-24 周二')
    expect(formatDayWithWeekday('2026-11-29', 'en')).toBe('Sun 29 Nov 2026')
  })

  it('are written out on papers', () => {
    expect(formatDayOnPaper('2026-11-04')).toBe('2026年11月4日')
  })
})

describe('time left', () => {
  it('shows the two largest units', () => {
    expect(untilText(5 * HOUR + 40 * MINUTE, 'zh-CN')).toBe('剩 5 小时 40 分')
    expect(untilText(5 * HOUR + 40 * MINUTE, 'en')).toBe('5 h 40 min left')
    expect(untilText(2 * DAY + 3 * HOUR + 59 * MINUTE, 'zh-CN')).toBe('剩 2 天 3 小时')
  })

  it('shows days alone from 3 days on', () => {
    expect(untilText(3 * DAY - 1, 'zh-CN')).toBe('剩 2 天 23 小时')
    expect(untilText(3 * DAY, 'zh-CN')).toBe('剩 3 天')
    expect(untilText(6 * DAY + 3 * HOUR, 'en')).toBe('6 d left')
  })

  it('says by how much it is late', () => {
    expect(untilText(-(DAY + 4 * HOUR), 'zh-CN')).toBe('逾期 1 天 4 小时')
    expect(untilText(-(DAY + 4 * HOUR), 'en')).toBe('Overdue by 1 d 4 h')
  })

  it('leaves out an empty second unit', () => {
    expect(spanText(5 * HOUR, 'zh-CN')).toBe('5 小时')
    expect(spanText(DAY + 59 * MINUTE, 'zh-CN')).toBe('1 天')
  })

  it('never shows a minute that is not there', () => {
    expect(untilText(59_999, 'zh-CN')).toBe('剩不到 1 分')
    expect(untilText(-1, 'en')).toBe('Overdue by less than 1 min')
    expect(untilText(MINUTE, 'zh-CN')).toBe('剩 1 分')
  })
})
