/**
 * What a superior bureau or an overseer may know of a case without a grant (docs/product.md §2): where it stands, since when, with which
 * bodies; nothing of what is in it. Made by naming fields.
 */
import { reportOf } from '#lib/domain/case/rounds'
import type { OpenCase, Stage } from '#lib/domain/case/state'
import { stageOf } from '#lib/domain/procedure/case-phases'
import type { Instant, UnitRef } from '#lib/domain/result'
import { decisionOf, isDecided, isReceived, isSent, type DecidedPhase, type TrackState } from '#lib/domain/transfer/state'

type At = Readonly<{ at: Instant }>
type StatusDecision = At & Readonly<{ signedFor: At | null }>
export type StatusTrack = Readonly<{ trackId: string; to: UnitRef }> &
  (
    | Readonly<{ phase: 'planned' }>
    | Readonly<{ phase: 'sent' | 'withdrawn'; sent: At }>
    | Readonly<{ phase: 'received' | 'supplementing' | 'examining' | 'returned'; sent: At; receipt: At }>
    | Readonly<{ phase: DecidedPhase; sent: At; receipt: At; decisions: readonly [StatusDecision, ...StatusDecision[]] }>
  )
type StatusStage =
  | Readonly<{ phase: 'investigating'; sentBack: At | null }>
  | Readonly<{ phase: 'in-review'; submittedAt: Instant }>
  | Readonly<{ phase: 'approved' | 'transferred'; submittedAt: Instant; approval: Readonly<{ approvedAt: Instant }> }>
  | Readonly<{ phase: 'not-approved'; submittedAt: Instant; refusedAt: Instant }>

/** `report`: only for which kinds of bodies it is, since its times hang on them. */
export type CaseStatus = Readonly<{
  caseId: string
  caseNo: string
  bureau: UnitRef
  basics: Readonly<{ funds: readonly string[] }>
  registeredAt: Instant
  stage: StatusStage
  report: Readonly<{ tracks: readonly Readonly<{ to: Pick<UnitRef, 'kind'> }>[] }> | null
  tracks: Readonly<Record<string, StatusTrack>>
  lastAt: Instant
}>

export function caseStatus(state: OpenCase): CaseStatus {
  const { caseId, caseNo, bureau, basics, registeredAt, tracks, lastAt } = state
  const report = reportOf(state)
  return {
    caseId,
    caseNo,
    bureau: unitOf(bureau),
    basics: { funds: basics.funds },
    registeredAt,
    stage: statusOfStage(stageOf(state)),
    report: report && { tracks: report.tracks.map(({ to: { kind } }) => ({ to: { kind } })) },
    tracks: Object.fromEntries(Object.values(tracks).map((track) => [track.trackId, trackOf(track)])),
    lastAt,
  }
}

function statusOfStage(stage: Stage): StatusStage {
  if (stage.phase === 'investigating') return { phase: stage.phase, sentBack: stage.sentBack && { at: stage.sentBack.at } }
  const { submittedAt } = stage
  if (stage.phase === 'in-review') return { phase: stage.phase, submittedAt }
  if (stage.phase === 'not-approved') return { phase: stage.phase, submittedAt, refusedAt: stage.refusedAt }
  return { phase: stage.phase, submittedAt, approval: { approvedAt: stage.approval.approvedAt } }
}

function trackOf(track: TrackState): StatusTrack {
  const whose = { trackId: track.trackId, to: unitOf(track.to) }
  if (!isSent(track)) return { ...whose, phase: track.phase }
  const sent = { at: track.sent.at }
  if (!isReceived(track)) return { ...whose, phase: track.phase, sent }
  const receipt = { at: track.receipt.at }
  if (!isDecided(track)) return { ...whose, phase: track.phase, sent, receipt }
  const { at, signedFor } = decisionOf(track)
  return { ...whose, phase: track.phase, sent, receipt, decisions: [{ at, signedFor: signedFor && { at: signedFor.at } }] }
}

const unitOf = ({ unitId, kind, name, code }: UnitRef): UnitRef => ({ unitId, kind, name, code })
