/** Every phase of a case, one row: how it is called and shown, and what is owed in it by the bureau. */
import { reportOf, roundOf, roundOfTrack } from '../case/rounds.ts'
import type { CasePhase, OpenCase, Round, Stage } from '../case/state.ts'
import { timeOfStep } from '../law/step-clocks.ts'
import { beijingDay } from '../time.ts'
import { dutyRow, type DutyCode, type Node, type Owed, type Tone } from './duty.ts'
import { lives } from './track-phases.ts'

type In<P extends CasePhase> = Stage & Readonly<{ phase: P }>
type Row<P extends CasePhase> = Readonly<{
  /** The report can still be written. */
  isWriting?: true
  tone: Tone
  word: string
  /** Where the case stands in its course; null where its tracks say. */
  node: Node | null
  owes: (state: OpenCase, stage: In<P>) => readonly Owed[]
}>
const nothing = (): readonly Owed[] => []

const PHASES = {
  investigating: {
    isWriting: true,
    tone: 'info',
    word: 'investigating',
    node: 'investigate',
    owes: (state, { sentBack }) => {
      const { handlerIds, registeredAt } = state
      const report = reportOf(state)
      const clock = timeOfStep('submit-report', [], beijingDay(registeredAt))
      const write: Owed = { ...byBureau(state, 'submit-report'), clock, startedAt: sentBack?.at ?? registeredAt, personIds: handlerIds }
      if (!report || report.confirmed) return [write]
      const others = handlerIds.filter((id) => id !== report.writtenBy)
      return [write, { ...byBureau(state, 'confirm-report'), startedAt: report.writtenAt, personIds: others }]
    },
  },
  'in-review': {
    tone: 'warn',
    word: 'pendingApproval',
    node: 'approve',
    owes: (state, { submittedAt, decidingUnitId }) => {
      const kinds = reportOf(state)?.tracks.map(({ to }) => to.kind) ?? []
      const clock = timeOfStep('decide', kinds, beijingDay(submittedAt))
      const decide: Owed = { ...byBureau(state, 'decide'), unitId: decidingUnitId, kind: 'bureau', clock, startedAt: submittedAt }
      return roundOf(state).opinion ? [decide] : [decide, { ...byBureau(state, 'give-opinion'), startedAt: submittedAt }]
    },
  },
  approved: { tone: 'ok', word: 'approved', node: null, owes: nothing },
  'not-approved': { tone: 'bad', word: 'refused', node: 'approve', owes: nothing },
  transferred: { tone: 'info', word: 'transferred', node: null, owes: nothing },
} as const satisfies { readonly [P in CasePhase]: Row<P> }

export const CASE_PHASES = Object.keys(PHASES) as readonly CasePhase[] // safe: the table's own keys
type Facts = Omit<Row<CasePhase>, 'owes' | 'word'> & Readonly<{ word: (typeof PHASES)[CasePhase]['word'] }>
export const casePhase = (phase: CasePhase): Facts => PHASES[phase]
export const casePhasesThat = (is: (row: Facts) => boolean): readonly CasePhase[] => CASE_PHASES.filter((phase) => is(PHASES[phase]))
export function owedInCase(state: OpenCase): readonly Owed[] {
  const stage = stageOf(state)
  const { owes } = PHASES[stage.phase] as Row<CasePhase> // safe: the table pairs each phase with its own row
  return owes(state, stage)
}

/** Where the case stands, or one round of it: `transferred` while one of its tracks lives (docs/style.md §5). */
export function stageOf(state: Pick<OpenCase, 'rounds' | 'tracks'>, round: Round = roundOf(state)): Stage {
  const { review } = round
  if (review.phase !== 'approved') return review
  const isOut = Object.values(state.tracks).some((track) => lives(track) && (roundOfTrack(state, track.trackId) ?? round) === round)
  return { ...review, phase: isOut ? 'transferred' : 'approved' }
}

function byBureau({ bureau }: OpenCase, code: DutyCode): Pick<Owed, 'code' | 'clock' | 'unitId' | 'kind' | 'post'> {
  return { code, clock: '', unitId: bureau.unitId, kind: bureau.kind, post: dutyRow(code).post }
}
