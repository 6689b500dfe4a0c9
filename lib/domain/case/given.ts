/** For tests: a small office, and a case told as deeds. `given(…).when(…)` runs a command through policy-free rules and folds what happened. */
import type { Actor, Occasion, OnPaper, Post, Result, UnitKind, UnitRef } from '../result.ts'
import type { FileRef } from '../result.ts'
import type { CaseCommand } from './commands.ts'
import { decide, needsNumber } from './decider.ts'
import type { Basics, Bureau, CaseEvent, Subject, TrackPlan } from './events.ts'
import { evolve, type Happened } from './evolve.ts'
import type { CaseState, OpenCase } from './state.ts'

const unit = (unitId: string, kind: UnitKind, name: string): UnitRef => ({ unitId, kind, name, code: name.slice(0, 1) })
export const BUREAU: Bureau = { ...unit('bureau', 'bureau', '乙旗人社局'), code: '乙人社', superiorId: 'league', division: '159921' }
export const POLICE = unit('police', 'police', '乙旗公安局')
export const OTHER_POLICE = unit('police-2', 'police', '丙县公安局')
export const COMMISSION = unit('commission', 'commission', '乙旗监察委员会')
export const PROCURATORATE = unit('procuratorate', 'procuratorate', '乙旗人民检察院')
export const BASICS: Basics = {
  title: '赵某祥案',
  source: 'XY3',
  sourceNote: '',
  funds: ['FD1'],
  division: '159921',
  foundOn: '2026-11-02',
  conduct: '虚列死亡人员待遇',
}

export const actor = (personId: string, post: Post, at: Pick<UnitRef, 'unitId' | 'kind'> = BUREAU, division = BUREAU.division): Actor => ({
  personId,
  seats: [{ unitId: at.unitId, unitKind: at.kind, division, post }],
})
export const subject = (over: Partial<Subject> = {}): Subject => ({
  kind: 'person',
  name: '赵某祥',
  idNo: '',
  employer: '乙旗社保中心',
  position: '待遇核发岗',
  official: 'yes',
  isPrincipal: false,
  usedOffice: true,
  companyMoney: false,
  judicialOfficer: false,
  role: 'main',
  conduct: '',
  personId: null,
  ...over,
})
const file = (n: number): FileRef => ({
  blobId: `b${n}`,
  name: `材料${n}.pdf`,
  size: 10,
  sha256: `${n}`.padStart(64, '0'),
  sm3: `${n}`.padStart(64, 'f'),
})
export const item = (n: number, folder = 'main-05') => ({
  ...file(n),
  itemId: `i${n}`,
  folder,
  kind: 'E04',
  source: '银行',
  collectedBy: '陈敏',
  collectedOn: '2026-11-12',
  content: 'pdf' as const,
  asIs: '',
})
export const plan = (over: Partial<TrackPlan> = {}): TrackPlan => ({
  trackId: 't1',
  to: POLICE,
  copyTo: PROCURATORATE,
  subjectIds: ['s1'],
  charges: ['fraud'],
  itemIds: ['i1'],
  facts: '',
  law: '',
  route: { rule: 'RG1', suggested: 'police', citation: '', reason: '' },
  ...over,
})
export const report = (...tracks: TrackPlan[]) => ({
  investigation: '调查',
  facts: '事实',
  law: '法律',
  proposal: '移送',
  tracks: tracks.length > 0 ? tracks : [plan()],
})
export const line = (subjectId = 's1', fen = 2_680_000) => ({
  lineId: `l-${subjectId}`,
  subjectId,
  fund: 'FD1',
  from: '2025-01-01',
  to: '2025-06-30',
  fen,
  recoveredFen: 0,
})
export const assessment = (subjectId = 's1') =>
  ({
    subjectId,
    charge: 'fraud',
    circumstances: [],
    suggested: 'manual',
    confirmed: 'overridden',
    tier: '数额较大',
    note: '地方标准',
  }) as const

export type Who = Readonly<{ personId: string; unitId: string; post: Post }>
export const CHEN: Who = { personId: 'chen', unitId: 'bureau', post: 'handler' }
export const ZHOU: Who = { personId: 'zhou', unitId: 'bureau', post: 'handler' }
export const WANG: Who = { personId: 'wang', unitId: 'bureau', post: 'approver' }
export const INTAKE: Who = { personId: 'hao', unitId: 'police', post: 'intake' }
export const OFFICER: Who = { personId: 'liu', unitId: 'police', post: 'handler' }
export const CLOCK: Who = { personId: 'clock', unitId: 'platform', post: 'clock' }
export const CHIEF: Who = { personId: 'ma', unitId: 'police', post: 'approver' }

export type Played = Readonly<{ state: CaseState; events: readonly Happened<CaseEvent>[] }>
/** A deed: who, what, when it happened (default: a minute after the last). */
export type Step = Readonly<{ by: Who; command: CaseCommand; at?: string; onPaper?: OnPaper }>

export function play(steps: readonly Step[], from: Played = { state: null, events: [] }): Played {
  return steps.reduce((played, step) => {
    const result = attempt(played, step)
    if (!result.ok) throw new Error(`${step.command.type} was refused: ${result.refusal.code}`)
    return result.value
  }, from)
}
export function attempt({ state, events }: Played, { by, command, at, onPaper }: Step): Result<Played> {
  const happenedAt = at ?? `2026-11-24T06:${String(20 + events.length).padStart(2, '0')}:00.000Z`
  const occasion: Occasion = { happenedAt, recordedAt: onPaper ? '2026-12-31T00:00:00.000Z' : happenedAt, by, ...(onPaper && { onPaper }) }
  const wanted = needsNumber(command, state, onPaper !== undefined)
  const decision = decide(state, command, occasion, wanted && { ...wanted, year: 2026, serial: 26 }, events)
  if (!decision.ok) return decision
  const fresh = decision.value.map((event, i) => ({ streamId: 'c1', seq: events.length + 1 + i, occasion, event }))
  return { ok: true, value: { state: fresh.reduce(evolve, state), events: [...events, ...fresh] } }
}
export const open = ({ state }: Played): OpenCase => {
  if (!state) throw new Error('no case')
  return state
}

/** The usual beginning, up to a confirmed report; then submitted, approved, sent, received, under examination. */
export const REGISTERED: readonly Step[] = [
  { by: CHEN, command: { type: 'RegisterCase', bureau: BUREAU, basics: BASICS, handlerIds: ['chen', 'zhou'] } },
]
export const FILLED: readonly Step[] = [
  ...REGISTERED,
  { by: CHEN, command: { type: 'RecordSubject', subjectId: 's1', subject: subject(), readSeq: 0 } },
  { by: CHEN, command: { type: 'RecordAmounts', lines: [line()], assessments: [assessment()], readSeq: 0 } },
  { by: CHEN, command: { type: 'AddEvidence', item: item(1) } },
  { by: CHEN, command: { type: 'JustifyAbsence', absent: { items: '无涉案物品', expert: '不需要鉴定', other: '' } } },
]
export const WRITTEN: readonly Step[] = [...FILLED, { by: CHEN, command: { type: 'WriteReport', report: report(), readSeq: 0 } }]
export const CONFIRMED: readonly Step[] = [...WRITTEN, { by: ZHOU, command: { type: 'ConfirmReport', readSeq: 6 } }]
export const SUBMITTED: readonly Step[] = [
  ...CONFIRMED,
  { by: CHEN, command: { type: 'SubmitReport', decidingUnitId: 'bureau', readSeq: 6 } },
]
export const APPROVED: readonly Step[] = [...SUBMITTED, { by: WANG, command: { type: 'ApproveTransfer', opinion: '同意', readSeq: 8 } }]
export const SENT: readonly Step[] = [...APPROVED, { by: CHEN, command: send('t1') }]
export const RECEIVED: readonly Step[] = [
  ...SENT,
  { by: INTAKE, command: { type: 'SignReceipt', trackId: 't1', code: '乙公', damaged: [], remarks: '' } },
]
export const EXAMINING: readonly Step[] = [...RECEIVED, { by: OFFICER, command: { type: 'OpenExamination', trackId: 't1' } }]
export const DECISION = { decisionNo: '乙公立字〔2026〕9号', decidedOn: '2026-11-24', charge: '诈骗', reasons: '', document: file(9) }
export function send(trackId: string): CaseCommand {
  return { type: 'SendTransfer', trackId, handlers: [], approvedBy: '王建平', manifest: '', damaged: [] }
}
