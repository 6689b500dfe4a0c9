import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CLOCKS, clockRowOn, type ClockId, type ClockRow } from '../law/clocks.ts'
import { HOLIDAYS } from '../law/holidays.ts'
import { addDays, addHours, addMonths, beijingDay, endOfDay, instantAt, type Instant } from '../time.ts'
import { isHoliday } from './calendar.ts'
import { UNIT_KINDS } from '../result.ts'
import { judgedAt } from './run-clock.ts'
import { clockColour, isLapsed, runClock, type Due, type Facts } from './running.ts'

/** `2026-09-30 10:20` on a Beijing wall. */
const at = (wall: string): Instant => instantAt(wall.slice(0, 10), wall.slice(11))
const rowOf = (id: ClockId): ClockRow => CLOCKS.find((row) => row.id === id)!
const run = (id: ClockId, wall: string, facts: Facts = {}): Due => runClock(rowOf(id), at(wall), HOLIDAYS, facts)!
const days = (due: Due) => [beijingDay(due.dueStrictAt), beijingDay(due.dueAt)]

describe('a clock in days', () => {
  it('leaves out the day of the start and ends at 24:00 of the last day', () => {
    expect(run('CL09', '2026-11-23 00:00').dueStrictAt).toBe('2026-11-26T15:59:59.999Z')
    expect(run('CL09', '2026-11-23 23:59').dueStrictAt).toBe('2026-11-26T15:59:59.999Z')
    expect(run('CL09', '2026-11-24 00:00').dueStrictAt).toBe('2026-11-27T15:59:59.999Z')
  })
  it.each<[ClockId, string, string, string]>([
    ['CL16', '2026-11-23 10:00', '2026-11-26', '2026-11-26'],
    ['CL16', '2026-11-25 10:00', '2026-11-28', '2026-11-30'], // Saturday → Monday
    ['CL16', '2026-09-29 10:00', '2026-10-02', '2026-10-08'], // National Day
    ['CL16', '2026-10-07 10:00', '2026-10-10', '2026-10-10'], // a Saturday that is worked
    ['CL16', '2026-09-17 10:00', '2026-09-20', '2026-09-20'], // a Sunday that is worked
    ['CL20', '2026-02-09 10:00', '2026-02-16', '2026-02-24'], // Spring Festival
    ['CL21', '2017-09-20 10:00', '2017-10-05', '2017-10-09'],
    ['CL09', '2020-01-30 10:00', '2020-02-02', '2020-02-03'], // the festival lengthened by 国办发明电〔2020〕1号
    ['CL07', '2026-07-03 10:00', '2026-10-01', '2026-10-08'],
  ])('%s from %s: strict %s, tolerant %s', (id, wall, strict, tolerant) => expect(days(run(id, wall))).toEqual([strict, tolerant]))
})

describe('a clock in hours', () => {
  it('of the bureau has one due time, to the minute, through nights and holidays', () => {
    const due = run('CL10', '2026-10-01 17:05')
    expect([due.dueStrictAt, due.dueAt]).toEqual([at('2026-10-02 17:05'), at('2026-10-02 17:05')])
  })
  it.each<[ClockId, string]>([
    ['CL13', '2026-11-25 10:21'],
    ['CL14', '2026-11-25 10:21'],
  ])('%s tolerantly counts from the next full hour', (id, wall) => {
    const due = run(id, wall)
    expect([due.dueStrictAt, due.dueAt, due.steps.hoursFrom]).toEqual([
      at('2026-11-26 10:21'),
      at('2026-11-26 11:00'),
      at('2026-11-25 11:00'),
    ])
  })
  it('leaves out the hour of the start also on the hour', () => expect(run('CL13', '2026-11-25 10:00').dueAt).toBe(at('2026-11-26 11:00')))
})

describe('a clock in working days', () => {
  it.each<[ClockId, string, string]>([
    ['CL32', '2026-09-30 10:00', '2026-10-13'],
    ['CL32', '2026-09-16 10:00', '2026-09-22'],
    ['CL32', '2026-11-20 23:59', '2026-11-27'],
    ['CL06', '2024-02-07 10:00', '2024-02-22'],
    ['CL02', '2025-09-25 10:00', '2025-10-15'],
  ])('%s from %s is due on %s, strict and tolerant alike', (id, wall, day) => expect(days(run(id, wall))).toEqual([day, day]))
  it('names the holidays that it skips', () => {
    expect(run('CL32', '2026-09-30 10:00').steps.skipped).toEqual([
      '2026-10-01',
      '2026-10-02',
      '2026-10-03',
      '2026-10-04',
      '2026-10-05',
      '2026-10-06',
      '2026-10-07',
      '2026-10-11',
    ])
  })
  it('does not count the days of a pause, where the row may pause', () => {
    const pauses = [{ from: '2026-11-25', to: '2026-11-30' }]
    expect(days(run('CL40', '2026-11-23 10:00', { pauses }))[0]).toBe('2026-12-10') // 24, 30, 1–4, 7–10
    expect(run('CL40', '2026-11-23 10:00', { pauses }).steps.paused).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ])
    expect(days(run('CL32', '2026-11-23 10:00', { pauses }))).toEqual(days(run('CL32', '2026-11-23 10:00')))
  })
  it('counts the day on which a pause ends, and nothing for one that ends as it begins', () => {
    expect(days(run('CL40', '2026-11-23 10:00', { pauses: [{ from: '2026-11-24', to: '2026-11-25' }] }))[0]).toBe('2026-12-08')
    expect(days(run('CL40', '2026-11-23 10:00', { pauses: [{ from: '2026-11-24', to: '2026-11-24' }] }))[0]).toBe('2026-12-07')
  })
  it('is on hold while a pause is open', () => {
    expect(run('CL40', '2026-11-23 10:00', { pauses: [{ from: '2026-11-25', to: null }] })).toMatchObject({
      onHold: true,
      dueAt: endOfDay('2026-12-07'),
    })
    expect(run('CL16', '2026-11-23 10:00', { pauses: [{ from: '2026-11-25', to: null }] }).onHold).toBe(false) // ST-C2 does not stop CL16
  })
})

describe('a clock in months', () => {
  it.each<[ClockId, string, string, string]>([
    ['CL37', '2026-07-15 10:00', '2026-09-15', '2026-09-15'],
    ['CL37', '2026-08-01 10:00', '2026-10-01', '2026-10-08'],
    ['CL42', '2026-01-31 10:00', '2026-02-28', '2026-02-28'], // no 31 February; and the Saturday is worked
    ['CL24', '2025-11-30 10:00', '2026-02-28', '2026-02-28'],
  ])('%s from %s: strict %s, tolerant %s', (id, wall, strict, tolerant) => expect(days(run(id, wall))).toEqual([strict, tolerant]))
  it('is lengthened from its unrolled end', () => {
    const added = [{ length: 15, unit: 'day' }] as const
    expect(days(run('CL42', '2026-09-02 10:00'))).toEqual(['2026-10-02', '2026-10-08'])
    expect(days(run('CL42', '2026-09-02 10:00', { added }))).toEqual(['2026-10-17', '2026-10-19'])
  })
  it('does not roll where the suspect is in custody', () => {
    expect(days(run('CL42', '2026-09-02 10:00', { inCustody: true }))).toEqual(['2026-10-02', '2026-10-02'])
    expect(days(run('CL43', '2026-09-02 10:00', { inCustody: true }))).toEqual(['2026-10-02', '2026-10-02'])
    expect(days(run('CL24', '2026-07-02 10:00', { inCustody: true }))).toEqual(['2026-10-02', '2026-10-08'])
  })
  it('gets back the days of a pause', () => {
    const paused = runClock({ ...rowOf('CL37'), pausable: true }, at('2026-07-15 10:00'), HOLIDAYS, {
      pauses: [
        { from: '2026-08-01', to: '2026-08-11' },
        { from: '2026-09-16', to: '2026-09-18' },
      ],
    })
    expect(paused && days(paused)).toEqual(['2026-09-27', '2026-09-28'])
    expect(paused?.steps.paused).toHaveLength(12)
  })
})

describe('a year without a calendar', () => {
  it.each<[ClockId, string, boolean]>([
    ['CL09', '2026-12-28 10:00', false],
    ['CL09', '2026-12-29 10:00', true],
    ['CL09', '2026-12-30 10:00', true],
    ['CL32', '2026-12-24 10:00', false],
    ['CL32', '2026-12-25 10:00', true],
    ['CL37', '2026-10-31 10:00', false],
    ['CL37', '2026-11-02 10:00', true],
    ['CL10', '2026-12-31 10:00', false],
    ['CL09', '2016-12-20 10:00', true],
  ])('%s from %s: unknown %s', (id, wall, unknown) => expect(run(id, wall).calendarUnknown).toBe(unknown))
  it('counts weekends meanwhile', () => expect(days(run('CL09', '2026-12-30 10:00'))).toEqual(['2027-01-02', '2027-01-04']))
})

describe('a clock without a number', () => {
  it('is never due', () => {
    expect(runClock(rowOf('CL12'), at('2026-11-23 10:00'), HOLIDAYS)).toBeNull()
    expect(clockColour(rowOf('CL12'), null, at('2030-01-01 00:00'))).toBe('green')
  })
})

describe('the steps', () => {
  it('can be reckoned again to the due times shown', () => {
    const start = fc.integer({ min: 0, max: 9 * 365 * 24 * 60 }).map((minutes) => addHours('2017-01-31T16:00:00.000Z', minutes / 60))
    fc.assert(
      fc.property(fc.constantFrom(...CLOCKS.filter((row) => row.length !== null)), start, (row, startedAt) => {
        const due = runClock(row, startedAt, HOLIDAYS)
        if (!due) throw new Error('no due time')
        expect(reckoned(due)).toEqual([due.dueStrictAt, due.dueAt])
        expect(due.dueStrictAt <= due.dueAt).toBe(true)
        expect(due.steps.unit !== 'hour' && isHoliday(HOLIDAYS, beijingDay(due.dueAt))).toBe(false)
      }),
    )
  })
})
/** From the steps alone, as a reader would: no calendar. */
function reckoned({ steps }: Due): [Instant, Instant] {
  const { startedAt, leftOut, hoursFrom, length, unit, skipped, paused, rolledOver } = steps
  if (unit === 'hour' || !leftOut) return [addHours(startedAt, length), addHours(hoursFrom ?? startedAt, length)]
  const last = unit === 'month' ? addMonths(leftOut, length) : addDays(leftOut, length + skipped.length + paused.length)
  return [endOfDay(last), endOfDay(addDays(last, rolledOver.length))]
}

describe('lapsed', () => {
  it('begins one millisecond after the end: a minute before midnight is in time', () => {
    const { dueStrictAt } = run('CL09', '2026-11-23 10:00')
    expect(isLapsed(at('2026-11-26 23:59'), dueStrictAt)).toBe(false)
    expect(isLapsed(endOfDay('2026-11-26'), dueStrictAt)).toBe(false)
    expect(isLapsed(at('2026-11-27 00:00'), dueStrictAt)).toBe(true)
  })
  it('is said of the bureau by the strict time, of everybody else by the tolerant one (D16)', () => {
    const due = run('CL16', '2026-11-25 10:00') // Saturday, Monday
    expect(beijingDay(judgedAt(due, 'bureau'))).toBe('2026-11-28')
    for (const kind of UNIT_KINDS.filter((one) => one !== 'bureau')) expect(beijingDay(judgedAt(due, kind)), kind).toBe('2026-11-30')
  })
})

describe('heat', () => {
  it.each<[ClockId, number]>([
    ['CL10', 8],
    ['CL09', 24],
    ['CL16', 24],
    ['CL20', 72],
    ['CL21', 72],
    ['CL32', 72],
    ['CL07', 120],
    ['CL42', 120],
  ])('%s turns amber %i hours before the end, not a minute earlier', (id, hours) => {
    const { dueStrictAt } = run(id, '2026-11-02 10:00')
    expect(clockColour(rowOf(id), dueStrictAt, addHours(dueStrictAt, -hours - 1 / 60))).toBe('green')
    expect(clockColour(rowOf(id), dueStrictAt, addHours(dueStrictAt, -hours))).toBe('amber')
    expect(clockColour(rowOf(id), dueStrictAt, dueStrictAt)).toBe('amber')
    expect(clockColour(rowOf(id), dueStrictAt, addHours(dueStrictAt, 1 / 60))).toBe('red')
  })
  it('is grey while paused and blue when done, however late', () => {
    const args = [rowOf('CL09'), at('2026-11-01 00:00'), at('2026-11-24 00:00')] as const
    expect([clockColour(...args, 'paused'), clockColour(...args, 'done'), clockColour(...args)]).toEqual(['hold', 'done', 'red'])
  })
  it('of an unverified row is never red', () =>
    expect(clockColour(rowOf('CL03'), at('2026-11-01 00:00'), at('2026-11-24 00:00'))).toBe('amber'))
  it('takes other limits where they are configured', () => {
    expect(
      clockColour(rowOf('CL10'), at('2026-11-24 10:00'), at('2026-11-24 01:00'), 'running', [{ upToHours: Infinity, hoursLeft: 10 }]),
    ).toBe('amber')
  })
})

/** docs/handbook.md §9.4: what happened, when, and within which clock it was. */
const CHAINS: [string, ClockId, string, string][] = [
  ['K20', 'CL09', '2025-05-12 09:00', '2025-05-14 16:00'],
  ['K20', 'CL10', '2025-05-14 16:00', '2025-05-15 09:00'],
  ['K20', 'CL16', '2025-05-15 10:00', '2025-05-17 17:00'],
  ['K20', 'CL17', '2025-05-19 09:00', '2025-05-21 15:00'],
  ['K20', 'CL18', '2025-05-21 15:00', '2025-05-24 16:00'],
  ['K20', 'CL19', '2025-05-26 09:00', '2025-05-28 10:00'],
  ['K20', 'CL20', '2025-05-30 10:00', '2025-06-05 15:00'],
  ['K20', 'CL21', '2025-06-09 10:00', '2025-06-20 16:00'],
  ['K20', 'CL25', '2025-06-23 09:00', '2025-06-25 16:00'],
  ['K21', 'CL09', '2024-07-01 09:00', '2024-07-03 09:00'],
  ['K21', 'CL10', '2024-07-03 09:00', '2024-07-03 15:00'],
  ['K21', 'CL14', '2024-07-03 15:30', '2024-07-04 11:00'],
  ['K21', 'CL15', '2024-07-04 11:00', '2024-07-06 17:00'],
  ['K21', 'CL16', '2024-07-03 15:30', '2024-07-06 18:00'],
  ['K22', 'CL09', '2024-08-05 09:00', '2024-08-06 09:00'],
  ['K22', 'CL10', '2024-08-06 09:00', '2024-08-06 17:00'],
  ['K22', 'CL13', '2024-08-06 17:20', '2024-08-07 16:00'],
  ['K22', 'CL16', '2024-08-07 18:00', '2024-08-10 12:00'],
  ['K05', 'CL09', '2017-10-18 10:00', '2017-10-20 10:00'],
  ['K05', 'CL10', '2017-10-20 10:00', '2017-10-20 16:00'],
  ['K17', 'CL09', '2017-10-24 09:00', '2017-10-26 18:00'],
  ['K17', 'CL10', '2017-10-26 18:00', '2017-10-27 09:00'],
  ['K12', 'CL16', '2024-02-29 11:00', '2024-03-03 09:00'],
  ['K10', 'CL16', '2024-06-06 11:30', '2024-06-09 10:00'],
  ['K09', 'CL16', '2025-02-13 11:00', '2025-02-15 16:00'],
  ['K14', 'CL16', '2026-08-27 10:00', '2026-08-29 16:00'],
  ['K28', 'CL10', '2025-07-16 17:00', '2025-07-17 09:00'],
]
describe('the demo cases', () => {
  it.each(CHAINS)('%s keeps %s: from %s, done %s', (_case, id, from, done) => {
    const row = clockRowOn(id, from.slice(0, 10))
    const due = row && runClock(row, at(from), HOLIDAYS)
    expect(due && isLapsed(at(done), due.dueStrictAt)).toBe(false)
  })
  it('K20 had until midnight of a Saturday, or tolerantly of the Monday after', () =>
    expect(days(run('CL18', '2025-05-21 15:00'))).toEqual(['2025-05-24', '2025-05-26']))
})
