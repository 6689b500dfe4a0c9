/** The clocks of the main job where they end in a year whose holidays nobody has entered (found G4). Days by hand, from a bare calendar of 2027. */
import { describe, expect, it } from 'vitest'
import {
  APPROVED,
  CHEN,
  CHIEF,
  DECISION,
  EXAMINING,
  INTAKE,
  open,
  RECEIVED,
  SENT,
  SUBMITTED,
  play,
  type Step,
} from '#lib/domain/case/given'
import { HOLIDAYS } from '#lib/domain/law/holidays'
import { yearOf } from '#lib/domain/time'
import { dutiesOf } from './duties.ts'
import { endOf, isEstimated } from './clock-colour.ts'

const on = (day: string, steps: readonly Step[]): string[] =>
  dutiesOf(open(play(steps.map((step, n) => ({ ...step, at: `${day}T02:${String(n).padStart(2, '0')}:00.000Z` }))))).map(
    (duty) => `${duty.code} ${duty.clock} ${endOf(duty).slice(0, 16)}${isEstimated(duty) ? ' 暂估' : ''}`,
  )
const filed: Step = { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: { ...DECISION, decidedOn: '2027-01-05' } } }
const declined: Step = {
  by: CHIEF,
  command: { type: 'DeclineFiling', trackId: 't1', decision: { ...DECISION, decidedOn: '2027-01-05', reasons: '情节轻微' } },
}
const signed: Step = { by: CHEN, command: { type: 'SignForDecision', trackId: 't1' } }
const asked: Step = { by: INTAKE, command: { type: 'AskSupplement', trackId: 't1', wanted: ['流水'] } }

describe('what is owed on Tuesday 2027-01-05', () => {
  it.each<[string, readonly Step[], readonly string[]]>([
    ['submitted', SUBMITTED, ['decide CL09 2027-01-08T15:59 暂估', 'give-opinion  ']],
    ['approved', APPROVED, ['send CL10 2027-01-06T02:08']],
    ['sent', SENT, ['sign-receipt CL12 ']],
    ['received', RECEIVED, ['open-examination CL16 2027-01-08T15:59 暂估']],
    ['asked for more', [...RECEIVED, asked], ['examine CL16 2027-01-08T15:59 暂估', 'supplement CL15 2027-01-08T15:59 暂估']],
    ['under examination', EXAMINING, ['examine CL16 2027-01-08T15:59 暂估', 'write-opinion  ']],
    ['filed', [...EXAMINING, filed], ['sign-for-decision  2027-01-06T02:12']],
    ['filed and signed for', [...EXAMINING, filed, signed], ['hand-over CL25 2027-01-08T15:59 暂估']],
    ['not filed and signed for', [...EXAMINING, declined, signed], ['reconsider CL17 2027-01-08T15:59 暂估']],
  ])('%s: days are by weekends and say so, hours are what they are (found G4)', (_what, steps, owed) =>
    expect(on('2027-01-05', steps)).toEqual(owed),
  )
  it('begins on a Wednesday: the third day is a Saturday, and for the police the weekend moves it to Monday (found G4)', () => {
    expect(on('2027-01-06', EXAMINING)).toEqual(['examine CL16 2027-01-11T15:59 暂估', 'write-opinion  '])
    expect(on('2027-01-06', SUBMITTED)).toEqual(['decide CL09 2027-01-09T15:59 暂估', 'give-opinion  '])
  })
})

it('a year is not in the table, and a clock that ends before it is no estimate; one that reaches into it is (found G4)', () => {
  expect(HOLIDAYS.map(({ year }) => year)).not.toContain(yearOf('2027-01-05'))
  expect(on('2026-12-22', SUBMITTED)).toEqual(['decide CL09 2026-12-25T15:59', 'give-opinion  '])
  expect(on('2026-12-30', SUBMITTED)).toEqual(['decide CL09 2027-01-02T15:59 暂估', 'give-opinion  '])
})
