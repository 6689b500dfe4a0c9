/** What an event makes of what was known. Total, and without opinion: whether it was allowed was decided before. */
import { evolveEvidence, EVIDENCE_EVENTS } from '../evidence/evolve.ts'
import type { Occasion } from '../result.ts'
import { liveTracks, type CaseState, type OpenCase, type Sections } from './state.ts'
import { evolveTransfer } from '../transfer/evolve.ts'
import type { CaseEvent } from './events.ts'

/** An event as it stands in its stream: with its seq and the occasion of its seal. */
export type Happened<E> = Readonly<{ streamId: string; seq: number; occasion: Occasion; event: E }>

export function evolve(state: CaseState, happened: Happened<CaseEvent>): CaseState {
  const { event, seq, occasion } = happened
  if (event.type === 'CaseRegistered') return registered(event, happened)
  if (!state) throw new Error(`${event.type} before CaseRegistered`)
  const next = change(state, happened)
  return { ...next, lastSeq: seq, lastAt: occasion.happenedAt }
}

function registered(event: Extract<CaseEvent, { type: 'CaseRegistered' }>, { streamId, seq, occasion }: Happened<CaseEvent>): OpenCase {
  return {
    caseId: streamId,
    caseNo: event.caseNo,
    bureau: event.bureau,
    basics: event.basics,
    handlerIds: event.handlerIds,
    registeredAt: occasion.happenedAt,
    registeredBy: occasion.by.personId,
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
    lastAt: occasion.happenedAt,
  }
}

function change(state: OpenCase, happened: Happened<CaseEvent>): OpenCase {
  const { event, seq, occasion } = happened
  const touch = (...names: (keyof Sections)[]): Sections => ({ ...state.sections, ...Object.fromEntries(names.map((name) => [name, seq])) })
  const {
    happenedAt: at,
    by: { personId },
  } = occasion
  switch (event.type) {
    case 'CaseRegistered':
      return state
    case 'BasicsRecorded':
      return { ...state, basics: event.basics, sections: touch('basics') }
    case 'HandlersAssigned':
      return { ...state, handlerIds: event.handlerIds, sections: touch('handlers') }
    case 'SubjectRecorded':
      return { ...state, subjects: { ...state.subjects, [event.subjectId]: { ...event.subject, seq } }, sections: touch('subjects') }
    case 'SubjectStruck': {
      const { [event.subjectId]: _, ...subjects } = state.subjects
      return { ...state, subjects, sections: touch('subjects') }
    }
    case 'AmountsRecorded':
      return { ...state, lines: event.lines, assessments: event.assessments, sections: touch('amounts') }
    case 'ItemsRecorded':
      return { ...state, items: event.items, sections: touch('items') }
    case 'ReportWritten':
      return { ...state, report: { ...event.report, seq, writtenBy: personId, writtenAt: at, confirmed: null }, sections: touch('report') }
    case 'AbsenceJustified':
      return { ...state, absent: event.absent }
    case 'ReportConfirmed':
      return { ...state, report: state.report && { ...state.report, confirmed: { by: personId, at, seq } } }
    case 'ReportSubmitted':
      return {
        ...state,
        opinion: null,
        stage: { phase: 'in-review', submittedAt: at, submittedBy: personId, decidingUnitId: event.decidingUnitId },
        sections: touch('review'),
      }
    case 'OpinionGiven':
      return { ...state, opinion: { verdict: event.verdict, text: event.text, by: occasion.by, at }, sections: touch('review') }
    case 'TransferApproved':
      return approved(state, event, occasion, touch('review'))
    case 'TransferRefused':
      return {
        ...state,
        stage: { ...submitted(state), phase: 'not-approved', reason: event.reason, refusedAt: at, refusedBy: personId },
        sections: touch('review'),
      }
    case 'ReportReturned':
      return {
        ...state,
        stage: { phase: 'investigating', sentBack: { note: event.note, by: personId, at } },
        report: unconfirmed(state),
        sections: touch('review'),
      }
    case 'ReportWithdrawn':
      return {
        ...state,
        stage: { phase: 'investigating', sentBack: null },
        report: unconfirmed(state),
        tracks: withoutPlans(state),
        sections: touch('review'),
      }
    case 'Urged':
      return state
    default:
      if (EVIDENCE_EVENTS.has(event.type)) return evolveEvidence(state, happened as Happened<never>) // safe: the set holds exactly the evidence events
      return settled(evolveTransfer(state, happened as Happened<never>)) // safe: what is left are the transfer events
  }
}

function approved(
  state: OpenCase,
  event: Extract<CaseEvent, { type: 'TransferApproved' }>,
  occasion: Occasion,
  sections: Sections,
): OpenCase {
  const plans = (state.report?.tracks ?? []).map(
    (plan) =>
      [plan.trackId, { phase: 'planned', trackId: plan.trackId, plan, to: plan.to, copyTo: plan.copyTo, disputes: [], seq: 0 }] as const,
  )
  const approval = { approvedAt: occasion.happenedAt, approvedBy: occasion.by.personId, opinion: event.opinion, binds: event.binds }
  return {
    ...state,
    tracks: { ...state.tracks, ...Object.fromEntries(plans) },
    stage: { ...submitted(state), phase: 'approved', approval },
    sections,
  }
}
/** The case is `transferred` while a track lives, and back to `approved` when none does (style.md §5). */
function settled(state: OpenCase): OpenCase {
  const { stage } = state
  if (stage.phase !== 'approved' && stage.phase !== 'transferred') return state
  return { ...state, stage: { ...stage, phase: liveTracks(state).length > 0 ? 'transferred' : 'approved' } }
}
const unconfirmed = ({ report }: OpenCase): OpenCase['report'] => report && { ...report, confirmed: null }
const withoutPlans = (state: OpenCase): OpenCase['tracks'] =>
  Object.fromEntries(Object.entries(state.tracks).filter(([, track]) => track.phase !== 'planned'))
function submitted({ stage }: OpenCase): { submittedAt: string; submittedBy: string; decidingUnitId: string } {
  if (!('submittedAt' in stage)) throw new Error(`nothing was submitted in ${stage.phase}`)
  const { submittedAt, submittedBy, decidingUnitId } = stage
  return { submittedAt, submittedBy, decidingUnitId }
}
