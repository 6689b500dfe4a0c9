/**
 * What a receiver may know of a case: the letter as it was sealed and the course of its own track, as far as this reader is told of
 * it (D7, D13). Made by naming fields: what is added to a case or a track reaches no receiver until it is named here.
 */
import type { Absent, AmountLine, Item, Subject } from '#lib/domain/case/events'
import type { OpenCase } from '#lib/domain/case/state'
import { lockedIn } from '#lib/domain/evidence/stored'
import { sitsIn } from '#lib/domain/policy/seats'
import { tiesOf } from '#lib/domain/policy/ties'
import type { Actor, Instant, UnitRef } from '#lib/domain/result'
import type { SentFile, Snapshot } from '#lib/domain/transfer/events'
import { stageRow, type StageId } from '#lib/domain/procedure/stages'
import {
  type DecidedTrack,
  isOpened,
  isReceived,
  type ReceivedTrack,
  sentFiles,
  type SentTrack,
  type Stamp,
} from '#lib/domain/transfer/state'

/** body: where the case is. former: passed it on. copied: told of the letter and the decision, of no file. */
export type View = 'body' | 'former' | 'copied'

/** A letter that stands: neither planned only nor taken back. */
export type StandingTrack = Exclude<SentTrack, { phase: 'withdrawn' }>
export const isStanding = (track: SentTrack): track is StandingTrack => track.phase !== 'withdrawn'
/** What was asked and said after the letter, as far as this reader is told of it. */
type Asked = Pick<ReceivedTrack, 'proceedings' | 'reports'>
type Sealed = Pick<SentTrack, 'trackId' | 'to' | 'sent' | 'snapshot' | 'legs' | 'supplements' | 'disputes' | 'seq'> &
  Partial<Asked> &
  /** Since when the time for the decision runs, for a copied body that watches over it. */
  Readonly<{ receivedAt?: Instant }>
type Open = Readonly<{ phase: Exclude<StandingTrack['phase'], DecidedTrack['phase']> }>
type Signed = Pick<ReceivedTrack, 'receipt' | 'examined' | 'opinion'> & Asked
type Waiting = Readonly<{ phase: 'received' | 'supplementing' | 'examining' }>
type Returned = Pick<Extract<SentTrack, { phase: 'returned' }>, 'phase' | 'returned'>
type Decided = Pick<DecidedTrack, 'phase' | 'decisions'>
/** The sender's plan is not in it. Open or decided without a receipt: as a copied body is told of it. */
export type SealedTrack = Sealed & (Open | Decided | (Signed & (Waiting | Returned | Decided)))

/** `passedTo`: where it went after a former body. Subjects, amounts, items and what is absent: of the letter, as tables of both sides read them. */
export type SealedCase = Readonly<{
  caseId: string
  view: View
  track: SealedTrack
  passedTo: UnitRef | null
  subjects: Readonly<Record<string, Subject>>
  lines: readonly AmountLine[]
  items: readonly Item[]
  absent: Absent
  /** Of the files and papers of this very track, which stand locked, by `blobId` (found J6). */
  locked: readonly string[]
}>

/** For somebody whom the policy lets read this track. */
export function sealedCase(state: OpenCase, track: StandingTrack, actor: Actor): SealedCase {
  const view = viewOf(state, track, actor)
  const own = view === 'former' ? formerPart(track, actor) : { track: SEALED[view](track), passedTo: null }
  const { subjects, lines, items, absent } = own.track.snapshot
  return {
    caseId: state.caseId,
    view,
    track: own.track,
    passedTo: own.passedTo,
    subjects: Object.fromEntries(subjects.map((subject) => [subject.subjectId, subject])),
    lines,
    items,
    absent,
    locked: lockedIn(state).filter((blobId) => JSON.stringify(own.track).includes(blobId)),
  }
}

function viewOf(state: OpenCase, track: StandingTrack, actor: Actor): View {
  const ties = tiesOf(actor, state, track).map(({ tie }) => tie)
  if (ties.some((tie) => tie.startsWith('recipient-') && tie !== 'recipient-colleague')) return 'body'
  return ties.includes('former-recipient') ? 'former' : 'copied'
}

const SEALED = { body: forBody, copied: forCopied }

function forBody(track: StandingTrack): SealedTrack {
  const { trackId, to, sent, snapshot, legs, supplements, disputes, seq } = track
  const sealed = { trackId, to, sent, snapshot, legs, supplements, disputes, seq }
  if (track.phase === 'sent') return { ...sealed, phase: track.phase }
  const { receipt, examined } = track
  const signed = { receipt, examined, ...(track.opinion && { opinion: track.opinion }), ...askedFor(track, 'body') }
  if (track.phase === 'returned') return { ...sealed, ...signed, phase: track.phase, returned: track.returned }
  return 'decisions' in track ? { ...sealed, ...signed, ...decided(track) } : { ...sealed, ...signed, phase: track.phase }
}

/** Not a word of what came after it passed the case on: neither of the next body nor of those after. @internal */
export const formerPart = (track: StandingTrack, reader: Pick<Actor, 'seats'>): FormerPart =>
  partUntil(
    track,
    track.legs.findLastIndex(({ from }) => sitsIn(reader, from.unitId)),
  )
/** How many files each body had when it passed the case on, by unit. */
export function formerFiles(track: StandingTrack): Readonly<Record<string, number>> {
  const until = (last: number): number => sentFiles(partUntil(track, last).track).length
  return Object.fromEntries(track.legs.map(({ from }, i) => [from.unitId, until(i)])) // of one that had it twice, the last time
}

type FormerPart = Readonly<{ track: SealedTrack; passedTo: UnitRef }>
function partUntil(track: StandingTrack, last: number): FormerPart {
  const { trackId, sent, snapshot } = track
  const legs = track.legs.slice(0, last + 1)
  const until = legs.at(-1)?.passedOn.seq ?? 0
  const passedTo = track.legs[last + 1]?.from ?? track.to
  const before = <T extends { seq: number }>(acts: readonly T[]): T[] => acts.filter(({ seq }) => seq < until)
  const [supplements, disputes] = [before(track.supplements), before(track.disputes)]
  return { passedTo, track: { phase: 'sent', trackId, to: passedTo, sent, snapshot, legs, supplements, disputes, seq: until } }
}
/** Nothing that stays in the sender's house; to a copied body no request for a supplement, and of the stages those it hears of. */
function askedFor(track: Pick<ReceivedTrack, 'proceedings' | 'reports'>, reader: 'body' | 'copied'): Asked {
  const isShared = ({ stage }: Readonly<{ stage: StageId }>): boolean => {
    const { isOwn = false, hears } = stageRow(stage)
    return !isOwn && (reader === 'body' || hears.opened.includes('copied') || hears.answered.includes('copied'))
  }
  return {
    proceedings: track.proceedings.filter((one) => (isOpened(one) ? isShared(one) : reader === 'body')),
    reports: track.reports.filter(isShared),
  }
}

/** How many files and how large, under which headings of the letter; not what they are, nor who signed for them. */
function forCopied(track: StandingTrack): SealedTrack {
  const { trackId, to, sent, seq } = track
  const supplements = track.supplements.map(({ files }) => ({ ...NO_STAMP, files: files.map(fileUnnamed), note: '', asked: false }))
  const sealed = {
    trackId,
    to,
    sent,
    snapshot: letterOnly(track.snapshot),
    legs: [],
    supplements,
    disputes: [],
    seq,
    ...(isReceived(track) && { receivedAt: track.receipt.at, ...askedFor(track, 'copied') }),
  }
  return 'decisions' in track ? { ...sealed, ...decided(track) } : { ...sealed, phase: track.phase }
}

const decided = ({ phase, decisions }: DecidedTrack): Decided => ({ phase, decisions })

/** What the letter says, word for word; of what goes along with it only what the letter counts. */
function letterOnly(sealed: Snapshot): Snapshot {
  const { letterNo, caseNo, title, from, to, copyTo, subjects, charges, lines, assessments, amountFen, facts, law, absent, route } = sealed
  const { manifest, handlers } = sealed
  return {
    letterNo,
    caseNo,
    title,
    from,
    to,
    copyTo,
    subjects,
    charges,
    lines,
    assessments,
    amountFen,
    conduct: '',
    facts,
    law,
    proposal: '',
    investigation: sealed.investigation && UNREAD,
    items: sealed.items.map(() => NO_ITEM),
    absent,
    route,
    files: sealed.files.map(fileUnnamed),
    manifest,
    handlers,
    approvedBy: '',
    approvedAt: '',
  }
}
/** That there is a text: the letter lists the report. */
const UNREAD = '…'
const NO_STAMP: Stamp = { at: '', recordedAt: '', by: { personId: '', unitId: '', post: 'clock' }, seq: 0, onPaper: null }
const NO_FILE = { itemId: '', blobId: '', name: '', sha256: '', sm3: '', kind: '', source: '', collectedBy: '', collectedOn: '' }
const fileUnnamed = ({ folder, size }: SentFile): SentFile => ({ ...NO_FILE, folder, size })
const NO_ITEM: Item = { subjectId: '', name: '', spec: '', quantity: '', unit: '', condition: '', valueFen: null, place: '', origin: '' }
