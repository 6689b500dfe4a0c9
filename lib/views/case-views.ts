/** Everything that follows from a deed on a case: rows, ties, duties, entries, notices. Written in the same commit as its events. */
import type { CaseEvent } from '#lib/domain/case/events'
import { evolving, type Happened } from '#lib/domain/case/evolve'
import { totalFen, type CaseState, type OpenCase } from '#lib/domain/case/state'
import { stageOf } from '#lib/domain/procedure/case-phases'
import { isDecided, isReceived, isSent, sentFiles, type TrackState, decisionOf } from '#lib/domain/transfer/state'
import { trackTitle } from '#lib/domain/transfer/snapshot'
import { formerFiles, isStanding } from './sealed-case.ts'
import { dutiesOf, hasEnded, placeOf, trackHasEnded } from './duties.ts'
import type { CaseRow, CaseTie, Duty, Entry, EvidenceRow, Notice, TrackRow, TrackTie, WordRow } from './rows.ts'
import { entryOf } from './timeline.ts'
import { noticesFor } from './addressees.ts'
import { wordsOfCaseState, wordsOfTrackState } from './words.ts'

export type CaseRows = Readonly<{
  cases: readonly CaseRow[]
  tracks: readonly TrackRow[]
  evidence: readonly EvidenceRow[]
  caseTies: readonly CaseTie[]
  trackTies: readonly TrackTie[]
  words: readonly WordRow[]
  duties: readonly Duty[]
  entries: readonly Entry[]
}>
/** Rows before and after; of the evidence and the entries those that the deed touches or adds, whatever they were. */
export type CaseViews = Readonly<{ was: Partial<CaseRows>; is: CaseRows; notices: readonly Notice[] }>

export function caseViews(fresh: readonly Happened<CaseEvent>[], before: CaseState, after: CaseState): CaseViews {
  if (!after) throw new Error('a deed on a case leaves a case')
  const [one, others] = fresh
  const touched = fresh.flatMap(({ event }) =>
    event.type === 'EvidenceAdded' ? [event.item.itemId] : event.type === 'EvidenceVoided' ? [event.itemId] : [],
  )
  return {
    was: before ? rowsOf(before) : {},
    is: { ...rowsOf(after), evidence: evidenceRows(after, [...new Set(touched)]), entries: fresh.map(entryOf) },
    notices: (one && !others ? [{ before, happened: one, after }] : [...stepsOf(fresh, before)]).flatMap(noticesBy),
  }
}

export type Step = Readonly<{ before: CaseState; happened: Happened<CaseEvent>; after: CaseState }>
/** One after the other: of a large case not every state may be held at once, and `before` has the evidence of `after`. */
export function* stepsOf(happened: readonly Happened<CaseEvent>[], from: CaseState): Generator<Step> {
  const next = evolving(from)
  let before = from
  for (const one of happened) {
    const after = next(one)
    yield { before, happened: one, after }
    before = after
  }
}
export const noticesBy = ({ before, happened, after }: Step): readonly Notice[] => (after ? noticesFor(happened, after, before) : [])

/** All rows of a case. */
export const allRowsOf = (past: readonly Happened<CaseEvent>[], state: CaseState): Partial<CaseRows> =>
  state ? { ...rowsOf(state), evidence: evidenceRows(state), entries: past.map(entryOf) } : {}
/** All but its evidence and entries. @internal */
export const rowsOf = (state: OpenCase): Omit<CaseRows, 'evidence' | 'entries'> => ({
  cases: [caseRow(state)],
  tracks: Object.values(state.tracks).map((track) => trackRow(state, track)),
  caseTies: [
    ...state.handlerIds.map((personId) => ({ caseId: state.caseId, personId, tie: 'handler' as const })),
    ...subjectsOfState(state).map((personId) => ({ caseId: state.caseId, personId, tie: 'subject' as const })),
  ],
  trackTies: Object.values(state.tracks).flatMap((track) => trackTies(state, track)),
  words: [
    wordsOfCaseState(state, { caseId: state.caseId, ...placeOf(state) }, hasEnded(state)),
    ...Object.values(state.tracks).flatMap((track) => wordsOfTrackState(state, track, trackTies(state, track))),
  ],
  duties: dutiesOf(state),
})
const subjectsOfState = (state: OpenCase): string[] => [...new Set(Object.values(state.subjects).flatMap((s) => s.personId ?? []))]

function caseRow(state: OpenCase): CaseRow {
  const { liveItems, ...folded } = state // the count has a column of its own
  const { caseId, caseNo, basics, registeredAt, lastSeq, lastAt } = state
  const stage = stageOf(state)
  return {
    caseId,
    caseNo,
    title: basics.title,
    ...placeOf(state),
    funds: JSON.stringify(basics.funds),
    charges: JSON.stringify([...new Set(state.assessments.map((a) => a.charge))]),
    phase: stage.phase,
    amountFen: totalFen(state.lines),
    foundOn: basics.foundOn,
    registeredAt,
    isEnded: hasEnded(state) ? 1 : 0,
    itemCount: liveItems,
    lastSeq,
    lastAt,
    sheet: JSON.stringify({ ...folded, evidence: {} }),
  }
}

function trackRow(state: OpenCase, track: TrackState): TrackRow {
  const sent = isSent(track) ? track : null
  const received = isReceived(track) ? track : null
  const decided = isDecided(track) ? decisionOf(track) : null
  const lines = state.lines.filter((line) => track.plan.subjectIds.includes(line.subjectId))
  return {
    trackId: track.trackId,
    caseId: state.caseId,
    bureauId: state.bureau.unitId,
    recipientId: track.to.unitId,
    copiedId: track.copyTo?.unitId ?? '',
    handlerId: received?.handlerId ?? '',
    phase: track.phase,
    title:
      sent?.snapshot.title ??
      trackTitle(
        track.plan.subjectIds.flatMap((id) => state.subjects[id]?.name ?? []),
        track.plan.charges,
      ),
    caseNo: state.caseNo,
    letterNo: sent?.snapshot.letterNo ?? '',
    funds: JSON.stringify([...new Set((sent?.snapshot.lines ?? lines).map((line) => line.fund))]),
    amountFen: sent?.snapshot.amountFen ?? totalFen(lines),
    fileCount: sent ? sentFiles(sent).length : track.plan.itemIds.length,
    sentAt: sent?.sent.at ?? '',
    receivedAt: received?.receipt.at ?? '',
    decidedAt: decided?.at ?? '',
    signedForAt: decided?.signedFor?.at ?? '',
    isEnded: trackHasEnded(state, track) ? 1 : 0,
    seq: track.seq,
    arrivedAt: sent ? (sent.legs.at(-1)?.passedOn.at ?? sent.sent.at) : '',
    formerFiles: JSON.stringify(sent && isStanding(sent) ? formerFiles(sent) : {}),
  }
}

function trackTies({ caseId }: OpenCase, track: TrackState): TrackTie[] {
  if (!isSent(track)) return []
  const { trackId } = track
  const former = [...new Set(track.legs.map((forwarding) => forwarding.from.unitId))].filter((unitId) => unitId !== track.to.unitId)
  return [
    { trackId, caseId, unitId: track.to.unitId, tie: 'recipient' },
    ...former.map((unitId) => ({ trackId, caseId, unitId, tie: 'former' as const })),
    ...(track.copyTo ? [{ trackId, caseId, unitId: track.copyTo.unitId, tie: 'copied' as const }] : []),
  ]
}

/** @internal */
export const evidenceRows = (state: OpenCase, itemIds = Object.keys(state.evidence)): EvidenceRow[] =>
  itemIds
    .flatMap((itemId) => (Object.hasOwn(state.evidence, itemId) ? (state.evidence[itemId] ?? []) : []))
    .map(({ voided, ...item }) => ({
      caseId: state.caseId,
      itemId: item.itemId,
      seq: item.seq,
      folder: item.folder,
      kind: item.kind,
      name: item.name,
      source: item.source,
      collectedBy: item.collectedBy,
      collectedOn: item.collectedOn,
      size: item.size,
      sha256: item.sha256,
      sm3: item.sm3,
      blobId: item.blobId,
      addedBy: item.addedBy,
      addedAt: item.addedAt,
      voidedAt: voided?.at ?? '',
      voidReason: voided?.reason ?? '',
      voidedBy: voided?.by ?? '',
    }))

/** A stored sheet and its evidence, as the state that pages ask about. */
export const openCase = ({ sheet, itemCount }: CaseRow, evidence: readonly EvidenceRow[]): OpenCase =>
  withEvidence({ ...JSON.parse(sheet), liveItems: itemCount }, evidence) // safe: written by `caseRow` above, compared by `verify`

export function withEvidence(state: OpenCase, evidence: readonly EvidenceRow[]): OpenCase {
  const items = evidence.map(
    ({ caseId: _, voidedAt, voidReason, voidedBy, ...item }) =>
      [item.itemId, { ...item, voided: voidedAt ? { reason: voidReason, by: voidedBy, at: voidedAt } : null }] as const,
  )
  return { ...state, evidence: Object.fromEntries(items) }
}
