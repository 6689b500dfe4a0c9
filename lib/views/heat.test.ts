import { describe, expect, it } from 'vitest'
import { clockRowOn, type ClockId } from '#lib/domain/law/clocks'
import { amberFromOf, heatOf, WIDEST_AMBER_HOURS } from './heat.ts'

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

  it('looks far enough ahead for every clock', () => expect(WIDEST_AMBER_HOURS).toBe(120))

  // The worklist counts as late whatever lies in the past: that is right only as long as no duty runs under a mere target.
  it.each<ClockId>(['CL09', 'CL10', 'CL15', 'CL16', 'CL17', 'CL25'])('%s, which a duty runs under, is verified', (id) => {
    expect(clockRowOn(id, '2026-11-24')).toMatchObject({ targetOnly: false })
  })
})
