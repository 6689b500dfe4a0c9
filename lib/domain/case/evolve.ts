/** What an event makes of what was known: one total table, a line for each event. Without opinion: whether it was allowed was decided before. */
import { EVIDENCE_CHANGES } from '../evidence/evolve.ts'
import { trackPhase } from '../procedure/track-phases.ts'
import type { Instant, Occasion, Stamp } from '../result.ts'
import { TRANSFER_CHANGES } from '../transfer/evolve.ts'
import { plannedTrack } from '../transfer/state.ts'
import type { CaseEvent } from './events.ts'
import { FIRST_ROUND, inRound, nextRound, reportOf, roundOf, roundOfTrack, writtenInto } from './rounds.ts'
import type { CaseState, OpenCase, Round, Sections, Submitted } from './state.ts'

/** An event as it stands in its stream: with its seq and the occasion of its seal. */
export type Happened<E> = Readonly<{ streamId: string; seq: number; occasion: Occasion; event: E }>
type Change<E> = (state: OpenCase, event: E, stamp: Stamp) => OpenCase
/** A line for each event of `E`, and for no other. */
export type Changes<E extends Readonly<{ type: string }>> = Readonly<{ [T in E['type']]: Change<Extract<E, { type: T }>> }>

/** One event. Many: `evolving`. @internal */
export function evolve(state: CaseState, { event, seq, occasion, streamId }: Happened<CaseEvent>): CaseState {
  const { happenedAt: at, recordedAt, by, onPaper = null } = occasion
  const stamp: Stamp = { at, recordedAt, by, seq, onPaper }
  if (event.type === 'CaseRegistered') return registered(streamId, event, stamp)
  if (!state) throw new Error(`${event.type} before CaseRegistered`)
  const change = CHANGES[event.type] as Change<CaseEvent> // safe: the table pairs each type with its own line
  return { ...change(state, event, stamp), lastSeq: seq, lastAt: at }
}

/**
 * As `evolve`, again and again, for whoever keeps no state in between: the file of evidence is copied once and then written into, or a
 * case of 3,000 items would be copied 3,000 times. What `from` holds stays as it is; of the states on the way only the last one is whole.
 * `owned`: nobody needs `from` any more, so its file is written into, and not even copied once.
 */
export function evolving(from: CaseState, owned?: 'owned'): (happened: Happened<CaseEvent>) => CaseState {
  let [state, own] = [from, (owned && from ? from.evidence : null) as Record<string, OpenCase['evidence'][string]> | null] // safe: whoever says so has the only one
  return (happened) => {
    const itemId = itemOf(happened.event)
    if (state === null || itemId === null) return (state = evolve(state, happened))
    own ??= { ...state.evidence }
    const found = Object.hasOwn(own, itemId) ? own[itemId] : undefined
    const next = evolve({ ...state, evidence: found ? { [itemId]: found } : {} }, happened)
    if (!next) return (state = next)
    Object.assign(own, next.evidence)
    return (state = { ...next, evidence: own })
  }
}
const itemOf = (event: CaseEvent): string | null =>
  event.type === 'EvidenceAdded' ? event.item.itemId : event.type === 'EvidenceVoided' ? event.itemId : null

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
    liveItems: 0,
    ...FIRST_ROUND,
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
    ...writtenInto(s, { ...event.report, seq: stamp.seq, writtenBy: stamp.by.personId, writtenAt: stamp.at, confirmed: null }),
    ...touched(s, stamp, 'report'),
  }),
  ReportConfirmed: (s, _event, { by, at, seq }) => ({ ...s, ...inRound(s, confirming(s, { by: by.personId, at, seq })) }),
  ReportSubmitted: (s, { decidingUnitId }, stamp) => ({
    ...s,
    ...inRound(s, { opinion: null, review: { phase: 'in-review', submittedAt: stamp.at, submittedBy: stamp.by.personId, decidingUnitId } }),
    ...touched(s, stamp, 'review'),
  }),
  OpinionGiven: (s, { verdict, text }, stamp) => ({
    ...s,
    ...inRound(s, { opinion: { verdict, text, by: stamp.by, at: stamp.at } }),
    ...touched(s, stamp, 'review'),
  }),
  TransferApproved: (s, { opinion, binds }, stamp) => ({
    ...s,
    tracks: { ...s.tracks, ...planned(s) },
    ...inRound(s, {
      review: { ...submitted(s), phase: 'approved', approval: { approvedAt: stamp.at, approvedBy: stamp.by.personId, opinion, binds } },
    }),
    ...touched(s, stamp, 'review'),
  }),
  TransferRefused: (s, { reason }, stamp) => ({
    ...s,
    ...inRound(s, { review: { ...submitted(s), phase: 'not-approved', reason, refusedAt: stamp.at, refusedBy: stamp.by.personId } }),
    ...touched(s, stamp, 'review'),
  }),
  ReportReturned: (s, { note }, stamp) => ({
    ...s,
    ...inRound(s, { ...confirming(s, null), review: { phase: 'investigating', sentBack: { note, by: stamp.by.personId, at: stamp.at } } }),
    ...touched(s, stamp, 'review'),
  }),
  ReportWithdrawn: (s, _event, stamp) => ({
    ...s,
    ...inRound(s, { ...confirming(s, null), review: { phase: 'investigating', sentBack: null } }),
    tracks: followed(withoutPlans(s), stamp),
    ...touched(s, stamp, 'review'),
  }),
  RoundOpened: (s, { reason }, stamp) => ({
    ...s,
    ...nextRound(s, { reason, by: stamp.by.personId, at: stamp.at }),
    tracks: followed(s.tracks, stamp),
    ...touched(s, stamp, 'review'),
  }),
  Urged: (s) => s,
}

const planned = (state: OpenCase): OpenCase['tracks'] =>
  Object.fromEntries((reportOf(state)?.tracks ?? []).map((plan) => [plan.trackId, plannedTrack(plan)]))
const withoutPlans = (state: OpenCase): OpenCase['tracks'] =>
  Object.fromEntries(
    Object.entries(state.tracks).filter(
      ([trackId, { phase }]) => trackPhase(phase).life !== 'planned' || roundOfTrack(state, trackId) !== roundOf(state),
    ),
  )
/** What came back is taken up again with the report. */
const followed = (tracks: OpenCase['tracks'], { seq }: Stamp): OpenCase['tracks'] =>
  Object.fromEntries(
    Object.entries(tracks).map(([trackId, track]) => [
      trackId,
      track.phase === 'returned' && track.followed === undefined ? { ...track, followed: seq } : track,
    ]),
  )
function confirming(state: OpenCase, confirmed: Readonly<{ by: string; at: Instant; seq: number }> | null): Pick<Round, 'report'> {
  const report = reportOf(state)
  return { report: report && { ...report, confirmed } }
}
function submitted(state: OpenCase): Submitted {
  const { review } = roundOf(state)
  if (!('submittedAt' in review)) throw new Error(`nothing was submitted in ${review.phase}`)
  const { submittedAt, submittedBy, decidingUnitId } = review
  return { submittedAt, submittedBy, decidingUnitId }
}
