import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { covers, holidaysFrom, isHoliday } from '../clocks/calendar.ts'
import { addDays, yearOf } from '../time.ts'
import { HOLIDAYS } from './holidays.ts'

const daysOf = (year: number) => {
  const days = [`${year}-01-01`]
  for (let day = addDays(`${year}-01-01`, 1); yearOf(day) === year; day = addDays(day, 1)) days.push(day)
  return days
}

describe('the holiday table', () => {
  it.each(HOLIDAYS.map((row) => row.year))('agrees with the package on every day of %i', (year) => {
    expect(daysOf(year).filter((day) => isHoliday(HOLIDAYS, day) === chineseDays.isWorkday(day))).toEqual([])
  })
  it('covers 2017 to 2026, and says that it knows no other year', () => {
    expect(HOLIDAYS.map((row) => row.year)).toEqual([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    expect(['2016-12-31', '2017-01-01', '2026-12-31', '2027-01-01'].map((day) => covers(HOLIDAYS, day))).toEqual([false, true, true, false])
  })
  it('names the notice of every year, and keeps its days within it', () => {
    expect(HOLIDAYS.filter((row) => row.documentNos.length === 0)).toEqual([])
    for (const row of HOLIDAYS) expect([...row.daysOff.flat(), ...row.workdays].filter((day) => yearOf(day) !== row.year)).toEqual([])
  })
})

describe('a holiday', () => {
  it.each(['2026-10-01', '2026-10-07', '2026-11-21', '2026-11-22', '2026-02-23', '2020-02-01'])('is %s', (day) =>
    expect(isHoliday(HOLIDAYS, day)).toBe(true),
  )
  it.each(['2026-10-10', '2026-09-20', '2026-10-08', '2026-11-23', '2026-02-14', '2019-05-05'])('is not %s', (day) =>
    expect(isHoliday(HOLIDAYS, day)).toBe(false),
  )
  it('goes on until a day is worked', () => {
    expect(holidaysFrom(HOLIDAYS, '2026-10-05')).toEqual(['2026-10-05', '2026-10-06', '2026-10-07'])
    expect(holidaysFrom(HOLIDAYS, '2026-11-23')).toEqual([])
  })
})
