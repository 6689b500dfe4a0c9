/** Track rules, from sending to the filing decision. Order 310 arts 5-9; GA2020 arts 175-180. Who and when: policy/table.ts. */
import type { TransferCommand } from '../case/commands.ts'
import type { Rules } from '../case/decide.ts'
import { approvalFor } from '../case/rounds.ts'
import type { OpenCase } from '../case/state.ts'
import { isLocked } from '../evidence/stored.ts'
import { volumeOf } from '../law/dossier.ts'
import { isSealedKind } from '../law/evidence-kinds.ts'
import { formatNo } from '../numbers.ts'
import { ok, refuse, type Instant, type Refusal } from '../result.ts'
import { SILENCE_HOURS } from '../law/soft-times.ts'
import { addHours } from '../time.ts'
import { boundElsewhere } from './bound.ts'
import { preflight } from './preflight.ts'
import { fileOf, snapshotOf } from './snapshot.ts'
import {
  isDecided,
  isOpened,
  isReceived,
  isSent,
  openOf,
  sentFiles,
  type Forwarding,
  type Proceeding,
  type Stamp,
  type TrackState,
  decisionOf,
} from './state.ts'

const v = 1

export const TRANSFER_RULES: Rules<TransferCommand['type']> = {
  SendTransfer: (state, { trackId, handlers, approvedBy, manifest, damaged }, { happenedAt }, number) => {
    const track = state.tracks[trackId]
    const approval = approvalFor(state, trackId)
    if (!track || !number || !approval) return refuse({ code: 'transfer.no-such-track' })
    const block = preflight(state, track, damaged).find((check) => check.is === 'block')
    if (block?.code) return refuse({ code: block.code, about: { check: block.id } })
    if (happenedAt < approval.approvedAt) return refuse({ code: 'deed.before' })
    const letterNo = formatNo(state.bureau.code, number)
    return ok([
      {
        type: 'TransferSent',
        v,
        trackId,
        snapshot: snapshotOf(state, track, { letterNo, handlers, approvedBy, approvedAt: approval.approvedAt, manifest }),
      },
    ])
  },

  WithdrawTransfer: (_state, { trackId, reason }) => ok([{ type: 'TransferWithdrawn', v, trackId, reason }]),

  /** R310 art. 7: the body signs. It may not refuse for incompleteness (GA2020 art. 180¶2), but bytes that are not what was sealed must not be signed for. */
  SignReceipt: (state, { trackId, code, damaged, remarks }, occasion, number) => {
    const track = state.tracks[trackId]
    const receiptNo = occasion.onPaper?.paperNo ?? (number && formatNo(code, number))
    if (!track || !isSent(track) || receiptNo === null) return refuse({ code: 'transfer.no-such-track' })
    const locked = sentFiles(track).filter(({ itemId, blobId }) => damaged.includes(itemId) || isLocked(state, blobId)).length
    if (locked > 0) return refuse({ code: 'transfer.damaged', about: { n: locked } })
    const from = track.legs.at(-1)?.passedOn.at ?? track.sent.at
    if (isBefore(occasion.happenedAt, from)) return refuse({ code: 'deed.before' })
    return ok([{ type: 'ReceiptSigned', v, trackId, receiptNo, fileCount: sentFiles(track).length, remarks }])
  },

  OpenExamination: (state, { trackId }, { by, happenedAt, onPaper }) =>
    notBeforeReceipt(state.tracks[trackId], happenedAt) ??
    ok([{ type: 'ExaminationOpened', v, trackId, handlerId: onPaper ? '' : by.personId }]),

  /** Written by whoever examines, for whoever decides; written anew, the last one stands (found B5). */
  GiveFilingOpinion: (_state, { trackId, proposes, text }) => ok([{ type: 'FilingOpinionGiven', v, trackId, proposes, text }]),

  AskSupplement: (state, { trackId, wanted }, { happenedAt }) =>
    wanted.length === 0
      ? refuse({ code: 'transfer.nothing-wanted' })
      : (notBeforeReceipt(state.tracks[trackId], happenedAt) ?? ok([{ type: 'SupplementAsked', v, trackId, wanted }])),

  SendSupplement: (state, { trackId, itemIds, note }) => {
    const track = state.tracks[trackId]
    if (!track || !isSent(track)) return refuse({ code: 'transfer.no-such-track' })
    if (itemIds.length === 0 && note === '') return refuse({ code: 'transfer.nothing-sent' })
    const fault = supplementFault(state, track, itemIds)
    return fault
      ? refuse(fault)
      : ok([
          {
            type: 'SupplementSent',
            v,
            trackId,
            files: itemIds.flatMap((id) => fileOf(state, id)),
            note,
            asked: track.phase === 'supplementing',
          },
        ])
  },

  /** T14: to the competent body of the same kind of business; the letter and the sealed snapshot go along unchanged. */
  PassOn: (state, { trackId, to, copyTo, reason }, { happenedAt }) => {
    const track = state.tracks[trackId]
    if (!track || !isReceived(track)) return refuse({ code: 'transfer.no-such-track' })
    if (to.unitId === track.to.unitId) return refuse({ code: 'transfer.same-unit' })
    if (to.kind !== track.to.kind) return refuse({ code: 'transfer.wrong-kind' }) // another kind of body: return it (T16)
    return notBeforeReceipt(track, happenedAt) ?? ok([{ type: 'TransferPassedOn', v, trackId, to, copyTo, reason }])
  },

  ReturnTransfer: (state, { trackId, reason, competent }, { happenedAt }) =>
    notBeforeReceipt(state.tracks[trackId], happenedAt) ?? ok([{ type: 'TransferReturned', v, trackId, reason, competent }]),

  FileCase: (state, { trackId, decision }, { happenedAt }) =>
    notBeforeReceipt(state.tracks[trackId], happenedAt) ?? ok([{ type: 'CaseFiled', v, trackId, decision }]),

  /** R310 art. 8: not filing is told in writing, with reasons. */
  DeclineFiling: (state, { trackId, decision }, { happenedAt }) =>
    decision.reasons === ''
      ? refuse({ code: 'transfer.no-reasons' })
      : (orderFault(state.tracks[trackId]) ??
        notBeforeReceipt(state.tracks[trackId], happenedAt) ??
        ok([{ type: 'CaseNotFiled', v, trackId, decision }])),

  /** The sender's next clock (CL25 or CL17) starts here, not when the decision was made (docs/handbook.md §3.4 rule 8). */
  SignForDecision: (state, { trackId }) => {
    const track = state.tracks[trackId]
    if (!track || !isDecided(track)) return refuse({ code: 'transfer.no-such-track' })
    return decisionOf(track).signedFor ? refuse({ code: 'transfer.signed-for' }) : ok([{ type: 'DecisionSignedFor', v, trackId }])
  },

  /** D23: what was recorded from paper in a body's name can be disputed by that body. */
  DisputePaper: (state, { trackId, seq, reason }) => {
    const track = state.tracks[trackId]
    if (!track || !isSent(track)) return refuse({ code: 'transfer.no-such-track' })
    if (!paperSeqs(track).includes(seq)) return refuse({ code: 'transfer.no-such-paper' })
    return track.disputes.some((d) => d.about === seq)
      ? refuse({ code: 'transfer.disputed-already' })
      : ok([{ type: 'PaperDisputed', v, trackId, seq, reason }])
  },

  AlarmSilence: (state, { trackId }, { happenedAt }) => {
    const track = state.tracks[trackId]
    if (!track || !isDecided(track)) return refuse({ code: 'transfer.no-such-track' })
    const { signedFor, alarmedAt, recordedAt } = decisionOf(track)
    const silent = signedFor === null && alarmedAt === null && addHours(recordedAt, SILENCE_HOURS) <= happenedAt
    return silent ? ok([{ type: 'SilenceAlarmed', v, trackId, about: 'decision' }]) : refuse({ code: 'transfer.not-silent' })
  },
}

function supplementFault(state: OpenCase, track: Exclude<TrackState, { phase: 'planned' }>, itemIds: readonly string[]): Refusal | null {
  const already = new Set(sentFiles(track).map((file) => file.itemId))
  const elsewhere = boundElsewhere(state, track)
  for (const id of itemIds) {
    const item = state.evidence[id]
    if (!item || item.voided) return { code: 'report.track-unknown-item' }
    if (volumeOf(item.folder) !== 'main') return { code: 'report.inner-volume' }
    if (isSealedKind(item.kind)) return { code: 'report.sealed-item' }
    if (already.has(id)) return { code: 'transfer.item-sent-already' }
    const body = elsewhere.get(id)
    if (body !== undefined) return { code: 'transfer.item-of-other-track', about: { body } } // D7
  }
  const locked = itemIds.filter((id) => isLocked(state, state.evidence[id]?.blobId ?? '')).length
  return locked > 0 ? { code: 'evidence.locked', about: { n: locked } } : null
}

type Acts = Readonly<{ trackId: string; legs?: readonly Forwarding[]; examined?: Stamp | null; proceedings?: readonly Proceeding[] }> &
  Readonly<{ receipt?: Stamp; decisions?: readonly Stamp[]; reports?: readonly Stamp[]; returned?: Stamp }>
/** Events of this track that were recorded from paper. */
export function paperSeqs({ legs = [], receipt, examined, proceedings = [], decisions = [], reports = [], returned }: Acts): number[] {
  const answers = proceedings.filter(isOpened).flatMap(({ answer }) => answer ?? [])
  const acts = [
    ...legs.flatMap((forwarding) => [forwarding.receipt, forwarding.passedOn]),
    receipt,
    examined,
    ...proceedings,
    ...answers,
    ...decisions,
    ...reports,
    returned,
  ] // legs: also while the next body has not signed yet
  return [...new Set(acts.flatMap((act) => (act?.onPaper ? [act.seq] : [])))]
}

/** JS2019 art. 563: whoever was told to file files. */
const orderFault = (track: TrackState | undefined) =>
  track && isReceived(track) && openOf(track, 'order') ? refuse({ code: 'stage.ordered' }) : null
const notBeforeReceipt = (track: TrackState | undefined, at: Instant) => {
  if (!track || !isReceived(track)) return refuse({ code: 'transfer.no-such-track' })
  return isBefore(at, track.receipt.at) ? refuse({ code: 'transfer.decided-before-receipt' }) : null
}

/** A paper says the minute, not the second: what was handed over in the minute of its sending is not before it. */
const isBefore = (at: Instant, from: Instant): boolean => at.slice(0, 16) < from.slice(0, 16)
