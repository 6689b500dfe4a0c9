import { describe, expect, it } from 'vitest'
import {
  actor,
  APPROVED,
  CHEN,
  COMMISSION,
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
  play,
  WANG,
  WRITTEN,
  type Step,
} from '../case/given.ts'
import { ACCEPTED, ASKED, FILED, NOT_FILED, ORDERED, PROPOSED, REPORTED, TAKEN, UPHELD } from '../case/given-stages.ts'
import { CASE_PHASES } from '../procedure/case-phases.ts'
import { inRound } from '../case/rounds.ts'
import type { CasePhase, OpenCase } from '../case/state.ts'
import type { Actor } from '../result.ts'
import { trackPhasesThat } from '../procedure/track-phases.ts'
import type { TrackPhase } from '../transfer/state.ts'
import { mayDo } from './can.ts'
import { SECOND_TABLE, secondAnswer, secondGrades, wishedAnswer, wishedGrades } from './second-table.ts'
import { passwordGrade, POLICY, TIES, type Action, type Tie } from './table.ts'
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
  copied: actor('jian', 'intake', PROCURATORATE),
  supervising: actor('jian-2', 'supervisor', PROCURATORATE),
  'other-recipient': actor('jw', 'intake', COMMISSION),
  unrelated: actor('far', 'handler', { unitId: 'bureau-9', kind: 'bureau' }, '159922'),
  subject: actor('zhaohere', 'approver'),
  'system-admin': actor('a1', 'system-admin', PLATFORM, ''),
  'security-admin': actor('a2', 'security-admin', PLATFORM, ''),
  'audit-admin': actor('a3', 'audit-admin', PLATFORM, ''),
  clock: actor('clock', 'clock', PLATFORM, ''),
  nobody: { personId: 'nobody', seats: [] },
}

const TRACKS: Readonly<Record<TrackPhase, readonly Step[]>> = {
  planned: APPROVED,
  sent: SENT,
  withdrawn: [...SENT, { by: CHEN, command: { type: 'WithdrawTransfer', trackId: 't1', reason: 'x' } }],
  received: RECEIVED,
  supplementing: [...RECEIVED, { by: INTAKE, command: { type: 'AskSupplement', trackId: 't1', wanted: ['x'] } }],
  examining: EXAMINING,
  returned: [...RECEIVED, { by: INTAKE, command: { type: 'ReturnTransfer', trackId: 't1', reason: 'x', competent: 'y' } }],
  filed: FILED,
  'not-filed': NOT_FILED,
  reconsidering: ASKED,
  upheld: UPHELD,
  'handed-over': TAKEN,
  'in-supervision': PROPOSED,
  ordered: ORDERED,
  'reasons-accepted': ACCEPTED,
  ...REPORTED,
}
const CASES: Readonly<Record<CasePhase, readonly Step[]>> = {
  investigating: WRITTEN,
  'in-review': SUBMITTED,
  approved: APPROVED,
  transferred: SENT,
  'not-approved': [...SUBMITTED, { by: WANG, command: { type: 'RefuseTransfer', reason: 'x', readSeq: 8 } }],
}
/** The told case, with the sentence's other people put in: a subject who works here, another track, an earlier body. */
function dressed(steps: readonly Step[]): OpenCase {
  const state = open(play(steps))
  const track = state.tracks['t1']
  const other = track && { ...track, trackId: 't2', to: COMMISSION, copyTo: null }
  const passed = track && 'legs' in track ? { ...track, legs: [{ from: OTHER_POLICE, receipt: null, passedOn: null } as never] } : track // only `from` is read by ties
  return {
    ...state,
    subjects: { ...state.subjects, s9: { ...subject({ personId: 'zhaohere' }), seq: 0 } },
    tracks: { ...(passed && { t1: passed }), ...(other && { t2: other }) },
  }
}

const ACTIONS = Object.keys(POLICY) as Action[] // safe: the record's own keys
/** The ties that each of these people has besides the one they stand for. */
const ALSO: Partial<Record<Tie, readonly Tie[]>> = { 'second-handler': ['handler'], supervising: ['copied'] }
/** What somebody is to the case itself, and what only to the track that is asked about. */
const OF_TRACK: readonly Tie[] = [
  'recipient-intake',
  'recipient-handler',
  'recipient-approver',
  'recipient-liaison',
  'recipient-colleague',
  'former-recipient',
  'copied',
  'supervising',
  'other-recipient',
]
/** Phases after the decision. */
const AFTER: readonly string[] = [
  'filed',
  'not-filed',
  'reconsidering',
  'upheld',
  'handed-over',
  'in-supervision',
  'ordered',
  'reasons-accepted',
  ...Object.keys(REPORTED),
]
function expectedTies(tie: Tie, phase: TrackPhase | null): readonly Tie[] {
  if (phase === null && OF_TRACK.includes(tie)) return []
  // Until somebody opens the examination every handler of the body may; nobody passed on what was not sent.
  if (tie === 'recipient-colleague') return phase && ['examining', ...AFTER].includes(phase) ? [tie] : ['recipient-handler']
  if (tie === 'former-recipient' && phase === 'planned') return []
  return [tie, ...(ALSO[tie] ?? [])]
}

const DRESSED_CASES = CASE_PHASES.map((phase) => [phase, dressed(CASES[phase])] as const)
const DRESSED_TRACKS = [null, ...trackPhasesThat(() => true)].map((phase) => [phase, phase && dressed(TRACKS[phase]).tracks] as const)
const UNDER_WAY: ReadonlySet<string> = new Set(['sent', 'received', 'supplementing', 'examining', ...AFTER])
const [sent] = Object.values(open(play(SENT)).tracks)
const elsewhere = sent && { t3: { ...sent, trackId: 't3', to: { ...OTHER_POLICE, unitId: 'elsewhere' }, copyTo: null } }
/** Every tie in every phase of the case and of the track, in the portal and on paper: where the policy is not what the second table says. */
function differences(action: Action, answer: typeof secondAnswer): string[] {
  return DRESSED_CASES.flatMap(([casePhase, played]) =>
    DRESSED_TRACKS.flatMap(([trackPhase, tracks]) => {
      // A case with a track under way is transferred, and none other is.
      if (casePhase === 'approved' && UNDER_WAY.has(trackPhase ?? '')) return []
      const state = tracks ? { ...played, tracks: { ...tracks, ...(casePhase === 'transferred' && elsewhere) } } : played
      return TIES.filter((tie) => tie !== 'registrar').flatMap((tie) =>
        [false, true].flatMap((onPaper) => {
          const wanted = answer(action, { ties: expectedTies(tie, trackPhase), casePhase, trackPhase, onPaper })
          const { is } = mayDo(PEOPLE[tie], action, state, { trackId: trackPhase && 't1', onPaper })
          return is === wanted
            ? []
            : [`${action} ${tie} ${casePhase}/${trackPhase}${onPaper ? ' on paper' : ''}: wanted ${wanted}, is ${is}`]
        }),
      )
    }),
  )
}
const gradesOf = (action: Action) => ({ password: POLICY[action].password, onPaper: POLICY[action].onPaper?.password })
const WISHES = Object.entries(SECOND_TABLE).flatMap(([act, { wish }]) => (wish ? [[act as Action, wish.says] as const] : [])) // safe: the names are compared below

describe('the policy and the second table', () => {
  it('name the same acts', () => expect(ACTIONS.toSorted()).toEqual(Object.keys(SECOND_TABLE).toSorted()))
  it.each(ACTIONS.filter((action) => action !== 'RegisterCase'))(
    '%s: the same people, in the same phases, in the portal and on paper',
    (action) => expect(differences(action, secondAnswer)).toEqual([]),
  )
  it.each(ACTIONS)('%s: the same password', (action) => expect(gradesOf(action)).toEqual(secondGrades(action)))
  // Red on the day it is granted: then the wish becomes the row.
  it.fails.each(WISHES)('%s: %s', (action) =>
    expect([...differences(action, wishedAnswer), gradesOf(action)]).toEqual([wishedGrades(action)]),
  )
  it('asks the grade of the paper where something is recorded from paper', () => {
    expect([passwordGrade('AskSupplement'), passwordGrade('AskSupplement', true)]).toEqual([null, 'A'])
    expect([passwordGrade('SendTransfer'), passwordGrade('SendTransfer', true)]).toEqual(['B', null])
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
  it('of a superior are its approver’s, liaison’s and overseer’s, nobody else’s there', () => {
    const state = dressed(TRACKS['examining'])
    for (const post of ['approver', 'liaison', 'overseer', 'handler', 'reviewer', 'convenor'] as const)
      expect(mayDo(actor('tao', post, LEAGUE, '159900'), 'ReadCase', state).is, post).toBe(
        ['approver', 'liaison', 'overseer'].includes(post) ? 'yes' : 'never',
      )
  })
  it('of an overseer end at the division', () => {
    const elsewhere = actor('si', 'overseer', { unitId: 'justice', kind: 'justice' }, '159922')
    expect(mayDo(elsewhere, 'ReadCase', dressed(TRACKS['examining'])).is).toBe('never')
  })
  it('of a recipient are never the bureau’s own, were a track to come back to it', () => {
    const state = dressed(TRACKS['received'])
    const back = { ...state, tracks: { t1: { ...state.tracks['t1'], to: { ...POLICE, unitId: 'bureau' } } as never } } // only `to` is read by ties
    expect(mayDo(PEOPLE['colleague'], 'OpenExamination', back, { trackId: 't1' }).is).toBe('never')
    expect(mayDo(PEOPLE['liaison'], 'ReadFiles', back, { trackId: 't1' }).is).toBe('never')
  })
  it('opens a case only for a handler of a bureau', () => {
    expect(mayDo(PEOPLE['handler'], 'RegisterCase', null).is).toBe('yes')
    for (const tie of TIES.filter((t) => !['handler', 'second-handler', 'registrar', 'colleague', 'unrelated'].includes(t)))
      expect(mayDo(PEOPLE[tie], 'RegisterCase', null).is, tie).toBe('never')
  })
  it('takes the head’s pen from a head who investigates, and hands it to the superior’s when the case was put there', () => {
    const state = open(
      play([...REGISTERED, { by: WANG, command: { type: 'AssignHandlers', handlerIds: ['wang', 'chen'], reason: 'x', readSeq: 1 } }]),
    )
    expect(mayDo(PEOPLE['approver'], 'ReadInner', state).is).toBe('never')
    const submitted = open(play(SUBMITTED))
    const put = {
      ...submitted,
      ...inRound(submitted, { review: { phase: 'in-review', submittedAt: '', submittedBy: '', decidingUnitId: 'league' } }),
    }
    expect(mayDo(actor('up', 'approver', LEAGUE, '159900'), 'ApproveTransfer', put).is).toBe('yes')
    expect(mayDo(PEOPLE['approver'], 'ApproveTransfer', put).is).toBe('never')
  })
  it('gives a reviewer who investigates no second hat', () => {
    const state = open(
      play([...REGISTERED, { by: WANG, command: { type: 'AssignHandlers', handlerIds: ['li', 'chen'], reason: 'x', readSeq: 1 } }]),
    )
    expect(mayDo(PEOPLE['reviewer'], 'GiveOpinion', state).is).toBe('never')
  })
  it('lets the sender record on paper what only the body may do here', () => {
    const state = open(play(SENT))
    expect(mayDo(PEOPLE['handler'], 'SignReceipt', state, { trackId: 't1' }).is).toBe('never')
    expect(mayDo(PEOPLE['handler'], 'SignReceipt', state, { trackId: 't1', onPaper: true }).is).toBe('yes')
    expect(mayDo(PEOPLE['recipient-intake'], 'SignReceipt', state, { trackId: 't1', onPaper: true }).is).toBe('never')
  })
  it('knows no track that is not of the case', () =>
    expect(mayDo(PEOPLE['handler'], 'SendTransfer', open(play(APPROVED)), { trackId: 'elsewhere' }).is).toBe('never'))
})
