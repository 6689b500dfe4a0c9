import { expect, it } from 'vitest'
import type { UnitKind } from '../result.ts'
import { STEPS, timeOfStep, type Step } from './step-clocks.ts'

const BODIES = ['police', 'procuratorate', 'commission'] as const
/** docs/handbook.md §3.1, §3.3 and §3.5, by hand, for a step that begins on the day: to police, procuratorate, commission. */
const HANDBOOK: readonly (readonly [day: string, step: Step, police: string, procuratorate: string, commission: string])[] = [
  ['2026-11-23', 'submit-report', 'CL08', 'CL08', 'CL08'],
  ['2026-11-23', 'confirm-report', '', '', ''],
  ['2026-11-23', 'give-opinion', '', '', ''],
  ['2026-11-23', 'decide', 'CL09', 'IN09', 'IN09'], // R310-2020 art. 19 sets no time; 3 days as an internal target (§3.1 J)
  ['2026-11-23', 'send', 'CL10', 'IN10', 'IN10'],
  ['2026-11-23', 'sign-receipt', 'CL12', 'IN12', 'IN12'],
  ['2026-11-23', 'ask-supplement', 'CL14', '', ''],
  ['2026-11-23', 'pass-on', 'CL13', '', 'CL32'],
  ['2026-11-23', 'open-examination', 'CL16', '', ''],
  ['2026-11-23', 'examine', 'CL16', '', ''],
  ['2026-11-23', 'write-opinion', '', '', ''],
  ['2026-11-23', 'supplement', 'CL15', '', ''],
  ['2026-11-23', 'plan-anew', '', '', ''], // T17 restarts CL10 with the new approval, and sets no time for the report
  ['2026-11-23', 'sign-for-decision', '', '', ''],
  ['2026-11-23', 'hand-over', 'CL25', '', ''],
  ['2026-11-23', 'reconsider', 'CL17', '', ''],
  ['2026-11-23', 'sign-reconsideration', 'CL17', '', ''], // T20: asking ends the clock, not drafting
  ['2026-11-23', 'propose-supervision', 'CL19', '', ''],
  ['2026-11-23', 'sign-supervision', '', '', ''],
  ['2026-11-23', 'ask-reasons', '', '', ''],
  ['2026-11-23', 'explain-reasons', 'CL20', '', ''],
  ['2026-11-23', 'explain-overdue', 'CL23', '', ''],
  ['2026-11-23', 'judge-reasons', '', '', ''],
  ['2026-11-23', 'file-as-ordered', 'CL21', '', ''],
  ['2026-11-23', 'confirm-hand-over', '', '', ''],
  ['2026-11-23', 'answer-reconsideration', 'CL18', '', ''],
  // Regime P: R310-2001 art. 18 binds the bureau by analogy.
  ['2017-10-20', 'decide', 'CL09', 'CL09', 'IN09'],
  ['2017-10-20', 'send', 'CL10', 'CL10', 'IN10'],
  ['2017-10-20', 'sign-receipt', 'CL12', 'IN12', 'IN12'], // HJ2001 art. 1 says register, not sign
  ['2018-03-19', 'decide', 'CL09', 'CL09', 'IN09'],
  ['2018-03-19', 'send', 'CL10', 'CL10', 'IN10'],
  ['2018-03-20', 'decide', 'CL09', 'IN09', 'IN09'],
  ['2018-03-20', 'send', 'CL10', 'IN10', 'IN10'],
]

it.each(HANDBOOK)('on %s, %s: under %s, %s, %s (found G5)', (day, step, ...clocks) => {
  expect(BODIES.map((body) => timeOfStep(step, body, day))).toEqual(clocks)
})
it('every step stands in the list above (found G5)', () => {
  expect(STEPS.filter((step) => !HANDBOOK.some(([, asked]) => asked === step))).toEqual([])
})
it.each<[readonly UnitKind[], string, string]>([
  [['commission', 'police'], 'CL09', 'CL10'],
  [['police', 'commission'], 'CL09', 'CL10'],
  [['commission', 'procuratorate'], 'IN09', 'IN10'],
  [[], 'IN09', 'IN10'],
])('a report for %o is decided under %s and sent under %s: the police part binds (found A4)', (to, decide, send) => {
  expect([timeOfStep('decide', to, '2026-11-23'), timeOfStep('send', to, '2026-11-23')]).toEqual([decide, send])
})
