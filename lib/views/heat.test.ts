import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amberHours } from '#lib/domain/clocks/running'
import { CLOCKS, clockRowOn, type ClockId } from '#lib/domain/law/clocks'
import { addHours } from '#lib/domain/time'
import { amberFromOf, HEATS, heatOf, isInRange, rangeOf } from './heat.ts'

const duty = (clock: ClockId | '', dueAt: string) => ({ clock, dueAt, startedAt: '2026-11-23T02:00:00.000Z' })
const DECIDE = duty('CL09', '2026-11-26T15:59:59.999Z')
const SEND = duty('CL10', '2026-11-24T02:00:00.000Z')

describe('how near a duty is to its end', () => {
  it.each([
    ['2026-11-25T15:59:59.998Z', 'green'],
    ['2026-11-25T15:59:59.999Z', 'amber'],
    ['2026-11-26T15:59:59.999Z', 'amber'],
    ['2026-11-26T16:00:00.000Z', 'red'],
  ])('three days are amber in the last one: at %s %s', (now, is) => expect(heatOf(DECIDE, now)).toBe(is))

  it.each([
    ['2026-11-23T17:59:59.999Z', 'green'],
    ['2026-11-23T18:00:00.000Z', 'amber'],
    ['2026-11-24T02:00:00.001Z', 'red'],
  ])('24 hours are amber in the last eight: at %s %s', (now, is) => expect(heatOf(SEND, now)).toBe(is))

  it('takes the platform’s own day, which is no row of law, as 24 hours', () => {
    expect(amberFromOf(duty('', '2026-11-24T02:00:00.000Z'))).toBe('2026-11-23T18:00:00.000Z')
  })

  it('is none where no time is set, and never amber then', () => {
    expect(heatOf(duty('CL12', ''), '2027-01-01T00:00:00.000Z')).toBe('none')
    expect(amberFromOf(duty('CL12', ''))).toBeNull()
  })

  it('is asked of a store by one range for each colour, and every duty lies in that of its own', () => {
    const anyTime = fc.integer({ min: -9, max: 9 * 24 }).map((hours) => addHours('2026-11-23T15:59:59.999Z', hours))
    // Under the others nobody has a time to keep: no number in the text, a mere target (see below), or not in force that day.
    const timed = CLOCKS.map(({ id }) => id).filter((id) => {
      const row = clockRowOn(id, '2026-11-23')
      return row?.length && !row.targetOnly
    })
    const anyDuty = fc.record({ clock: fc.constantFrom('' as const, ...timed), dueAt: fc.oneof(anyTime, fc.constant('')) })
    fc.assert(
      fc.property(anyDuty, anyTime, ({ clock, dueAt }, now) => {
        const sortAt = dueAt || '9999-2026-11-23T02:00:00.000Z'
        const lies = HEATS.filter((is) => isInRange({ clock, sortAt }, rangeOf(is, now)))
        expect(lies).toEqual([heatOf(duty(clock, dueAt), now)])
      }),
      { numRuns: 2_000 },
    )
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
