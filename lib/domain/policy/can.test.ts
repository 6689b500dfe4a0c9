import { describe, expect, it } from 'vitest'
import {
  actor,
  APPROVED,
  CHEN,
  CHIEF,
  COMMISSION,
  DECISION,
  EXAMINING,
  INTAKE,
  open,
  OTHER_POLICE,
  POLICE,
  PROCURATORATE,
  RECEIVED,
  REGISTERED,
  SENT,
  subject,
  SUBMITTED,
  tell,
  WANG,
  WRITTEN,
  type Step,
} from '../case/given.ts'
import { CASE_PHASES, type CasePhase, type OpenCase } from '../case/state.ts'
import type { Actor } from '../result.ts'
import { TRACK_PHASES, type TrackPhase } from '../transfer/state.ts'
import { mayDo } from './can.ts'
import { POLICY, TIES, type Action, type Tie } from './table.ts'
import { tiesOf } from './ties.ts'

const LEAGUE = { unitId: 'league', kind: 'bureau' } as const
const PLATFORM = { unitId: 'platform', kind: 'platform' } as const
/** Somebody of each tie. The case is handled by chen and zhou, written up by chen, and stands with the police of 乙旗; 监委 has another track. */
const PEOPLE: Readonly<Record<Tie, Actor>> = {
  handler: actor('chen', 'handler'),
  'second-handler': actor('zhou', 'handler'),
  reviewer: actor('li', 'reviewer'),
  approver: actor('wang', 'approver'),
  colleague: actor('sun', 'handler'),
  liaison: actor('he', 'liaison'),
  registrar: actor('chen', 'handler'),
  superior: actor('tao', 'liaison', LEAGUE, '159900'),
  overseer: actor('si', 'overseer', { unitId: 'justice', kind: 'justice' }),
  'recipient-intake': actor('hao', 'intake', POLICE),
  'recipient-handler': actor('liu', 'handler', POLICE),
  'recipient-approver': actor('ma', 'approver', POLICE),
  'recipient-liaison': actor('lan', 'liaison', POLICE),
  'recipient-colleague': actor('niu', 'handler', POLICE),
  'former-recipient': actor('old', 'intake', OTHER_POLICE),
  copied: actor('jian', 'supervisor', PROCURATORATE),
  'other-recipient': actor('jw', 'intake', COMMISSION),
  unrelated: actor('far', 'handler', { unitId: 'bureau-9', kind: 'bureau' }, '159922'),
  subject: actor('zhaohere', 'approver'),
  'system-admin': actor('a1', 'system-admin', PLATFORM, ''),
  'security-admin': actor('a2', 'security-admin', PLATFORM, ''),
  'audit-admin': actor('a3', 'audit-admin', PLATFORM, ''),
  clock: actor('clock', 'clock', PLATFORM, ''),
  nobody: { personId: 'nobody', seats: [] },
}

const filed: Step[] = [...EXAMINING, { by: CHIEF, command: { type: 'FileCase', trackId: 't1', decision: DECISION } }]
const TRACKS: Readonly<Record<TrackPhase, readonly Step[]>> = {
  planned: APPROVED,
  sent: SENT,
  withdrawn: [...SENT, { by: CHEN, command: { type: 'WithdrawTransfer', trackId: 't1', reason: 'x' } }],
  received: RECEIVED,
  supplementing: [...RECEIVED, { by: INTAKE, command: { type: 'AskSupplement', trackId: 't1', wanted: ['x'] } }],
  examining: EXAMINING,
  returned: [...RECEIVED, { by: INTAKE, command: { type: 'ReturnTransfer', trackId: 't1', reason: 'x', competent: 'y' } }],
  filed,
  'not-filed': [...EXAMINING, { by: CHIEF, command: { type: 'DeclineFiling', trackId: 't1', decision: { ...DECISION, reasons: 'x' } } }],
}
const CASES: Readonly<Record<CasePhase, readonly Step[]>> = {
  investigating: WRITTEN,
  'in-review': SUBMITTED,
  approved: APPROVED,
  transferred: SENT,
  'not-approved': [...SUBMITTED, { by: WANG, command: { type: 'RefuseTransfer', reason: 'x', readAt: 8 } }],
}
/** The told case, with the sentence's other people put in: a subject who works here, another track, an earlier body. */
function dressed(steps: readonly Step[]): OpenCase {
  const state = open(tell(steps))
  const track = state.tracks['t1']
  const other = track && { ...track, trackId: 't2', to: COMMISSION, copyTo: null }
  const passed = track && 'legs' in track ? { ...track, legs: [{ from: OTHER_POLICE, receipt: null, passedOn: null } as never] } : track // only `from` is read by ties
  return {
    ...state,
    subjects: { ...state.subjects, s9: { ...subject({ personId: 'zhaohere' }), seq: 0 } },
    tracks: { ...(passed && { t1: passed }), ...(other && { t2: other }) },
  }
}

/** The table said a second time, on purpose, in one word a cell: a slip there is then a red line here, not a silent change of law. */
const bureauActs = [
  'RecordBasics',
  'RecordSubject',
  'StrikeSubject',
  'RecordAmounts',
  'RecordItems',
  'AddEvidence',
  'VoidEvidence',
  'WriteReport',
  'SubmitReport',
  'WithdrawReport',
  'SendSupplement',
] as const
const MAY: Readonly<Record<Tie, readonly Action[]>> = {
  handler: [
    ...bureauActs,
    'RegisterCase',
    'JustifyAbsence',
    'SendTransfer',
    'WithdrawTransfer',
    'SignForDecision',
    'Urge',
    'ReadCase',
    'ReadContent',
    'ReadInner',
  ],
  'second-handler': [
    ...bureauActs,
    'RegisterCase',
    'ConfirmReport',
    'JustifyAbsence',
    'SendTransfer',
    'WithdrawTransfer',
    'SignForDecision',
    'Urge',
    'ReadCase',
    'ReadContent',
    'ReadInner',
  ],
  reviewer: ['GiveOpinion', 'ReadCase', 'ReadContent', 'ReadInner'],
  approver: ['AssignHandlers', 'ApproveTransfer', 'RefuseTransfer', 'ReturnReport', 'Urge', 'ReadCase', 'ReadContent', 'ReadInner'],
  liaison: ['AssignHandlers', 'JustifyAbsence', 'SendTransfer', 'WithdrawTransfer', 'SignForDecision', 'Urge', 'ReadCase', 'ReadContent'],
  colleague: [],
  registrar: [],
  superior: ['Urge', 'ReadCase'],
  overseer: ['Urge', 'ReadCase'],
  'recipient-intake': ['SignReceipt', 'AskSupplement', 'PassOn', 'ReturnTransfer', 'DisputePaper', 'Urge', 'ReadTrack', 'ReadFiles'],
  'recipient-handler': ['OpenExamination', 'AskSupplement', 'PassOn', 'ReturnTransfer', 'DisputePaper', 'Urge', 'ReadTrack', 'ReadFiles'],
  'recipient-approver': ['ReturnTransfer', 'FileCase', 'DeclineFiling', 'DisputePaper', 'ReadTrack', 'ReadFiles'],
  'recipient-liaison': ['SignReceipt', 'DisputePaper', 'Urge', 'ReadTrack', 'ReadFiles'],
  'recipient-colleague': [],
  'former-recipient': ['DisputePaper', 'ReadTrack'],
  copied: ['ReadTrack'],
  'other-recipient': [],
  unrelated: [],
  subject: [],
  'system-admin': [],
  'security-admin': [],
  'audit-admin': [],
  clock: ['AlarmSilence'],
  nobody: [],
}
const NO_TRACK = new Set<Action>(['RegisterCase'])
const ACTIONS = Object.keys(POLICY) as Action[] // safe: the record's own keys
/** Only these get a tie once someone examines; before that every handler of the body is a recipient-handler. */
const late = (tie: Tie) => tie === 'recipient-colleague'

describe.each(TIES.filter((tie) => tie !== 'registrar'))('%s', (tie) => {
  const who = PEOPLE[tie]
  it.each(ACTIONS.filter((action) => !NO_TRACK.has(action)))('%s: in every phase of case and track as the table says', (action) => {
    const { when } = POLICY[action]
    const allowed = MAY[tie].includes(action)
    const wanted = (state: OpenCase, phase: TrackPhase | null) => {
      if (!allowed) return 'never'
      const now = (!when.case || when.case.includes(state.stage.phase)) && (!when.track || (phase !== null && when.track.includes(phase)))
      return now ? 'yes' : action.startsWith('Read') ? 'never' : 'not-now'
    }
    for (const phase of TRACK_PHASES.filter((p) =>
      late(tie) ? ['examining', 'filed', 'not-filed'].includes(p) : tie !== 'former-recipient' || p !== 'planned',
    )) {
      const state = dressed(TRACKS[phase])
      expect(mayDo(who, action, state, { trackId: 't1' }).is, `track ${phase}`).toBe(wanted(state, phase))
    }
    if (when.track || tie.startsWith('recipient') || ['former-recipient', 'copied'].includes(tie)) return
    for (const phase of CASE_PHASES) {
      const state = dressed(CASES[phase])
      expect(mayDo(who, action, state).is, `case ${phase}`).toBe(wanted(state, null))
    }
  })
})

describe('ties', () => {
  it.each(TIES.filter((tie) => !['registrar', 'unrelated', 'nobody', 'second-handler'].includes(tie)))(
    'somebody is %s to the case',
    (tie) => {
      const state = dressed(TRACKS['examining'])
      expect(tiesOf(PEOPLE[tie], state, state.tracks['t1'] ?? null).map((held) => held.tie)).toContain(tie)
    },
  )
  it('opens a case only for a handler of a bureau', () => {
    expect(mayDo(PEOPLE['handler'], 'RegisterCase', null).is).toBe('yes')
    for (const tie of TIES.filter((t) => !['handler', 'second-handler', 'registrar', 'colleague', 'unrelated'].includes(t)))
      expect(mayDo(PEOPLE[tie], 'RegisterCase', null).is, tie).toBe('never')
  })
  it('takes the head’s pen from a head who investigates, and hands it to the superior’s when the case was put there', () => {
    const state = open(
      tell([...REGISTERED, { by: WANG, command: { type: 'AssignHandlers', handlerIds: ['wang', 'chen'], reason: 'x', readAt: 1 } }]),
    )
    expect(mayDo(PEOPLE['approver'], 'ReadInner', state).is).toBe('never')
    const put = {
      ...open(tell(SUBMITTED)),
      stage: { phase: 'in-review', submittedAt: '', submittedBy: '', decidingUnitId: 'league' },
    } as const
    expect(mayDo(actor('up', 'approver', LEAGUE, '159900'), 'ApproveTransfer', put).is).toBe('yes')
    expect(mayDo(PEOPLE['approver'], 'ApproveTransfer', put).is).toBe('never')
  })
  it('gives a reviewer who investigates no second hat', () => {
    const state = open(
      tell([...REGISTERED, { by: WANG, command: { type: 'AssignHandlers', handlerIds: ['li', 'chen'], reason: 'x', readAt: 1 } }]),
    )
    expect(mayDo(PEOPLE['reviewer'], 'GiveOpinion', state).is).toBe('never')
  })
  it('lets the sender record on paper what only the body may do here', () => {
    const state = open(tell(SENT))
    expect(mayDo(PEOPLE['handler'], 'SignReceipt', state, { trackId: 't1' }).is).toBe('never')
    expect(mayDo(PEOPLE['handler'], 'SignReceipt', state, { trackId: 't1', onPaper: true }).is).toBe('yes')
    expect(mayDo(PEOPLE['recipient-intake'], 'SignReceipt', state, { trackId: 't1', onPaper: true }).is).toBe('never')
  })
  it('knows no track that is not of the case', () =>
    expect(mayDo(PEOPLE['handler'], 'SendTransfer', open(tell(APPROVED)), { trackId: 'elsewhere' }).is).toBe('never'))
})
