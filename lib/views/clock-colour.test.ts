import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amberHours } from '#lib/domain/clocks/running'
import { runClock } from '#lib/domain/clocks/run-clock'
import { CLOCKS, clockRowOn, type ClockId } from '#lib/domain/law/clocks'
import { INTERNAL_TIMES, isInternal, isRight, RIGHTS, type TimeId } from '#lib/domain/law/soft-times'
import { addHours } from '#lib/domain/time'
import { amberFromOf, endedRights, DUTY_COLOURS, colourOf, isInRange, rangeOf } from './clock-colour.ts'

const duty = (clock: TimeId | '', dueAt: string, dueStrictAt = dueAt) => ({
  clock,
  dueAt,
  dueStrictAt,
  startedAt: '2026-11-23T02:00:00.000Z',
})
const DECIDE = duty('CL09', '2026-11-26T15:59:59.999Z')
const SEND = duty('CL10', '2026-11-24T02:00:00.000Z')

describe('how near a duty is to its end', () => {
  it.each([
    ['2026-11-25T15:59:59.998Z', 'green'],
    ['2026-11-25T15:59:59.999Z', 'amber'],
    ['2026-11-26T15:59:59.999Z', 'amber'],
    ['2026-11-26T16:00:00.000Z', 'red'],
  ])('three days are amber in the last one: at %s %s', (now, is) => expect(colourOf(DECIDE, now)).toBe(is))

  it.each([
    ['2026-11-23T17:59:59.999Z', 'green'],
    ['2026-11-23T18:00:00.000Z', 'amber'],
    ['2026-11-24T02:00:00.001Z', 'red'],
  ])('24 hours are amber in the last eight: at %s %s', (now, is) => expect(colourOf(SEND, now)).toBe(is))

  it('takes the platform’s own day, which is no row of law, as 24 hours', () => {
    expect(amberFromOf(duty('', '2026-11-24T02:00:00.000Z'))).toBe('2026-11-23T18:00:00.000Z')
  })

  it('is none where no time is set, and never amber then', () => {
    expect(colourOf(duty('CL12', ''), '2027-01-01T00:00:00.000Z')).toBe('none')
    expect(amberFromOf(duty('CL12', ''))).toBeNull()
  })

  it('is asked of a store by one range for each colour, and every duty lies in that of its own', () => {
    const anyTime = fc.integer({ min: -9, max: 9 * 24 }).map((hours) => addHours('2026-11-23T15:59:59.999Z', hours))
    // Under the others nobody has a time to keep: no number in the text, a mere target (see below), or not in force that day.
    const timed = CLOCKS.map(({ id }) => id).filter((id) => {
      const row = clockRowOn(id, '2026-11-23')
      return row?.length && !row.targetOnly
    })
    const soft = [...INTERNAL_TIMES.filter(({ length }) => length).map(({ id }) => id), ...RIGHTS] as TimeId[] // safe: ids of such rows
    const anyDuty = fc.record({ clock: fc.constantFrom('' as const, ...timed, ...soft), end: fc.oneof(anyTime, fc.constant('')) })
    fc.assert(
      fc.property(anyDuty, anyTime, ({ clock, end }, now) => {
        const place = { clock, sortAt: end || '9999-2026-11-23T02:00:00.000Z' }
        const isEnded = isInRange(place, endedRights(now))
        const lies = DUTY_COLOURS.filter((is) => isInRange(place, rangeOf(is, now)) || (is === 'none' && isEnded))
        expect(lies).toEqual([colourOf(duty(clock, isInternal(clock) || isRight(clock) ? '' : end, end), now)])
        expect(isInRange(place, rangeOf(null, now))).toBe(!isEnded)
      }),
      { numRuns: 2_000 },
    )
  })

  it('of a right is amber from its beginning to its end, and then none: nobody is late with it (found A5)', () => {
    const right = duty('CL17', '', '2026-11-26T15:59:59.999Z')
    expect([right.startedAt, '2026-11-26T15:59:59.999Z', '2026-11-26T16:00:00.000Z'].map((now) => colourOf(right, now))).toEqual([
      'amber',
      'amber',
      'none',
    ])
    for (const id of RIGHTS) {
      const run = runClock(id as ClockId, '2026-09-29T16:00:00.000Z') // safe: a right is a clock; the longest holidays follow
      expect(colourOf(duty(id as ClockId, '', run?.dueStrictAt), '2026-09-29T16:00:00.000Z'), id).toBe('amber')
    }
  })

  it('of an internal time is amber from the same hour on as the clock it stands for, and never red (found A4)', () => {
    const decide = duty('IN09', '', DECIDE.dueAt)
    const times = ['2026-11-25T15:59:59.998Z', '2026-11-25T15:59:59.999Z', '2026-11-26T16:00:00.000Z', '2027-11-26T16:00:00.000Z']
    expect(times.map((now) => colourOf(decide, now))).toEqual(['green', 'amber', 'amber', 'amber'])
    expect(colourOf(duty('IN12', ''), '2027-01-01T00:00:00.000Z')).toBe('none')
  })

  it('can be told by the clock alone: each is amber as long in all its versions', () => {
    const hours = Map.groupBy(CLOCKS, ({ id }) => id)
    for (const [id, rows] of hours) expect(new Set(rows.map((row) => amberHours(row))).size, id).toBe(1)
  })

  // The worklist counts as late whatever lies in the past: that is right only as long as no duty runs under a mere target.
  it.each<ClockId>(['CL09', 'CL10', 'CL15', 'CL16', 'CL17', 'CL25'])('%s, which a duty runs under, is verified', (id) => {
    expect(clockRowOn(id, '2026-11-24')).toMatchObject({ targetOnly: false })
  })
})
