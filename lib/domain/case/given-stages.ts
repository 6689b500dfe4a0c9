/** For tests: how a track goes on after the decision of the body, each line the steps so far and one more. A step is one event, so their number is its seq. */
import type { ReportKind } from '../procedure/stages.ts'
import { CHEN, CHIEF, DECISION, EXAMINING, OFFICER, WANG, type Step, type Who } from './given.ts'

const trackId = 't1'
export const FILED: readonly Step[] = [...EXAMINING, { by: CHIEF, command: { type: 'FileCase', trackId, decision: DECISION } }]
export const NOT_FILED: readonly Step[] = [
  ...EXAMINING,
  { by: CHIEF, command: { type: 'DeclineFiling', trackId, decision: { ...DECISION, reasons: '没有犯罪事实' } } },
]
export const SIGNED: Step = { by: CHEN, command: { type: 'SignForDecision', trackId } }
export const REFUSED: readonly Step[] = [...NOT_FILED, SIGNED]
export const WAIVED: readonly Step[] = [...REFUSED, { by: WANG, command: { type: 'WaiveRemedy', trackId, reason: '同意不予立案的理由' } }]

export const PREPARED: readonly Step[] = [
  ...REFUSED,
  { by: CHEN, command: { type: 'PrepareReconsideration', trackId, text: '遗漏银行流水' } },
]
export const ASKED: readonly Step[] = [
  ...PREPARED,
  { by: WANG, command: { type: 'AskReconsideration', trackId, readSeq: PREPARED.length } },
]
export const HANDED: readonly Step[] = [
  ...FILED,
  SIGNED,
  {
    by: CHEN,
    command: {
      type: 'HandOver',
      trackId,
      things: [{ is: 'file', ref: 'i1', keptAt: '' }],
      place: '公安局物证室',
      on: '2026-11-24',
      time: '14:40',
      text: '',
    },
  },
]
export const TAKEN: readonly Step[] = [
  ...HANDED,
  { by: OFFICER, command: { type: 'ConfirmHandOver', trackId, proceeding: HANDED.length, outcome: 'taken', text: '' } },
]
const second = { ...DECISION, decisionNo: '乙公复字〔2026〕3号', reasons: '原决定正确' }
export const UPHELD: readonly Step[] = [
  ...ASKED,
  { by: CHIEF, command: { type: 'AnswerReconsideration', trackId, outcome: 'upheld', decision: second } },
]
export const CHANGED: readonly Step[] = [
  ...ASKED,
  { by: CHIEF, command: { type: 'AnswerReconsideration', trackId, outcome: 'changed', decision: second } },
]

/** T21: at once to the procuratorate; its acts are those of its supervisor. */
export const JIAN: Who = { personId: 'jian', unitId: 'procuratorate', post: 'supervisor' }
const paper = { no: '乙检立监〔2026〕1号', on: '2026-11-24', text: '请说明理由', document: null }
export const DRAFTED: readonly Step[] = [...REFUSED, { by: CHEN, command: { type: 'PrepareSupervision', trackId, text: '应当立案' } }]
export const PROPOSED: readonly Step[] = [
  ...DRAFTED,
  { by: WANG, command: { type: 'ProposeSupervision', trackId, readSeq: DRAFTED.length } },
]
export const REASONS_ASKED: readonly Step[] = [...PROPOSED, { by: JIAN, command: { type: 'AskReasons', trackId, paper } }]
export const EXPLAINED: readonly Step[] = [...REASONS_ASKED, { by: CHIEF, command: { type: 'ExplainReasons', trackId, paper } }]
export const ACCEPTED: readonly Step[] = [...EXPLAINED, { by: JIAN, command: { type: 'AcceptReasons', trackId, paper } }]
export const ORDERED: readonly Step[] = [...EXPLAINED, { by: JIAN, command: { type: 'OrderFiling', trackId, paper } }]
export const FILED_AS_ORDERED: readonly Step[] = [
  ...ORDERED,
  { by: CHIEF, command: { type: 'FileAsOrdered', trackId, decision: DECISION } },
]
const word = (kind: ReportKind): Step => ({ by: OFFICER, command: { type: 'ReportStatus', trackId, kind, fen: null, paper } })
export const REPORTED: Readonly<
  Record<'proceeding' | 'dropped' | 'prosecuting' | 'not-prosecuted' | 'on-trial' | 'judged', readonly Step[]>
> = {
  proceeding: [...TAKEN, word('measures')],
  dropped: [...TAKEN, word('dropped')],
  prosecuting: [...TAKEN, word('transferred')],
  'not-prosecuted': [...TAKEN, word('not-prosecuted')],
  'on-trial': [...TAKEN, word('on-trial')],
  judged: [...TAKEN, word('judged')],
}
