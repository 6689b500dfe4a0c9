/** What an event makes of what was known: one total table, a line for each event. Without opinion: whether it was allowed was decided before. */
import { EVIDENCE_CHANGES } from '../evidence/evolve.ts'
import { lives, trackPhase } from '../procedure/track-phases.ts'
import type { Occasion, Stamp } from '../result.ts'
import { TRANSFER_CHANGES } from '../transfer/evolve.ts'
import type { CaseEvent } from './events.ts'
import type { CaseState, OpenCase, Sections } from './state.ts'

/** An event as it stands in its stream: with its seq and the occasion of its seal. */
export type Happened<E> = Readonly<{ streamId: string; seq: number; occasion: Occasion; event: E }>
type Change<E> = (state: OpenCase, event: E, stamp: Stamp) => OpenCase
/** A line for each event of `E`, and for no other. */
export type Changes<E extends Readonly<{ type: string }>> = Readonly<{ [T in E['type']]: Change<Extract<E, { type: T }>> }>

export function evolve(state: CaseState, { event, seq, occasion, streamId }: Happened<CaseEvent>): CaseState {
  const { happenedAt: at, recordedAt, by, onPaper = null } = occasion
  const stamp: Stamp = { at, recordedAt, by, seq, onPaper }
  if (event.type === 'CaseRegistered') return registered(streamId, event, stamp)
  if (!state) throw new Error(`${event.type} before CaseRegistered`)
  const change = CHANGES[event.type] as Change<CaseEvent> // safe: the table pairs each type with its own line
  return { ...settled(change(state, event, stamp)), lastSeq: seq, lastAt: at }
}

function registered(caseId: string, event: Extract<CaseEvent, { type: 'CaseRegistered' }>, { at, by, seq }: Stamp): OpenCase {
  return {
    caseId,
    caseNo: event.caseNo,
    bureau: event.bureau,
    basics: event.basics,
    handlerIds: event.handlerIds,
    registeredAt: at,
    registeredBy: by.personId,
    subjects: {},
    lines: [],
    assessments: [],
    items: [],
    absent: { items: '', expert: '', other: '' },
    evidence: {},
    report: null,
    opinion: null,
    stage: { phase: 'investigating', sentBack: null },
    tracks: {},
    sections: { basics: seq, handlers: seq, subjects: 0, amounts: 0, items: 0, report: 0, review: 0, evidence: 0 },
    lastSeq: seq,
    lastAt: at,
  }
}

const touched = ({ sections }: OpenCase, { seq }: Stamp, name: keyof Sections): Pick<OpenCase, 'sections'> => ({
  sections: { ...sections, [name]: seq },
})

const CHANGES: Changes<Exclude<CaseEvent, { type: 'CaseRegistered' }>> = {
  ...EVIDENCE_CHANGES,
  ...TRANSFER_CHANGES,
  BasicsRecorded: (s, { basics }, stamp) => ({ ...s, basics, ...touched(s, stamp, 'basics') }),
  HandlersAssigned: (s, { handlerIds }, stamp) => ({ ...s, handlerIds, ...touched(s, stamp, 'handlers') }),
  SubjectRecorded: (s, { subjectId, subject }, stamp) => ({
    ...s,
    subjects: { ...s.subjects, [subjectId]: { ...subject, seq: stamp.seq } },
    ...touched(s, stamp, 'subjects'),
  }),
  SubjectStruck: (s, { subjectId }, stamp) => {
    const { [subjectId]: _, ...subjects } = s.subjects
    return { ...s, subjects, ...touched(s, stamp, 'subjects') }
  },
  AmountsRecorded: (s, { lines, assessments }, stamp) => ({ ...s, lines, assessments, ...touched(s, stamp, 'amounts') }),
  ItemsRecorded: (s, { items }, stamp) => ({ ...s, items, ...touched(s, stamp, 'items') }),
  AbsenceJustified: (s, { absent }) => ({ ...s, absent }),
  ReportWritten: (s, event, stamp) => ({
    ...s,
    report: { ...event.report, seq: stamp.seq, writtenBy: stamp.by.personId, writtenAt: stamp.at, confirmed: null },
    ...touched(s, stamp, 'report'),
  }),
  ReportConfirmed: (s, _event, { by, at, seq }) => ({ ...s, report: s.report && { ...s.report, confirmed: { by: by.personId, at, seq } } }),
  ReportSubmitted: (s, { decidingUnitId }, stamp) => ({
    ...s,
    opinion: null,
    stage: { phase: 'in-review', submittedAt: stamp.at, submittedBy: stamp.by.personId, decidingUnitId },
    ...touched(s, stamp, 'review'),
  }),
  OpinionGiven: (s, { verdict, text }, stamp) => ({
    ...s,
    opinion: { verdict, text, by: stamp.by, at: stamp.at },
    ...touched(s, stamp, 'review'),
  }),
  TransferApproved: (s, { opinion, binds }, stamp) => ({
    ...s,
    tracks: { ...s.tracks, ...planned(s) },
    stage: { ...submitted(s), phase: 'approved', approval: { approvedAt: stamp.at, approvedBy: stamp.by.personId, opinion, binds } },
    ...touched(s, stamp, 'review'),
  }),
  TransferRefused: (s, { reason }, stamp) => ({
    ...s,
    stage: { ...submitted(s), phase: 'not-approved', reason, refusedAt: stamp.at, refusedBy: stamp.by.personId },
    ...touched(s, stamp, 'review'),
  }),
  ReportReturned: (s, { note }, stamp) => ({
    ...s,
    stage: { phase: 'investigating', sentBack: { note, by: stamp.by.personId, at: stamp.at } },
    report: unconfirmed(s),
    ...touched(s, stamp, 'review'),
  }),
  ReportWithdrawn: (s, _event, stamp) => ({
    ...s,
    stage: { phase: 'investigating', sentBack: null },
    report: unconfirmed(s),
    tracks: withoutPlans(s),
    ...touched(s, stamp, 'review'),
  }),
  Urged: (s) => s,
}

const planned = ({ report }: OpenCase): OpenCase['tracks'] =>
  Object.fromEntries(
    (report?.tracks ?? []).map((plan) => {
      const { trackId, to, copyTo } = plan
      return [trackId, { phase: 'planned', trackId, plan, to, copyTo, disputes: [], seq: 0 }]
    }),
  )
const withoutPlans = (state: OpenCase): OpenCase['tracks'] =>
  Object.fromEntries(Object.entries(state.tracks).filter(([, track]) => trackPhase(track.phase).life !== 'planned'))
const unconfirmed = ({ report }: OpenCase): OpenCase['report'] => report && { ...report, confirmed: null }
/** The case is `transferred` while a track lives, and back to `approved` when none does (style.md §5). */
function settled(state: OpenCase): OpenCase {
  const { stage } = state
  if (stage.phase !== 'approved' && stage.phase !== 'transferred') return state
  return { ...state, stage: { ...stage, phase: Object.values(state.tracks).some(lives) ? 'transferred' : 'approved' } }
}
function submitted({ stage }: OpenCase): { submittedAt: string; submittedBy: string; decidingUnitId: string } {
  if (!('submittedAt' in stage)) throw new Error(`nothing was submitted in ${stage.phase}`)
  const { submittedAt, submittedBy, decidingUnitId } = stage
  return { submittedAt, submittedBy, decidingUnitId }
}
