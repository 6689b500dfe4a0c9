/**
 * Under which time each step of a case runs, by the body that it goes to and the day it begins (docs/handbook.md §3.1, §3.3, §3.5): the one
 * table that duties, courses and forms ask. A change folds otherwise: raise `ROWS_VERSION` (lib/decisions/0014).
 */
import type { UnitKind } from '../result.ts'
import type { Day } from '../time.ts'
import type { TimeId } from './soft-times.ts'

export const STEPS = [
  'submit-report',
  'confirm-report',
  'give-opinion',
  'decide',
  'send',
  'sign-receipt',
  'ask-supplement',
  'pass-on',
  'open-examination',
  'examine',
  'write-opinion',
  'supplement',
  'plan-anew',
  'sign-for-decision',
  'hand-over',
  'reconsider',
  'sign-reconsideration',
  'answer-reconsideration',
  'confirm-hand-over',
  'propose-supervision',
  'sign-supervision',
  'ask-reasons',
  'explain-reasons',
  'explain-overdue',
  'judge-reasons',
  'file-as-ordered',
] as const
export type Step = (typeof STEPS)[number]

/** `to`: the body it binds towards, any where left out. `until`: the last day on which it still did so. The first row that fits is the one. */
type Row = Readonly<{ to?: UnitKind; until?: Day; time: TimeId }>

/** The last day on which an official's case went to the procuratorate by analogy with the police (Order 310 of 2001, art. 18; docs/handbook.md §3.1 P). */
export const LAST_OF_P: Day = '2018-03-19'
/** Order 310 art. 5 binds who transfers to the police; to the commission, and today to the procuratorate, it sets no time. */
const byArt5 = (statute: TimeId, internal: TimeId): readonly Row[] => [
  { to: 'police', time: statute },
  { to: 'procuratorate', until: LAST_OF_P, time: statute },
  { time: internal },
]

const TIMES: Readonly<Record<Step, readonly Row[]>> = {
  'submit-report': [{ time: 'CL08' }],
  'confirm-report': [],
  'give-opinion': [],
  decide: byArt5('CL09', 'IN09'),
  send: byArt5('CL10', 'IN10'),
  'sign-receipt': [{ to: 'police', time: 'CL12' }, { time: 'IN12' }], // art. 7 speaks of the police
  'ask-supplement': [{ to: 'police', time: 'CL14' }],
  'pass-on': [
    { to: 'police', time: 'CL13' },
    { to: 'commission', time: 'CL32' },
  ],
  'open-examination': [{ to: 'police', time: 'CL16' }],
  examine: [{ to: 'police', time: 'CL16' }],
  'write-opinion': [], // of the body's own house: CL16 binds who decides
  supplement: [{ to: 'police', time: 'CL15' }], // and so does GA2020 art. 180
  'plan-anew': [], // T17: the next time, CL10, begins with the new approval
  'sign-for-decision': [], // the alarm of docs/handbook.md §3.4 rule 8 is no time to act in
  'hand-over': [{ to: 'police', time: 'CL25' }], // arts 12 and 9 speak of the police
  reconsider: [{ to: 'police', time: 'CL17' }],
  'sign-reconsideration': [{ to: 'police', time: 'CL17' }], // the same right, until the letter goes out
  'answer-reconsideration': [{ to: 'police', time: 'CL18' }],
  'propose-supervision': [{ to: 'police', time: 'CL19' }],
  'sign-supervision': [], // of an overdue examination; of a decision under the time of its draft
  'ask-reasons': [], // the texts give the procuratorate no time to ask or to judge
  'explain-reasons': [{ to: 'police', time: 'CL20' }],
  'explain-overdue': [{ to: 'police', time: 'CL23' }],
  'judge-reasons': [],
  'file-as-ordered': [{ to: 'police', time: 'CL21' }],
  'confirm-hand-over': [], // art. 12 binds who hands over; the body signs on the spot
}

/** '' where neither a text nor the house sets one. Of several bodies the first row that binds towards any of them holds for all. */
export function timeOfStep(step: Step, to: UnitKind | readonly UnitKind[], day: Day): TimeId | '' {
  const kinds = typeof to === 'string' ? [to] : to
  const row = TIMES[step].find((one) => (one.to === undefined || kinds.includes(one.to)) && (one.until === undefined || day <= one.until))
  return row?.time ?? ''
}
