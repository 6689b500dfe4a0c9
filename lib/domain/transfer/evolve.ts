/** What a transfer event makes of its track. The other tracks are never touched (D7). */
import type { Changes } from '../case/evolve.ts'
import type { OpenCase } from '../case/state.ts'
import type { Stamp } from '../result.ts'
import { isHandedOver } from './hand-over.ts'
import { isReportKind, REPORTS, STAGES, type Outcome } from '../procedure/stages.ts'
import type { Answering, Decision, TransferEvent } from './events.ts'
import {
  decisionOf,
  isDecided,
  isOpened,
  isReceived,
  isSent,
  type Decided,
  type DecidedTrack,
  type Forwarding,
  type ReceivedTrack,
  type SentTrack,
  type TrackState,
} from './state.ts'

type OnTrack = Readonly<{ trackId: string }>
const onTrack =
  <E extends OnTrack>(step: (track: TrackState, event: E, stamp: Stamp) => TrackState) =>
  (state: OpenCase, event: E, stamp: Stamp): OpenCase => {
    const track = state.tracks[event.trackId]
    if (!track) throw new Error(`a track that was never planned: ${event.trackId}`)
    return { ...state, tracks: { ...state.tracks, [track.trackId]: { ...step(track, event, stamp), seq: stamp.seq } } }
  }
/** For steps of a track that has come so far: which steps follow which phase is the policy's to say, before. */
const from =
  <Track extends TrackState>(isSo: (track: TrackState) => track is Track, so: string) =>
  <E extends OnTrack>(step: (track: Track, event: E, stamp: Stamp) => TrackState) =>
    onTrack<E>((track, event, stamp) => {
      if (!isSo(track)) throw new Error(`this track was not ${so}: ${track.trackId}`)
      return step(track, event, stamp)
    })
const onSent = from<SentTrack>(isSent, 'sent')
const onReceived = from<ReceivedTrack>(isReceived, 'received')
const onDecided = from<DecidedTrack>(isDecided, 'decided')

export const TRANSFER_CHANGES: Changes<TransferEvent> = {
  TransferSent: onTrack(({ trackId, plan, to, copyTo, disputes }, { snapshot }, stamp) => {
    const sent = { sent: stamp, snapshot, legs: [], supplements: [] }
    return { trackId, plan, to, copyTo, disputes, seq: stamp.seq, phase: 'sent', ...sent }
  }),
  TransferWithdrawn: onSent((track, { reason }, stamp) => ({ ...track, phase: 'withdrawn', withdrawn: { ...stamp, reason } })),
  ReceiptSigned: onSent((track, { receiptNo, fileCount, remarks }, stamp) => ({
    ...track,
    phase: 'received',
    receipt: { ...stamp, receiptNo, fileCount, remarks, unitId: track.to.unitId },
    handlerId: null,
    examined: null,
    proceedings: [],
    prepared: null,
    reports: [],
  })),
  ExaminationOpened: onReceived((track, { handlerId }, stamp) => ({ ...track, phase: 'examining', handlerId, examined: stamp })),
  FilingOpinionGiven: onReceived((track, { proposes, text }, stamp) => ({ ...track, opinion: { ...stamp, proposes, text } })),
  SupplementAsked: onReceived((track, { wanted }, stamp) => ({
    ...track,
    phase: 'supplementing',
    proceedings: [...track.proceedings, { ...stamp, kind: 'supplement', wanted, answered: null }],
  })),
  SupplementSent: onReceived((track, { files, note, asked }, stamp) => {
    const supplements = [...track.supplements, { ...stamp, files, note, asked }]
    if (track.phase !== 'supplementing') return { ...track, supplements }
    return {
      ...track,
      supplements,
      phase: 'examining',
      examined: track.examined ?? stamp,
      proceedings: track.proceedings.map((one) => (one.kind === 'supplement' ? { ...one, answered: one.answered ?? stamp.at } : one)),
    }
  }),
  TransferPassedOn: onReceived((track, { to, copyTo, reason }, stamp) => {
    const { receipt, sent, snapshot, legs, supplements, trackId, plan, disputes } = track
    const forwarding: Forwarding = { from: track.to, receipt, passedOn: { ...stamp, reason } }
    return { trackId, plan, disputes, seq: stamp.seq, phase: 'sent', to, copyTo, sent, snapshot, supplements, legs: [...legs, forwarding] }
  }),
  TransferReturned: onReceived((track, { reason, competent }, stamp) => ({
    ...track,
    phase: 'returned',
    returned: { ...stamp, reason, competent },
  })),
  CaseFiled: onReceived((track, { decision }, stamp) => ({
    ...track,
    phase: 'filed',
    decisions: withDecision(track, 'filed', { ...decision, ...stamp }),
  })),
  CaseNotFiled: onReceived((track, { decision }, stamp) => ({
    ...track,
    phase: 'not-filed',
    decisions: withDecision(track, 'not-filed', { ...decision, ...stamp }),
  })),
  DecisionSignedFor: onDecided((track, _event, stamp) => withStanding(track, { signedFor: stamp })),
  PaperDisputed: onTrack((track, { seq, reason }, stamp) => ({
    ...track,
    disputes: [...track.disputes, { ...stamp, about: seq, reason }],
  })),
  SilenceAlarmed: onDecided((track, _event, { at }) => withStanding(track, { alarmedAt: at })),

  StagePrepared: onReceived((track, { stage, about, text }, stamp) => ({ ...track, prepared: { ...stamp, stage, about, text } })),
  ProceedingOpened: onReceived((track, event, stamp) => {
    const { type: _type, v: _v, trackId: _trackId, ...opening } = event
    const { opens, makes } = STAGES[event.stage]
    if (!opens) throw new Error(`no proceeding: ${event.stage}`)
    const proceedings = [...track.proceedings, { ...stamp, ...opening, kind: opens, answered: null, answer: null }]
    const prepared = event.prepared === track.prepared?.seq ? null : track.prepared
    return makes && isDecided(track) ? { ...track, proceedings, prepared, phase: makes } : { ...track, proceedings, prepared }
  }),
  ProceedingAnswered: onReceived((track, event, stamp) => {
    const { type: _type, v: _v, trackId: _trackId, proceeding, stage: _stage, ...answer } = event
    const proceedings = track.proceedings.map((one) =>
      one.seq === proceeding && isOpened(one) ? { ...one, answered: stamp.at, answer: { ...stamp, ...answer } } : one,
    )
    return ANSWERED[event.outcome]({ ...track, proceedings }, event, stamp)
  }),
  StageReported: onReceived((track, event, stamp) => {
    const { type: _type, v: _v, trackId: _trackId, ...reporting } = event
    const reports = [...track.reports, { ...stamp, ...reporting }]
    const phase = isReportKind(event.kind) && isDecided(track) ? REPORTS[event.kind] : null
    return phase && isDecided(track) ? { ...track, reports, phase } : { ...track, reports }
  }),
}

/** What an answer makes of the track besides. A decision that changes or is upheld is one more (decision 0030). */
const ANSWERED: { readonly [O in Outcome]: (track: ReceivedTrack, event: Answering, stamp: Stamp) => TrackState } = {
  changed: (track, event, stamp) => ({ ...track, phase: 'filed', decisions: withDecision(track, 'filed', decisionIn(event, stamp)) }),
  upheld: (track, event, stamp) => ({
    ...track,
    phase: isDecided(track) && track.phase !== 'reconsidering' ? track.phase : 'upheld',
    decisions: withDecision(track, 'not-filed', decisionIn(event, stamp)),
  }),
  explained: (track) => track,
  accepted: (track) => (isDecided(track) && track.phase === 'in-supervision' ? { ...track, phase: 'reasons-accepted' } : track),
  ordered: (track) => track,
  filed: (track, event, stamp) => ({ ...track, phase: 'filed', decisions: withDecision(track, 'filed', decisionIn(event, stamp)) }),
  taken: (track) => (track.phase === 'filed' && isHandedOver(track, 'taken') ? { ...track, phase: 'handed-over' } : track),
  'not-taken': (track) => track,
}
function decisionIn({ no, on, charge, text, document }: Answering, stamp: Stamp): Decision & Stamp {
  if (!document) throw new Error('a decision has its document')
  return { decisionNo: no, decidedOn: on, charge, reasons: text, document, ...stamp }
}

function withDecision(track: ReceivedTrack, outcome: Decided['outcome'], decision: Decision & Stamp): DecidedTrack['decisions'] {
  const next: Decided = { ...decision, outcome, signedFor: null, alarmedAt: null }
  return isDecided(track) ? [...track.decisions, next] : [next]
}
const withStanding = (track: DecidedTrack, change: Partial<Decided>): DecidedTrack => ({
  ...track,
  decisions: [...track.decisions.slice(0, -1), { ...decisionOf(track), ...change }] as unknown as DecidedTrack['decisions'], // safe: as many as there were
})
