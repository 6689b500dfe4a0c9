import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addHours,
  addMonths,
  beijingDay,
  beijingTime,
  daysBetween,
  endOfDay,
  instantAt,
  isInstant,
  isRealDay,
  msBetween,
  nextFullHour,
  weekday,
  yearOf,
} from './time.ts'

const anyDate = fc.date({ min: new Date('1600-01-01T00:00:00Z'), max: new Date('2400-12-31T00:00:00Z'), noInvalidDate: true })
const dayOf = (date: Date) => date.toISOString().slice(0, 10)

describe('days', () => {
  it('reckon as the platform does, for eight centuries', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -50_000, max: 50_000 }), (date, n) => {
        const day = dayOf(date)
        const later = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + n))
        expect(addDays(day, n)).toBe(dayOf(later))
        expect(daysBetween(day, dayOf(later))).toBe(n)
        expect(weekday(day)).toBe(date.getUTCDay() || 7)
      }),
    )
  })
  it('know the weekday of today', () => expect(weekday('2026-11-23')).toBe(1))
  it('know their year', () => expect(yearOf('2026-11-23')).toBe(2026))
  it.each(['2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01'])('%s is real', (day) => expect(isRealDay(day)).toBe(true))
  it.each(['2025-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '2026-11-24T00:00', ''])(
    '“%s” is not',
    (day) => expect(isRealDay(day)).toBe(false),
  )
  it('refuse, as a bug, to reckon with a day that is none', () => expect(() => addDays('2025-02-29', 1)).toThrow('not a day'))
})

describe('months end on the corresponding day', () => {
  it.each([
    ['2026-01-15', 1, '2026-02-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-12-10', 2, '2027-02-10'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-10', -1, '2025-12-10'],
  ])('%s and %i months is %s', (day, months, later) => expect(addMonths(day, months)).toBe(later))
})

describe('instants', () => {
  it('of a day end at Beijing midnight', () => expect(endOfDay('2026-11-24')).toBe('2026-11-24T15:59:59.999Z'))
  it('belong to the day that it is in Beijing, to the millisecond', () => {
    expect(beijingDay('2026-11-24T15:59:59.999Z')).toBe('2026-11-24')
    expect(beijingDay('2026-11-24T16:00:00.000Z')).toBe('2026-11-25')
    expect(beijingDay('2026-12-31T16:00:00.000Z')).toBe('2027-01-01')
  })
  it('show the wall clock of Beijing', () => expect(beijingTime('2026-11-24T22:05:59.999Z')).toBe('06:05'))
  it('come back from day and wall clock', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const at = date.toISOString()
        expect(instantAt(beijingDay(at), beijingTime(at)).slice(0, 16)).toBe(at.slice(0, 16))
        expect(endOfDay(beijingDay(at)) >= at && instantAt(beijingDay(at), '00:00') <= at).toBe(true)
      }),
    )
  })
  it('leave out the hour of the start, also on the hour', () => {
    expect(nextFullHour('2026-11-24T06:20:30.000Z')).toBe('2026-11-24T07:00:00.000Z')
    expect(nextFullHour('2026-11-24T06:00:00.000Z')).toBe('2026-11-24T07:00:00.000Z')
    expect(nextFullHour('2026-12-31T15:59:59.999Z')).toBe('2026-12-31T16:00:00.000Z')
  })
  it('run through the night', () => {
    expect(addHours('2026-12-31T12:00:00.123Z', 24)).toBe('2027-01-01T12:00:00.123Z')
    expect(msBetween('2026-12-31T12:00:00.123Z', '2027-01-01T12:00:00.000Z')).toBe(86_399_877)
  })
  it.each(['2026-11-24T06:20:00.000Z', '2024-02-29T23:59:59.999Z'])('%s is one', (at) => expect(isInstant(at)).toBe(true))
  it.each(['2026-11-24T06:20:00Z', '2026-11-24T24:00:00.000Z', '2025-02-29T00:00:00.000Z', '2026-11-24T06:20:00.000+08:00', ''])(
    '“%s” is none',
    (at) => expect(isInstant(at)).toBe(false),
  )
  it('refuse, as a bug, what is no instant or wall time', () => {
    expect(() => beijingDay('yesterday')).toThrow('instant')
    expect(() => instantAt('2026-11-24', '24:00')).toThrow('not a time')
  })
})
