/** What a transfer event makes of its track. The other tracks are never touched (D7). */
import type { Happened } from '../case/evolve.ts'
import type { OpenCase } from '../case/state.ts'
import type { TransferEvent } from './events.ts'
import type { ReceivedTrack, SentTrack, Stamp, TrackState } from './state.ts'

export function evolveTransfer(state: OpenCase, happened: Happened<TransferEvent>): OpenCase {
  const track = state.tracks[happened.event.trackId]
  if (!track) throw new Error(`${happened.event.type} on a track that was never planned`)
  return { ...state, tracks: { ...state.tracks, [track.trackId]: { ...step(track, happened), seq: happened.seq } } }
}

function step(track: TrackState, { event, seq, occasion }: Happened<TransferEvent>): TrackState {
  const stamp: Stamp = { at: occasion.happenedAt, recordedAt: occasion.recordedAt, by: occasion.by, seq, onPaper: occasion.onPaper ?? null }
  if (event.type === 'TransferSent') {
    const { trackId, plan, to, copyTo, disputes } = track
    return { trackId, plan, to, copyTo, disputes, seq, phase: 'sent', sent: stamp, snapshot: event.snapshot, legs: [], supplements: [] }
  }
  if (event.type === 'PaperDisputed')
    return { ...track, disputes: [...track.disputes, { ...stamp, about: event.seq, reason: event.reason }] }
  const sent = sentOf(track)
  if (event.type === 'TransferWithdrawn') return { ...sent, phase: 'withdrawn', withdrawn: { ...stamp, reason: event.reason } }
  if (event.type === 'ReceiptSigned') {
    const { receiptNo, fileCount, remarks } = event
    return {
      ...sent,
      phase: 'received',
      receipt: { ...stamp, receiptNo, fileCount, remarks, unitId: track.to.unitId },
      handlerId: null,
      examined: null,
      asks: [],
    }
  }
  return after(receivedOf(track), event, stamp)
}

type AfterReceipt = Exclude<TransferEvent, { type: 'TransferSent' | 'PaperDisputed' | 'TransferWithdrawn' | 'ReceiptSigned' }>
function after(track: ReceivedTrack, event: AfterReceipt, stamp: Stamp): TrackState {
  switch (event.type) {
    case 'ExaminationOpened':
      return { ...track, phase: 'examining', handlerId: event.handlerId, examined: stamp }
    case 'SupplementAsked':
      return { ...track, phase: 'supplementing', asks: [...track.asks, { ...stamp, wanted: event.wanted, answered: null }] }
    case 'SupplementSent': {
      const supplements = [...track.supplements, { ...stamp, files: event.files, note: event.note, asked: event.asked }]
      if (track.phase !== 'supplementing') return { ...track, supplements }
      return {
        ...track,
        supplements,
        phase: 'examining',
        examined: track.examined ?? stamp,
        asks: track.asks.map((ask) => ({ ...ask, answered: ask.answered ?? stamp.at })),
      }
    }
    case 'TransferPassedOn': {
      const { receipt, sent, snapshot, legs, supplements, trackId, plan, disputes, seq } = track
      return {
        trackId,
        plan,
        disputes,
        seq,
        phase: 'sent',
        to: event.to,
        copyTo: event.copyTo,
        sent,
        snapshot,
        supplements,
        legs: [...legs, { from: track.to, receipt, passedOn: { ...stamp, reason: event.reason } }],
      }
    }
    case 'TransferReturned':
      return { ...track, phase: 'returned', returned: { ...stamp, reason: event.reason, competent: event.competent } }
    case 'CaseFiled':
      return { ...track, phase: 'filed', decision: { ...event.decision, ...stamp }, signedFor: null, alarmedAt: null }
    case 'CaseNotFiled':
      return { ...track, phase: 'not-filed', decision: { ...event.decision, ...stamp }, signedFor: null, alarmedAt: null }
    case 'DecisionSignedFor':
      return track.phase === 'filed' || track.phase === 'not-filed' ? { ...track, signedFor: stamp } : track
    case 'SilenceAlarmed':
      return track.phase === 'filed' || track.phase === 'not-filed' ? { ...track, alarmedAt: stamp.at } : track
  }
}

function sentOf(track: TrackState): SentTrack {
  if (track.phase === 'planned') throw new Error('this track was never sent')
  return track
}
function receivedOf(track: TrackState): ReceivedTrack {
  if (!('receipt' in track)) throw new Error('no receipt was signed on this track')
  return track
}
